#include "lua/body.hpp"

#include <algorithm>

#include "lua/chunk.hpp"

namespace remit::lua {

namespace {

bool in_word(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

int column_of(std::string_view line, std::string_view word) {
  if (word.empty()) return 0;
  int found = 0;
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1], after = at + word.size() < line.size() ? line[at + word.size()] : ' ';
    if ((in_word(word.front()) && in_word(before)) || (in_word(word.back()) && in_word(after))) continue;
    if (before == '.' || before == ':') return static_cast<int>(at) + 1;
    if (found == 0) found = static_cast<int>(at) + 1;
  }
  return found;
}

Body Body::of(const Chunk* chunk, std::string_view word, std::string_view id, int line) {
  if (!chunk) return {};
  for (const Node& node : chunk->tree().nodes()) {
    if (node.kind != NodeKind::call || node.kids.size() != 2 || node.kids[1]->kind != NodeKind::table) continue;
    const Node& called = *node.kids[0];
    if (called.kind != NodeKind::call || called.kids.size() != 2 || called.line != line) continue;
    if (called.kids[0]->text == word && called.kids[1]->kind == NodeKind::text && called.kids[1]->text == id) return {chunk, node.kids[1]};
  }
  return {};
}

Body Body::after(const Chunk* chunk, std::string_view word, int line, int entries) {
  if (!chunk) return {};
  for (const Node& node : chunk->tree().nodes()) {
    if (node.kind != NodeKind::call || node.line != line || node.kids.size() != 2 || node.kids[1]->kind != NodeKind::table || node.kids[0]->text != word) continue;
    if (Body found(chunk, node.kids[1]); found.plain(entries)) return found;
  }
  return {};
}

const Node* Body::plain(int number) const {
  if (!table_) return nullptr;
  for (const Node* node : table_->kids)
    if (node->kind == NodeKind::item && --number == 0) return node->kids[0];
  return nullptr;
}

const Node* Body::named(std::string_view name) const {
  if (!table_) return nullptr;
  for (const Node* node : table_->kids) {
    if (node->kind == NodeKind::named && node->text == name) return node;
    if (node->kind == NodeKind::keyed && node->kids[0]->kind == NodeKind::text && node->kids[0]->text == name) return node;
  }
  return nullptr;
}

Spot Body::key(std::string_view name) const {
  const Node* node = named(name);
  return node ? Spot{node->line, node->column} : Spot{};
}

Spot Body::value(std::string_view name) const {
  const Node* node = named(name);
  return node ? Spot{node->kids.back()->line, node->kids.back()->column} : Spot{};
}

Spot Body::find(std::string_view word) const {
  if (!table_) return {};
  const std::string_view inside = std::string_view(chunk_->source()).substr(table_->begin, table_->end - table_->begin);
  const int last = table_->line + static_cast<int>(std::ranges::count(inside, '\n'));
  for (int line = table_->line; line <= last; ++line)
    if (const int column = column_of(chunk_->line(line), word)) return {line, column};
  return {};
}

Body Body::inside(std::string_view name) const {
  const Node* node = named(name);
  return node && node->kids.back()->kind == NodeKind::table ? Body(chunk_, node->kids.back()) : Body();
}

Body Body::item(int number) const {
  const Node* node = plain(number);
  return node && node->kind == NodeKind::table ? Body(chunk_, node) : Body();
}

Spot Body::entry(int number) const {
  const Node* node = plain(number);
  if (!node) return {};
  if (node->kind == NodeKind::index && node->dotted) node = node->kids[1];
  return {node->line, node->column};
}

Spot Body::start() const { return table_ ? Spot{table_->line, table_->column} : Spot{}; }

}  // namespace remit::lua

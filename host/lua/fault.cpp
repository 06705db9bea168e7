#include "lua/fault.hpp"

#include <algorithm>
#include <new>
#include <stdexcept>

#include "base/rational.hpp"
#include "base/text.hpp"
#include "lua/chunk.hpp"
#include "lua/sandbox.hpp"
#include "lua/translate.hpp"

namespace remit::lua {

void Refusal::take(const std::exception& e) {
  if (dynamic_cast<const base::Overflow*>(&e) != nullptr) {
    code_ = "OVERFLOW";
    message_ = "this number is too large to be exact";
  } else if (dynamic_cast<const std::domain_error*>(&e) != nullptr) {
    code_ = "DIVIDE_BY_ZERO";
    message_ = "this divides by zero. Check first that it is not";
  } else if (dynamic_cast<const std::bad_alloc*>(&e) != nullptr) {
    code_ = "MEMORY";
    message_ = "this needs more memory than a function may hold";
  } else {
    code_ = "HOST";
    message_ = "the host met an error of its own: " + base::printable(e.what());
  }
}

void Refusal::take(const base::Refused& refused) {
  code_ = refused.problems.empty() ? "HOST" : refused.problems.front().code;
  message_ = refused.problems.empty() ? "the host refused this" : refused.problems.front().message;
}

void Refusal::raise(lua_State* L) {
  if (code_ == "HOST" || code_ == "MEMORY" || code_ == "OVERFLOW" || code_ == "DIVIDE_BY_ZERO") Sandbox::fail(L, code_, std::move(message_));
  Sandbox::raise(L, std::move(code_), std::move(message_));
}

namespace {

/// The first node of one of the kinds on the line with that name.
const Node* on_line(const Syntax& tree, int line, std::string_view name, std::initializer_list<NodeKind> kinds) {
  for (const Node& node : tree.nodes())
    if (node.line == line && !name.empty() && node.text == name && std::ranges::find(kinds, node.kind) != kinds.end()) return &node;
  return nullptr;
}

/// The node on the line that one of the `quoted` words of the message names: where the caret goes.
const Node* named_in(const std::string& message, const Syntax& tree, int line) {
  for (std::size_t at = message.find('`'); at != std::string::npos;) {
    const std::size_t end = message.find('`', at + 1);
    if (end == std::string::npos) return nullptr;
    const std::string_view word = std::string_view(message).substr(at + 1, end - at - 1);
    if (const Node* node = on_line(tree, line, word, {NodeKind::name, NodeKind::index, NodeKind::method})) return node;
    at = message.find('`', end + 1);
  }
  return nullptr;
}

}  // namespace

base::Problem worded(const Fault& fault, const Chunk* chunk) {
  base::Problem problem;
  problem.code = fault.code;
  problem.message = fault.message;
  problem.file = fault.place.file;
  problem.line = fault.place.line;
  const Node* where = nullptr;
  if (fault.raw) {
    Translation said = translate(fault.message, chunk == nullptr ? nullptr : &chunk->tree(), fault.place.line);
    problem.code = std::move(said.code);
    problem.message = std::move(said.message);
    where = said.where;
  }
  if (!fault.discreet.empty()) {
    if (chunk != nullptr) where = on_line(chunk->tree(), problem.line, fault.key, {NodeKind::index, NodeKind::text});
    if (where == nullptr) problem.message = fault.discreet;
  }
  problem.message = base::printable(problem.message, 400);
  if (chunk == nullptr) return problem;
  const std::string_view line = chunk->line(problem.line);
  problem.source = base::printable(line, 300);
  if (where == nullptr) where = named_in(problem.message, chunk->tree(), problem.line);
  const auto first = line.find_first_not_of(" \t");
  if (where != nullptr && where->line == problem.line) problem.column = where->column;
  else if (first != std::string_view::npos) problem.column = static_cast<int>(first) + 1;
  return problem;
}

}  // namespace remit::lua

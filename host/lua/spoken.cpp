#include "lua/spoken.hpp"

#include <algorithm>

#include "lua/chunk.hpp"
#include "lua/loading.hpp"

namespace remit::lua {

namespace {

bool joins(std::string_view name) { return name == "all_of" || name == "any_of" || name == "not_"; }

// The verbs and joiners below a node, in the order in which they run; functions do not run while a file loads.
void collect(const Node& node, std::vector<const Node*>& out) {
  if (node.kind == NodeKind::function) return;
  for (const Node* kid : node.kids) collect(*kid, out);
  for (const Node* value : node.values) collect(*value, out);
  for (const Block& block : node.blocks)
    for (const Node* inner : block) collect(*inner, out);
  const bool verb = node.kind == NodeKind::method && std::ranges::find(verb_names(), node.text) != verb_names().end();
  const bool joiner = node.kind == NodeKind::call && node.kids[0]->kind == NodeKind::name && !node.kids[0]->variable && joins(node.kids[0]->text);
  if (verb || joiner) out.push_back(&node);
}

}  // namespace

void Loading::note_spoken(std::uint32_t node) {
  loaded.spoken.push_back({file, current_line(), 0, {}});
  loaded.tree.nodes[node].spot = static_cast<std::uint32_t>(loaded.spoken.size());
}

void place_spoken(Loading& loading, const Chunk& chunk) {
  std::vector<const Node*> said;
  for (const Node* statement : chunk.tree().file().body) collect(*statement, said);
  auto& all = loading.loaded.spoken;
  if (said.size() == all.size() - loading.placed_)   // else a mistake stopped the file; its lines are known all the same
    for (std::size_t i = 0; i < said.size(); ++i) {
      Spoken& one = all[loading.placed_ + i];
      one.line = said[i]->line;
      one.column = said[i]->column;
      one.words = chunk.tree().words(*said[i]);
    }
  loading.placed_ = all.size();
}

}  // namespace remit::lua

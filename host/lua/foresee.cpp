// What the trees of a pack's files say before and beside their running: which records and parameters they will declare, and
// which keys stand twice in one pair of braces (Lua would take the last and say nothing).
#include <algorithm>
#include <set>

#include "lua/chunk.hpp"
#include "lua/loading.hpp"

namespace remit::lua {

namespace {

// The id of `word "id" { ... }`; empty when the node is something else.
std::string_view declared(const Node& node, std::string_view word) {
  if (node.kind != NodeKind::call || node.kids.size() != 2 || node.kids[1]->kind != NodeKind::table || node.kids[0]->kind != NodeKind::call) return {};
  const auto& called = node.kids[0]->kids;
  return called.size() == 2 && called[0]->kind == NodeKind::name && called[0]->text == word && called[1]->kind == NodeKind::text ? called[1]->text : std::string_view();
}

// The name before `=`; empty when there is none.
std::string_view key_of(const Node& entry) {
  if (entry.kind == NodeKind::named) return entry.text;
  return entry.kind == NodeKind::keyed && entry.kids[0]->kind == NodeKind::text ? entry.kids[0]->text : std::string_view();
}

}  // namespace

// A record is needed when the themes name it and one of its fields, or when one that is needed holds its id or lists it.
void Loading::need_records(const std::vector<std::pair<std::string, std::string>>& files) {
  std::map<std::string, std::set<std::string>> names;   // of each record: those that stand between its braces
  for (const auto& [place, text] : files) {
    Syntax tree(text);
    base::Problems ignored;   // told when the file is loaded
    tree.read(ignored);
    for (const Node& node : tree.nodes()) {
      const std::string id(declared(node, "record"));
      if (id.empty()) continue;
      const bool spoken_of = themes_name.contains(id) || themes_name.contains("other_" + id);
      Syntax::walk(*node.kids[1], [&](const Node& n) {
        if (spoken_of && themes_name.contains(key_of(n))) themes_need.insert(id);
        if (n.kind == NodeKind::name) names[id].emplace(n.text);
        return true;
      });
    }
  }
  for (std::vector<std::string> found(themes_need.begin(), themes_need.end()); !found.empty();) {
    const std::string id = found.back();
    found.pop_back();
    for (const auto& name : names[id])
      if (names.contains(name) && themes_need.insert(name).second) found.push_back(name);
  }
}

bool Loading::wants(const std::string& word, const std::string& id) const {
  if (!taken || (word != "parameter" && word != "record")) return true;
  return word == "parameter" ? themes_name.contains(id) : themes_need.contains(id);
}

void Loading::foresee(const std::string& name, std::string_view text) {
  if (!text.contains("record") && !text.contains("parameter")) return;
  Syntax tree(text);
  base::Problems ignored;   // told when the file is loaded
  tree.read(ignored);
  if (!ignored.empty()) {
    names_unknown = true;
    return;
  }
  for (const Node& node : tree.nodes()) {
    Foreseen& here = foreseen[name];
    if (const std::string id(declared(node, "parameter")); !id.empty() && wants("parameter", id)) {
      parameter_files.emplace(id, name);
      here.declared.push_back("parameter:" + id + ":" + layer);
      here.names.insert(id);
    }
    const std::string id(declared(node, "record"));
    if (!good_name(id)) continue;
    if (!root_of.contains(id) && !pack.schema.find(id) && !sandbox.defined(id)) add_root(id, &pack.schema.make(id));   // also one that is not read: others name it
    if (!wants("record", id)) continue;
    here.declared.push_back("record:" + id + ":" + layer);
    Syntax::walk(*node.kids[1], [&](const Node& n) {
      if (const auto key = key_of(n); !key.empty()) here.names.emplace(key);
      return true;
    });
  }
}

bool Loading::finished(const std::string& name) const {
  auto at = foreseen.find(name);
  return at == foreseen.end() || std::ranges::all_of(at->second.declared, [&](const auto& d) { return said.contains(d); });
}

void Loading::look_over(const Chunk& chunk) {
  for (const Node& node : chunk.tree().nodes()) {
    if (node.kind == NodeKind::index && node.kids[0]->text == "parameters")   // in a function: `parameters.gap`, or a name that is reckoned
      for (auto& p : pack.parameters) p.used |= !node.dotted || node.text == p.id;
    if (node.kind != NodeKind::table || !node.function || node.function->number != 0) continue;
    std::set<std::string_view> keys;
    for (const Node* entry : node.kids) {
      const auto key = key_of(*entry);
      if (key.empty() || keys.insert(key).second) continue;
      base::Problem p;
      p.code = "DUPLICATE_KEY";
      p.file = chunk.file();
      p.line = entry->line;
      p.column = entry->column;
      p.message = "`" + std::string(key) + "` stands twice between these braces; only one of them can hold";
      p.source = std::string(chunk.line(entry->line));
      doubles.push_back(std::move(p));
    }
  }
}

}  // namespace remit::lua

// While a file loads, `application.added_value` is a typed handle: a name that was checked, waiting for its verb.
#include <algorithm>

#include "base/text.hpp"
#include "lua/loading.hpp"
#include "lua/state.hpp"

namespace remit::lua {

using base::Type;
using rules::Op;

namespace {

constexpr const char* handle_name = "remit.handle";
constexpr char loading_key = 0;

std::string hint(const std::string& near, std::string_view before = "", std::string_view after = "") {
  return near.empty() ? std::string() : "; the nearest is `" + std::string(before) + near + std::string(after) + "`";
}

// What to say of `name`, which is no field of the record or group on the left.
void unknown_field(Loading& loading, const Handle& handle, const base::RecordType& type, int parent, const std::string& name) {
  if (loading.lost.contains(name)) return;   // its declaration was refused, and that was said
  const std::vector<std::string> names = type.names_in(parent, true);
  const std::string near = base::nearest(name, names), whose = loading.name_of(handle);
  if (handle.root == policy::root::parameters) {
    auto at = loading.parameter_files.find(name);
    const std::string later = at == loading.parameter_files.end() ? std::string() : "; it stands in " + at->second + ", which is read later: put it into a file of parameters/";
    return loading.problem("UNKNOWN_PARAMETER", "there is no parameter `" + name + "`" + (later.empty() ? hint(near) : later), name);
  }
  std::string advice = hint(near);
  if (near.empty()) advice = hint(base::nearest(name, verb_names()), parent < 0 ? "" : ":");
  if (near.empty() && parent < 0) advice.clear();   // of a whole record nothing is asked by a verb
  if (handle.root == policy::root::facts) advice += parent < 0 ? "; facts are declared by a `plugin` entry, and that is read before: put it into plugins.lua" : "; the `plugin` entry declares them: facts = { " + name + " = ... }";
  loading.problem("UNKNOWN_FIELD", "`" + whose + "` has no field `" + name + "`" + advice, name);
}

int field_or_verb(lua_State* L) {
  Loading& loading = loading_of(L);
  const Handle handle = *loading.handle_at(1);
  if (handle.kind == Handle::Kind::broken && lua_type(L, 2) != LUA_TSTRING) return loading.push_broken();
  if (lua_type(L, 2) != LUA_TSTRING) {
    loading.problem("UNKNOWN_FIELD", "a field is named by a word after a dot: `application.title`; what is asked of items of a list says `:every(...)` or `:any(...)`");
    return loading.push_broken();
  }
  const std::string name(text_at(L, 2));
  if (push_verb(L, 1, name)) return 1;
  if (handle.kind == Handle::Kind::broken) return loading.push_broken();
  const base::Field* group = loading.field_of(handle);
  const base::RecordType* type = handle.kind == Handle::Kind::root || (group && group->type == Type::record) ? loading.pack.roots[handle.root].type : nullptr;
  const int parent = group ? handle.field : -1;
  if (!type) {
    const std::string near = base::nearest(name, verb_names()), said = loading.name_of(handle);
    loading.problem("UNKNOWN_VERB", (group ? "`" + said + "`" : said) + " has no field and no verb `" + name + "`" + hint(near, ":", "(...)"), name);
    return loading.push_broken();
  }
  const int field = type->find_in(parent, name);
  if (field < 0) {
    unknown_field(loading, handle, *type, parent, name);
    return loading.push_broken();
  }
  Handle found;
  found.kind = Handle::Kind::field;
  found.root = handle.root;
  found.field = static_cast<std::uint16_t>(field);
  if (found.root == policy::root::parameters) loading.pack.parameters[found.field].used = true;
  loading.push(found);
  return 1;
}

int cannot_write(lua_State* L) {
  loading_of(L).problem("READ_ONLY", "a fact cannot be changed by a rule; it can only be asked about");
  return 0;
}

int cannot_compute(lua_State* L) {
  Loading& loading = loading_of(L);
  for (int i = 1; i <= std::min(lua_gettop(L), 2); ++i)
    if (const Handle* h = loading.handle_at(i); h && h->kind == Handle::Kind::broken) return loading.push_broken();
  loading.problem("STRAIGHT_LINE", "facts are asked with verbs, not with operators: write `:at_least(...)`, `:sum(...)`, or a `test = function (application) ... end`");
  return loading.push_broken();
}

int cannot_call(lua_State* L) {
  Loading& loading = loading_of(L);
  const Handle h = *loading.handle_at(1);
  if (h.kind == Handle::Kind::broken) return loading.push_broken();
  const std::string said = loading.name_of(h);
  loading.problem("NOT_A_VERB", h.kind == Handle::Kind::condition ? "this condition is complete, and something more stands after it; is a comma missing?"
                                                                   : "`" + said + "` has no verb before the brackets: write `" + said + ":is(...)`", h.kind == Handle::Kind::field ? loading.field_of(h)->name : "");
  return loading.push_broken();
}

}  // namespace

Loading& loading_of(lua_State* L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &loading_key);
  auto* loading = static_cast<Loading*>(lua_touserdata(L, -1));
  lua_pop(L, 1);
  if (!loading) Sandbox::raise(L, "NOT_A_SENTENCE", "words and sentences are read when the policy loads; a function asks the records that it is given");
  return *loading;
}

Loading::~Loading() {
  lua_pushnil(L());
  lua_rawsetp(L(), LUA_REGISTRYINDEX, &loading_key);
}

void Loading::push(const Handle& handle) {
  auto* made = static_cast<Handle*>(lua_newuserdatauv(L(), sizeof(Handle), 0));
  *made = handle;
  luaL_setmetatable(L(), handle_name);
}

int Loading::push_broken() {
  Handle h;
  h.kind = Handle::Kind::broken;
  push(h);
  return 1;
}

Handle* Loading::handle_at(int index) { return static_cast<Handle*>(luaL_testudata(L(), index, handle_name)); }

const base::Field* Loading::field_of(const Handle& h) const {
  if (h.kind != Handle::Kind::field) return nullptr;
  return &pack.roots[h.root].type->fields[h.field];
}

std::string Loading::name_of(const Handle& h) const {
  if (h.kind == Handle::Kind::condition) return "this condition";
  if (h.kind == Handle::Kind::number || h.kind == Handle::Kind::broken) return "this number";
  std::string name = pack.roots[h.root].name;
  if (const auto* f = field_of(h)) name += "." + f->path;
  return name;
}

std::uint32_t Loading::node_of(const Handle& h) {
  if (h.kind == Handle::Kind::number || h.kind == Handle::Kind::condition) return h.node;
  if (h.kind != Handle::Kind::field) return rules::nowhere;
  rules::Node n{};
  n.op = Op::field;
  n.root = h.root;
  n.field = h.field;
  return loaded.tree.add(n);
}

// Nodes stand after all that they are made of, so one walk from the front sizes them.
Loading::Size Loading::size_of(std::uint32_t node) {
  constexpr std::uint32_t most = 1'000'000;
  for (auto i = static_cast<std::uint32_t>(sizes_.size()); i <= node; ++i) {
    const rules::Node& n = loaded.tree.nodes[i];
    Size size{1, 1};
    auto add = [&](std::uint32_t part) {
      if (part == rules::nowhere) return;
      size.parts = std::min(most, size.parts + sizes_[part].parts);
      size.levels = std::max(size.levels, sizes_[part].levels + 1);
    };
    add(n.a);
    add(n.b);
    for (auto child : loaded.tree.children(n)) add(child);
    sizes_.push_back(size);
  }
  return sizes_[node];
}

bool good_name(std::string_view name) {
  static constexpr std::string_view words_of_lua[] = {"and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
                                                      "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while"};
  if (name.empty() || name.size() > 80 || name[0] < 'a' || name[0] > 'z') return false;
  if (std::ranges::find(words_of_lua, name) != std::end(words_of_lua)) return false;
  return std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

std::uint16_t Loading::add_root(const std::string& name, const base::RecordType* type) {
  if (auto at = root_of.find(name); at != root_of.end()) return at->second;
  const auto number = static_cast<std::uint16_t>(pack.roots.size());
  if (number >= policy::most_roots) {
    problem("TOO_MANY_TYPES", "a pack has at most " + std::to_string(policy::most_roots) + " kinds of records");
    return 0;
  }
  pack.roots.push_back({name, type});
  root_of[name] = number;
  Handle h;
  h.root = number;
  push(h);
  sandbox.define(name);
  return number;
}

void Loading::add_others(const std::string& name, std::uint16_t field) {
  const std::uint16_t number = add_root("other_" + name, pack.schema.find(name));
  pack.roots[number].others = field;
}

void Loading::problem(std::string code, std::string message, std::string_view near) {
  problem_at(current_line(), std::move(code), std::move(message), near);
}

void Loading::problem_at(int line, std::string code, std::string message, std::string_view near, const std::string& rule) {
  problem_at(Spot{line, column_of(sandbox.source_line(file, line), near)}, std::move(code), std::move(message), rule);
}

void Loading::problem_at(Spot spot, std::string code, std::string message, const std::string& rule) {
  base::Problem p;
  p.code = std::move(code);
  p.file = file;
  p.line = spot.line;
  p.column = spot.column;
  p.message = std::move(message);
  p.rule = rule;
  sandbox.note(std::move(p));
}

int Loading::current_line() const { return sandbox.place().line; }

void define_handles(Loading& loading) {
  lua_State* L = loading.L();
  lua_pushlightuserdata(L, &loading);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &loading_key);
  luaL_newmetatable(L, handle_name);
  lua_pushcfunction(L, guarded<field_or_verb>);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, guarded<cannot_write>);
  lua_setfield(L, -2, "__newindex");
  for (const char* event : {"__add", "__sub", "__mul", "__div", "__mod", "__idiv", "__unm", "__concat", "__len", "__lt", "__le"}) {
    lua_pushcfunction(L, guarded<cannot_compute>);
    lua_setfield(L, -2, event);
  }
  lua_pushcfunction(L, guarded<cannot_call>);
  lua_setfield(L, -2, "__call");
  lua_pushliteral(L, "handle");
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}

}  // namespace remit::lua

// While a file loads, `application.added_value` is a typed handle: a name that was checked, waiting for its verb.
#include <lua.hpp>

#include <algorithm>

#include "base/text.hpp"
#include "lua/loading.hpp"

namespace remit::lua {

using base::Type;
using rules::Node;
using rules::Op;

namespace {

constexpr const char* handle_name = "remit.handle";
constexpr char loading_key = 0;

// A dummy that can be spoken on with, after a mistake was reported, so that the rest of the file is checked too.
Handle nothing() {
  Handle h;
  h.kind = Handle::Kind::field;
  h.field = -1;
  return h;
}

int field_or_verb(lua_State* L) {
  Loading& loading = loading_of(L);
  Handle handle = *loading.handle_at(1);
  if (lua_type(L, 2) != LUA_TSTRING) {
    loading.problem("UNKNOWN_FIELD", "a field is named by a word after a dot: `application.title`");
    loading.push(nothing());
    return 1;
  }
  std::string_view name = lua_tostring(L, 2);
  if (push_verb(L, name)) return 1;
  if (handle.kind == Handle::Kind::field && handle.field < 0) {
    loading.push(handle);
    return 1;
  }
  const base::RecordType* type = handle.kind == Handle::Kind::root ? loading.pack.roots[handle.root].type : nullptr;
  int parent = -1;
  if (handle.kind == Handle::Kind::field && loading.field_of(handle)->type == Type::record) {
    type = loading.pack.roots[handle.root].type;
    parent = handle.field;
  }
  if (!type) {
    std::string near = base::nearest(name, verb_names());
    loading.problem("UNKNOWN_VERB", "`" + loading.name_of(handle) + "` has no field and no verb `" + std::string(name) + "`" +
                                        (near.empty() ? "" : "; the nearest is `:" + near + "`"), name);
    loading.push(nothing());
    return 1;
  }
  int field = type->find_in(parent, name);
  if (field < 0) {
    std::vector<std::string> names = type->names_in(parent, true);
    std::string near = base::nearest(name, names);
    std::string verb = base::nearest(name, verb_names());
    std::string hint = !near.empty() ? "; the nearest is `" + near + "`" : !verb.empty() ? "; did you mean the verb `:" + verb + "`" : "";
    const bool parameter = handle.root == policy::root::parameters;
    loading.problem(parameter ? "UNKNOWN_PARAMETER" : "UNKNOWN_FIELD",
                    parameter ? "there is no parameter `" + std::string(name) + "`" + hint
                              : "`" + loading.name_of(handle) + "` has no field `" + std::string(name) + "`" + hint,
                    name);
    loading.push(nothing());
    return 1;
  }
  Handle found;
  found.kind = Handle::Kind::field;
  found.root = handle.root;
  found.field = static_cast<std::int16_t>(field);
  loading.push(found);
  return 1;
}

int cannot_write(lua_State* L) {
  loading_of(L).problem("READ_ONLY", "a fact cannot be changed by a rule; it can only be asked about");
  return 0;
}

int cannot_compute(lua_State* L) {
  loading_of(L).problem("STRAIGHT_LINE", "facts are asked with verbs, not with operators: write `:at_least(...)`, `:sum(...)`, `ratio(...)`");
  loading_of(L).push(nothing());
  return 1;
}

}  // namespace

Loading& loading_of(lua_State* L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &loading_key);
  auto* loading = static_cast<Loading*>(lua_touserdata(L, -1));
  lua_pop(L, 1);
  return *loading;
}

void Loading::push(const Handle& handle) {
  auto* made = static_cast<Handle*>(lua_newuserdatauv(L(), sizeof(Handle), 0));
  *made = handle;
  luaL_setmetatable(L(), handle_name);
}

Handle* Loading::handle_at(int index) { return static_cast<Handle*>(luaL_testudata(L(), index, handle_name)); }

const base::Field* Loading::field_of(const Handle& h) const {
  if (h.kind != Handle::Kind::field || h.field < 0) return nullptr;
  return &pack.roots[h.root].type->fields[static_cast<std::size_t>(h.field)];
}

std::string Loading::name_of(const Handle& h) const {
  if (h.kind == Handle::Kind::condition) return "this condition";
  if (h.kind == Handle::Kind::number) return "this number";
  std::string name = pack.roots[h.root].name;
  if (const auto* f = field_of(h)) name += "." + f->path;
  return name;
}

std::uint32_t Loading::node_of(const Handle& h) {
  if (h.kind == Handle::Kind::number || h.kind == Handle::Kind::condition) return h.node;
  if (h.kind == Handle::Kind::root || h.field < 0) return rules::nowhere;
  Node n{};
  n.op = Op::field;
  n.root = h.root;
  n.field = static_cast<std::uint16_t>(h.field);
  return loaded.tree.add(n);
}

std::uint16_t Loading::add_root(const std::string& name, const base::RecordType* type, bool global) {
  auto at = root_of.find(name);
  std::uint16_t number;
  if (at != root_of.end()) {
    number = at->second;
    if (!pack.roots[number].type) pack.roots[number].type = type;
  } else {
    number = static_cast<std::uint16_t>(pack.roots.size());
    if (number >= policy::most_roots) {
      problem("TOO_MANY_TYPES", "a pack has at most " + std::to_string(policy::most_roots) + " kinds of records");
      return 0;
    }
    pack.roots.push_back({name, type});
    root_of[name] = number;
  }
  if (global) {
    Handle h;
    h.root = number;
    push(h);
    sandbox.define(name);
  }
  return number;
}

void Loading::problem(std::string code, std::string message, std::string_view near) {
  problem_at(current_line(), std::move(code), std::move(message), near);
}

void Loading::problem_at(int line, std::string code, std::string message, std::string_view near, const std::string& rule) {
  base::Problem p;
  p.code = std::move(code);
  p.file = file;
  p.line = line;
  p.message = std::move(message);
  p.rule = rule;
  p.source = std::string(sandbox.source_line(file, line));
  if (auto at = near.empty() ? std::string::npos : p.source.find(near); at != std::string::npos) p.column = static_cast<int>(at) + 1;
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
  for (const char* event : {"__add", "__sub", "__mul", "__div", "__mod", "__idiv", "__unm", "__concat", "__len", "__lt", "__le", "__call"}) {
    lua_pushcfunction(L, guarded<cannot_compute>);
    lua_setfield(L, -2, event);
  }
  lua_pushliteral(L, "handle");
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 1);
}

}  // namespace remit::lua

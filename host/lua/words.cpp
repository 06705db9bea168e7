#include "lua/words.hpp"

#include <lua.hpp>

#include <algorithm>

namespace remit::lua {

namespace {

// Rule ids are words with hyphens; what stands after a dot uses underscores.
bool good_id(std::string_view id, bool underscores) {
  if (id.empty() || id.size() > 80) return false;
  return std::ranges::all_of(id, [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (underscores ? c == '_' : c == '-' || c == '/');
  });
}

int body(lua_State* L) {
  Loading& loading = loading_of(L);
  auto* take = reinterpret_cast<void (*)(Spec&)>(lua_touserdata(L, lua_upvalueindex(1)));
  const std::string word = lua_tostring(L, lua_upvalueindex(2)), id = lua_tostring(L, lua_upvalueindex(3));
  const int line = static_cast<int>(lua_tointeger(L, lua_upvalueindex(4)));
  loading.pending.erase(word + " \"" + id + "\"");
  if (!lua_istable(L, 1)) {
    loading.problem_at(line, "NO_BODY", word + " \"" + id + "\" is followed by its contents in braces: `{ title = ..., ... }`", word);
    return 0;
  }
  lua_settop(L, 1);
  Spec spec(loading, 1, word, id, line);
  if (!loading.ids.insert(word + ":" + id + ":" + loading.layer).second && word != "override" && word != "record")
    spec.problem("DUPLICATE_ID", "it stands twice; give one of them another name", id);
  take(spec);
  lua_settop(L, 1);
  return 0;
}

int begin(lua_State* L) {
  Loading& loading = loading_of(L);
  const std::string word = lua_tostring(L, lua_upvalueindex(2));
  const int line = loading.current_line();
  if (lua_type(L, 1) != LUA_TSTRING) {
    loading.problem("NO_ID", "a " + word + " has a name in quotes: `" + word + " \"its-name\" { ... }`", word);
    lua_pushliteral(L, "?");
    lua_replace(L, 1);
  }
  const std::string id = lua_tostring(L, 1);
  const bool underscores = word == "parameter" || word == "record";
  if (id != "?" && !good_id(id, underscores))
    loading.problem("BAD_ID", "\"" + id + "\" is no name for a " + word + ": small letters, digits and " + (underscores ? "underscores" : "hyphens"), id);
  loading.pending[word + " \"" + id + "\""] = line;
  lua_settop(L, 1);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, line);
  lua_pushcclosure(L, guarded<body>, 4);
  return 1;
}

}  // namespace

void define_word(Loading& loading, const char* name, void (*take)(Spec&)) {
  lua_State* L = loading.L();
  lua_pushlightuserdata(L, reinterpret_cast<void*>(take));
  lua_pushstring(L, name);
  lua_pushcclosure(L, guarded<begin>, 2);
  loading.sandbox.define(name);
}

}  // namespace remit::lua

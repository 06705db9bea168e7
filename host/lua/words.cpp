#include "lua/words.hpp"

#include <lua.hpp>

#include <algorithm>

#include "base/text.hpp"

namespace remit::lua {

namespace {

// Rule ids are words with hyphens; what stands after a dot (fields, parameters) is a name.
bool good_id(std::string_view word, std::string_view id) {
  if (word == "parameter" || word == "record") return good_name(id);
  if (id.empty() || id.size() > 80) return false;
  return std::ranges::all_of(id, [&](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c == '/' && word == "override"); });
}

// Which words may be said of one id several times: an override adds, a record adds fields, an area sets a parameter of the core.
bool may_repeat(std::string_view word) { return word == "override" || word == "record"; }
bool may_repeat_above(std::string_view word) { return may_repeat(word) || word == "pack" || word == "parameter" || word == "no_provision"; }
bool is_rule(std::string_view word) { return word == "criterion" || word == "conflict" || word == "requirement" || word == "appeal"; }

// An id is said once; a layer above does not say it again in passing.
void say_once(Spec& spec) {
  Loading& loading = spec.loading;
  const std::string start = spec.word + ":" + spec.id + ":", here = loading.file + ":" + std::to_string(spec.line);
  const auto [at, fresh] = loading.said.try_emplace(start + loading.layer, here);
  if (!fresh && !may_repeat(spec.word)) {
    spec.problem("DUPLICATE_ID", "it stands twice, here and at " + at->second + "; give one of them another name", spec.id);
    return;
  }
  if (may_repeat_above(spec.word)) return;
  for (const auto& layer : loading.pack.layers) {
    if (layer.id == loading.layer || !loading.said.contains(start + layer.id)) continue;
    spec.problem("DUPLICATE_ID", "the pack `" + layer.id + "` below this one has it already; " +
                                     (is_rule(spec.word) ? "to change that one write `override \"" + layer.id + "/" + spec.id + "\"`, or give this one another name" : "give this one another name"),
                 spec.id);
    return;
  }
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
  if (!loading.wants(word, id)) return 0;
  lua_settop(L, 1);
  Spec spec(loading, 1, word, id, line);
  say_once(spec);
  take(spec);
  lua_settop(L, 0);
  return 0;
}

int nothing(lua_State*) { return 0; }

int begin(lua_State* L) {
  Loading& loading = loading_of(L);
  const std::string word = lua_tostring(L, lua_upvalueindex(2));
  const int line = loading.current_line();
  if (lua_type(L, 1) != LUA_TSTRING) {
    loading.problem("NO_ID", "a " + word + " has a name in quotes before its braces: `" + word + " \"its-name\" { ... }`", word);
    lua_pushcfunction(L, guarded<nothing>);   // takes the braces, if there are any
    return 1;
  }
  const std::string id = lua_tostring(L, 1);
  if (!good_id(word, id))
    loading.problem("BAD_ID", "\"" + base::printable(id, 80) + "\" is no name for a " + word + ": small letters, digits and " +
                                  (word == "parameter" || word == "record" ? "underscores, a letter first, and no word of Lua" : "hyphens"), id);
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
  loading.words.emplace_back(name);
  lua_pushlightuserdata(L, reinterpret_cast<void*>(take));
  lua_pushstring(L, name);
  lua_pushcclosure(L, guarded<begin>, 2);
  loading.sandbox.define(name);
}

}  // namespace remit::lua

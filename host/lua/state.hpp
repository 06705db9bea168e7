// Lua's own header, and what every part of this folder needs beside it.
#pragma once
#include <lua.hpp>
#include <string_view>

namespace remit::lua {

class Sandbox;

/// The sandbox that owns a state: its address stands in the state's extra space.
inline Sandbox& sandbox_of(lua_State* L) { return **static_cast<Sandbox**>(lua_getextraspace(L)); }

inline void push_text(lua_State* L, std::string_view s) { lua_pushlstring(L, s.data(), s.size()); }

/// The bytes of the string at `index` (which must be one: numbers are not converted).
inline std::string_view text_at(lua_State* L, int index) {
  std::size_t size = 0;
  const char* s = lua_tolstring(L, index, &size);
  return {s, size};
}

inline bool is_text(lua_State* L, int index) { return lua_type(L, index) == LUA_TSTRING; }

}  // namespace remit::lua

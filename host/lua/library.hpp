// Everything a script may call: bounded, deterministic, without the C library's patterns, clocks, addresses and locale.
#pragma once
#include "lua/names.hpp"
#include "lua/state.hpp"

namespace remit::lua {

/// Puts the library into the globals, sets the metatable of strings, and adds every name to `names`.
void open_library(lua_State* L, Names& names);

}  // namespace remit::lua

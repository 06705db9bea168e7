// Everything a script may call: bounded, deterministic, without the C library's patterns, clocks, addresses and locale.
#pragma once
#include <string_view>
#include <vector>

#include "lua/names.hpp"
#include "lua/state.hpp"

namespace remit::lua {

/// Puts the library into the globals, sets the metatable of strings, and adds every name to `names`.
void open_library(lua_State* L, Names& names);

/// The names in a table of the library, or of the functions that stand by themselves for "". Empty for any other table.
std::vector<std::string_view> library_names(std::string_view table);

}  // namespace remit::lua

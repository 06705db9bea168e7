// Read-only in place: a frozen table keeps its identity; its contents move into a hidden table behind a locked metatable.
#pragma once
#include "base/problem.hpp"
#include "lua/state.hpp"

namespace remit::lua {

/// Freezes the table at `index` (not what is in it).
void freeze_table(lua_State* L, int index);
/// Pushes the hidden table behind the frozen table at `index` and answers true; pushes nothing when it is not frozen.
bool push_hidden(lua_State* L, int index);
/// READ_ONLY unless the value at `index` is a plain table.
void check_writable(lua_State* L, int index);

}  // namespace remit::lua

// The net under the tree: what Lua's compiler really made of a file. The verifier reads source; this reads the dump of the
// compiled functions (format and opcodes of Lua 5.4.0 to 5.4.6; a unit test pins them), so that a mistake in one is caught by
// the other.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "lua/names.hpp"

struct lua_State;

namespace remit::lua {

struct Compiled {
  struct Constant {
    bool is_text = false;
    std::string text;
  };
  struct Upvalue {
    bool in_stack = false;     // a register of the function around it; else an upvalue of it
    std::uint8_t index = 0;
    std::string name;
  };
  int line = 0, last_line = 0;
  std::vector<std::uint32_t> code;
  std::vector<Constant> constants;
  std::vector<Upvalue> upvalues;
  std::vector<Compiled> inner;
  std::vector<int> lines;      // of each instruction; empty when the dump had none

  /// How many loops over iterators this function itself has; none when it jumps back in any other way.
  std::optional<std::size_t> loops() const;
  /// For each upvalue: whether this function or one inside it writes it.
  std::vector<bool> written() const;
};

/// The compiled form of the Lua function on top of the stack (which stays). Throws std::runtime_error on a format that is
/// not Lua 5.4's.
Compiled compiled_form(lua_State* L);

/// Names of the variables outside the function on top of the stack (popped) that it, or a function inside it, writes.
std::vector<std::string> variables_written(lua_State* L);

struct NetRules {
  const Names& names;
  bool bare = false;           // globals may be written at file level
  bool exact = true;           // no division inside functions
};

/// Walks a whole file; a problem for every instruction that verified source cannot lead to.
void check_compiled(const Compiled& file, const NetRules& rules, base::Problems& problems);

}  // namespace remit::lua

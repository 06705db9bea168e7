// What a file may say, checked on its tree before it is compiled. lua/bytecode.hpp is the net under it.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/problem.hpp"
#include "lua/bytecode.hpp"
#include "lua/names.hpp"
#include "lua/syntax.hpp"

namespace remit::lua {

struct Dialect;

/// Adds a problem for everything that the dialect does not allow:
///   TOO_COMPLEX    a function that names so many things that the compiled form could not be checked
///   FILE_LEVEL     `and`, `or`, `not`, comparisons, `if`, loops outside of functions (not in the bare dialect)
///   GLOBAL_WRITE   storing into a global; READ_ONLY when it is a built-in or a word of the host
///   UNKNOWN_NAME   a global that nobody defined, with the nearest
///   FORBIDDEN      a comparison inside an index (Lua 5.4.4 compiles some of them wrongly)
///   INEXACT        `/` and decimal literals that a function would compute with (exact dialect)
///   ALWAYS_TRUE    `s == "a" or "b"`
/// In the bare dialect the globals that a file assigns at file level become known names.
void verify(const Syntax& tree, Names& names, const Dialect& dialect, base::Problems& problems);

/// By function number: the most instructions that a call from the host can execute, calls multiplied through, and besides in
/// each turn of each loop over ipairs or pairs, which the library charges. None for functions with any other loop, with
/// recursion, or that call something unknown. Host functions charge for themselves.
std::vector<std::optional<std::int64_t>> step_bounds(const Syntax& tree, const Compiled& file, const Names& names);

/// Whether no path through the function reaches its end without `return` and a value (or an error).
bool always_answers(const Function& function);

}  // namespace remit::lua

// A word of the language: `criterion "added-value" { ... }`.
#pragma once
#include "lua/spec.hpp"

namespace remit::lua {

/// Makes `name` a word of the file level: called with an id, then with a table, which `take` reads.
void define_word(Loading& loading, const char* name, void (*take)(Spec&));

}  // namespace remit::lua

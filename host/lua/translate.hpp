// What Lua says at run time, in words for people who are not programmers. Only names and literals of the source appear in
// them, never a value of an application.
#pragma once
#include <string>
#include <string_view>

#include "lua/syntax.hpp"

namespace remit::lua {

struct Translation {
  std::string code, message;
  const Node* where = nullptr;   // for the caret
};

/// `raw`: "=#3:12: attempt to index a nil value (field 'household')". `tree` may be null.
Translation translate(std::string_view raw, const Syntax* tree, int line);

}  // namespace remit::lua

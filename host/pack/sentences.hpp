// The rules of a pack as they are written: their parts, word by word, without comments and line ends. Two texts of a pack are compared
// with this. What Lua makes of them is host/lua's to know.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lua/load.hpp"

namespace remit::pack {

using Words = std::vector<std::string>;

struct Sentences {
  std::string kind, id, file;          // "criterion", "added-value", "eligibility.lua"
  std::map<std::string, Words> parts;  // "passes_when" -> application, ., added_value, :, is_answered, (, )
  /// A part that is one text, as "title" or "clause": what it says. Empty when it is none.
  std::string text(const std::string& part) const;
};

/// Every `word "id" { ... }` of a layer's files, by kind and id.
std::map<std::string, Sentences> sentences_of(const lua::LayerText& layer);

/// Words as a person would write them in one line.
std::string in_line(const Words& words);
/// The members of `joiner { a, b, ... }`, or the words themselves as the only one.
std::vector<Words> members_of(const Words& words, std::string_view joiner);

}  // namespace remit::pack

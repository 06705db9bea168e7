// What the files of a pack say, as plain data: each entry and rule with its keys as they stand. A value that is a text, a number, a
// word or a table of these comes as it is; a sentence or a function comes as its words.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "intake/json.hpp"
#include "lua/load.hpp"

namespace remit::study {

/// `word "id" { ... }` in a file of a pack: a rule, or an entry of standing data.
struct Item {
  std::string word, id, file;
  int line = 0, last_line = 0;
  intake::Json keys;                 // an object: what stands under a name
  std::vector<std::string> words;    // all that it says, word by word: two items say the same when these are the same
  bool carries(std::string_view row) const;
};

/// The items of a layer, by file. Throws base::Refused (exit 3) for a text that is no Lua.
std::vector<Item> items_of(const lua::LayerText& layer);

}  // namespace remit::study

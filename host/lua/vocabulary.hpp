// What a pack's text may say, as the loader itself knows it: every word with the keys that it asks for, and every name that stands by
// itself. Nobody lists them a second time; the files for editors are made from this.
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lua/load.hpp"
#include "lua/names.hpp"

namespace remit::lua {

struct Vocabulary {
  /// By word ("criterion"): the keys between its braces. Of tables inside: "unless", "case" (of a classification), "period" (of a parameter).
  std::map<std::string, std::set<std::string>> keys;
  /// Every global but records: words, joiners, constants, types of fields, the library and its tables.
  std::map<std::string, Names::Entry> names;
  /// The functions in the tables of the library: "string" -> "upper", ...
  std::map<std::string, std::vector<std::string>> functions;
};

/// Found out by letting the loader read packs that say every word.
Vocabulary vocabulary();
/// Adds what is asked for, and known, while these layers are read; their mistakes do not matter. (load.cpp)
void note_words(const std::vector<LayerText>& layers, Vocabulary& out);

}  // namespace remit::lua

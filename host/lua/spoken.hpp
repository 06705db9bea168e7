// Where the sentences of a pack stand: every verb and joiner of its files, with the place that says it.
#pragma once
#include <string>

namespace remit::lua {

class Chunk;
class Loading;

/// One condition or number as a file says it.
struct Spoken {
  std::string file;
  int line = 0, column = 0;   // from 1; column 0: not known
  std::string words;          // on one line, cut when long; empty: not known
};

/// Finds the places of all that the file of `chunk` said, once it has run: files are straight-line text, so the verbs ran in the order
/// in which their parentheses close.
void place_spoken(Loading& loading, const Chunk& chunk);

}  // namespace remit::lua

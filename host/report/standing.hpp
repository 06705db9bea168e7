// Where the applications of a stream stand: the ranked ones in order, the line below which no money goes, and the rest
// by what kept them out.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

using Records = std::vector<const record::DecisionRecord*>;

struct Standing {
  const record::Stream* stream = nullptr;
  Records ranked;                       // by rank, then id
  bool shared_out = false;              // by an allocator, which may pass over ranks: no line runs through them
  std::size_t line = 0;                 // how many of them come down to the last that gets money; where it was shared out, all
  std::vector<std::pair<std::string_view, Records>> others;   // by Proposal::why: what needs a person first
};

/// "funding line: £50 of £1,000 is left", or, where no line runs, what is left.
std::string line_words(const Standing& standing);

/// One for each stream of the document, in its order.
std::vector<Standing> standings(const record::DecisionDocument& document);

}  // namespace remit::report

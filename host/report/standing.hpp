// Where the applications of a stream stand: the ranked ones in order, the line below which no money goes, and the rest
// by what kept them out.
#pragma once
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

using Records = std::vector<const record::DecisionRecord*>;

struct Standing {
  const record::Stream* stream = nullptr;
  Records ranked;                       // by rank, then id
  std::size_t line = 0;                 // how many of them come down to the last that gets money
  std::vector<std::pair<std::string_view, Records>> others;   // by Proposal::why: what needs a person first
};

/// One for each stream of the document, in its order.
std::vector<Standing> standings(const record::DecisionDocument& document);

}  // namespace remit::report

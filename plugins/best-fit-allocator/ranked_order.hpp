// What the default procedure would do with the same budget: rank by rank (step 5 of "default/1"). Computed here so that the allocation can
// say how it differs; it decides nothing.
#pragma once
#include "proposal.hpp"

namespace best_fit {

struct RankedAward {
  enum class How { whole, parts, nothing, refer } how = How::nothing;
  std::int64_t cost = 0;   // pence; 0 unless whole or parts
};

/// By proposal. `proposals` are in order of ranks. In rank order, with what is left of the budget: the whole request, or else its
/// elements by fit, each that fits and has what it needs. Equal ranks only if all of them fit whole, else they and all below are
/// for people. Without `past_gap` the first that is not funded whole is the last.
std::vector<RankedAward> ranked_order(const std::vector<Proposal>& proposals, std::int64_t budget, bool past_gap);

}  // namespace best_fit

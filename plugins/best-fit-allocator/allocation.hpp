// The best allocation of one stream, with what people need to know of it: who must be chosen by people, how it differs from the
// rank order, and what funding somebody who was left out would cost in points.
#pragma once
#include <optional>

#include "proposal.hpp"
#include "ranked_order.hpp"

namespace best_fit {

/// What it would take to fund an application whole that the best fit does not.
struct Instead {
  int128 value = 0;                       // units, of the best set that funds it whole
  std::int64_t money = 0;
  std::vector<std::uint32_t> gainers;     // who has more in the best fit than in that set
};

struct Allocation {
  bool proven = false;                    // false: the work ran out, and nothing else is said
  Units units;
  int128 value = 0;                       // of all awards, in units
  std::int64_t money = 0;
  std::vector<Award> awards;              // by proposal
  std::vector<bool> open;                 // equal ranks could be given other awards for the same points and money: people choose
  std::vector<RankedAward> ranked;
  int128 ranked_value = 0;
  std::int64_t ranked_money = 0;
  std::vector<std::optional<Instead>> instead;   // of those not funded whole, as far as the work goes
};

/// Proposals in order of ranks. `nodes`: how much work may be done. Throws remit::failure where the stream cannot be counted exactly.
Allocation allocate(const std::vector<Proposal>& proposals, const Terms& terms, bool past_gap, std::int64_t nodes);

}  // namespace best_fit

#include "ranked_order.hpp"

#include <algorithm>

namespace best_fit {

namespace {

bool fits(std::int64_t cost, std::int64_t left) { return cost >= 0 && cost <= left; }

/// One pass over the elements by fit. None: nothing could be taken.
RankedAward parts(const Proposal& p, std::int64_t left) {
  std::vector<bool> taken(p.elements.size());
  RankedAward out;
  for (const std::uint32_t e : by_fit(p.elements)) {
    const bool has_needs = std::ranges::all_of(p.elements[e].needs, [&](const std::string& need) {
      const auto at = std::ranges::find(p.elements, need, &Element::id);
      return at != p.elements.end() && taken[static_cast<std::size_t>(at - p.elements.begin())];
    });
    if (!has_needs || !fits(p.elements[e].cost, left - out.cost)) continue;
    taken[e] = true;
    out.cost += p.elements[e].cost;
    out.how = RankedAward::How::parts;
  }
  return out;
}

}  // namespace

std::vector<RankedAward> ranked_order(const std::vector<Proposal>& proposals, std::int64_t budget, bool past_gap) {
  using How = RankedAward::How;
  std::vector<RankedAward> out(proposals.size());
  std::int64_t left = budget;
  for (std::size_t i = 0; i < proposals.size();) {
    std::size_t end = i;
    std::int64_t after = left;
    bool all_fit = true;
    for (; end < proposals.size() && proposals[end].rank == proposals[i].rank; ++end) {
      all_fit = all_fit && fits(proposals[end].requested, after);
      if (all_fit) after -= proposals[end].requested;
    }
    if (all_fit) {
      for (; i < end; ++i) out[i] = {How::whole, proposals[i].requested};
      left = after;
    } else if (end - i > 1) {
      for (; i < out.size(); ++i) out[i] = {How::refer, 0};
    } else {
      out[i] = parts(proposals[i], left);
      left -= out[i].cost;
      if (!past_gap) break;
      ++i;
    }
  }
  return out;
}

}  // namespace best_fit

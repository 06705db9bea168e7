// Step 4: in each stream, who can be ranked, by total and then by the means of the tie-break measures. Those who are
// equal in all of them share a rank; no order in a file decides between them.
#include <algorithm>

#include "engine/steps.hpp"

namespace remit::engine {

namespace {

class Order {
 public:
  Order(const base::Scoring& scoring, const Scores& scores) : scoring_(scoring), scores_(scores) {}

  /// Greater when `a` goes before `b`.
  std::strong_ordering operator()(std::uint32_t a, std::uint32_t b) const {
    const Score &x = scores_.of[a], &y = scores_.of[b];
    if (const auto by_total = x.total <=> y.total; by_total != 0) return by_total;
    for (const std::uint16_t measure : scoring_.tie_break)
      if (const auto by_mean = x.measures[measure].mean <=> y.measures[measure].mean; by_mean != 0) return by_mean;
    return std::strong_ordering::equal;
  }

 private:
  const base::Scoring& scoring_;
  const Scores& scores_;
};

}  // namespace

std::optional<Why> kept_out(const intake::Round& round, const Eligibilities& eligibility, const Conflicts& conflicts,
                            const Scores& scores, std::uint32_t i) {
  if (is_withdrawn(round, i)) return Why::withdrawn;
  if (eligibility.of[i].error || !conflicts.errors[i].empty()) return Why::error;
  if (eligibility.of[i].outcome == Eligible::ineligible) return Why::ineligible;
  if (!conflicts.panel_unfit[i].empty()) return Why::panel_unfit;
  if (!scores.of[i].scored) return Why::unscored;
  if (!scores.of[i].met) return Why::below_threshold;
  return std::nullopt;
}

Ranking rank_applications(const intake::Round& round, const Eligibilities& eligibility, const Conflicts& conflicts,
                          const Scores& scores) {
  Ranking out;
  out.streams.resize(round.streams.size());
  for (std::uint32_t i = 0; i < round.applications.size(); ++i)
    if (!kept_out(round, eligibility, conflicts, scores, i)) out.streams[round.stream_of[i]].push_back({i, 0});
  for (std::size_t s = 0; s < out.streams.size(); ++s) {
    auto& places = out.streams[s];
    const Order order(round.scoring[s], scores);
    // Equal ones are listed by id, so that the list is always the same; their rank is the same.
    std::ranges::sort(places, [&](const Ranking::Place& a, const Ranking::Place& b) {
      const auto o = order(a.application, b.application);
      return o != 0 ? o > 0 : a.application < b.application;
    });
    for (std::size_t p = 0; p < places.size(); ++p) {
      const bool equal = p > 0 && order(places[p - 1].application, places[p].application) == 0;
      places[p].rank = equal ? places[p - 1].rank : static_cast<std::uint32_t>(p + 1);
    }
  }
  return out;
}

}  // namespace remit::engine

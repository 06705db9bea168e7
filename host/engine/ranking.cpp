// Step 4: in each stream, who can be ranked, by total and then by the means of the tie-break measures. Those who are
// equal in all of them share a rank; no order in a file decides between them.
//
// Comparing fractions is slow and a stream may have a hundred thousand, so they are sorted by an integer first: the
// fraction times 2^40, rounded down. Where these differ so do the fractions, and in the same direction; where they do
// not, the fractions themselves are asked. Nothing is decided by a rounded number.
#include <algorithm>

#include "engine/steps.hpp"

namespace remit::engine {

using base::int128;
using base::Rational;

namespace {

constexpr int fraction_bits = 40;
constexpr std::int64_t most_whole = std::int64_t{1} << 22;   // larger ones share a key, and are compared themselves

/// Never greater for a lesser fraction.
std::int64_t sort_key(const Rational& r) {
  __extension__ typedef unsigned __int128 uint128;
  int128 whole = r.num() / r.den(), left = r.num() % r.den();
  if (left < 0) {
    --whole;
    left += r.den();
  }
  if (whole >= most_whole) return most_whole << fraction_bits;
  if (whole < -most_whole) return -most_whole * (std::int64_t{1} << fraction_bits);
  const auto start = static_cast<std::int64_t>(whole) * (std::int64_t{1} << fraction_bits);
  if (left >> (63 - fraction_bits) == 0 && r.den() >> 63 == 0)   // nearly always: 64 bits are enough
    return start + (static_cast<std::int64_t>(left) << fraction_bits) / static_cast<std::int64_t>(r.den());
  std::int64_t bits = 0;
  auto rest = static_cast<uint128>(left);   // below 2^127, so it can be doubled
  for (int i = 0; i < fraction_bits; ++i) {
    rest *= 2;
    const bool one = rest >= static_cast<uint128>(r.den());
    if (one) rest -= static_cast<uint128>(r.den());
    bits = bits * 2 + one;
  }
  return start + bits;
}

/// Ranks one stream. Level 0 is the total, level n the n-th tie-break measure.
class Ranks {
 public:
  struct Entry {
    std::int64_t key;
    std::uint32_t application;
  };
  Ranks(const base::Scoring& scoring, const Scores& scores, std::vector<Ranking::Place>& out)
      : scoring_(scoring), scores_(scores), out_(out) {}

  /// Appends `entries`, which are equal at all levels before `level`, in their order.
  void arrange(std::span<Entry> entries, std::size_t level) {
    if (entries.size() == 1 || level > scoring_.tie_break.size()) return share_rank(entries);
    for (Entry& e : entries) e.key = sort_key(value(e, level));
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
      return a.key != b.key ? a.key > b.key : a.application < b.application;
    });
    each_run(entries, [](const Entry& a, const Entry& b) { return a.key == b.key; }, [&](std::span<Entry> run) {
      auto equal = [&](const Entry& a, const Entry& b) { return value(a, level) == value(b, level); };
      const bool all_equal = std::ranges::all_of(run, [&](const Entry& e) { return equal(e, run[0]); });
      if (!all_equal)
        std::ranges::sort(run, [&](const Entry& a, const Entry& b) {
          const auto order = value(a, level) <=> value(b, level);
          return order != 0 ? order > 0 : a.application < b.application;
        });
      each_run(run, equal, [&](std::span<Entry> same) { arrange(same, level + 1); });
    });
  }

 private:
  template <class Equal, class Take>
  static void each_run(std::span<Entry> entries, Equal equal, Take take) {
    for (std::size_t first = 0; first < entries.size();) {
      std::size_t end = first + 1;
      while (end < entries.size() && equal(entries[end], entries[first])) ++end;
      take(entries.subspan(first, end - first));
      first = end;
    }
  }
  /// Equal ones are listed by id, so that the list is always the same.
  void share_rank(std::span<const Entry> entries) {
    const auto rank = static_cast<std::uint32_t>(out_.size() + 1);
    for (const Entry& e : entries) out_.push_back({e.application, rank});
  }
  const Rational& value(const Entry& e, std::size_t level) const {
    const Score& score = scores_.of[e.application];
    return level == 0 ? score.total : score.measures[scoring_.tie_break[level - 1]].mean;
  }

  const base::Scoring& scoring_;
  const Scores& scores_;
  std::vector<Ranking::Place>& out_;
};

}  // namespace

std::optional<Why> kept_out(const Eligibilities& eligibility, const Conflicts& conflicts, const Scores& scores,
                            std::uint32_t i) {
  if (eligibility.of[i].withdrawn) return Why::withdrawn;
  if (eligibility.of[i].error || !conflicts.errors[i].empty()) return Why::error;
  if (eligibility.of[i].outcome == Eligible::ineligible) return Why::ineligible;
  if (!conflicts.panel_unfit[i].empty()) return Why::panel_unfit;
  if (!scores.of[i].scored) return Why::unscored;
  if (!scores.of[i].met) return Why::below_threshold;
  return std::nullopt;
}

Ranking rank_applications(const intake::Round& round, const Eligibilities& eligibility, const Conflicts& conflicts,
                          const Scores& scores) {
  std::vector<std::vector<Ranks::Entry>> entries(round.streams.size());
  for (std::uint32_t i = 0; i < round.applications.size(); ++i)
    if (!kept_out(eligibility, conflicts, scores, i)) entries[round.stream_of[i]].push_back({0, i});
  Ranking out;
  out.streams.resize(round.streams.size());
  for (std::size_t s = 0; s < out.streams.size(); ++s) {
    if (entries[s].empty()) continue;
    out.streams[s].reserve(entries[s].size());
    Ranks(round.scoring[s], scores, out.streams[s]).arrange(entries[s], 0);
  }
  return out;
}

}  // namespace remit::engine

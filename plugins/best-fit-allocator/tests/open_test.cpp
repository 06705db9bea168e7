// Who must be chosen by people, and what funding somebody else would cost: against all sets, on small random streams with equal
// ranks. An application is open exactly when the sets that are best in every way do not all give it the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "allocation.hpp"

namespace best_fit {
namespace {

std::vector<Proposal> random_stream(std::mt19937_64& random) {
  const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random() % n); };
  std::vector<Proposal> out(static_cast<std::size_t>(2 + below(5)));
  for (Proposal& p : out) {
    p.total_num = 1 + below(3);
    for (std::int64_t e = below(3); e >= 0; --e) p.elements.push_back({"E" + std::to_string(e), 1 + below(3), {}, {}});
    for (const Element& e : p.elements) p.requested += e.cost;
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, &Proposal::total_num);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].id = "A" + std::to_string(i);
    out[i].rank = i > 0 && out[i].total_num == out[i - 1].total_num ? out[i - 1].rank : static_cast<std::uint32_t>(i + 1);
  }
  return out;
}

/// All sets of greatest key: points, less money, then points and money rank by rank. Each set as costs by application; whole ones
/// are told apart from parts by their cost.
struct All {
  std::vector<std::int64_t> best;
  std::vector<std::vector<std::int64_t>> sets;
};

All all_best(const std::vector<Proposal>& proposals, const Terms& terms, const Units& units, std::size_t forced_whole = ~std::size_t{0}) {
  std::vector<std::vector<Award>> awards;
  for (std::size_t i = 0; i < proposals.size(); ++i) {
    awards.push_back(awards_of(proposals[i], terms));
    if (i == forced_whole) awards.back().erase(awards.back().begin(), awards.back().end() - 1);
  }
  All out;
  std::vector<std::size_t> chosen(proposals.size());
  while (true) {
    std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> ranks;
    std::vector<std::int64_t> key{0, 0}, costs;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      const Award& award = awards[i][chosen[i]];
      const auto value = award.nothing() ? 0 : static_cast<std::int64_t>(units.of(proposals[i], award.cost));
      key[0] += value;
      key[1] -= award.cost;
      ranks[proposals[i].rank].first += value;
      ranks[proposals[i].rank].second += award.cost;
      costs.push_back(award.cost);
    }
    for (const auto& [rank, sum] : ranks) key.push_back(sum.first);
    for (const auto& [rank, sum] : ranks) key.push_back(sum.second);
    if (-key[1] <= terms.budget && key >= out.best) {
      if (key > out.best) out.sets.clear();
      out.best = key;
      out.sets.push_back(costs);
    }
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] == awards[i].size()) chosen[i++] = 0;
    if (i == chosen.size()) return out;
  }
}

TEST(Open, AreThoseToWhomTheBestSetsGiveDifferentAwards) {
  std::mt19937_64 random(9);
  int open = 0, settled = 0;
  for (int round = 0; round < 1500; ++round) {
    const std::vector<Proposal> proposals = random_stream(random);
    const Terms terms{static_cast<std::int64_t>(random() % 20), {}, random() % 3 != 0};
    const Allocation a = allocate(proposals, terms, true, 1'000'000);
    ASSERT_TRUE(a.proven);
    ASSERT_TRUE(a.units.exact);
    const All all = all_best(proposals, terms, a.units);
    ASSERT_EQ(static_cast<std::int64_t>(a.value), all.best[0]);
    ASSERT_EQ(a.money, -all.best[1]);
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      const bool same = std::ranges::all_of(all.sets, [&](const auto& set) { return set[i] == all.sets[0][i]; });
      ASSERT_EQ(a.open[i], !same) << "round " << round << ", application " << i;
      if (same) {
        ASSERT_EQ(a.awards[i].cost, all.sets[0][i]);
      }
      ++(same ? settled : open);
    }
  }
  EXPECT_GT(open, 150);
  EXPECT_GT(settled, 500);
}

TEST(Instead, IsTheBestSetThatFundsTheApplicationWhole) {
  std::mt19937_64 random(10);
  int looked_at = 0;
  for (int round = 0; round < 500; ++round) {
    const std::vector<Proposal> proposals = random_stream(random);
    const Terms terms{static_cast<std::int64_t>(random() % 20), {}, true};
    const Allocation a = allocate(proposals, terms, true, 1'000'000);
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      const bool expected = !a.awards[i].whole && !a.open[i] && proposals[i].requested <= terms.budget;
      ASSERT_EQ(a.instead[i].has_value(), expected);
      if (!expected) continue;
      const All all = all_best(proposals, terms, a.units, i);
      EXPECT_EQ(static_cast<std::int64_t>(a.instead[i]->value), all.best[0]);
      EXPECT_EQ(a.instead[i]->money, -all.best[1]);
      ++looked_at;
    }
  }
  EXPECT_GT(looked_at, 200);
}

}  // namespace
}  // namespace best_fit

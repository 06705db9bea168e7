// Which awards an application may get, and what they count.
#include <gtest/gtest.h>

#include <remit/plugin.hpp>

#include "proposal.hpp"

namespace best_fit {
namespace {

Proposal three_elements() {
  Proposal p;
  p.id = "A1";
  p.rank = 1;
  p.requested = 60;
  p.total_num = 242;
  p.total_den = 3;
  p.elements = {{"E1", 10, {}, {}}, {"E2", 20, {}, {"E1"}}, {"E3", 30, {}, {}}};
  return p;
}

std::vector<std::int64_t> costs(const std::vector<Award>& awards) {
  std::vector<std::int64_t> out;
  for (const Award& a : awards) out.push_back(a.cost);
  return out;
}

TEST(Awards, AreNothingThePartsThatHaveWhatTheyNeedAndTheWhole) {
  // {E1} 10, {E3} 30 or {E1, E2} 30, {E1, E3} 40; never E2 without E1, never all elements beside the whole
  const auto awards = awards_of(three_elements(), {100, {}, true});
  EXPECT_EQ(costs(awards), (std::vector<std::int64_t>{0, 10, 30, 40, 60}));
  EXPECT_TRUE(awards[0].nothing());
  EXPECT_TRUE(awards[4].whole);
  EXPECT_EQ(awards[3].set, 0b101u);
}

TEST(Awards, OfEqualSumsTheOneBestByFitStands) {
  Proposal p = three_elements();
  EXPECT_EQ(awards_of(p, {100, {}, true})[2].set, 0b011u);   // without fit the order given: E1 is first
  p.elements[2].fit = 1;
  EXPECT_EQ(awards_of(p, {100, {}, true})[2].set, 0b100u);
}

TEST(Awards, InPartsAreNotUnderTheMinimumNorAboveTheBudget) {
  EXPECT_EQ(costs(awards_of(three_elements(), {100, 30, true})), (std::vector<std::int64_t>{0, 30, 40, 60}));
  EXPECT_EQ(costs(awards_of(three_elements(), {35, {}, true})), (std::vector<std::int64_t>{0, 10, 30}));
}

TEST(Awards, InPartsAreLeftOutWhereTheSettingSaysSo) {
  EXPECT_EQ(costs(awards_of(three_elements(), {100, {}, false})), (std::vector<std::int64_t>{0, 60}));
}

TEST(Awards, TakeNoElementThatNeedsOneWhichIsNotThere) {
  Proposal p = three_elements();
  p.elements[0].needs = {"E9"};
  EXPECT_EQ(costs(awards_of(p, {100, {}, true})), (std::vector<std::int64_t>{0, 30, 60}));
}

TEST(Awards, TakeElementsThatCostNothingAlong) {
  Proposal p = three_elements();
  p.elements[0].cost = 0;
  const auto awards = awards_of(p, {100, {}, true});
  EXPECT_EQ(costs(awards), (std::vector<std::int64_t>{0, 20, 30, 50, 60}));
  EXPECT_EQ(awards[2].set, 0b101u);
}

TEST(Awards, OfTooManyElementsAreRefused) {
  Proposal p = three_elements();
  while (p.elements.size() <= most_elements) p.elements.push_back({"F" + std::to_string(p.elements.size()), 1, {}, {}});
  EXPECT_THROW(awards_of(p, {100, {}, true}), remit::failure);
  EXPECT_NO_THROW(awards_of(p, {100, {}, false}));
  p.elements.pop_back();
  EXPECT_NO_THROW(awards_of(p, {100, {}, true}));
}

TEST(Units, CountTotalsAndPartsExactlyWhereTheyCan) {
  const Proposal p = three_elements();   // a penny counts 242/180 = 121/90 of a point
  const Units units = units_for({p}, {100, {}, true});
  EXPECT_TRUE(units.exact);
  EXPECT_EQ(static_cast<std::int64_t>(units.of(p, 60) * 3), static_cast<std::int64_t>(units.per_point * 242));
  EXPECT_EQ(static_cast<std::int64_t>(units.of(p, 30) * 6), static_cast<std::int64_t>(units.per_point * 242));
  EXPECT_EQ(units.of(p, 61), units.of(p, 60));
}

TEST(Units, RoundPartsDownWhereNoDenominatorWillDo) {
  std::vector<Proposal> proposals;
  const std::int64_t primes[] = {999983, 999979, 999961, 999959, 999953, 999931, 999917, 999907};
  for (const std::int64_t prime : primes) {
    proposals.push_back(three_elements());
    proposals.back().requested = prime;
  }
  const Units units = units_for(proposals, {5'000'000, {}, true});
  EXPECT_FALSE(units.exact);
  EXPECT_GE(static_cast<std::int64_t>(units.per_point / 3), 1'000'000);
  for (const Proposal& p : proposals) {
    EXPECT_EQ(units.of(p, p.requested) * 3, units.per_point * 242);   // the whole is exact
    const int128 exact = units.per_point * 242 * 1000, counted = units.of(p, 1000) * 3 * p.requested;
    EXPECT_LE(counted, exact);
    EXPECT_GT(counted + 3 * p.requested, exact);
  }
}

}  // namespace
}  // namespace best_fit

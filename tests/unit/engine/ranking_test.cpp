// Step 4: by total, then by the tie-break measures in order; equal ones share a rank: 1, 1, 3.
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <tuple>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

/// "A2 1, A1 2": the list of a stream, best first.
std::string ranks(const Case& c, std::size_t stream = 0) {
  std::string out;
  for (const auto& place : c.decided.ranking.streams[stream])
    out += (out.empty() ? "" : ", ") + std::string(c.round->applications.at(place.application, 0).str()) + " " + std::to_string(place.rank);
  return out;
}

RoundBuilder scored(std::vector<std::pair<std::string, int>> marks) {
  RoundBuilder r;
  for (const auto& [id, mark] : marks) {
    r.apply({.id = id});
    r.score(id, mark);
  }
  return r;
}

TEST(Ranking, BestTotalFirst) {
  RoundBuilder r = scored({{"A1", 60}, {"A2", 80}, {"A3", 70}});
  EXPECT_EQ(ranks(Case(r, {})), "A2 1, A3 2, A1 3");
}

TEST(Ranking, EqualTotalsShareARankAndTheNextIsSkipped) {
  RoundBuilder r = scored({{"A1", 60}, {"A2", 80}, {"A3", 80}, {"A4", 60}, {"A5", 60}, {"A6", 10}});
  EXPECT_EQ(ranks(Case(r, {})), "A2 1, A3 1, A1 3, A4 3, A5 3, A6 6");
}

TEST(Ranking, TotalsThatPrintAlikeAreNotEqual) {
  RoundBuilder r;
  r.scoring().measures = {measure("need", 1, 3)};
  r.apply({.id = "A1"});
  r.apply({.id = "A2"});
  r.mark("A1", "m1", "need", "2");           // 200/3 = 66.666...
  r.mark("A2", "m1", "need", "2.00000001");  // 66.67 as well, when printed
  EXPECT_EQ(ranks(Case(r, {})), "A2 1, A1 2");
}

TEST(Ranking, TheTieBreakMeasuresDecideInTheirOrder) {
  RoundBuilder r;
  r.scoring().measures = {measure("a", 1, 10), measure("b", 1, 10), measure("c", 1, 10)};
  r.scoring().tie_break = {2, 1};   // c, then b
  auto marks = [&](const std::string& id, const char* a, const char* b, const char* c) {
    r.apply({.id = id});
    r.mark(id, "m1", "a", a);
    r.mark(id, "m1", "b", b);
    r.mark(id, "m1", "c", c);
  };
  marks("A1", "9", "3", "3");   // all have 15 of 30
  marks("A2", "1", "9", "5");
  marks("A3", "5", "5", "5");
  marks("A4", "5", "5", "5");
  // c: A2, A3, A4 have 5, A1 has 3; b: A2 has 9, A3 and A4 have 5 and stay equal
  EXPECT_EQ(ranks(Case(r, {})), "A2 1, A3 2, A4 2, A1 4");
}

TEST(Ranking, TheSmallestDifferenceCountsWhateverTheFractions) {
  RoundBuilder r;   // a total is the mark itself; from best to worst:
  const char* marks[] = {"100000000", "99999999", "4194304", "50.000000000000001", "50", "49.999999999999999",
                         "999999999999999988/999999999999999989", "999999999999999966/999999999999999967",
                         "0.5", "0", "-1/999999999999999989", "-0.5", "-4", "-99999998", "-99999999"};
  std::string expected;
  for (std::size_t i = 0; i < std::size(marks); ++i) {
    const std::string id = "A" + std::to_string(100 - i);   // the ids say the opposite
    r.apply({.id = id});
    r.mark(id, "m1", "need", marks[i]);
    expected += (i ? ", " : "") + id + " " + std::to_string(i + 1);
  }
  EXPECT_EQ(ranks(Case(r, {})), expected);
}

TEST(Ranking, IsOneMoreThanTheNumberOfBetterOnes) {
  std::mt19937 dice(7);
  RoundBuilder r;
  r.members({{"m1", "health"}, {"m2", "trust"}, {"m3", "council"}});
  r.scoring().measures = {measure("a", 3, 7), measure("b", 2, 3), measure("c", base::Rational(1, 3), 5)};
  r.scoring().tie_break = {1, 0};
  for (int i = 0; i < 300; ++i) {
    const std::string id = "A" + std::to_string(i);
    r.apply({.id = id});
    for (int m = 0; m < 1 + i % 3; ++m)
      for (const char* k : {"a", "b", "c"}) r.mark(id, "m" + std::to_string(m + 1), k, std::to_string(dice() % 3) + "/" + std::to_string(1 + dice() % 2));
  }
  const Case c(r, {});
  auto better = [&](std::uint32_t x, std::uint32_t y) {
    const Score &a = c.decided.scores.of[x], &b = c.decided.scores.of[y];
    return std::tuple(a.total, a.measures[1].mean, a.measures[0].mean) > std::tuple(b.total, b.measures[1].mean, b.measures[0].mean);
  };
  int shared = 0;
  for (std::uint32_t i = 0; i < 300; ++i) {
    std::uint32_t ahead = 0;
    for (std::uint32_t j = 0; j < 300; ++j) ahead += better(j, i);
    ASSERT_EQ(c.decided.allocation.of[i].rank, ahead + 1);
  }
  for (std::size_t p = 1; p < 300; ++p) shared += c.decided.ranking.streams[0][p].rank == c.decided.ranking.streams[0][p - 1].rank;
  EXPECT_GT(shared, 3) << "the dice gave some that share a rank";
}

TEST(Ranking, EachStreamByItself) {
  RoundBuilder r = scored({{"A1", 60}});
  r.stream({.id = "t"});
  r.apply({.id = "A2", .stream = "t"});
  r.score("A2", 50);
  const Case c(r, {});
  EXPECT_EQ(ranks(c, 0), "A1 1");
  EXPECT_EQ(ranks(c, 1), "A2 1");
}

TEST(Ranking, ThoseBelowAMinimumAreDeclinedAndTakeNoRank) {
  RoundBuilder r = scored({{"A1", 59}, {"A2", 60}, {"A3", 61}});
  r.scoring().minimum_total = base::Rational(60);
  const Case c(r, {});
  EXPECT_EQ(ranks(c), "A3 1, A2 2");
  EXPECT_EQ(c.says("A1"), "decline");
  EXPECT_EQ(c.proposal("A1").why, Why::below_threshold);
  EXPECT_FALSE(c.money().may_change);
}

TEST(Ranking, AMeasureBelowItsMinimumIsEnough) {
  RoundBuilder r = scored({{"A1", 59}});
  r.scoring().measures[0].minimum = base::Rational(60);
  EXPECT_EQ(Case(r, {}).proposal("A1").why, Why::below_threshold);
}

TEST(Ranking, AReferOfEligibilityIsRankedOneOfAnErrorIsNot) {
  RoundBuilder r = scored({{"A1", 60}, {"A2", 80}, {"A3", 70}, {"A4", 90}});
  PackBuilder pack;
  pack.criterion("doubts", policy::Effect::refers, fails_for({"A2"}));
  pack.criterion("breaks", policy::Effect::blocks, fails_for({"A3"}, policy::Outcome::error));
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A4", "A3"}));
  const Case c(r, pack);
  EXPECT_EQ(ranks(c), "A2 1, A1 2");
  EXPECT_EQ(c.says("A3"), "refer");
  EXPECT_EQ(c.proposal("A3").why, Why::error);
  EXPECT_EQ(c.says("A4"), "decline");
  EXPECT_TRUE(c.money().may_change);
}

TEST(Ranking, NeitherTheOrderOfInputNorOfTimeDecides) {
  RoundBuilder r;
  r.apply({.id = "A2", .submitted_at = "2012-01-02"});
  r.apply({.id = "A1", .submitted_at = "2012-01-03"});
  r.score("A2", 50);
  r.score("A1", 50);
  EXPECT_EQ(ranks(Case(r, {})), "A1 1, A2 1");
}

}  // namespace
}  // namespace remit::engine::test

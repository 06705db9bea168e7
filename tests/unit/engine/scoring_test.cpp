// Step 3: which sheets count, means, totals, and what stands in the way of a total. All expected values by hand.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

using base::Rational;

/// One application A1 and the measures need (weight 30, of 5) and value (weight 70, of 10).
RoundBuilder two_measures() {
  RoundBuilder r;
  r.scoring().measures = {measure("need", 30, 5), measure("value", 70, 10)};
  r.apply({.id = "A1"});
  return r;
}

TEST(Scoring, MeansAndTotalAreExact) {
  RoundBuilder r = two_measures();
  r.members({{"m1", "health"}, {"m2", "trust"}, {"m3", "council"}});
  for (const auto& [m, need, value] : {std::tuple("m1", "4", "6"), {"m2", "4", "7"}, {"m3", "3", "7"}}) {
    r.mark("A1", m, "need", need);
    r.mark("A1", m, "value", value);
  }
  const Case c(r, {});
  const Score& score = c.score("A1");
  ASSERT_TRUE(score.scored);
  EXPECT_EQ(score.measures[0].mean, Rational(11, 3));
  EXPECT_EQ(score.measures[1].mean, Rational(20, 3));
  // 100 x (30 x 11/3 / 5 + 70 x 20/3 / 10) / 100 = 22 + 140/3 = 206/3
  EXPECT_EQ(score.total, Rational(206, 3));
  EXPECT_TRUE(score.met);
  EXPECT_EQ(score.problem, "");
}

TEST(Scoring, WeightsNeedNotSumToAHundredNorBeWhole) {
  RoundBuilder r;
  r.scoring().measures = {measure("need", Rational(1, 3), 4), measure("value", Rational(1, 2), 10)};
  r.apply({.id = "A1"});
  r.mark("A1", "m1", "need", "3");
  r.mark("A1", "m1", "value", "2.5");
  // 100 x (1/3 x 3/4 + 1/2 x 1/4) / (5/6) = 100 x 3/8 x 6/5 = 45
  EXPECT_EQ(Case(r, {}).score("A1").total, Rational(45));
}

TEST(Scoring, FractionsInMarksStayExact) {
  RoundBuilder r = two_measures();
  r.mark("A1", "m1", "need", "3.5");
  r.mark("A1", "m1", "value", "10/3");
  r.mark("A1", "m2", "need", "4");
  r.mark("A1", "m2", "value", "10/3");
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").measures[0].mean, Rational(15, 4));
  // 30 x 15/4 / 5 + 70 x 10/3 / 10 = 45/2 + 70/3 = 275/6
  EXPECT_EQ(c.score("A1").total, Rational(275, 6));
}

TEST(Scoring, PartsAreAveragedInsideTheirMeasureBeforeTheWeight) {
  // two measures of equal weight; one has three parts. 5/5 and 1/5, 1/5, 1/5 is 60, not 40
  RoundBuilder r;
  r.scoring().measures = {measure("need", 50, 5), measure("quality", 50, 5, {"a", "b", "c"})};
  r.apply({.id = "A1"});
  r.mark("A1", "m1", "need", "5");
  for (const char* part : {"a", "b", "c"}) r.mark("A1", "m1", "quality", "1", part);
  EXPECT_EQ(Case(r, {}).score("A1").total, Rational(60));
}

TEST(Scoring, TheMeanOfAMeasureIsTheMeanOfItsPartsMeans) {
  RoundBuilder r;
  r.scoring().measures = {measure("quality", 1, 5, {"a", "b"})};
  r.apply({.id = "A1"});
  for (const auto& [m, a, b] : {std::tuple("m1", "5", "2"), {"m2", "4", "2"}}) {
    r.mark("A1", m, "quality", a, "a");
    r.mark("A1", m, "quality", b, "b");
  }
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").measures[0].mean, Rational(13, 4));   // (9/2 + 2) / 2
  EXPECT_EQ(c.score("A1").total, Rational(65));
}

TEST(Scoring, APartialSheetMakesItAMatterForPeople) {
  RoundBuilder r = two_measures();
  r.mark("A1", "m1", "need", "4");
  r.mark("A1", "m1", "value", "6");
  r.mark("A1", "m2", "need", "4");
  const Case c(r, {});
  EXPECT_FALSE(c.score("A1").scored);
  EXPECT_EQ(c.score("A1").problem, "the sheet of m2 has 1 of 2 marks");
  EXPECT_EQ(c.says("A1"), "refer");
  EXPECT_EQ(c.proposal("A1").why, Why::unscored);
  EXPECT_TRUE(c.money().may_change);
}

TEST(Scoring, AMissingPartMakesASheetPartial) {
  RoundBuilder r;
  r.scoring().measures = {measure("quality", 1, 5, {"a", "b"})};
  r.apply({.id = "A1"});
  r.mark("A1", "m1", "quality", "5", "a");
  r.mark("A1", "m2", "quality", "5", "b");
  EXPECT_EQ(Case(r, {}).score("A1").problem, "the sheet of m1 has 1 of 2 marks; the sheet of m2 has 1 of 2 marks");
}

TEST(Scoring, AMemberMayScoreNoneOfIt) {
  RoundBuilder r = two_measures();
  r.mark("A1", "m1", "need", "4");
  r.mark("A1", "m1", "value", "6");
  EXPECT_EQ(Case(r, {}).score("A1").total, Rational(66));   // 24 + 42
}

TEST(Scoring, NoSheetMakesItAMatterForPeople) {
  RoundBuilder r = two_measures();
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").problem, "nobody has scored it");
  EXPECT_EQ(c.says("A1"), "refer");
}

TEST(Scoring, SheetsOfRecusedMembersAreSetAside) {
  RoundBuilder r;
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}});
  r.apply({.id = "A1", .applicant = "tied"});
  r.apply({.id = "A2"});
  for (const char* a : {"A1", "A2"}) {
    r.mark(a, "m1", "need", "100");
    r.mark(a, "m2", "need", "40");
  }
  PackBuilder narrow, wide;
  narrow.conflict("ties", arises_from_ties(), policy::Scope::application);
  EXPECT_EQ(Case(r, narrow).score("A1").total, Rational(40));
  EXPECT_EQ(Case(r, narrow).score("A2").total, Rational(70));
  wide.conflict("ties", arises_from_ties(), policy::Scope::stream);
  const Case c(r, wide);
  EXPECT_EQ(c.score("A2").total, Rational(40));
  EXPECT_FALSE(sheet_counts(*c.round, c.decided.conflicts, c.at("A2"), member(*c.round, "m1")));
  EXPECT_TRUE(sheet_counts(*c.round, c.decided.conflicts, c.at("A2"), member(*c.round, "m2")));
}

TEST(Scoring, AnotherPartialSheetThatIsSetAsideDoesNotMatter) {
  RoundBuilder r = two_measures();
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}});
  r.apply({.id = "A2", .applicant = "tied"});
  r.mark("A1", "m1", "need", "1");
  r.mark("A1", "m2", "need", "4");
  r.mark("A1", "m2", "value", "6");
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  EXPECT_EQ(Case(r, pack).score("A1").total, Rational(66));
}

TEST(Scoring, AllSheetsSetAsideIsNoCountedSheet) {
  RoundBuilder r;
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}});
  r.apply({.id = "A1", .applicant = "tied"});
  r.mark("A1", "m1", "need", "100");
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  const Case c(r, pack);
  EXPECT_EQ(c.score("A1").problem, "all who scored it are recused");
  EXPECT_EQ(c.proposal("A1").why, Why::unscored);
}

TEST(Scoring, MinimumOfAMeasureAndOfTheTotal) {
  RoundBuilder r = two_measures();
  r.scoring().minimum_total = Rational(66);
  r.scoring().measures[0].minimum = Rational(4);
  r.mark("A1", "m1", "need", "4");
  r.mark("A1", "m1", "value", "6");   // total 66: reached, and 4 of 4
  EXPECT_TRUE(Case(r, {}).score("A1").met);
  r.scoring().minimum_total = Rational(661, 10);
  EXPECT_FALSE(Case(r, {}).score("A1").met);
  EXPECT_TRUE(Case(r, {}).score("A1").measures[0].met);
  r.scoring().minimum_total.reset();
  r.scoring().measures[0].minimum = Rational(41, 10);
  const Case c(r, {});
  EXPECT_FALSE(c.score("A1").met);
  EXPECT_FALSE(c.score("A1").measures[0].met);
  EXPECT_TRUE(c.score("A1").measures[1].met);
  EXPECT_TRUE(c.score("A1").scored) << "the total stands in the record";
}

TEST(Scoring, CountsCountedMarksWithoutAJustification) {
  RoundBuilder r = two_measures();
  r.mark("A1", "m1", "need", "4", "", "");
  r.mark("A1", "m1", "value", "6", "", "because");
  r.mark("A1", "m2", "need", "4", "", "");
  r.mark("A1", "m2", "value", "6", "", "");
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").unjustified, 3u);
  EXPECT_EQ(c.says("A1"), "approve-total 10.00 rank 1") << "a warning changes nothing";
}

TEST(Scoring, WithoutMeasuresNobodyCanBeRanked) {
  RoundBuilder r;
  r.scoring().measures.clear();
  r.apply({.id = "A1"});
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").problem, "the stream has no measures to score by");
  EXPECT_EQ(c.says("A1"), "refer");
}

TEST(Scoring, ArithmeticThatCannotBeExactIsAProblemAndNoCrash) {
  RoundBuilder r;
  r.scoring().measures = {measure("need", 0, 5)};
  r.apply({.id = "A1"});
  r.mark("A1", "m1", "need", "4");
  EXPECT_EQ(Case(r, {}).score("A1").problem, "the weights of the stream's measures, or one of their scales, come to nothing");

  // three long primes as denominators: their product has more than 128 bits
  r.scoring().measures = {measure("need", 1, 5), measure("b", 1, 5), measure("c", 1, 5)};
  r.mark("A1", "m1", "b", "1/999999999999999877");
  r.mark("A1", "m1", "c", "1/999999999999999967");
  r.mark("A1", "m2", "need", "1/999999999999999989");
  r.mark("A1", "m2", "b", "1");
  r.mark("A1", "m2", "c", "1");
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").problem, "the marks are too long to be averaged exactly");
  EXPECT_FALSE(c.score("A1").scored);
  EXPECT_EQ(c.says("A1"), "refer");
}

TEST(Scoring, IneligibleApplicationsAreScoredForTheRecordWithdrawnOnesNot) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  r.apply({.id = "A2", .withdrawn = true});
  r.score("A1", 80);
  r.score("A2", 80);
  PackBuilder pack;
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A1"}));
  const Case c(r, pack);
  EXPECT_EQ(c.score("A1").total, Rational(80));
  EXPECT_EQ(c.says("A1"), "decline");
  EXPECT_FALSE(c.score("A2").scored);
}

}  // namespace
}  // namespace remit::engine::test

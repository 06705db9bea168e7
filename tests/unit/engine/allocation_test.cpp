// Step 5: in rank order with what is left; whole, in parts, or not at all; and what a gap means.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

/// Applications A1, A2, ... in rank order, each asking for these pounds. The budget is 100.
RoundBuilder asking(std::vector<std::int64_t> amounts) {
  RoundBuilder r;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const std::string id = "A" + std::to_string(i + 1);
    r.apply({.id = id, .amount = amounts[i]});
    r.score(id, 90 - static_cast<int>(i));
  }
  return r;
}

TEST(Allocation, WholeRequestsInRankOrder) {
  RoundBuilder r = asking({60, 40, 1});
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-total 60.00 rank 1");
  EXPECT_EQ(c.proposal("A1").why, Why::funded_whole);
  EXPECT_EQ(c.says("A2"), "approve-total 40.00 rank 2") << "what is left is enough to the penny";
  EXPECT_EQ(c.says("A3"), "decline rank 3");
  EXPECT_EQ(c.proposal("A3").why, Why::no_money);
  EXPECT_EQ(c.money().budget, 10000);
  EXPECT_EQ(c.money().proposed, 10000);
  EXPECT_EQ(c.money().left, 0);
  EXPECT_EQ(c.money().in_principle, 0);
  EXPECT_FALSE(c.money().may_change);
}

TEST(Allocation, GoesOnPastAGap) {
  RoundBuilder r = asking({60, 50, 40, 1});
  const Case c(r, {});
  EXPECT_EQ(c.says("A2"), "decline rank 2");
  EXPECT_EQ(c.says("A3"), "approve-total 40.00 rank 3");
  EXPECT_EQ(c.says("A4"), "decline rank 4");
}

TEST(Allocation, FundPastGapYesIsTheSame) {
  RoundBuilder r = asking({60, 50, 40});
  r.stream({.id = "s", .fund_past_gap = true});
  EXPECT_EQ(Case(r, {}).says("A3"), "approve-total 40.00 rank 3");
}

TEST(Allocation, WithoutFundPastGapTheFirstNotFundedIsTheLast) {
  RoundBuilder r = asking({60, 50, 40, 1});
  r.stream({.id = "s", .fund_past_gap = false});
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-total 60.00 rank 1");
  EXPECT_EQ(c.proposal("A2").why, Why::no_money);
  for (const char* a : {"A3", "A4"}) {
    EXPECT_EQ(c.proposal(a).decision, Proposed::decline) << a;
    EXPECT_EQ(c.proposal(a).why, Why::past_the_line) << a;
  }
  EXPECT_EQ(c.money().left, 4000);
}

TEST(Allocation, WithoutFundPastGapPartsCloseTheListToo) {
  RoundBuilder r;
  r.stream({.id = "s", .fund_past_gap = false});
  r.apply({.id = "A1", .amount = 120, .elements = {{"E1", 30}, {"E2", 90}}});
  r.apply({.id = "A2", .amount = 10});
  r.score("A1", 80);
  r.score("A2", 70);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-parts 30.00 [E1] rank 1");
  EXPECT_EQ(c.says("A2"), "decline rank 2");
  EXPECT_EQ(c.proposal("A2").why, Why::past_the_line);
}

TEST(Allocation, WholeRequestsNameAllTheirElements) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 100, .elements = {{"E1", 30}, {"E2", 60}}});   // 10 are not explained
  r.score("A1", 80);
  EXPECT_EQ(Case(r, {}).says("A1"), "approve-total 100.00 [E1 E2] rank 1");
}

TEST(Allocation, PartsOfWhatDoesNotFitAndTheRestGoesToTheNext) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 60});
  r.apply({.id = "A2", .amount = 75, .elements = {{"E1", 30, 2}, {"E2", 25, 1}, {"E3", 20, 3}}});
  r.apply({.id = "A3", .amount = 15});
  r.score("A1", 90);
  r.score("A2", 80);
  r.score("A3", 70);
  const Case c(r, {});
  // 40 are left: E2 (25) fits, E1 (30) does not, E3 (20) does not; 15 are left for A3
  EXPECT_EQ(c.says("A2"), "approve-parts 25.00 [E2] rank 2");
  EXPECT_EQ(c.proposal("A2").why, Why::funded_parts);
  EXPECT_EQ(c.says("A3"), "approve-total 15.00 rank 3");
  EXPECT_EQ(c.money().left, 0);
}

TEST(Allocation, NoElementThatFitsIsADeclineForTheMoney) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 202, .elements = {{"E1", 101}, {"E2", 101}}});
  r.score("A1", 90);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "decline rank 1");
  EXPECT_EQ(c.proposal("A1").why, Why::no_money);
}

TEST(Allocation, PartsUnderTheMinimumAwardAreNotedAndStand) {
  for (const auto& [least, under] : {std::pair(30, false), {31, true}}) {
    RoundBuilder r;
    r.stream({.id = "s", .minimum_award = least});
    r.apply({.id = "A1", .amount = 130, .elements = {{"E1", 30}, {"E2", 100}}});
    r.score("A1", 90);
    const Case c(r, {});
    EXPECT_EQ(c.says("A1"), "approve-parts 30.00 [E1] rank 1");
    EXPECT_EQ(c.proposal("A1").under_minimum_award, under);
  }
}

TEST(Allocation, AWholeRequestIsNotMeasuredByTheMinimumAward) {
  RoundBuilder r = asking({10});
  r.stream({.id = "s", .minimum_award = 50});
  EXPECT_FALSE(Case(r, {}).proposal("A1").under_minimum_award) << "that is a criterion's to say";
}

TEST(Allocation, AnEmptyBudgetDeclinesEverybody) {
  RoundBuilder r;
  r.stream({.id = "s", .budget = 0});
  r.apply({.id = "A1", .amount = 10, .elements = {{"E1", 10}, {"E2", 20}}});
  r.score("A1", 90);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "decline rank 1");
  EXPECT_EQ(c.money().left, 0);
}

TEST(Allocation, StreamsHaveTheirOwnMoney) {
  RoundBuilder r = asking({100});
  r.stream({.id = "t", .budget = 5});
  r.apply({.id = "B1", .amount = 5, .stream = "t"});
  r.score("B1", 10);
  const Case c(r, {});
  EXPECT_EQ(c.says("B1"), "approve-total 5.00 rank 1");
  EXPECT_EQ(c.money(1).proposed, 500);
}

TEST(Allocation, ReferredWithoutRankKeepsNoMoney) {
  RoundBuilder r = asking({60, 60});
  PackBuilder pack;
  pack.criterion("breaks", policy::Effect::blocks, fails_for({"A1"}, policy::Outcome::error));
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "refer");
  EXPECT_EQ(c.says("A2"), "approve-total 60.00 rank 1");
  EXPECT_TRUE(c.money().may_change);
}

TEST(Allocation, WordsOfTheDecisions) {
  EXPECT_EQ(word(Proposed::approve_total), "approve-total");
  EXPECT_EQ(word(Proposed::approve_parts), "approve-parts");
  EXPECT_EQ(word(Proposed::approve_in_principle), "approve-in-principle");
  EXPECT_EQ(word(Proposed::decline), "decline");
  EXPECT_EQ(word(Proposed::refer), "refer");
  EXPECT_EQ(word(Proposed::withdrawn), "withdrawn");
}

}  // namespace
}  // namespace remit::engine::test

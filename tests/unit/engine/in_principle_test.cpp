// Step 5, approvals in principle: money is kept for what would be funded but is in doubt or to be clarified.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

TEST(InPrinciple, AnEligibilityReferKeepsTheWholeMoney) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 70, .elements = {{"E1", 70}}});
  r.apply({.id = "A2", .amount = 40});
  r.score("A1", 90);
  r.score("A2", 80);
  PackBuilder pack;
  pack.criterion("doubts", policy::Effect::refers, fails_for({"A1"}));
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "approve-in-principle 70.00 [E1] rank 1");
  EXPECT_EQ(c.proposal("A1").why, Why::pending);
  EXPECT_EQ(c.says("A2"), "decline rank 2") << "the money is kept";
  EXPECT_EQ(c.money().proposed, 7000);
  EXPECT_EQ(c.money().in_principle, 7000);
  EXPECT_EQ(c.money().left, 3000);
  EXPECT_FALSE(c.money().may_change);
}

TEST(InPrinciple, SoDoClarifications) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 70, .clarification = true});
  r.apply({.id = "A2", .amount = 30});
  r.score("A1", 90);
  r.score("A2", 80);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-in-principle 70.00 rank 1");
  EXPECT_EQ(c.says("A2"), "approve-total 30.00 rank 2");
  EXPECT_EQ(c.money().proposed, 10000);
  EXPECT_EQ(c.money().in_principle, 7000);
}

TEST(InPrinciple, PartsTooWithTheirElementsAndTheNoteOnTheMinimumAward) {
  RoundBuilder r;
  r.stream({.id = "s", .minimum_award = 50});
  r.apply({.id = "A1", .amount = 140, .elements = {{"E1", 40}, {"E2", 100, 9}, {"E3", 1, 1}}, .clarification = true});
  r.score("A1", 90);
  const Case c(r, {});
  // E3 (1) by fit, then E2 (100) does not fit in 99, then E1 (40)
  EXPECT_EQ(c.says("A1"), "approve-in-principle 41.00 [E1 E3] rank 1");
  EXPECT_TRUE(c.proposal("A1").under_minimum_award);
}

TEST(InPrinciple, NotWhatWouldNotBeFunded) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 140, .clarification = true});
  r.score("A1", 90);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "decline rank 1");
  EXPECT_EQ(c.proposal("A1").why, Why::no_money);
}

TEST(InPrinciple, PartsInPrincipleCloseTheListWithoutFundPastGap) {
  RoundBuilder r;
  r.stream({.id = "s", .fund_past_gap = false});
  r.apply({.id = "A1", .amount = 60, .clarification = true});
  r.apply({.id = "A2", .amount = 60, .elements = {{"E1", 20}}, .clarification = true});
  r.apply({.id = "A3", .amount = 10});
  r.score("A1", 90);
  r.score("A2", 80);
  r.score("A3", 70);
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-in-principle 60.00 rank 1") << "funded whole, if in principle";
  EXPECT_EQ(c.says("A2"), "approve-in-principle 20.00 [E1] rank 2");
  EXPECT_EQ(c.proposal("A3").why, Why::past_the_line);
}

TEST(InPrinciple, AWarningOrANotApplicableIsNothingPending) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  r.score("A1", 90);
  PackBuilder pack;
  pack.criterion("warns", policy::Effect::warns, fails_for({"A1"}));
  pack.criterion("asks", policy::Effect::warns, fails_for({"A1"}, policy::Outcome::refer));
  pack.criterion("elsewhere", policy::Effect::blocks, fails_for({"A1"}, policy::Outcome::not_applicable));
  EXPECT_EQ(Case(r, pack).says("A1"), "approve-total 10.00 rank 1");
}

}  // namespace
}  // namespace remit::engine::test

// error, then ineligible, then refer: which reason an application is given when several would do.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

/// One application that is unscored and before a panel that cannot decide.
RoundBuilder hopeless() {
  RoundBuilder r;
  r.quorum(9);
  r.apply({.id = "A1"});
  return r;
}

TEST(Precedence, AConflictRuleThatFailedGoesBeforeIneligible) {
  RoundBuilder r = hopeless();
  PackBuilder pack;
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A1"}));
  pack.conflict("breaks", [](auto&, auto&) { return policy::Outcome::error; });
  EXPECT_EQ(Case(r, pack).proposal("A1").why, Why::error);
}

TEST(Precedence, IneligibleGoesBeforeThePanelAndTheSheets) {
  RoundBuilder r = hopeless();
  PackBuilder pack;
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A1"}));
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "decline");
  EXPECT_EQ(c.proposal("A1").why, Why::ineligible);
}

TEST(Precedence, ThePanelGoesBeforeTheSheetsAndTheSheetsBeforeTheMinimum) {
  RoundBuilder r = hopeless();
  r.scoring().minimum_total = base::Rational(50);
  EXPECT_EQ(Case(r, {}).proposal("A1").why, Why::panel_unfit);
  r.quorum(1);
  EXPECT_EQ(Case(r, {}).proposal("A1").why, Why::unscored);
  r.score("A1", 49);
  EXPECT_EQ(Case(r, {}).proposal("A1").why, Why::below_threshold);
}

TEST(Precedence, AnEligibilityReferBelowTheMinimumIsDeclined) {
  RoundBuilder r;
  r.scoring().minimum_total = base::Rational(50);
  r.apply({.id = "A1"});
  r.score("A1", 49);
  PackBuilder pack;
  pack.criterion("doubts", policy::Effect::refers, fails_for({"A1"}));
  EXPECT_EQ(Case(r, pack).says("A1"), "decline");
}

TEST(Precedence, WithdrawnGoesBeforeEverything) {
  RoundBuilder r;
  r.quorum(9);
  r.apply({.id = "A1", .withdrawn = true});
  PackBuilder pack;
  pack.criterion("breaks", policy::Effect::blocks, [](auto&, auto&) { return policy::Outcome::error; });
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "withdrawn");
  EXPECT_EQ(c.unfit("A1"), "");
  EXPECT_FALSE(c.money().may_change);
}

}  // namespace
}  // namespace remit::engine::test

// Step 2, the panel that is left: two agencies where the pack asks for them, and the quorum, scored or not.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

using policy::Scope;

base::Value count(int n) { return base::Value::of(base::Kind::count, n); }

/// m1 and m3 of health, m2 of trust; m2 is tied to A1.
RoundBuilder round_of_three() {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.organisation("tied");
  r.members({{"m1", "health"}, {"m2", "trust", "tied"}, {"m3", "health"}});
  r.apply({.id = "A1", .applicant = "tied"});
  r.apply({.id = "A2"});
  r.apply({.id = "A3", .stream = "t"});
  for (const char* a : {"A1", "A2", "A3"}) r.score(a, 50);
  return r;
}

TEST(PanelFitness, OneAgencyIsNotEnoughWhereThePackAsksForTwo) {
  RoundBuilder r = round_of_three();
  PackBuilder pack;
  pack.parameter("minimum_agencies", count(2));
  pack.conflict("ties", arises_from_ties(), Scope::stream);
  const Case c(r, pack);
  EXPECT_EQ(c.unfit("A1"), "after recusals 1 agency is left; 2 are needed");
  EXPECT_EQ(c.unfit("A2"), c.unfit("A1")) << "the whole stream";
  EXPECT_EQ(c.unfit("A3"), "");
  EXPECT_EQ(c.says("A2"), "refer");
  EXPECT_EQ(c.proposal("A2").why, Why::panel_unfit);
  EXPECT_TRUE(c.money(0).may_change);
  EXPECT_EQ(c.says("A3"), "approve-total 10.00 rank 1");
  EXPECT_FALSE(c.money(1).may_change);
}

TEST(PanelFitness, OnlyTheApplicationUnderThatScope) {
  RoundBuilder r = round_of_three();
  PackBuilder pack;
  pack.parameter("minimum_agencies", count(2));
  pack.conflict("ties", arises_from_ties(), Scope::application);
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "refer");
  EXPECT_EQ(c.unfit("A2"), "");
}

TEST(PanelFitness, AllStreamsUnderThePanelScope) {
  RoundBuilder r = round_of_three();
  PackBuilder pack;
  pack.parameter("minimum_agencies", count(2));
  pack.conflict("ties", arises_from_ties(), Scope::panel);
  EXPECT_EQ(Case(r, pack).unfit("A3"), "after recusals 1 agency is left; 2 are needed");
}

TEST(PanelFitness, APackThatDoesNotAskForAgenciesGetsNone) {
  RoundBuilder r = round_of_three();
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties(), Scope::stream);
  EXPECT_EQ(Case(r, pack).unfit("A1"), "");
  pack.parameter("minimum_agencies", {});   // set to nothing on purpose
  EXPECT_EQ(Case(r, pack).unfit("A1"), "");
}

TEST(PanelFitness, TheQuorumIsOfThoseWhoAreLeft) {
  RoundBuilder r = round_of_three();
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties(), Scope::stream);
  r.quorum(2);
  EXPECT_EQ(Case(r, pack).unfit("A1"), "");
  r.quorum(3);
  EXPECT_EQ(Case(r, pack).unfit("A1"), "after recusals 2 members are left; the quorum is 3");
  EXPECT_EQ(Case(r, pack).unfit("A3"), "");
}

TEST(PanelFitness, MembersWhoDidNotScoreCount) {
  RoundBuilder r;
  r.quorum(2);
  r.apply({.id = "A1"});
  r.mark("A1", "m1", "need", "50");   // m2 gave no sheet
  PackBuilder pack;
  pack.parameter("minimum_agencies", count(2));
  EXPECT_EQ(Case(r, pack).says("A1"), "approve-total 10.00 rank 1");
}

TEST(PanelFitness, APanelMayBeUnfitFromTheStart) {
  RoundBuilder r;
  r.quorum(3);
  r.members({{"m1", "health"}, {"m2", "health"}});
  r.apply({.id = "A1"});
  PackBuilder pack;
  pack.parameter("minimum_agencies", count(2));
  EXPECT_EQ(Case(r, pack).unfit("A1"), "the panel has 1 agency; 2 are needed, and the panel has 2 members; the quorum is 3");
}

TEST(PanelFitness, WithoutAQuorumOneMemberMustBeLeft) {
  RoundBuilder r;
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}});
  r.apply({.id = "A1", .applicant = "tied"});
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  EXPECT_EQ(Case(r, pack).unfit("A1"), "after recusals 0 members are left; the quorum is 1");
}

TEST(PanelFitness, IneligibleApplicationsAreDeclinedWhateverThePanel) {
  RoundBuilder r;
  r.quorum(3);
  r.apply({.id = "A1"});
  PackBuilder pack;
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A1"}));
  const Case c(r, pack);
  EXPECT_NE(c.unfit("A1"), "");
  EXPECT_EQ(c.says("A1"), "decline");
  EXPECT_EQ(c.proposal("A1").why, Why::ineligible);
  EXPECT_FALSE(c.money().may_change);
}

}  // namespace
}  // namespace remit::engine::test

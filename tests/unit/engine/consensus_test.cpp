// Step 3 with `consensus`: the marks of member `panel` count alone, the others are kept beside them.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

RoundBuilder consensus_round() {
  RoundBuilder r;
  r.stream({.id = "s", .consensus = true});
  r.apply({.id = "A1"});
  return r;
}

TEST(Consensus, ThePanelsMarksCountAlone) {
  RoundBuilder r = consensus_round();
  r.score("A1", 90);
  r.mark("A1", "panel", "need", "60");
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").total, base::Rational(60));
  EXPECT_TRUE(sheet_counts(*c.round, c.decided.conflicts, 0, intake::consensus_member));
  EXPECT_FALSE(sheet_counts(*c.round, c.decided.conflicts, 0, 0));
}

TEST(Consensus, WithoutThePanelsMarksThereIsNoCountedSheet) {
  RoundBuilder r = consensus_round();
  r.score("A1", 90);
  const Case c(r, {});
  EXPECT_EQ(c.score("A1").problem, "there are no marks of the panel as a whole, and they alone count");
  EXPECT_EQ(c.says("A1"), "refer");
}

TEST(Consensus, OnlyThePanelsSheetMustBeWhole) {
  RoundBuilder r = consensus_round();
  r.scoring().measures.push_back(measure("value", 1, 100));
  r.mark("A1", "m1", "need", "90");   // partial, but it does not count
  r.mark("A1", "panel", "need", "60");
  r.mark("A1", "panel", "value", "40");
  EXPECT_EQ(Case(r, {}).score("A1").total, base::Rational(50));
}

TEST(Consensus, APartialSheetOfThePanelIsNamed) {
  RoundBuilder r = consensus_round();
  r.scoring().measures.push_back(measure("value", 1, 100));
  r.mark("A1", "panel", "need", "60");
  EXPECT_EQ(Case(r, {}).score("A1").problem, "the sheet of panel has 1 of 2 marks");
}

TEST(Consensus, ThePanelMustStillBeFitAfterRecusals) {
  RoundBuilder r = consensus_round();
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}});
  r.apply({.id = "A2", .applicant = "tied"});
  r.mark("A1", "panel", "need", "60");
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  const Case c(r, pack);
  EXPECT_EQ(c.score("A1").total, base::Rational(60));
  EXPECT_EQ(c.proposal("A1").why, Why::panel_unfit);
}

TEST(Consensus, InOtherStreamsMarksOfThePanelDoNotCount) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  r.score("A1", 90);
  r.mark("A1", "panel", "need", "60");   // no reader lets this through
  EXPECT_EQ(Case(r, {}).score("A1").total, base::Rational(90));
}

}  // namespace
}  // namespace remit::engine::test

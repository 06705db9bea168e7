// Step 5, elements: by fit, 1 first, those without after those with, equal ones in the order given; each taken if it
// fits and what it needs is taken; one pass.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

/// What £100 buys of an application that asks for £1000 with these elements: "approve-parts ..." or "decline ...".
std::string bought(std::vector<ElementSpec> elements) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 1000, .elements = std::move(elements)});
  r.score("A1", 50);
  return Case(r, {}).says("A1");
}

TEST(Parts, TheBestFitFirst) { EXPECT_EQ(bought({{"E1", 60, 2}, {"E2", 60, 1}}), "approve-parts 60.00 [E2] rank 1"); }

TEST(Parts, ThoseWithoutAFitComeAfterThoseWith) {
  EXPECT_EQ(bought({{"E1", 60}, {"E2", 60, 9}}), "approve-parts 60.00 [E2] rank 1");
}

TEST(Parts, EqualOnesInTheOrderGiven) {
  EXPECT_EQ(bought({{"E2", 60}, {"E1", 60}}), "approve-parts 60.00 [E2] rank 1");
  EXPECT_EQ(bought({{"E2", 60, 3}, {"E1", 60, 3}}), "approve-parts 60.00 [E2] rank 1");
}

TEST(Parts, EqualOnesInTheOrderGivenHoweverMany) {
  std::vector<ElementSpec> elements;
  std::string expected;
  for (int e = 1; e <= 60; ++e) {   // of 60 at £5 the first 20 are bought
    elements.push_back({"E" + std::to_string(e), 5, 7});
    if (e <= 20) expected += (e > 1 ? " E" : "E") + std::to_string(e);
  }
  EXPECT_EQ(bought(std::move(elements)), "approve-parts 100.00 [" + expected + "] rank 1");
}

TEST(Parts, TheNextIsTriedWhenOneDoesNotFit) {
  EXPECT_EQ(bought({{"E1", 70, 1}, {"E2", 40, 2}, {"E3", 30, 3}}), "approve-parts 100.00 [E1 E3] rank 1");
}

TEST(Parts, ListedInTheOrderOfTheApplication) {
  EXPECT_EQ(bought({{"E1", 20, 3}, {"E2", 20, 1}, {"E3", 20, 2}}), "approve-parts 60.00 [E1 E2 E3] rank 1");
}

TEST(Parts, WhatAnElementNeedsMustBeTakenBefore) {
  EXPECT_EQ(bought({{"E1", 20, 1}, {"E2", 20, 2, {"E1"}}}), "approve-parts 40.00 [E1 E2] rank 1");
  EXPECT_EQ(bought({{"E1", 120, 1}, {"E2", 20, 2, {"E1"}}, {"E3", 10, 3}}), "approve-parts 10.00 [E3] rank 1");
  EXPECT_EQ(bought({{"E1", 20, 1}, {"E2", 120, 2}, {"E3", 20, 3, {"E1", "E2"}}}), "approve-parts 20.00 [E1] rank 1") << "all of it";
}

TEST(Parts, WhatWasPassedOverIsNotTriedAgain) {
  // E2 comes first by fit, but needs E1, which is taken only afterwards
  EXPECT_EQ(bought({{"E1", 20, 2}, {"E2", 20, 1, {"E1"}}}), "approve-parts 20.00 [E1] rank 1");
}

TEST(Parts, ElementsThatNeedEachOtherAreNeverTaken) {
  EXPECT_EQ(bought({{"E1", 20, 1, {"E2"}}, {"E2", 20, 2, {"E1"}}}), "decline rank 1");
  EXPECT_EQ(bought({{"E1", 20, 1, {"E1"}}}), "decline rank 1");
}

TEST(Parts, WithoutElementsThereAreNoParts) { EXPECT_EQ(bought({}), "decline rank 1"); }

TEST(Parts, AllElementsMayFitWhenTheirCostsDoNotSumToTheRequest) {
  EXPECT_EQ(bought({{"E1", 20}, {"E2", 30}}), "approve-parts 50.00 [E1 E2] rank 1");
}

TEST(Parts, AnElementThatCostsNothingAlwaysFits) {
  EXPECT_EQ(bought({{"E1", 0}, {"E2", 30}}), "approve-parts 30.00 [E1 E2] rank 1");
  EXPECT_EQ(bought({{"E1", 0}, {"E2", 300}}), "approve-parts [E1] rank 1");
}

}  // namespace
}  // namespace remit::engine::test

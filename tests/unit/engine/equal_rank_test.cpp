// Step 5, applications of equal rank: funded only if all of them fit whole; else the panel must choose.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

struct Asks {
  std::string id;
  int mark;
  std::int64_t amount;
};
RoundBuilder asking(std::vector<Asks> all) {
  RoundBuilder r;   // the budget is 100
  for (const Asks& a : all) {
    r.apply({.id = a.id, .amount = a.amount, .elements = {{"E1", 1}, {"E2", a.amount - 1}}});
    r.score(a.id, a.mark);
  }
  return r;
}

TEST(EqualRank, FundedWhenAllFitWhole) {
  RoundBuilder r = asking({{"A1", 80, 50}, {"A2", 80, 40}, {"A3", 70, 10}});
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-total 50.00 [E1 E2] rank 1");
  EXPECT_EQ(c.says("A2"), "approve-total 40.00 [E1 E2] rank 1");
  EXPECT_EQ(c.says("A3"), "approve-total 10.00 [E1 E2] rank 3");
}

TEST(EqualRank, ToThePenny) {
  RoundBuilder r = asking({{"A1", 80, 50}, {"A2", 80, 50}});
  EXPECT_EQ(Case(r, {}).money().left, 0);
}

TEST(EqualRank, OtherwiseTheyAndAllBelowAreForThePanel) {
  RoundBuilder r = asking({{"A1", 90, 40}, {"A2", 80, 50}, {"A3", 80, 11}, {"A4", 70, 5}, {"A5", 60, 5}, {"A6", 60, 5}});
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-total 40.00 [E1 E2] rank 1");
  for (const char* a : {"A2", "A3"}) {   // 50 and 11 together do not fit in 60, though each alone does
    EXPECT_EQ(c.says(a), "refer rank 2");
    EXPECT_EQ(c.proposal(a).why, Why::tie_on_the_line);
  }
  EXPECT_EQ(c.says("A4"), "refer rank 4");
  EXPECT_EQ(c.says("A6"), "refer rank 5");
  for (const char* a : {"A4", "A5", "A6"}) EXPECT_EQ(c.proposal(a).why, Why::below_a_tie);
  EXPECT_EQ(c.money().left, 6000);
  EXPECT_FALSE(c.money().may_change) << "they are ranked; it is for the panel to choose with what is left";
}

TEST(EqualRank, NeverInParts) {
  RoundBuilder r = asking({{"A1", 80, 150}, {"A2", 80, 150}});
  EXPECT_EQ(Case(r, {}).says("A1"), "refer rank 1");
}

TEST(EqualRank, WithoutFundPastGapTiesBelowTheLineAreDeclined) {
  RoundBuilder r = asking({{"A1", 90, 150}, {"A2", 80, 60}, {"A3", 80, 60}});
  r.stream({.id = "s", .fund_past_gap = false});
  const Case c(r, {});
  EXPECT_EQ(c.says("A1"), "approve-parts 1.00 [E1] rank 1");
  for (const char* a : {"A2", "A3"}) {
    EXPECT_EQ(c.says(a), "decline rank 2");
    EXPECT_EQ(c.proposal(a).why, Why::past_the_line);
  }
}

TEST(EqualRank, WithoutFundPastGapATieAtTheLineIsStillForThePanel) {
  RoundBuilder r = asking({{"A1", 80, 60}, {"A2", 80, 60}, {"A3", 70, 10}});
  r.stream({.id = "s", .fund_past_gap = false});
  const Case c(r, {});
  EXPECT_EQ(c.proposal("A1").why, Why::tie_on_the_line);
  EXPECT_EQ(c.proposal("A3").why, Why::below_a_tie);
}

TEST(EqualRank, ALoneApplicationBelowIsNotATie) {
  RoundBuilder r = asking({{"A1", 80, 60}, {"A2", 70, 60}});
  EXPECT_EQ(Case(r, {}).says("A2"), "approve-parts 1.00 [E1] rank 2");   // 40 are left: 1 fits, 59 do not
}

TEST(EqualRank, ADoubtDoesNotMakeTheMoneyLess) {
  RoundBuilder r = asking({{"A1", 80, 60}, {"A2", 80, 60}});
  PackBuilder pack;
  pack.criterion("doubts", policy::Effect::refers, fails_for({"A1", "A2"}));
  const Case c(r, pack);
  EXPECT_EQ(c.says("A1"), "refer rank 1") << "not would be funded, so not in principle either";
  EXPECT_EQ(c.proposal("A1").why, Why::tie_on_the_line);
}

TEST(EqualRank, RequestsAtTheLimitOf64BitsDoNotWrap) {
  const std::int64_t most = std::numeric_limits<std::int64_t>::max() / 100;
  RoundBuilder r = asking({{"A1", 80, most}, {"A2", 80, most}});
  r.stream({.id = "s", .budget = most});
  EXPECT_EQ(Case(r, {}).says("A1"), "refer rank 1");
}

}  // namespace
}  // namespace remit::engine::test

// What the default procedure would do, for comparison.
#include <gtest/gtest.h>

#include "ranked_order.hpp"

namespace best_fit {
namespace {

using How = RankedAward::How;

Proposal asks(std::uint32_t rank, std::int64_t requested, std::vector<Element> elements = {}) {
  Proposal p;
  p.id = "A" + std::to_string(rank);
  p.rank = rank;
  p.requested = requested;
  p.total_num = 50;
  p.elements = std::move(elements);
  return p;
}

std::vector<std::pair<How, std::int64_t>> of(const std::vector<Proposal>& proposals, std::int64_t budget, bool past_gap = true) {
  std::vector<std::pair<How, std::int64_t>> out;
  for (const RankedAward& a : ranked_order(proposals, budget, past_gap)) out.emplace_back(a.how, a.cost);
  return out;
}
using Expected = std::vector<std::pair<How, std::int64_t>>;

TEST(RankedOrder, FundsPastAGapUnlessTheStreamSaysOtherwise) {
  const std::vector<Proposal> proposals{asks(1, 60), asks(2, 50), asks(3, 40)};
  EXPECT_EQ(of(proposals, 100), (Expected{{How::whole, 60}, {How::nothing, 0}, {How::whole, 40}}));
  EXPECT_EQ(of(proposals, 100, false), (Expected{{How::whole, 60}, {How::nothing, 0}, {How::nothing, 0}}));
}

TEST(RankedOrder, TakesPartsByFitInOnePass) {
  // E2 is best by fit, but needs E1, which comes later and does not make it be tried again
  const std::vector<Proposal> proposals{asks(1, 100, {{"E1", 10, 2, {}}, {"E2", 20, 1, {"E1"}}, {"E3", 40, {}, {}}, {"E4", 30, {}, {}}})};
  EXPECT_EQ(of(proposals, 45), (Expected{{How::parts, 40}}));   // E1, then E3 does not fit, E4
  EXPECT_EQ(of(proposals, 55), (Expected{{How::parts, 50}}));   // E1 and E3
}

TEST(RankedOrder, LeavesEqualRanksThatDoNotAllFitToPeople) {
  const std::vector<Proposal> proposals{asks(1, 30), asks(2, 40), asks(2, 40), asks(4, 10)};
  EXPECT_EQ(of(proposals, 110), (Expected{{How::whole, 30}, {How::whole, 40}, {How::whole, 40}, {How::nothing, 0}}));
  EXPECT_EQ(of(proposals, 100), (Expected{{How::whole, 30}, {How::refer, 0}, {How::refer, 0}, {How::refer, 0}}));
}

}  // namespace
}  // namespace best_fit

// A sum is split in proportion to the last penny, and the parts sum to it.
#include "base/split.hpp"

#include <gmock/gmock.h>

#include <numeric>

namespace remit::base {
namespace {

using testing::ElementsAre;
using Pence = std::vector<std::int64_t>;

TEST(SplitPence, InProportion) { EXPECT_THAT(split_pence(5'000'000, Pence{6'000'000, 3'000'000, 1'000'000}), ElementsAre(3'000'000, 1'500'000, 500'000)); }

TEST(SplitPence, PenniesThatAreOverGoToTheLargestRemainders) {
  EXPECT_THAT(split_pence(10, Pence{1, 2, 4}), ElementsAre(1, 3, 6)) << "1.43, 2.86, 5.71";
  EXPECT_THAT(split_pence(100, Pence{1, 5}), ElementsAre(17, 83)) << "16.67, 83.33";
}

TEST(SplitPence, OfEqualRemaindersTheLargerShareThenTheEarlier) {
  EXPECT_THAT(split_pence(2, Pence{1, 3}), ElementsAre(0, 2)) << "0.5 and 1.5";
  EXPECT_THAT(split_pence(1, Pence{7, 7, 7}), ElementsAre(1, 0, 0));
  EXPECT_THAT(split_pence(5, Pence{7, 7, 7}), ElementsAre(2, 2, 1));
}

TEST(SplitPence, NothingToSplitAndNobodyToSplitAmong) {
  EXPECT_THAT(split_pence(0, Pence{1, 2}), ElementsAre(0, 0));
  EXPECT_THAT(split_pence(5, Pence{0, 0}), ElementsAre(0, 0));
  EXPECT_THAT(split_pence(5, Pence{0, 3}), ElementsAre(0, 5));
  EXPECT_THAT(split_pence(5, Pence{}), ElementsAre());
}

TEST(SplitPence, TheLargestSumsStaySums) {
  const Pence shares(9, INT64_MAX);
  const auto parts = split_pence(INT64_MAX, shares);
  EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}), INT64_MAX);
}

}  // namespace
}  // namespace remit::base

// Krippendorff's alpha against published examples, and what else is calculated, by hand.
#include <gtest/gtest.h>

#include "statistics.hpp"

namespace agreement {
namespace {

constexpr int blank = -1;

/// Of a table with one row for each assessor.
std::optional<Exact> alpha_of(const std::vector<std::vector<int>>& rows) {
  std::vector<std::vector<Exact>> units(rows[0].size());
  for (const auto& row : rows)
    for (std::size_t u = 0; u < row.size(); ++u)
      if (row[u] != blank) units[u].emplace_back(row[u]);
  return alpha(units);
}

TEST(Alpha, OfTheExampleWithThreeCodersIs0811) {
  // the worked example of the English Wikipedia: three coders, fifteen units, many blanks
  const auto a = alpha_of({{blank, blank, blank, blank, blank, 3, 4, 1, 2, 1, 1, 3, 3, blank, 3},
                           {1, blank, 2, 1, 3, 3, 4, 3, blank, blank, blank, blank, blank, blank, blank},
                           {blank, blank, 2, 1, 3, 4, 4, blank, 2, 1, 1, 3, 3, blank, 4}});
  EXPECT_EQ(*a, Exact(643) / 793);
  EXPECT_EQ(decimals(*a), "0.810");   // 0.81084...
}

TEST(Alpha, OfTheExampleWithFourObserversIs0849) {
  // Krippendorff (1980), as in the R package irr
  const auto a = alpha_of({{1, 2, 3, 3, 2, 1, 4, 1, 2, blank, blank, blank},
                           {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, blank, 3},
                           {blank, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, blank},
                           {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, blank}});
  EXPECT_EQ(*a, Exact(951) / 1120);
}

TEST(Alpha, IsOneWhereAllAgreeAndBelowNoughtWhereTheyOppose) {
  EXPECT_EQ(*alpha_of({{1, 2, 5}, {1, 2, 5}}), 1);
  // two units, 1 and 5 in both: observed (2 x 32) / 4 = 16, expected 8 x 16 / 12 = 32/3
  EXPECT_EQ(*alpha_of({{1, 5}, {5, 1}}), Exact(-1) / 2);
}

TEST(Alpha, DoesNotChangeWithTheScale) {
  const std::vector<std::vector<Exact>> units{{1, 2}, {4, 4, 5}, {2, 1}}, wider{{12, 22}, {42, 42, 52}, {22, 12}};
  EXPECT_EQ(*alpha(units), *alpha(wider));
}

TEST(Alpha, IsNoneWhereNothingCouldDiffer) {
  EXPECT_FALSE(alpha_of({{3, 3}, {3, 3}}));
  EXPECT_FALSE(alpha_of({{1, 2, 3}}));              // one assessor
  EXPECT_FALSE(alpha_of({{1, blank}, {2, 4}}));     // one application with two marks
  EXPECT_FALSE(alpha({}));
}

TEST(Median, OfTheOthersLeavesOneOut) {
  EXPECT_EQ(median_of_others({1, 4, 4}, 0), 4);
  EXPECT_EQ(median_of_others({1, 4, 5}, 1), 3);
  EXPECT_EQ(median_of_others({1, 4, 5, 5}, 3), 4);
  EXPECT_EQ(median_of_others({1, 2}, 0), 2);
}

TEST(Words, AreExactOrRoundedDown) {
  EXPECT_EQ(words(3), "3");
  EXPECT_EQ(words(Exact(5) / 2), "2.5");
  EXPECT_EQ(words(Exact(-21) / 20), "-1.05");
  EXPECT_EQ(words(Exact(11) / 3), "11/3");
  EXPECT_EQ(decimals(Exact(2) / 3), "0.666");
  EXPECT_EQ(decimals(Exact(-1) / 3), "-0.334");
  EXPECT_EQ(decimals(1), "1.000");
}

}  // namespace
}  // namespace agreement

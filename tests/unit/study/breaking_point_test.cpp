// Where a set changes: lines that meet, thresholds that are crossed, and the simplest number just past them.
#include <gtest/gtest.h>

#include "study/breaking_point.hpp"

namespace {

using remit::base::Rational;
using remit::study::breaking_point;
using remit::study::BreakingPoint;
using remit::study::Problem;
using remit::study::simplest_between;
using remit::study::Standing;

// Two applications and money for one: the higher line gets it, and equal ones get nothing until somebody chooses.
Problem two(Rational first, Rational slope, Rational second, Rational now) {
  Problem p;
  p.now = now;
  p.lines = {{0, first, slope}, {1, second, Rational(0)}};
  p.stand_at = [=](const Rational& x) {
    const Rational a = first + slope * x;
    Standing s;
    s.ranked = {true, true};
    s.funded = {a > second, second > a};
    s.whole = s.funded;
    s.no_money = {second > a, a > second};
    return s;
  };
  p.standing = p.stand_at(now);
  return p;
}

TEST(breaking_point, is_where_two_lines_meet) {
  const BreakingPoint up = breaking_point(two(Rational(1), Rational(3), Rational(2), Rational(0)), true);
  ASSERT_TRUE(up.found);
  EXPECT_EQ(up.at.exact(), "1/3");
  EXPECT_FALSE(up.past);   // a tie is a change already
}

TEST(breaking_point, is_not_found_in_the_direction_in_which_lines_part) {
  EXPECT_FALSE(breaking_point(two(Rational(1), Rational(3), Rational(2), Rational(0)), false).found);
  EXPECT_FALSE(breaking_point(two(Rational(1), Rational(0), Rational(2), Rational(0)), true).found);
}

TEST(breaking_point, is_at_what_it_is_now_where_a_tie_is_broken_by_any_move) {
  const BreakingPoint up = breaking_point(two(Rational(2), Rational(1), Rational(2), Rational(0)), true);
  ASSERT_TRUE(up.found);
  EXPECT_EQ(up.at, Rational(0));
  EXPECT_TRUE(up.past);
}

TEST(breaking_point, is_not_looked_for_beyond_how_far_it_can_move) {
  Problem p = two(Rational(1), Rational(3), Rational(2), Rational(0));
  p.most = Rational(1, 4);
  EXPECT_FALSE(breaking_point(p, true).found);
  p.most = Rational(1, 3);
  EXPECT_TRUE(breaking_point(p, true).found);
}

TEST(breaking_point, need_not_be_found_when_a_nearer_one_is_known) {
  const Problem p = two(Rational(1), Rational(3), Rational(2), Rational(0));
  EXPECT_FALSE(breaking_point(p, true, Rational(1, 3)).found);
  EXPECT_TRUE(breaking_point(p, true, Rational(1, 2)).found);
}

TEST(breaking_point, numbers_that_are_too_long_are_no_answer) {
  Problem p = two(Rational(1), Rational(3), Rational(2), Rational(0));
  p.stand_at = [](const Rational&) {
    Standing s;
    s.unscored = true;
    return s;
  };
  EXPECT_THROW(breaking_point(p, true), remit::base::Overflow);
}

TEST(simplest_fraction, has_the_smallest_divisor_strictly_between_two) {
  EXPECT_EQ(simplest_between(Rational(1, 3), Rational(1, 2)).exact(), "2/5");
  EXPECT_EQ(simplest_between(Rational(0), Rational(1)).exact(), "1/2");
  EXPECT_EQ(simplest_between(Rational(0), Rational(1, 3)).exact(), "1/4");
  EXPECT_EQ(simplest_between(Rational(9, 10), Rational(21, 10)).exact(), "1");
  EXPECT_EQ(simplest_between(Rational(2), Rational(3)).exact(), "5/2");
  EXPECT_EQ(simplest_between(Rational(-1, 2), Rational(-1, 3)).exact(), "-2/5");
}

TEST(simplest_fraction, lies_between_any_two) {
  for (int a = -12; a < 12; ++a)
    for (int b = 1; b < 9; ++b)
      for (int c = a + 1; c < 14; ++c) {
        const Rational low(a, b), high(c, b);
        const Rational middle = simplest_between(low, high);
        EXPECT_TRUE(low < middle && middle < high) << low.exact() << " " << middle.exact() << " " << high.exact();
      }
}

}  // namespace

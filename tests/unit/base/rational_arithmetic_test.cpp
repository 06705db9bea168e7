#include "base/rational.hpp"

#include <gtest/gtest.h>

namespace remit::base {
namespace {

constexpr int128 largest = (int128{1} << 126) - 1 + (int128{1} << 126);   // 2^127 - 1

TEST(RationalArithmetic, KeepsLowestTermsAndAPositiveDenominator) {
  EXPECT_EQ(Rational(6, -4).exact(), "-3/2");
  EXPECT_EQ(Rational(0, -7).exact(), "0");
  EXPECT_EQ(Rational(8, 4).exact(), "2");
  EXPECT_EQ(Rational(6, 4), Rational(3, 2));
}

TEST(RationalArithmetic, AddsSubtractsMultipliesAndDividesExactly) {
  EXPECT_EQ((Rational(1, 3) + Rational(1, 6)).exact(), "1/2");
  EXPECT_EQ((Rational(1, 3) - Rational(1, 2)).exact(), "-1/6");
  EXPECT_EQ((Rational(2, 3) * Rational(9, 4)).exact(), "3/2");
  EXPECT_EQ((Rational(2, 3) / Rational(-4, 9)).exact(), "-3/2");
}

TEST(RationalArithmetic, TheMeanOfThreeMarksIsNoRoundedNumber) {
  EXPECT_EQ(((Rational(4) + Rational(3) + Rational(4)) / Rational(3)).exact(), "11/3");
}

TEST(RationalArithmetic, OrdersWithoutOverflowing) {
  EXPECT_LT(Rational(1, 3), Rational(1, 2));
  EXPECT_LT(Rational(-7, 3), Rational(-9, 4));
  EXPECT_GT(Rational(7, 3), Rational(9, 4));
  EXPECT_LT(Rational(-1, 2), Rational(0));
  EXPECT_LT(Rational(largest - 1, largest), Rational(1));
  EXPECT_LT(Rational(largest - 2, largest - 1), Rational(largest - 1, largest));   // their products have 254 bits
  EXPECT_EQ(Rational(5, 10) <=> Rational(1, 2), std::strong_ordering::equal);
}

TEST(RationalArithmetic, ThrowsInsteadOfWrapping) {
  EXPECT_EQ(Rational(largest, 1).exact(), "170141183460469231731687303715884105727");
  EXPECT_THROW(Rational(largest, 1) + Rational(1), Overflow);
  EXPECT_THROW(Rational(largest, 1) * Rational(2), Overflow);
  EXPECT_THROW(Rational(1, largest) * Rational(1, 2), Overflow);
  EXPECT_NO_THROW(Rational(largest, 1) * Rational(1, largest));
}

TEST(RationalArithmetic, RefusesToDivideByZero) {
  EXPECT_THROW(Rational(1, 0), std::domain_error);
  EXPECT_THROW(Rational(1) / Rational(0), std::domain_error);
}

}  // namespace
}  // namespace remit::base

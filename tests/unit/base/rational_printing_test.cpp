#include <gtest/gtest.h>

#include "base/rational.hpp"

namespace remit::base {
namespace {

TEST(RationalPrinting, RoundsHalfUpAwayFromZero) {
  EXPECT_EQ(Rational(242, 3).rounded(), "80.67");
  EXPECT_EQ(Rational(1, 200).rounded(), "0.01");
  EXPECT_EQ(Rational(-1, 200).rounded(), "-0.01");
  EXPECT_EQ(Rational(49, 10000).rounded(), "0");
  EXPECT_EQ(Rational(-49, 10000).rounded(), "0");
  EXPECT_EQ(Rational(1, 2).rounded(0), "1");
}

TEST(RationalPrinting, CarriesAndDropsTrailingZeros) {
  EXPECT_EQ(Rational(19996, 10000).rounded(), "2");
  EXPECT_EQ(Rational(9999, 1000).rounded(), "10");
  EXPECT_EQ(Rational(5, 2).rounded(), "2.5");
  EXPECT_EQ(Rational(4).rounded(), "4");
}

TEST(RationalPrinting, ReadsWholeDecimalAndFraction) {
  Rational r;
  ASSERT_TRUE(Rational::read("4", r));
  EXPECT_EQ(r, Rational(4));
  ASSERT_TRUE(Rational::read("-3.25", r));
  EXPECT_EQ(r, Rational(-13, 4));
  ASSERT_TRUE(Rational::read("11/3", r));
  EXPECT_EQ(r, Rational(11, 3));
  ASSERT_TRUE(Rational::read("999999999999999999", r));   // 18 digits
}

TEST(RationalPrinting, ReadsNothingElse) {
  Rational r;
  for (const char* text : {"", "-", "+4", ".5", "5.", "1e3", "1/0", "1/", "/2", "1/2/3", "4 ", "1,000", "1000000000000000000",
                           "1234567890.123456789", "--4", "0x4"})
    EXPECT_FALSE(Rational::read(text, r)) << text;
}

}  // namespace
}  // namespace remit::base

#include <gtest/gtest.h>

#include "base/money.hpp"
#include "base/rational.hpp"

namespace remit::base {
namespace {

std::int64_t pence(std::string_view text) {
  std::int64_t out = 0;
  EXPECT_TRUE(read_money(text, out)) << text;
  return out;
}

TEST(MoneyReading, ReadsPoundsAsPeopleWriteThem) {
  EXPECT_EQ(pence("60000"), 6000000);
  EXPECT_EQ(pence("60000.5"), 6000050);
  EXPECT_EQ(pence("60000.05"), 6000005);
  EXPECT_EQ(pence("£60,000.00"), 6000000);
  EXPECT_EQ(pence("£ 1,234,567"), 123456700);
  EXPECT_EQ(pence("-12.30"), -1230);
  EXPECT_EQ(pence("-£12.30"), -1230);
  EXPECT_EQ(pence("£-12.30"), -1230);
  EXPECT_EQ(pence("0"), 0);
}

TEST(MoneyReading, RefusesWhatIsNoAmount) {
  std::int64_t out = 7;
  for (const char* text : {"", "-", "£", "12.345", "1e5", "1,00", "1,0000", "12,34,567", ",100", "1,", "5.", ".5", "1.2.3", "--5", "££5",
                           "$5", "5 000", "five", "1,000,00"})
    EXPECT_FALSE(read_money(text, out)) << text;
  EXPECT_EQ(out, 7);
}

TEST(MoneyReading, HoldsSixtyFourBitsOfPence) {
  EXPECT_EQ(pence("92233720368547758.07"), INT64_MAX);
  EXPECT_EQ(pence("-92233720368547758.08"), INT64_MIN);
  std::int64_t out;
  EXPECT_FALSE(read_money("92233720368547758.08", out));
  EXPECT_FALSE(read_money("-92233720368547758.09", out));
  EXPECT_FALSE(read_money("922337203685477580", out));
}

TEST(MoneyReading, WritesForRecordsAndForPeople) {
  EXPECT_EQ(money_text(6000000), "60000.00");
  EXPECT_EQ(money_text(-5), "-0.05");
  EXPECT_EQ(money_text(INT64_MIN), "-92233720368547758.08");
  EXPECT_EQ(money_for_people(6000000), "£60,000");
  EXPECT_EQ(money_for_people(6000050), "£60,000.50");
  EXPECT_EQ(money_for_people(99999), "£999.99");
  EXPECT_EQ(money_for_people(-100000000), "-£1,000,000");
}

TEST(MoneyReading, SumsAreChecked) {
  EXPECT_EQ(add_pence(1, 2), 3);
  EXPECT_EQ(add_pence(INT64_MAX, INT64_MIN), -1);
  EXPECT_THROW(add_pence(INT64_MAX, 1), Overflow);
  EXPECT_THROW(add_pence(INT64_MIN, -1), Overflow);
}

}  // namespace
}  // namespace remit::base

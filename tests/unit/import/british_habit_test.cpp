#include <gtest/gtest.h>

#include "import/british.hpp"

namespace remit::import {
namespace {

TEST(BritishHabit, AmountsInPounds) {
  for (const auto& [said, meant] : {std::pair("£12,500", "12500.00"), {"12500.5", "12500.50"}, {"GBP 12,500", "12500.00"}, {"12.5k", "12500.00"}, {"£1.234k", "1234.00"}, {" £ 99 ", "99.00"}})
    EXPECT_EQ(read_pounds(said).value_or("nothing"), meant) << said;
  for (const char* said : {"12,50", "1.234567k", "a lot", "1e5", "12.345", "", "k", "£", "5/2k"}) EXPECT_FALSE(read_pounds(said)) << said;
}

TEST(BritishHabit, TheDayComesBeforeTheMonth) {
  for (const auto& [said, meant] : {std::pair("3/4/2026", "2026-04-03"), {"03.04.26", "2026-04-03"}, {"3-Apr-26", "2026-04-03"}, {"3rd April 2026", "2026-04-03"}, {"Friday 3 April 2026", "2026-04-03"},
                                    {"Apr 3, 2026", "2026-04-03"}, {"22nd Sept 2026", "2026-09-22"}, {"2026-04-03", "2026-04-03"}})
    EXPECT_EQ(read_day(said).value_or("nothing"), meant) << said;
  for (const char* said : {"2/13/2026", "31/4/2026", "April 2026", "3/4", "soon", "3/4/026", ""}) EXPECT_FALSE(read_day(said)) << said;
}

TEST(BritishHabit, TimesOfDay) {
  for (const auto& [said, meant] : {std::pair("3/4/2026 17:00", "2026-04-03T17:00:00"), {"3 April 2026, 5pm", "2026-04-03T17:00:00"}, {"3 April 2026 at 5.15 pm", "2026-04-03T17:15:00"},
                                    {"3 April 2026 12 noon", "2026-04-03T12:00:00"}, {"3/4/26 12.05am", "2026-04-03T00:05:00"}, {"3/4/26 09:30:15", "2026-04-03T09:30:15"}})
    EXPECT_EQ(read_day(said).value_or("nothing"), meant) << said;
  for (const char* said : {"3 April 2026 midnight", "3 April 2026 5", "3/4/26 25:00", "3/4/26 13pm", "3/4/26 late"}) EXPECT_FALSE(read_day(said)) << said;
}

TEST(BritishHabit, AMarkIsWrittenAlone) {
  base::Field field;
  field.path = "score";
  field.type = base::Type::number;
  const auto said = [&](const char* text) { return read_answer(field, field.type, {Cell::Kind::text, false, text}); };
  EXPECT_EQ(said("4").value.text, "4");
  EXPECT_EQ(said("3.5").value.text, "3.5");
  EXPECT_EQ(said("exactly 13/3").value.text, "13/3");
  EXPECT_NE(said("4/5").wrong.find("a mark is written alone"), std::string::npos);   // four out of five, or four fifths?
  EXPECT_NE(said("four").wrong, "");
  EXPECT_TRUE(said("-").value.is_null());
  EXPECT_EQ(said("-").wrong, "");
}

TEST(BritishHabit, ListsAndScales) {
  base::Field list;
  list.type = base::Type::list;
  const auto items = [&](const char* text) {
    std::string out;
    for (const auto& item : read_list(list, {Cell::Kind::text, false, text}).value.items) out += '[' + item.str() + ']';
    return out;
  };
  EXPECT_EQ(items("play; skills"), "[play][skills]");
  EXPECT_EQ(items("one; not two\nthree"), "[one; not two][three]");
  EXPECT_EQ(items("• one; not two"), "[one; not two]");
  EXPECT_EQ(items(" ; "), "");
  list.item = base::Type::number;
  for (const char* scale : {"0-5", "0 to 5", "0 – 5", "0\n5"}) EXPECT_EQ(items(scale), "[0][5]") << scale;
}

}  // namespace
}  // namespace remit::import

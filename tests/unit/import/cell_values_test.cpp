#include <gtest/gtest.h>

#include "import/values.hpp"

namespace remit::import {
namespace {

TEST(CellValues, DigitsWithoutTheDustOfBinaryFractions) {
  for (const auto& [held, meant] : {std::pair("60000.1", "60000.1"), {"0.30000000000000004", "0.3"}, {"6.00001E4", "60000.1"}, {"1E-3", "0.001"}, {"-0.5", "-0.5"}, {"007", "7"}, {"0", "0"}, {"-0", "0"},
                                    {"2.9999999999999996", "3"}, {"999999999999999.9", "1000000000000000"}, {"12345678901234.56", "12345678901234.6"}})
    EXPECT_EQ(plain_number(held), meant) << held;
  for (const char* held : {"", "x", "1e", "1E400", "--1", "1.2.3", "INF", "1e-99"}) EXPECT_EQ(plain_number(held), "") << held;
}

TEST(CellValues, DaysOfSerialNumbers) {
  EXPECT_EQ(day_of_serial("40999", false, false), "2012-03-31");
  EXPECT_EQ(day_of_serial("40999.708333333336", true, false), "2012-03-31T17:00:00");
  EXPECT_EQ(day_of_serial("40999.9999999", true, false), "2012-04-01T00:00:00");   // a hundredth of a second before midnight is midnight
  EXPECT_EQ(day_of_serial("39537", false, true), "2012-03-31");                    // as old Macintoshes count
  EXPECT_EQ(day_of_serial("1", false, false), "1900-01-01");
  EXPECT_EQ(day_of_serial("59", false, false), "1900-02-28");
  EXPECT_EQ(day_of_serial("60", false, false), "");                                // a day that there never was
  EXPECT_EQ(day_of_serial("61", false, false), "1900-03-01");
  EXPECT_EQ(day_of_serial("2958465", false, false), "9999-12-31");
  for (const char* held : {"2958466", "-1", "1E9", "0", "x", ""}) EXPECT_EQ(day_of_serial(held, false, false), "") << held;
}

TEST(CellValues, WhatAFormatShows) {
  for (const char* day : {"dd/mm/yyyy", "d mmm yy", "[$-809]dddd, d mmmm yyyy", "yyyy\\-mm\\-dd"}) EXPECT_EQ(shown_by(std::string_view(day)), Shows::day) << day;
  for (const char* both : {"dd/mm/yyyy hh:mm", "d mmm yyyy\\ h:mm AM/PM"}) EXPECT_EQ(shown_by(std::string_view(both)), Shows::day_and_time) << both;
  for (const char* number : {"General", "0.00", "#,##0", "\"£\"#,##0.00", "[Red]0", "\"dd\"0", "hh:mm", "0.00E+00", ""}) EXPECT_EQ(shown_by(std::string_view(number)), Shows::number) << number;
  EXPECT_EQ(shown_by(std::size_t{14}), Shows::day);
  EXPECT_EQ(shown_by(std::size_t{22}), Shows::day_and_time);
  EXPECT_EQ(shown_by(std::size_t{4}), Shows::number);
}

TEST(CellValues, CharactersThatXmlCannotHold) {
  EXPECT_EQ(unescaped("a_x000D_b"), "a\rb");
  EXPECT_EQ(unescaped("_x005F_x0041_"), "_x0041_");
  EXPECT_EQ(unescaped("_x00e9_"), "é");
  EXPECT_EQ(unescaped("_x_x0_"), "_x_x0_");
}

}  // namespace
}  // namespace remit::import

#include <gtest/gtest.h>

#include "base/date.hpp"

namespace remit::base {
namespace {

std::string read(std::string_view text) {
  Value v;
  return read_moment(text, v) ? moment_text(v) : "refused";
}

TEST(DatesAndMoments, ReadsDays) {
  EXPECT_EQ(read("2012-03-31"), "2012-03-31");
  EXPECT_EQ(read("31/03/2012"), "2012-03-31");
  EXPECT_EQ(read("1/3/2012"), "2012-03-01");
  EXPECT_EQ(read("2012-02-29"), "2012-02-29");
  EXPECT_EQ(read("1600-01-01"), "1600-01-01");
  EXPECT_EQ(read("9999-12-31"), "9999-12-31");
}

TEST(DatesAndMoments, ReadsMoments) {
  EXPECT_EQ(read("2012-03-31T17:00:00"), "2012-03-31T17:00:00");
  EXPECT_EQ(read("2012-03-31 17:00"), "2012-03-31T17:00:00");
  EXPECT_EQ(read("31/03/2012 17:00:05"), "2012-03-31T17:00:05");
  EXPECT_EQ(read("1969-12-31T23:59:59"), "1969-12-31T23:59:59");
}

TEST(DatesAndMoments, RefusesDaysThatDoNotExistAndZones) {
  for (const char* text : {"", "2012-02-30", "2011-02-29", "2012-13-01", "2012-00-10", "2012-01-00", "1599-12-31", "10000-01-01", "2012-3-1",
                           "12-03-31", "31/03/12", "2012-03-31T17:00:00Z", "2012-03-31T17:00+01:00", "2012-03-31T24:00:00",
                           "2012-03-31T17:60", "2012-03-31T17:00:60", "2012-03-31T1:00", "2012-03-31T", "2012-03-31x", "today", "31-03-2012"})
    EXPECT_EQ(read(text), "refused") << text;
}

TEST(DatesAndMoments, AClosingDateMeansTheWholeDay) {
  Value day, moment;
  ASSERT_TRUE(read_moment("1970-01-02", day));
  ASSERT_TRUE(read_moment("1970-01-02T12:00", moment));
  EXPECT_EQ(first_second(day), 86400);
  EXPECT_EQ(last_second(day), 2 * 86400 - 1);
  EXPECT_EQ(first_second(moment), 86400 + 43200);
  EXPECT_EQ(last_second(moment), 86400 + 43200);
}

TEST(DatesAndMoments, AreWrittenForPeople) {
  Value v;
  ASSERT_TRUE(read_moment("2012-03-01", v));
  EXPECT_EQ(moment_for_people(v), "1 March 2012");
  ASSERT_TRUE(read_moment("2012-03-31T17:00", v));
  EXPECT_EQ(moment_for_people(v), "31 March 2012 at 17:00");
  ASSERT_TRUE(read_moment("2012-03-31T17:00:01", v));
  EXPECT_EQ(moment_for_people(v), "31 March 2012 at 17:00:01");
}

}  // namespace
}  // namespace remit::base

// Which clauses speak of one section of a source.
#include "policy/sections.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace remit::policy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Sections, AreTheNumbersThatAClauseNames) {
  EXPECT_THAT(sections_of("4.5.6, 4.5.9 s3 (gap)"), ElementsAre("4.5.6", "4.5.9"));
  EXPECT_THAT(sections_of("minute 7 b"), ElementsAre("7"));
  EXPECT_THAT(sections_of("whole paper"), ElementsAre("whole paper"));
  EXPECT_THAT(sections_of(""), IsEmpty());
}

TEST(Sections, TouchWhenOneLiesInTheOther) {
  EXPECT_TRUE(touch("4.5.3 b2", "4.5"));
  EXPECT_TRUE(touch("4.5", "4.1, 4.5.3"));
  EXPECT_TRUE(touch("9.0 s2", "9.0 s5"));
  EXPECT_FALSE(touch("4.5", "4.50"));
  EXPECT_FALSE(touch("4.5", "14.5"));
  EXPECT_FALSE(touch("1", "11.0"));
  EXPECT_FALSE(touch("4.5.3", "4.5.4"));
  EXPECT_FALSE(touch("", "4.5"));
  EXPECT_FALSE(touch("whole paper", "4.5"));
}

TEST(Sections, TheWholeOfASourceIsNamedInWords) {
  EXPECT_TRUE(is_of_the_whole("whole paper"));
  EXPECT_TRUE(is_of_the_whole("whole document"));
  EXPECT_FALSE(is_of_the_whole("4.5"));
}

}  // namespace
}  // namespace remit::policy

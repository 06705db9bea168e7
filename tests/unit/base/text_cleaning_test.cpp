#include <gtest/gtest.h>

#include "base/text.hpp"

namespace remit::base {
namespace {

TEST(TextCleaning, TrimsAsciiAndTheSpacesOfSpreadsheets) {
  EXPECT_EQ(trim(" \t a b \r\n"), "a b");
  EXPECT_EQ(trim("\xc2\xa0" "a\xe2\x80\x8b\xef\xbb\xbf"), "a");
  EXPECT_EQ(trim(" \xc2\xa0 "), "");
  EXPECT_EQ(trim(""), "");
  EXPECT_EQ(trim("\xc3\xa0"), "\xc3\xa0");   // à ends in the byte of a no-break space
}

TEST(TextCleaning, KnowsUtf8) {
  EXPECT_TRUE(valid_utf8(""));
  EXPECT_TRUE(valid_utf8("£ \xe2\x82\xac \xf0\x9f\x98\x80"));
  for (const char* bad : {"\xa3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\xff", "a\x80"}) EXPECT_FALSE(valid_utf8(bad));
}

TEST(TextCleaning, PrintsWithoutControlCharacters) {
  EXPECT_EQ(printable("a\tb\nc\x01\x7f" "d"), "a b cd");
  EXPECT_EQ(printable("a\xc2\x85" "b\xe2\x80\xae" "c"), "abc");   // a C1 control; a mark that turns the direction of writing
  EXPECT_EQ(printable("a\xff"), "a?");
}

TEST(TextCleaning, CutsOnTheEdgeOfACharacter) {
  EXPECT_EQ(printable("abcdef", 6), "abcdef");
  EXPECT_EQ(printable("abcdefg", 6), "abcdef...");
  EXPECT_EQ(printable("abcde£", 6), "abcde...");
}

TEST(TextCleaning, JoinsAndSpeaks) {
  const std::vector<std::string> three = {"a", "b", "c"};
  EXPECT_EQ(join_and(three), "a, b and c");
  EXPECT_EQ(join_and(std::span(three).first(2), " or "), "a or b");
  EXPECT_EQ(join_and(std::span(three).first(1)), "a");
  EXPECT_EQ(join_and(std::span(three).first(0)), "");
  EXPECT_EQ(spoken("use_of_funding"), "use of funding");
}

}  // namespace
}  // namespace remit::base

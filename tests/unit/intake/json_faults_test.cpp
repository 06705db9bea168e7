#include <gtest/gtest.h>

#include "base/problem_words.hpp"
#include "intake/json.hpp"

namespace remit::intake {
namespace {

std::string fault(const std::string& bytes) {
  try {
    read_json(bytes, "x.json");
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 2);
    return refused.problems.at(0).code + ' ' + base::uncoded(refused.problems.at(0));
  }
  return "none";
}

TEST(JsonFaults, NameThePlaceAndWhatWasExpected) {
  EXPECT_EQ(fault("{\"a\": 1\n \"b\": 2}"), "NOT_JSON x.json:2:2: this is not JSON: expected `,` or `}`, found `\"b\"`");
  EXPECT_EQ(fault("[1 2]"), "NOT_JSON x.json:1:4: this is not JSON: expected `,` or `]`, found `2`");
  EXPECT_EQ(fault("{\"a\" 1}"), "NOT_JSON x.json:1:6: this is not JSON: expected `:`, found `1`");
  EXPECT_EQ(fault("{a: 1}"), "NOT_JSON x.json:1:2: this is not JSON: expected a field's name in quotes, found `a`");
  EXPECT_EQ(fault("{\"a\": 1,}"), "NOT_JSON x.json:1:9: this is not JSON: expected a field's name in quotes, found `}`");
  EXPECT_EQ(fault("[1,]"), "NOT_JSON x.json:1:4: this is not JSON: expected a value, found `]`");
  EXPECT_EQ(fault("{} {}"), "NOT_JSON x.json:1:4: this is not JSON: expected the end, found `{`");
  EXPECT_EQ(fault("[1"), "NOT_JSON x.json:1:3: this is not JSON: it ends before its last bracket is closed");
  EXPECT_EQ(fault("[1}"), "NOT_JSON x.json:1:3: this is not JSON: expected `,` or `]`, found `}`");
  EXPECT_EQ(fault(""), "NOT_JSON x.json:1:1: there is nothing here; expected JSON");
  EXPECT_EQ(fault(" \n "), "NOT_JSON x.json:1:1: there is nothing here; expected JSON");
}

TEST(JsonFaults, NumbersAndWordsAreWrittenAsJsonWritesThem) {
  for (const char* bad : {"01", "+1", "1.", ".5", "1e", "0x1", "-", "1_000", "NaN", "Infinity", "tru", "truex", "nul", "None", "'a'", "1a", "\"a\"b", "1\f"})
    EXPECT_EQ(fault(bad).substr(0, 8), "NOT_JSON") << bad;
  for (const char* good : {"0", "-0", "-1.50", "1e5", "1E-5", "true", " null\n", "\"a\" "}) EXPECT_EQ(fault(good), "none") << good;
}

TEST(JsonFaults, TextsEndAndHoldNoControlCharacters) {
  EXPECT_EQ(fault("{\"a\":\n\"b}"), "NOT_JSON x.json:2:1: this is not JSON: the text that begins here has no closing quotes");
  EXPECT_EQ(fault("[\"a\nb\"]"), "NOT_JSON x.json:1:4: this is not JSON: a text goes on past the end of the line; close its quotes, or write \\n");
  EXPECT_EQ(fault("[\"a\tb\"]"), "NOT_JSON x.json:1:4: this is not JSON: a text holds a control character; remove it, or write \\t for a tab");
  EXPECT_EQ(fault("[\"a\\x\"]"), "NOT_JSON x.json:1:4: this is not JSON: `\\x` is no escape");
  for (const char* bad : {R"("\u12")", R"("\u12g4")", R"("\ud800")", R"("\ud800\u0041")", R"("\udc00")", R"("\ud83d\n")"})
    EXPECT_EQ(fault(bad).substr(0, 8), "NOT_JSON") << bad;
}

TEST(JsonFaults, Utf8IsCheckedWithItsLine) {
  EXPECT_EQ(fault("{\"a\":1,\n\"b\":\"\xa3\"}"), "BAD_UTF8 x.json:2: the line is not UTF-8; save the file as UTF-8");
  EXPECT_EQ(fault(std::string("\xff\xfe{\0}\0", 6)), "BAD_UTF8 x.json:1: this is UTF-16; save it as UTF-8");
  EXPECT_EQ(fault("[\"\xed\xa0\x80\"]"), "BAD_UTF8 x.json:1: the line is not UTF-8; save the file as UTF-8");
}

TEST(JsonFaults, SixtyFourLevelsAndNoMore) {
  EXPECT_EQ(fault(std::string(64, '[') + std::string(64, ']')), "none");
  EXPECT_EQ(fault(std::string(65, '[') + std::string(65, ']')), "TOO_DEEP x.json:1: lists and objects stand more than 64 deep in each other");
  EXPECT_EQ(fault(std::string(1'000'000, '[')).substr(0, 8), "TOO_DEEP");
}

TEST(JsonFaults, AKeyStandsOnceInItsObject) {
  EXPECT_EQ(fault("{\"a\":1,\n\"\\u0061\":2}"), "DUPLICATE_KEY x.json:2: `a` stands twice in the same object; keep one");
  EXPECT_EQ(fault(R"({"a":{"a":1},"b":[{"a":1},{"a":1}]})"), "none");
}

}  // namespace
}  // namespace remit::intake

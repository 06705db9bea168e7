// How facts look in a record, and in which order keys stand.
#include <gtest/gtest.h>

#include "base/date.hpp"
#include "record/append.hpp"

namespace remit::record {
namespace {

using base::Kind;
using base::Value;

std::string written(const Value& value) {
  std::string out;
  append_value(value, out);
  return out;
}

TEST(ValuesInRecords, EachKind) {
  Value day, moment;
  ASSERT_TRUE(base::read_moment("2012-03-31", day));
  ASSERT_TRUE(base::read_moment("2012-03-31T17:00:00", moment));
  const base::Rational half(base::int128(1), base::int128(2));
  Value ratio;
  ratio.kind = Kind::ratio;
  ratio.ratio = &half;
  EXPECT_EQ(written({}), "null");
  EXPECT_EQ(written(Value::yes(true)), "true");
  EXPECT_EQ(written(Value::of(Kind::count, -7)), "-7");
  EXPECT_EQ(written(Value::of(Kind::money, 6000005)), R"("60000.05")");
  EXPECT_EQ(written(day), R"("2012-03-31")");
  EXPECT_EQ(written(moment), R"("2012-03-31T17:00:00")");
  EXPECT_EQ(written(ratio), R"("1/2")");
  EXPECT_EQ(written(Value::of_word("withdrawn", 1)), R"("withdrawn")");
}

TEST(ValuesInRecords, ListsAndRecords) {
  const Value texts[] = {Value::of_text("a"), Value::of_text("b \"c\"")};
  EXPECT_EQ(written(Value::of_items(Kind::list, texts)), R"(["a","b \"c\""])");
  const Value fields[] = {Value::yes(true)};
  const Value records[] = {Value::of_items(Kind::record, fields), Value::of_items(Kind::record, fields)};
  EXPECT_EQ(written(Value::of_items(Kind::list, records)), "2") << "a list of records is told by how many there are";
  Value group;
  group.kind = Kind::record;
  EXPECT_EQ(written(group), "true") << "a group says that something in it was answered";
}

TEST(ValuesInRecords, CountsThatJsonNumbersWouldRoundAreTexts) {
  EXPECT_EQ(written(Value::of(Kind::count, 9007199254740992)), "9007199254740992");
  EXPECT_EQ(written(Value::of(Kind::count, 9007199254740993)), R"("9007199254740993")");
}

TEST(ValuesInRecords, OddTexts) {
  auto text = [](std::string_view s) {
    std::string out;
    append_text(s, out);
    return out;
  };
  EXPECT_EQ(text("plain, quite long, and é too"), R"("plain, quite long, and é too")");
  EXPECT_EQ(text(std::string_view("a\0b", 3)), R"("a\u0000b")");
  EXPECT_EQ(text("line\nbreak\ttab"), R"("line\nbreak\ttab")");
  EXPECT_EQ(text("back\\slash in eight or more"), R"("back\\slash in eight or more")");
  EXPECT_EQ(text("1234567\x1f"), R"("1234567\u001f")");
  EXPECT_EQ(text("\x7f"), "\"\x7f\"") << "RFC 8785 leaves DEL as it is";
}

TEST(ValuesInRecords, KeysSortByUtf16CodeUnits) {
  EXPECT_TRUE(sorts_before("a", "b"));
  EXPECT_TRUE(sorts_before("a", "ab"));
  EXPECT_FALSE(sorts_before("a", "a"));
  EXPECT_TRUE(sorts_before("z", "é"));
  EXPECT_TRUE(sorts_before("\U0001d11e", "\ufb01")) << "a surrogate comes before U+FB01, though its UTF-8 comes after";
  EXPECT_FALSE(sorts_before("\ufb01", "\U0001d11e"));
  EXPECT_TRUE(sorts_before("\u20ac", "\U0001d11e"));
}

}  // namespace
}  // namespace remit::record

#include <gtest/gtest.h>

#include "intake/canonical.hpp"
#include "intake/json.hpp"
#include "rounds.hpp"

namespace remit::intake {
namespace {

std::string canonical(const std::string& bytes) {
  std::string out;
  write_canonical_json(read_json(bytes, "x.json"), out);
  return out;
}

TEST(CanonicalJson, SortsKeysAndKeepsDigits) {
  EXPECT_EQ(canonical(" { \"b\" : [ 1.50 , true , null ] , \"a\" : { } , \"\" : \"x\" } "), R"({"":"x","a":{},"b":[1.50,true,null]})");
  EXPECT_EQ(canonical("[]"), "[]");
}

// The order of the example in RFC 8785, 3.2.3.
TEST(CanonicalJson, OrdersKeysByUtf16) {
  EXPECT_EQ(canonical(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})"),
            "{\"\\r\":2,\"1\":4,\"\xc2\x80\":6,\"\xc3\xb6\":7,\"\xe2\x82\xac\":1,\"\xf0\x9f\x98\x80\":5,\"\xef\xac\xb3\":3}");
  EXPECT_TRUE(utf16_less("a", "ab"));
  EXPECT_FALSE(utf16_less("ab", "a"));
  EXPECT_FALSE(utf16_less("a", "a"));
}

TEST(CanonicalJson, EscapesAsLittleAsItMay) {
  EXPECT_EQ(canonical(R"("\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"\/\b\f\t\u007f")"), "\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\x7f\"");
  std::string out;
  for (int at = 0; at < 20; ++at) {   // a quote at each place of a word of eight bytes
    std::string text(20, 'x'), expected = "\"" + text + "\"";
    text[static_cast<std::size_t>(at)] = '"';
    expected.replace(static_cast<std::size_t>(at) + 1, 1, "\\\"");
    out.clear();
    write_json_text(text, out);
    EXPECT_EQ(out, expected);
  }
}

TEST(CanonicalJson, ARecordHasItsAnsweredFieldsOnly) {
  const auto round = read(sound_texts());
  std::string out;
  write_canonical(round->applications.rows[0], *round->applications.type, out);
  EXPECT_EQ(out,
            R"({"amount_requested":"60000.00","applicant":"GB-CHC-1","clarifications":[{"element":"E2","question":"Which?"}],)"
            R"("elements":[{"cost":"20000.00","fit":1,"id":"E1","title":"Workers"},{"cost":"40000.00","id":"E2","needs":["E1"],"title":"Rooms"}],)"
            R"("id":"A1","objectives":["Reduce waiting times"],)"
            R"("partners":[{"evidence":{"document":"letter","secured_on":"2012-02-03"},"organisation":"GB-CHC-2","required":true}],)"
            R"("status":"submitted","stream":"family","submitted_at":"2012-02-10T12:30:00","title":"One"})");
}

TEST(CanonicalJson, NumbersAreExactTexts) {
  base::RecordType type;
  type.name = "thing";
  for (const auto& [path, of] : {std::pair("n", base::Type::number), {"m", base::Type::number}, {"c", base::Type::count}}) {
    base::Field field;
    field.path = path;
    field.type = of;
    type.add(field);
  }
  const base::Rational third(11, 3);
  base::Value values[3];
  values[0].kind = base::Kind::ratio;
  values[0].ratio = &third;
  values[1] = values[2] = base::Value::of(base::Kind::count, 4);
  std::string out;
  write_canonical(values, type, out);
  EXPECT_EQ(out, R"({"c":4,"m":"4","n":"11/3"})");
}

TEST(JsonTree, GivesMembersInOrderAndNullForTheRest) {
  const Json tree = read_json("\xef\xbb\xbf{\"b\":1.10,\"a\":[true,\"x\\n\\ud83d\\ude00\"]}", "x.json");
  ASSERT_EQ(tree.members.size(), 2u);
  EXPECT_EQ(tree.members[0].first, "b");
  EXPECT_EQ(tree["b"].str(), "1.10");
  EXPECT_EQ(tree["a"].items[1].str(), "x\n\xf0\x9f\x98\x80");
  EXPECT_TRUE(tree["a"].items[0].boolean);
  EXPECT_TRUE(tree["c"].is_null());
  EXPECT_TRUE(tree["c"]["d"].is_null());
  EXPECT_TRUE(tree.has("a"));
  EXPECT_FALSE(tree.has("c"));
}

}  // namespace
}  // namespace remit::intake

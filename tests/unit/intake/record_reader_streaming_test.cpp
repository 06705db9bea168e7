#include <gtest/gtest.h>

#include "base/problem_words.hpp"
#include "intake/record_reader.hpp"
#include "rounds.hpp"

namespace remit::intake {
namespace {

base::RecordType applicants() {
  base::RecordType type;
  type.name = "applicant";
  const auto add = [&](const char* path, base::Type of, bool required = false) -> base::Field& {
    base::Field field;
    field.path = path;
    field.type = of;
    field.required = required;
    type.add(field);
    return type.fields.back();
  };
  add("id", base::Type::text, true);
  add("age", base::Type::count, true);
  add("home", base::Type::record);
  add("home.rent", base::Type::money);
  add("home.shared", base::Type::yes_no);
  add("remarks", base::Type::answer);
  base::Field& marks = add("marks", base::Type::list);
  marks.item = base::Type::number;
  return type;
}

struct Stream {
  base::RecordType type = applicants();
  RecordReader reader{type};
  base::Arena arena;
  Mistakes found;

  const base::Value* read(const std::string& bytes, int first_line = 1) {
    kept.push_back(std::make_unique<std::string>(bytes));
    files.push_back(std::make_unique<FileText>("in.ndjson", *kept.back(), first_line));
    return reader.read(*kept.back(), *files.back(), arena, found);
  }
  Lines told() {
    Lines out;
    try {
      found.refuse_if_any();
    } catch (const base::Refused& refused) {
      for (const auto& problem : refused.problems) out.push_back(problem.code + ' ' + base::uncoded(problem));
    }
    return out;
  }
  std::vector<std::unique_ptr<std::string>> kept;
  std::vector<std::unique_ptr<FileText>> files;
};

TEST(RecordReaderStreaming, ReadsAnyTypeWithKeysInAnyOrder) {
  Stream s;
  const base::Value* first = s.read(R"({"id":"a","age":40,"home":{"rent":"£512.50","shared":false},"remarks":true,"marks":[1,2.5]})");
  const base::Value* second = s.read(R"( {"marks" : [ ], "remarks":" said ", "home":{"shared":true}, "age":41, "id":"b"} )");
  const base::Value* third = s.read(R"({"id":"c","age":42,"home":{},"remarks":null})");
  EXPECT_EQ(s.told(), Lines{});
  EXPECT_EQ(first[0].str(), "a");
  EXPECT_EQ(first[3].integer, 51250);
  EXPECT_EQ(first[5].kind, base::Kind::yes_no);
  EXPECT_EQ(*first[6].list()[1].ratio, base::Rational(5, 2));
  EXPECT_EQ(second[0].str(), "b");
  EXPECT_EQ(second[2].kind, base::Kind::record);
  EXPECT_EQ(second[5].str(), "said");
  EXPECT_FALSE(second[6].answered());
  EXPECT_FALSE(third[2].answered());
  EXPECT_FALSE(third[5].answered());
  EXPECT_EQ(third[5].word, 0);
}

TEST(RecordReaderStreaming, TextsWithoutEscapesPointIntoTheLine) {
  Stream s;
  const base::Value* record = s.read(R"({"id":" a ","age":1,"remarks":"b\nc"})");
  const std::string& line = *s.kept.back();
  EXPECT_EQ(record[0].text, line.data() + line.find('a'));
  EXPECT_EQ(record[5].str(), "b\nc");
  EXPECT_TRUE(record[5].text < line.data() || record[5].text >= line.data() + line.size());
}

TEST(RecordReaderStreaming, LinesCountFromWhereThePartBegan) {
  Stream s;
  EXPECT_NE(s.read(R"({"id":"a","age":"x"})", 700), nullptr);
  EXPECT_EQ(s.read(R"({"id":"a",)", 701), nullptr);
  EXPECT_EQ(s.read(R"([1])", 702), nullptr);
  EXPECT_EQ(s.read(R"({"id":"a","age":1} {})", 703), nullptr);
  EXPECT_EQ(s.told(), (Lines{"WRONG_TYPE in.ndjson:700: age: expected a whole number like 3, found the text `x`",
                             "NOT_JSON in.ndjson:701:11: this is not JSON: it ends before its last bracket is closed",
                             "WRONG_TYPE in.ndjson:702: expected an applicant in { }, found a list",
                             "NOT_JSON in.ndjson:703:20: this is not JSON: expected the end, found `{`"}));
}

TEST(RecordReaderStreaming, AfterAFaultItReadsOn) {
  Stream s;
  EXPECT_EQ(s.read(R"({"id":"a","marks":[1,2)"), nullptr);
  const base::Value* record = s.read(R"({"id":"b","age":2,"marks":[3]})");
  ASSERT_NE(record, nullptr);
  EXPECT_EQ(record[6].list().size(), 1u);
}

TEST(RecordReaderStreaming, NumbersInListsAreNotPassedOver) {
  Stream s;
  s.read(R"({"id":"a","age":1,"marks":[1,null,""]})");
  EXPECT_EQ(s.told(), (Lines{"WRONG_TYPE in.ndjson:1: marks[2]: expected a number like 4 or 3.25, found `null`",
                             "WRONG_TYPE in.ndjson:1: marks[3]: it is empty; expected a number like 4 or 3.25"}));
}

TEST(RecordReaderStreaming, MistakesOfThreadsAreTakenTogether) {
  Mistakes all, part;
  base::Problem p;
  p.message = "x";
  for (int i = 0; i < 700; ++i) all.add(p), part.add(p);
  all.add_all(std::move(part));
  EXPECT_EQ(all.count(), 1400u);
  EXPECT_TRUE(all.full());
}

TEST(RecordReaderStreaming, LinesAreTakenOneByOne) {
  std::string_view rest = "a\n\nb", line;
  Lines lines;
  while (next_line(rest, line)) lines.emplace_back(line);
  EXPECT_EQ(lines, (Lines{"a", "", "b"}));
}

}  // namespace
}  // namespace remit::intake

// Records as functions see them, and the ledger of what was read.
#include "little_pack.hpp"

namespace remit::lua {
namespace {

using RecordViews = LittlePack;

TEST_F(RecordViews, ShowEveryKindOfFact) {
  const std::pair<const char*, const char*> cases[] = {
      {"return application.title", "Reading Café"},
      {"return application.amount", "20000.00"},
      {"return application.starts", "2012-04-01"},
      {"return application.sent", "2012-03-31T17:00:00"},
      {"return application.urgent", "true"},
      {"return application.people + 1", "13"},
      {"return application.score", "7/2"},
      {"return application.score * 2", "7"},
      {"return application.kind", "voluntary"},
      {"return application.note == nil", "true"},
      {"return application.unit", "days"},
      {"return application.household.size", "3"},
      {"return application.household.rent == nil", "true"},
      {"return #application.themes .. application.themes[2]", "2play"},
      {"return #application.gone", "0"},
      {"return application.partners[2].name", "Mill"},
      {"return application.partners[3] == nil", "true"},
      {"return sum(application.partners, function (p) return p.fee end)", "120.01"},
      {"local s = '' for i, p in ipairs(application.partners) do s = s .. i .. p.name end return s", "1Barn2Mill"},
      {"return parameters.gap", "42"},
      {"return application.partners[1] == application.partners[1] and application.partners[1] ~= application.partners[2]", "true"},
      {"return type(application) .. type(application.partners) .. type(application.amount) .. type(application.score) .. type(application.starts)", "recordlistmoneyfractiondate"},
  };
  for (const auto& [body, wanted] : cases) EXPECT_EQ(answer_to(body), wanted) << body;
}

TEST_F(RecordViews, CompareAmountsWithTheirKind) {
  const std::pair<const char*, const char*> cases[] = {
      {"return application.amount == pounds(20000)", "true"},
      {"return application.amount <= parameters.cap", "true"},
      {"return application.amount - pounds(1) < application.amount", "true"},
      {"return application.amount * 3 == pounds(60000)", "true"},
      {"return application.amount * ratio(1, 2) == pounds(10000)", "true"},
      {"return -application.amount < pounds(0)", "true"},
      {"return application.sent < application.starts", "true"},
      {"return days_between(application.sent, application.starts)", "1"},
      {"return application.score > 3 and application.score < 4", "true"},
      {"return ratio(1, 3) + ratio(1, 6) == ratio(1, 2)", "true"},
      {"return ratio(7, 2) // 1 .. ' ' .. ratio(7, 2) % 1 .. ' ' .. math.floor(-ratio(7, 2))", "3 1/2 -4"},
      {"return share(pounds(30), application.amount)", "3/20"},
      {"return string.format_money(application.amount)", "£20,000"},
      {"local t = {} t[application.amount] = 'x' return t[pounds(20000)]", "x"},
      {"return application.amount .. ''", "20000.00"},
      {"return math.max(pounds(1), application.amount)", "20000.00"},
  };
  for (const auto& [body, wanted] : cases) EXPECT_EQ(answer_to(body), wanted) << body;
}

TEST_F(RecordViews, TakeADateAsItsWholeDay) {
  base::read_moment("2012-04-01T09:30:00", round_.record[3]);
  EXPECT_EQ(answer_to("return application.sent <= application.starts"), "true");
  EXPECT_EQ(answer_to("return application.sent < application.starts"), "false");
  EXPECT_EQ(answer_to("return application.sent > application.starts"), "false");
}

TEST_F(RecordViews, WriteEachReadIntoTheLedgerOnce) {
  load_body("local n = application.people + application.people\nlocal p = application.partners\nreturn p[2].name == p[2].name and application.note == nil and parameters.gap > 1 and pass or fail");
  ASSERT_EQ(ask(), policy::Outcome::pass) << work_.cause;
  std::vector<std::string> reads;
  for (const policy::Read& read : work_.reads)
    reads.push_back(round_.roots[read.root].name + "." + round_.roots[read.root].type->fields[read.field].path + "#" + std::to_string(read.item) + (read.value.answered() ? "" : " absent"));
  EXPECT_THAT(reads, testing::ElementsAre("application.people#0", "application.partners#0", "partner.name#2", "application.note#0 absent", "parameters.gap#0"));
  ASSERT_EQ(ask(), policy::Outcome::pass);
  EXPECT_EQ(work_.reads.size(), 5U);   // again for the next question, and nothing of the last
  work_.ledger = false;
  ASSERT_EQ(ask(), policy::Outcome::pass);
  EXPECT_TRUE(work_.reads.empty());
}

TEST_F(RecordViews, AreNilWhenTheRecordIsNotInView) {
  load_body("return application == nil and pass or fail");
  facts_.records[policy::root::application] = nullptr;
  EXPECT_EQ(ask(), policy::Outcome::pass);
}

TEST_F(RecordViews, NeverShowTheTextOfAnotherApplication) {
  load_body("return application.title");
  std::string first(200, 'a'), second(200, 'b');
  std::string shared = first;   // the same bytes in memory, overwritten between two applications
  round_.record[0] = base::Value::of_text(shared);
  EXPECT_EQ(answer(), first);
  shared.replace(0, 200, second);
  EXPECT_EQ(answer(), second);
}

}  // namespace
}  // namespace remit::lua

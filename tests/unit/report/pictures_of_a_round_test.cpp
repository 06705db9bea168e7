// The pictures of the report: each says in words, in a table and as data what it draws.
#include <gmock/gmock.h>

#include "report/pictures.hpp"
#include "small_document.hpp"

namespace remit::report::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string budget(const record::DecisionDocument& document) {
  std::string out;
  write_budget_picture(standings(document)[0], "budget-1", out);
  return out;
}

TEST(PicturesOfARound, TheBudgetGoesDownWithEachAward) {
  const std::string out = budget(small_document());
  EXPECT_THAT(out, HasSubstr("<h3>£50 of £1,000 is left</h3>"));
  EXPECT_THAT(out, HasSubstr("<td>£650 to A1, First &amp; Co (rank 1, approve in full)</td><td>£650</td><td>£350</td>"));
  EXPECT_THAT(out, HasSubstr("<td>£300 to A2, Café Élan (rank 2, approve in part)</td><td>£300</td><td>£50</td>"));
  EXPECT_THAT(out, Not(HasSubstr("to A3")));   // got nothing
  EXPECT_THAT(out, HasSubstr("download=\"budget-1.csv\" href=\"data:text/csv;charset=utf-8,step%2Camount%2Cleft%20after%20it%0D%0Abudget"));
  // 388 wide from 6 on for £1,000: A1 takes the last 65 of 100, A2 the 30 before it
  EXPECT_THAT(out, HasSubstr("<rect class=\"approve-total\" x=\"141.8\" y=\"64\" width=\"252.2\""));
  EXPECT_THAT(out, HasSubstr("<rect class=\"approve-parts\" x=\"25.4\" y=\"106\" width=\"116.4\""));
  EXPECT_THAT(out, HasSubstr(">1. A1, First &amp; Co</text>"));
  EXPECT_THAT(out, HasSubstr(">£300 in part</text>"));
}

TEST(PicturesOfARound, ManyAwardsStandTogetherByDecision) {
  auto document = small_document();
  document.streams[0].budget = 10'000'000;
  for (int i = 0; i < 40; ++i) {
    document.records.push_back(document.records[0]);
    document.records.back().application = "B" + std::to_string(i);
  }
  const std::string out = budget(document);
  EXPECT_THAT(out, HasSubstr("£26,650 to 41 applications (approve in full)"));
  EXPECT_THAT(out, HasSubstr("£300 to 1 application (approve in part)"));
  EXPECT_THAT(out, Not(HasSubstr("B7")));
}

TEST(PicturesOfARound, WhereNothingIsAwardedThereIsNone) {
  auto document = small_document();
  for (auto& r : document.records) r.proposal.amount = 0;
  EXPECT_EQ(budget(document), "");
}

TEST(PicturesOfARound, MarksAreSpreadByAssessorAndThoseSetAsideAreLeftOut) {
  auto document = small_document();
  document.records[2].scores.sheets = {{"m1", true, {{"need", "", "1", ""}}}};
  std::string out;
  write_spread_picture(document, document.streams[0], "marks-1", out);
  EXPECT_THAT(out, HasSubstr("<td>Need</td><td>Ann Lee (m1)</td><td>2</td><td>1</td><td>2.33</td><td>3.67</td><td>5</td>"));
  EXPECT_THAT(out, Not(HasSubstr("Bo Ray")));
}

TEST(PicturesOfARound, SheetsThatAreSetAsideStandBesideThoseThatCount) {
  std::string out;
  write_sheets_picture(small_document(), out);
  EXPECT_THAT(out, HasSubstr("<h3>2 of 3 score sheets are set aside</h3>"));
  EXPECT_THAT(out, HasSubstr("<td>Ann Lee (m1)</td><td>1</td><td>0</td>"));
  EXPECT_THAT(out, HasSubstr("<td>Bo Ray (m2)</td><td>0</td><td>2</td>"));
  EXPECT_THAT(out, HasSubstr(">0 count, 2 set aside</text>"));
}

TEST(PicturesOfARound, FailuresAreCountedMostFirst) {
  auto document = small_document();
  record::Finding other = document.records[3].findings[0];
  other.rule = "other";
  other.title = "Another <rule>";
  for (std::size_t i : {0U, 1U}) document.records[i].findings.push_back(other);
  std::string out;
  write_failures_picture(document, out);
  EXPECT_THAT(out, HasSubstr("<h3>Most often not met: Another &lt;rule&gt; (2 applications)</h3>"));
  EXPECT_THAT(out, HasSubstr("<td>2</td><td>67%</td>"));
  EXPECT_THAT(out, HasSubstr("<td>1</td><td>100%</td>"));
}

TEST(PicturesOfARound, WhereNobodyFailsThereIsNone) {
  auto document = small_document();
  document.records[3].findings[0].outcome = "pass";
  std::string out;
  write_failures_picture(document, out);
  EXPECT_EQ(out, "");
}

}  // namespace
}  // namespace remit::report::test

// What a chair reads of appeals: the whole text for one that changes the result, and the words for those that do not.
#include <gmock/gmock.h>

#include "report/appeal.hpp"

namespace remit::report {
namespace {

using record::AppealRecord;
using ::testing::HasSubstr;
using ::testing::Not;

record::DecisionRecord result(const std::string& total, std::int64_t rank, const std::string& decision, std::int64_t amount, const std::string& mean) {
  record::DecisionRecord r;
  r.application = "A1";
  r.title = "A play bus";
  r.applicant = "o1";
  r.eligibility = "eligible";
  r.rank = rank;
  r.scores.total = r.scores.exact = total;
  r.scores.measures = {{.measure = "need", .title = "Need", .weight = "1", .mean = mean, .high = "5", .minimum = "2", .met = rank > 0}};
  r.proposal.decision = decision;
  r.proposal.amount = amount;
  return r;
}

AppealRecord changed() {
  AppealRecord a;
  a.engine = "0.1.0";
  a.round = "r1";
  a.stream = "s";
  a.application = "A1";
  a.as_of = "2012-03-01";
  a.input = "blake2b-256:in";
  a.pack.id = "ni";
  a.pack.version = "1.0.0";
  a.pack.digest = "blake2b-256:pack";
  a.ground = "misapplication";
  a.received = "2012-03-09";
  a.views = "Look at the table";
  a.by = "o1";
  a.by_name = "First & Co";
  a.outcome = "admitted";
  a.findings = {{.rule = "misapplication", .title = "The criteria were misapplied", .outcome = "pass", .clause = "4.5.9 s1", .force = "must", .reading = "alleging is enough", .message = "", .cause = "", .asks = false, .shortfalls = {}}};
  a.panel = {.constituted = true, .fit = true, .id = "p2", .reason = "", .quorum = 2, .members = {{"f1", "Una Day", "Board", "", true}, {"f2", "", "College", "", false}},
             .checks = {{"procedure/fresh-panel", "Remit procedure, appeal", "pass", "nobody of the first panel sits on it"}}};
  a.first = result("33.33", 0, "decline", 0, "5/3");
  a.second = result("80", 1, "approve-total", 60000, "4");
  a.second->proposal.reasons = {{"procedure/allocation", "Remit procedure, step 5", "rank 1: the whole request of £600 fits the budget of £1,000"}};
  a.changes = {{"total", "", "100/3", "80", "", "the total goes from 33.33 to 80"}, {"decision", "", "decline", "approve-total", "", "the proposal goes from decline to approve-total"}};
  a.elsewhere = {{"A3", {"approve-total", 40000, 2, {}}, {"approve-total", 40000, 3, {}}}, {"A2", {"approve-total", 50000, 1, {}}, {"decline", 0, 2, {}}}};
  a.left_first = 10000;
  a.silences = {{"appeal_fee", "What an appeal costs", "4.5.9 (gap)", "nothing is asked for"}};
  return a;
}

std::string text_of(const AppealRecord& appeal, bool colour = false) {
  std::string out;
  write_appeals("r1", std::span(&appeal, 1), {colour, 80}, out);
  return out;
}

TEST(AppealReadAloud, TheWholeOfOneThatChangesTheResult) {
  EXPECT_EQ(text_of(changed()), R"(Appeals of the round r1
as of 1 March 2012, by the pack ni 1.0.0

A1: A play bus
  ground: misapplication; by First & Co (o1); received on 9 March 2012
  views: "Look at the table"
  admitted
  - The criteria were misapplied [4.5.9 s1]: met
      read as: alleging is enough
  - fresh panel p2: Una Day (f1), chair, Board; f2, College
      met: nobody of the first panel sits on it [Remit procedure, appeal]

                 First decision      Fresh panel
    eligibility        eligible         eligible
    Need, mean       1.67 (5/3)                4
    total                 33.33            80.00
    rank                      -                1
    proposal            decline  approve in full
    amount                    -             £600

  What moved
  - the total goes from 33.33 to 80
  - the proposal goes from decline to approve in full
      because: the whole request of £600 fits the budget of £1,000 [Remit
      procedure, step 5]

  What else would move in the stream s if the second result stood (shown, not
  applied); left of the budget: £100, then £0
    Application  Rank  then  Proposal         then             Amount  then
    A2              1     2  approve in full  decline            £500     -
    A3              2     3  approve in full  approve in full    £400  £400

Where the framework is silent about appeals
  - What an appeal costs [4.5.9 (gap)]: nothing is asked for

Nothing here changes the first decision. Remit 0.1.0 shows what an appeal would
give; a named human decides.
pack  blake2b-256:pack
input blake2b-256:in
)");
}

TEST(AppealReadAloud, OneThatIsNotAdmitted) {
  AppealRecord a = changed();
  a.outcome = "not_admitted";
  a.ground = "merit";
  a.findings[0].outcome = "fail";
  a.findings[0].message = "the panel's decision is final";
  a.findings[0].shortfalls = {{"lodged.ground", "misapplication", "merit"}};
  a.panel = {};
  a.panel.reason = "not a ground";
  a.second.reset();
  a.not_again = "the appeal is not admitted";
  const std::string text = text_of(a);
  EXPECT_THAT(text, HasSubstr("  not admitted\n  - The criteria were misapplied [4.5.9 s1]: not met; the panel's decision is\n    final\n"));
  EXPECT_THAT(text, HasSubstr("would have passed: lodged.ground misapplication; had merit\n"));
  EXPECT_THAT(text, HasSubstr("  - no fresh panel: not a ground\n  - not decided again: the appeal is not admitted\n"));
  EXPECT_THAT(text, Not(HasSubstr("What moved")));
}

TEST(AppealReadAloud, WhatIsMissingIsSaid) {
  AppealRecord a = changed();
  a.outcome = "incomplete";
  a.views.clear();
  a.by = "o2";
  a.panel = {};
  a.second.reset();
  const std::string text = text_of(a);
  EXPECT_THAT(text, HasSubstr("which is not the applicant"));
  EXPECT_THAT(text, HasSubstr("  views: none given\n  incomplete: it is not refused, and waits for what is missing\n"));
  EXPECT_THAT(text, HasSubstr("  - no fresh panel, and no reason is given\n"));
}

TEST(AppealReadAloud, ASecondResultThatIsTheFirst) {
  AppealRecord a = changed();
  a.second = a.first;
  a.changes.clear();
  a.elsewhere.clear();
  EXPECT_THAT(text_of(a), HasSubstr("  What moved\n  - nothing: the second result is the first\n\n  Nothing else in the stream s would move.\n"));
}

TEST(AppealReadAloud, OutcomesThatNeedAPerson) {
  AppealRecord a = changed();
  a.outcome = "refer";
  EXPECT_THAT(text_of(a), HasSubstr("  a person must say whether it is admitted\n"));
  a.outcome = "no_provision";
  EXPECT_THAT(text_of(a), HasSubstr("  no provision: the framework has no rule that speaks about this appeal"));
  a.what_if = true;
  EXPECT_THAT(text_of(a), HasSubstr("WHAT IF"));
}

TEST(AppealReadAloud, WhatThePartnershipHasSettled) {
  AppealRecord a = changed();
  intake::Json days;
  days.kind = intake::Json::Kind::number;
  days.text = "28";
  a.parameters = {{"appeal_window", "Days within which to appeal", "days", "minute 3", "", days}};
  EXPECT_THAT(text_of(a), HasSubstr("What the partnership has settled about appeals\n  - Days within which to appeal [minute 3]: 28 days\n"));
}

TEST(AppealReadAloud, NoAppealsAtAll) {
  std::string out;
  write_appeals("r1", {}, {}, out);
  EXPECT_EQ(out, "There are no appeals in the round r1\n");
}

TEST(AppealReadAloud, TextsOfOthersCannotPaint) { EXPECT_THAT(text_of([] { auto a = changed(); a.views = "\x1b[31mred"; return a; }()), Not(HasSubstr("\x1b"))); }

}  // namespace
}  // namespace remit::report

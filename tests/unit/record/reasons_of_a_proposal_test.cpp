// Each way in which a round can end for an application says why, and what would have passed.
#include <gmock/gmock.h>

#include "intake/json.hpp"
#include "record/record.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Effect;
using policy::Outcome;
namespace field = intake::application_field;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

DecisionRecord made(Sample& sample, const std::string& id) { return read_record(intake::read_json(sample.record(id), id), id); }

std::vector<std::string> reasons(const DecisionRecord& record) {
  std::vector<std::string> out;
  for (const auto& reason : record.proposal.reasons) out.push_back(reason.rule + " | " + reason.clause + " | " + reason.message);
  return out;
}

std::vector<std::string> missed(const DecisionRecord& record) {
  std::vector<std::string> out;
  for (const auto& m : record.would_have_passed) out.push_back(m.rule + ": " + m.field + " needed " + m.needed + ", had " + m.had);
  return out;
}

Answer answers(const std::string& id, Outcome outcome) {
  return [=](const auto& facts, auto& work) {
    if (outcome == Outcome::error) work.cause = "it divided by nothing";
    return look(facts, work, policy::root::application, field::id).str() == id ? outcome : Outcome::pass;
  };
}

policy::Explanation needed_more(const policy::Facts&) { return {"more is needed", {{"application.title", "at least 60", "54"}}}; }

TEST(ReasonsOfAProposal, MoneyInRankOrder) {
  Sample sample;
  const std::string parts = R"(,"elements":[{"id":"E1","title":"x","cost":300},{"id":"E2","title":"y","cost":350}])";
  sample.decide(round_of(application("A1", "650") + "," + application("A2", "650", parts) + "," + application("A3", "100"),
                         scored("A1", "5", "5") + "," + scored("A2", "4", "4") + "," + scored("A3", "3", "3")));
  EXPECT_THAT(reasons(made(sample, "A1")), ElementsAre("procedure/allocation | Remit procedure, step 5 | rank 1: the whole request of £650 fits the budget of £1,000"));
  EXPECT_THAT(reasons(made(sample, "A2")), ElementsAre("procedure/allocation | Remit procedure, step 5 | rank 2: the request of £650 is more than the "
                                                       "£350 left of the budget of £1,000; taken by their fit, E1 fits: £300"));
  EXPECT_THAT(reasons(made(sample, "A3")), ElementsAre("procedure/allocation | Remit procedure, step 5 | rank 3: the budget of £1,000 is spent: £50 is left "
                                                       "of it, less than the request of £100, which is not divided into elements"));
  EXPECT_THAT(missed(made(sample, "A3")), ElementsAre("procedure/allocation: application.amount_requested needed at most £50, had £100"));
  EXPECT_THAT(missed(made(sample, "A1")), IsEmpty());
}

TEST(ReasonsOfAProposal, FailedCriteriaThatBlockEachWithItsClause) {
  Sample sample;
  sample.criterion("first", Effect::blocks, answers("A1", Outcome::fail), needed_more);
  sample.criterion("second", Effect::blocks, answers("A1", Outcome::fail), [](const auto&) { return policy::Explanation{}; }).clause = "4.9";
  sample.criterion("warning", Effect::warns, answers("A1", Outcome::fail), needed_more);
  sample.decide(round_of(application("A1", "10"), scored("A1", "5", "5")));
  const auto record = made(sample, "A1");
  EXPECT_EQ(record.proposal.why, "ineligible");
  EXPECT_THAT(reasons(record), ElementsAre("first | 4.5.3 b1 | more is needed", "second | 4.9 | Title of second"));
  EXPECT_THAT(missed(record), ElementsAre("first: application.title needed at least 60, had 54"));
}

TEST(ReasonsOfAProposal, DoubtIsPendingWhileMoneyIsKept) {
  Sample sample;
  sample.criterion("doubtful", Effect::refers, answers("A1", Outcome::refer), [](const auto&) { return policy::Explanation{"is it new?", {}}; });
  sample.decide(round_of(application("A1", "10"), scored("A1", "5", "5")));
  const auto record = made(sample, "A1");
  EXPECT_EQ(record.proposal.decision, "approve-in-principle");
  ASSERT_EQ(record.proposal.pending.size(), 1u);
  EXPECT_EQ(record.proposal.pending[0].rule, "doubtful");
  EXPECT_EQ(record.proposal.pending[0].question, "is it new?");
  EXPECT_EQ(reasons(record).back(), "procedure/allocation | Remit procedure, step 5 | this money is kept until what is pending has been answered");
}

TEST(ReasonsOfAProposal, BelowTheThresholdNamesEachShortfall) {
  Sample sample;
  sample.decide(round_of(application("A1", "10"), scored("A1", "1.5", "5")));
  const auto record = made(sample, "A1");
  EXPECT_THAT(reasons(record), ElementsAre("procedure/ranking | Remit procedure, step 4 | the total is 47.5: at least 50 is needed to be ranked",
                                           "procedure/ranking | Remit procedure, step 4 | Need: the mean is 1.5, at least 2 is needed to be ranked"));
  EXPECT_THAT(missed(record), ElementsAre("procedure/ranking: scores.total needed at least 50, had 47.5", "procedure/ranking: scores.need needed at least 2, had 1.5"));
}

TEST(ReasonsOfAProposal, WhatRoundingWouldHideIsSaidExactly) {
  Sample sample;
  sample.decide(round_of(application("A1", "10"), scored("A1", "1.9999", "5")));
  EXPECT_THAT(reasons(made(sample, "A1")), ElementsAre("procedure/ranking | Remit procedure, step 4 | Need: the mean is 19999/10000, at least 2 is needed to be ranked"));
}

TEST(ReasonsOfAProposal, ErrorsSayTheirCause) {
  Sample sample;
  sample.criterion("broken", Effect::blocks, answers("A1", Outcome::error));
  sample.decide(round_of(application("A1", "10"), scored("A1", "5", "5")));
  const auto record = made(sample, "A1");
  EXPECT_EQ(record.proposal.decision, "refer");
  EXPECT_THAT(reasons(record), ElementsAre("broken | 4.5.3 b1 | the rule could not answer: it divided by nothing"));
}

TEST(ReasonsOfAProposal, UnscoredAndWithdrawn) {
  Sample sample;
  sample.decide(round_of(application("A1", "10") + "," + application("A2", "10", R"(,"status":"withdrawn")")));
  EXPECT_THAT(reasons(made(sample, "A1")), ElementsAre("procedure/scoring | Remit procedure, step 3 | nobody has scored it"));
  const auto withdrawn = made(sample, "A2");
  EXPECT_TRUE(withdrawn.withdrawn);
  EXPECT_EQ(withdrawn.rank, 0);
  EXPECT_EQ(withdrawn.proposal.decision, "withdrawn");
  EXPECT_THAT(reasons(withdrawn), ElementsAre("procedure/withdrawal | Remit procedure | the applicant withdrew it"));
}

TEST(ReasonsOfAProposal, TiesOnTheLineNameTheOthers) {
  Sample sample;
  sample.decide(round_of(application("A1", "600") + "," + application("A2", "600") + "," + application("A3", "10"),
                         scored("A1", "5", "5") + "," + scored("A2", "5", "5") + "," + scored("A3", "4", "4")));
  EXPECT_THAT(reasons(made(sample, "A2")), ElementsAre("procedure/allocation | Remit procedure, step 5 | rank 1: equal with A1, and the budget of £1,000 is not "
                                                       "enough for all of them: the panel must choose"));
  EXPECT_THAT(reasons(made(sample, "A3")), ElementsAre("procedure/allocation | Remit procedure, step 5 | rank 3: below the tie at rank 1, where the panel must choose first"));
}

TEST(ReasonsOfAProposal, ThePacksOwnWordsForADecisionStandBesideIt) {
  Sample sample;
  policy::Decision& declared = sample.pack.decisions.emplace_back();
  declared.id = "approve-total";
  declared.title = "Approval of the total";
  declared.clause = "4.5.6 a";
  declared.holds_back = "offer";
  sample.decide(round_of(application("A1", "10"), scored("A1", "5", "5")));
  const auto record = made(sample, "A1");
  EXPECT_EQ(record.proposal.title, "Approval of the total");
  EXPECT_EQ(record.proposal.clause, "4.5.6 a");
  EXPECT_EQ(record.proposal.holds_back, "offer");
}

TEST(ReasonsOfAProposal, BriefSaysTheFewThingsThatCount) {
  Sample sample;
  sample.criterion("first", Effect::blocks, answers("A1", Outcome::fail));
  sample.decide(round_of(application("A1", "10") + "," + application("A2", "10", R"(,"status":"withdrawn")"), scored("A1", "5", "5")));
  EXPECT_EQ(sample.brief("A1"), R"({"application":"A1","decision":"decline","eligibility":"ineligible","failed":["first"],"total":"100.00"})");
  EXPECT_EQ(sample.brief("A2"), R"({"application":"A2","decision":"withdrawn","eligibility":null,"failed":[],"total":null})");
}

}  // namespace
}  // namespace remit::record::test

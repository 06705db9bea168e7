// Whether an appeal is heard: the pack's rules, what they ask for besides, the time limit and the second appeal.
#include <gmock/gmock.h>

#include "appeal_builder.hpp"

namespace remit::engine::test {
namespace {

using policy::Outcome;
using ::testing::ElementsAre;

struct Admitting : ::testing::Test {
  Admitting() {
    round.organisation("other");
    round.apply({.id = "A1", .amount = 60});
    round.apply({.id = "A2", .amount = 50});
    round.score("A1", 40);
    round.score("A2", 70);
  }
  void usual_rule() { rules.appeal("misapplication", misapplication_by_the_applicant(), asks_for_views()).clause = "4.5.9 s1"; }
  policy::Parameter& silent(const std::string& id) {
    policy::Parameter made;
    made.id = id;
    made.clause = "4.5.9 (gap)";
    made.so = "a person looks";
    return rules.pack.parameters.emplace_back(std::move(made));
  }

  RoundBuilder round;
  PackBuilder rules;
};

Answer always(Outcome outcome) {
  return [=](const policy::Facts&, policy::Work& work) {
    if (outcome == Outcome::error) work.cause = "it fell over";
    return outcome;
  };
}

TEST_F(Admitting, ThatTheGroundIsAllegedIsEnough) {
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  EXPECT_THAT(c.heard(), ElementsAre("admitted"));
  const Admission a = c.admission();
  ASSERT_EQ(a.findings.size(), 2u);   // the rule, and what it asks for
  EXPECT_EQ(a.findings[0].outcome, Outcome::pass);
  EXPECT_EQ(a.findings[0].clause, "4.5.9 s1");
  EXPECT_EQ(a.findings[0].reads.size(), 3u);
  EXPECT_TRUE(a.findings[1].asks);
  EXPECT_EQ(a.findings[1].outcome, Outcome::pass);
}

TEST_F(Admitting, MeritIsNoGroundAndAThirdPartyNoAppellant) {
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .ground = "merit"});
  c.lodge({.application = "A2", .by = "other"});
  c.lodge({.application = "A2", .ground = "merit", .views = ""});
  EXPECT_THAT(c.heard(), ElementsAre("not_admitted", "not_admitted", "not_admitted"));
  EXPECT_EQ(c.admission(0).findings.size(), 1u);   // what it asks for is not asked of one that is refused
  EXPECT_EQ(c.admission(0).findings[0].words.message, "in words");
  EXPECT_EQ(c.answer(0).not_again, "the appeal is not admitted");
}

TEST_F(Admitting, WithoutViewsItIsIncompleteAndNotRefused) {
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .views = ""});
  EXPECT_THAT(c.heard(), ElementsAre("incomplete"));
  EXPECT_EQ(c.admission().findings[1].outcome, Outcome::fail);
  EXPECT_EQ(c.answer().not_again, "the appeal is incomplete");
}

TEST_F(Admitting, WithoutARuleThereIsNoProvision) {
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  EXPECT_THAT(c.heard(), ElementsAre("no_provision"));
  EXPECT_TRUE(c.admission().findings.empty());
  EXPECT_EQ(c.answer().not_again, "the framework has no provision for this appeal");
}

TEST_F(Admitting, ARuleOfAnotherStreamSaysNothing) {
  usual_rule();
  rules.pack.appeals[0].streams = {"elsewhere"};
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  EXPECT_THAT(c.heard(), ElementsAre("no_provision"));
}

TEST_F(Admitting, AnyOneRuleIsEnough) {
  rules.appeal("never", always(Outcome::fail));
  rules.appeal("broken", always(Outcome::error));
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  c.lodge({.application = "A2", .ground = "merit"});
  EXPECT_THAT(c.heard(), ElementsAre("admitted", "refer"));   // nobody is turned away because software failed
  EXPECT_EQ(c.admission(0).findings[1].cause, "it fell over");
  EXPECT_EQ(c.admission(0).findings.size(), 4u);
}

TEST_F(Admitting, WhatCannotBeToldIsForAPerson) {
  rules.appeal("unsure", always(Outcome::refer));
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  EXPECT_THAT(c.heard(), ElementsAre("refer"));
  EXPECT_EQ(c.answer().not_again, "a person must say first whether the appeal is admitted");
}

TEST_F(Admitting, WhenWhatItAsksForCannotBeAskedAPersonLooks) {
  rules.appeal("rule", always(Outcome::pass), always(Outcome::error));
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});
  EXPECT_THAT(c.heard(), ElementsAre("refer"));
}

TEST_F(Admitting, WithoutAWindowNothingIsOutOfTime) {
  usual_rule();
  silent("appeal_window");
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .received = "2019-01-01"});
  EXPECT_THAT(c.heard(), ElementsAre("admitted"));
  EXPECT_EQ(c.admission().findings.size(), 2u);
}

TEST_F(Admitting, TheWindowRunsFromTheDateOfTheRoundAndLastsTheWholeDay) {
  usual_rule();
  rules.parameter("appeal_window", base::Value::of(base::Kind::count, 20));   // from 1 March 2012
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .received = "2012-03-21T23:59:59"});
  c.lodge({.application = "A2", .received = "2012-03-22"});
  EXPECT_THAT(c.heard(), ElementsAre("admitted", "not_admitted"));
  EXPECT_EQ(c.admission(1).findings.back().words.message,
            "it was received on 22 March 2012; the last day was 21 March 2012, 20 days after the date of the round");
}

TEST_F(Admitting, ASecondAppealIsForAPersonWhereTheSourceIsSilent) {
  usual_rule();
  silent("second_appeal");
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .received = "2012-03-12"});
  c.lodge({.application = "A1", .received = "2012-03-09"});
  EXPECT_THAT(c.heard(), ElementsAre("refer", "admitted"));
  const AppealFinding found = c.admission(0).findings.back();
  EXPECT_EQ(found.outcome, Outcome::no_provision);
  EXPECT_EQ(found.id, "second_appeal");
  EXPECT_EQ(found.clause, "4.5.9 (gap)");
  EXPECT_EQ(found.words.message, "the same organisation has appealed about this application already, on 9 March 2012, and was heard; "
                                 "the framework does not say whether it may: a person looks");
}

TEST_F(Admitting, ASecondAppealAsThePartnershipHasSettled) {
  for (const auto& [allowed, outcome] : {std::pair(true, "admitted"), std::pair(false, "not_admitted")}) {
    PackBuilder settled;
    settled.appeal("misapplication", misapplication_by_the_applicant());
    settled.parameter("second_appeal", base::Value::yes(allowed));
    AppealCase c(round, settled);
    c.lodge({.application = "A1", .received = "2012-03-09"});
    c.lodge({.application = "A1", .received = "2012-03-10"});
    EXPECT_THAT(c.heard(), ElementsAre("admitted", outcome));
  }
}

TEST_F(Admitting, WhichOfTwoOnOneDayCameFirstIsNotGuessed) {
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .received = "2012-03-09"});
  c.lodge({.application = "A1", .received = "2012-03-09T10:00:00"});
  EXPECT_THAT(c.heard(), ElementsAre("refer", "refer"));
}

TEST_F(Admitting, OneThatWasNotHeardIsNoFirstAppeal) {
  usual_rule();
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .by = "other", .received = "2012-03-05"});   // a third party
  c.lodge({.application = "A1", .received = "2012-03-06", .views = ""});     // incomplete, then completed
  c.lodge({.application = "A1", .received = "2012-03-09"});
  c.lodge({.application = "A2", .received = "2012-03-10"});                  // about another application
  EXPECT_THAT(c.heard(), ElementsAre("not_admitted", "incomplete", "admitted", "admitted"));
}

TEST_F(Admitting, RulesSeeTheFirstDecision) {
  const auto add = [&](const char* type, const char* name, base::Type of) {
    base::Field field;
    field.path = name;
    field.type = of;
    rules.pack.schema.make(type).add(field);
  };
  add("eligibility", "outcome", base::Type::one_of);
  add("scores", "total", base::Type::number);
  add("proposal", "affordable", base::Type::yes_no);
  add("proposal", "amount", base::Type::money);
  std::vector<std::string> seen;
  rules.appeal("look", [&](const policy::Facts& facts, policy::Work&) {
    using namespace policy;
    seen.push_back(std::string(facts.at(root::eligibility, 0).str()) + " " + std::to_string(facts.at(root::scores, 0).integer) + " " +
                   (facts.at(root::proposal, 0).is_yes() ? "affordable " : "not affordable ") + std::to_string(facts.at(root::proposal, 1).integer));
    return Outcome::pass;
  });
  AppealCase c(round, rules);
  c.lodge({.application = "A1"});   // 70 comes first and takes 50 of 100; 60 does not fit
  c.lodge({.application = "A2"});
  c.heard();
  EXPECT_THAT(seen, ElementsAre("eligible 40 not affordable 0", "eligible 70 affordable 5000"));
}

}  // namespace
}  // namespace remit::engine::test

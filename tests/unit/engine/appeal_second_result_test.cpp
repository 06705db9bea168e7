// The second result beside the first: the score in place, the stream ranked and paid for again, every difference named.
#include <gmock/gmock.h>

#include "appeal_builder.hpp"

namespace remit::engine::test {
namespace {

using base::Rational;
using policy::Effect;
using policy::Outcome;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<ApplicationSpec> three{{.id = "A1", .amount = 60}, {.id = "A2", .amount = 50}, {.id = "A3", .amount = 40}};

struct SecondResult : ::testing::Test {
  SecondResult() : fresh(fresh_panel_of(three)) {
    for (const auto& a : three) round.apply(a);
    rules.appeal("misapplication", misapplication_by_the_applicant());
  }
  void first_scores() {
    round.score("A1", 40);
    round.score("A2", 70);
    round.score("A3", 50);
  }
  static std::vector<std::string> kinds(const AppealAnswer& answer) {
    static constexpr const char* names[] = {"eligibility", "panel", "scored", "measure", "minimum", "total", "threshold", "rank", "decision", "amount", "elements"};
    std::vector<std::string> out;
    for (const Change& change : answer.changes) out.emplace_back(names[static_cast<std::size_t>(change.of)]);
    return out;
  }

  RoundBuilder round, fresh;
  PackBuilder rules;
};

TEST_F(SecondResult, RankedAndPaidForAgainWithThisOneScoreInPlace) {
  first_scores();
  fresh.score("A1", 80);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  // first: A2 50, A3 40, 10 left, A1 does not fit; then: A1 60, A2 does not fit 40, A3 40, nothing left
  EXPECT_EQ(c.first.says("A1"), "decline rank 3");
  EXPECT_EQ(c.first.says("A2"), "approve-total 50.00 rank 1");
  EXPECT_EQ(c.first.says("A3"), "approve-total 40.00 rank 2");
  EXPECT_EQ(c.says_again(a, "A1"), "approve-total 60.00 rank 1");
  EXPECT_EQ(c.says_again(a, "A2"), "decline rank 2");
  EXPECT_EQ(c.says_again(a, "A3"), "approve-total 40.00 rank 3");
  EXPECT_EQ(c.first.money().left, 1000);
  EXPECT_EQ(a.second->allocation.streams[0].left, 0);
  EXPECT_THAT(a.elsewhere, ElementsAre(c.first.at("A2"), c.first.at("A3")));
  EXPECT_THAT(kinds(a), ElementsAre("measure", "total", "rank", "decision", "amount"));
  EXPECT_EQ(a.changes[0].points, Rational(40));
}

TEST_F(SecondResult, TheSameMarksMoveNothing) {
  first_scores();
  fresh.score("A1", 40);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_NE(a.second, nullptr);
  EXPECT_THAT(a.changes, IsEmpty());
  EXPECT_THAT(a.elsewhere, IsEmpty());
}

TEST_F(SecondResult, PointsOfTheMeasuresSumToTheChangeOfTheTotal) {
  for (RoundBuilder* r : {&round, &fresh}) {
    r->scoring().measures = {measure("need", 3, 5), measure("value", 1, 5)};
    r->scoring().measures[0].minimum = Rational(3);
    r->scoring().minimum_total = Rational(60);
  }
  // total 5 x (3 need + value): 55 with 2 and 5, 80 with 4 and 4
  for (const char* m : {"m1", "m2"}) {
    round.mark("A1", m, "need", "2");
    round.mark("A1", m, "value", "5");
  }
  for (const char* f : {"f1", "f2"}) {
    fresh.mark("A1", f, "need", "4");
    fresh.mark("A1", f, "value", "4");
  }
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_THAT(kinds(a), ElementsAre("measure", "minimum", "measure", "total", "threshold", "rank", "decision", "amount"));
  EXPECT_EQ(a.changes[0].points, Rational(30));
  EXPECT_EQ(a.changes[2].points, Rational(-5));
  EXPECT_EQ(a.changes[3].first, Rational(55));
  EXPECT_EQ(a.changes[3].second, Rational(80));
  EXPECT_EQ(c.says_again(a, "A1"), "approve-total 60.00 rank 1");
}

TEST_F(SecondResult, EligibilityIsAskedAgainOfTheSameFacts) {
  first_scores();
  int asked = 0;
  rules.criterion("closed", Effect::blocks, [&](const policy::Facts& facts, policy::Work& work) {
    asked += application_id(facts, work) == "A1";
    // what a criterion sees of the panel is the first one
    return facts.at(policy::root::panel, intake::panel_field::id).str() == "panel-1" ? fails_for({"A1"})(facts, work) : Outcome::pass;
  });
  fresh.score("A1", 80);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_EQ(asked, 2);
  EXPECT_EQ(c.says_again(a, "A1"), "decline");
  EXPECT_EQ(a.second->eligibility.of[c.first.at("A1")].outcome, Eligible::ineligible);
  EXPECT_THAT(kinds(a), ElementsAre("measure", "total"));
}

TEST_F(SecondResult, WhereTheFirstPanelCouldNotDecideTheFreshOneCan) {
  first_scores();
  round.quorum(3);
  fresh.score("A1", 80);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_EQ(c.first.says("A1"), "refer");
  EXPECT_EQ(c.says_again(a, "A1"), "approve-total 60.00 rank 1");
  EXPECT_EQ(c.says_again(a, "A2"), "refer");   // theirs is still the first panel
  EXPECT_THAT(kinds(a), ElementsAre("panel", "measure", "total", "rank", "decision", "amount"));
  EXPECT_THAT(a.elsewhere, IsEmpty());
}

TEST_F(SecondResult, APartialSheetOfTheFreshPanelIsAReferral) {
  for (RoundBuilder* r : {&round, &fresh}) r->scoring().measures = {measure("need", 1, 100), measure("value", 1, 100)};
  for (const char* m : {"m1", "m2"})
    for (const char* k : {"need", "value"}) round.mark("A1", m, k, "50");
  fresh.mark("A1", "f1", "need", "80");
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_EQ(c.says_again(a, "A1"), "refer");
  EXPECT_EQ(a.second->scores.of[c.first.at("A1")].problem, "the sheet of f1 has 1 of 2 marks");
  EXPECT_THAT(kinds(a), ElementsAre("scored", "rank", "decision", "amount"));
}

TEST_F(SecondResult, AWithdrawnApplicationIsNotDecidedAgain) {
  RoundBuilder withdrawn;
  withdrawn.apply({.id = "A1", .withdrawn = true});
  fresh.score("A1", 80);
  AppealCase c(withdrawn, rules);
  RoundBuilder again = fresh_panel_of({{.id = "A1", .withdrawn = true}});
  again.score("A1", 80);
  c.lodge({.application = "A1"}, again);
  EXPECT_EQ(c.answer().not_again, "the application was withdrawn");
}

TEST_F(SecondResult, OtherStreamsStandStill) {
  for (RoundBuilder* r : {&round, &fresh}) {
    r->stream({.id = "t"});
    r->apply({.id = "B1", .amount = 90, .stream = "t"});
  }
  first_scores();
  round.score("B1", 10);
  fresh.score("A1", 80);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  const AppealAnswer a = c.answer();
  EXPECT_EQ(c.says_again(a, "B1"), c.first.says("B1"));
  EXPECT_THAT(a.elsewhere, ElementsAre(c.first.at("A2"), c.first.at("A3")));
}

TEST_F(SecondResult, TheFirstDecisionIsLeftAsItWas) {
  first_scores();
  fresh.score("A1", 80);
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  c.answer();
  EXPECT_EQ(c.first.says("A1"), "decline rank 3");
  EXPECT_EQ(c.first.score("A1").total, Rational(40));
  EXPECT_EQ(c.first.money().left, 1000);
}

}  // namespace
}  // namespace remit::engine::test

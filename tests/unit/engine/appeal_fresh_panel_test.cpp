// What a fresh panel must be: nobody of the first, nobody recused, agencies enough, its quorum.
#include <gmock/gmock.h>

#include "appeal_builder.hpp"

namespace remit::engine::test {
namespace {

using policy::Outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::vector<ApplicationSpec> both{{.id = "A1", .amount = 60}, {.id = "A2", .amount = 50, .applicant = "rival"}};

struct Looking : ::testing::Test {
  Looking() : fresh(fresh_panel_of(both)) {
    for (RoundBuilder* r : {&round, &fresh}) {
      r->organisation("rival");
      r->organisation("mother");
      r->organisation("org", "mother");
    }
    for (const auto& a : both) round.apply(a);
    round.members({{"m1", "health", "", {}, "Ann Lee"}, {"m2", "trust"}});
    round.score("A1", 40);
    round.score("A2", 70);
    rules.appeal("misapplication", misapplication_by_the_applicant());
    rules.conflict("tied", arises_from_ties()).clause = "4.6.1 s2";
    rules.parameter("minimum_agencies", base::Value::of(base::Kind::count, 2));
  }
  AppealCase lodged() {
    fresh.mark("A1", "f1", "need", "80");
    AppealCase c(round, rules);
    c.lodge({.application = "A1"}, fresh);
    return c;
  }

  RoundBuilder round, fresh;
  PackBuilder rules;
};

TEST_F(Looking, OneThatIsFit) {
  const AppealCase c = lodged();
  EXPECT_THAT(c.checks(), ElementsAre("pass procedure/fresh-panel: nobody of the first panel sits on it",
                                      "pass procedure/conflicts: nobody on it is set aside for a conflict of interest",
                                      "pass procedure/conflicts: it is large enough, and of enough agencies"));
  EXPECT_TRUE(c.answer().panel->fit);
  EXPECT_NE(c.answer().second, nullptr);
}

TEST_F(Looking, NobodyOfTheFirstPanel) {
  fresh.members({{"f1", "north"}, {"m1", "health"}, {"m2", "trust"}});
  const AppealCase c = lodged();
  EXPECT_EQ(c.checks().at(0), "fail procedure/fresh-panel: m1 and m2 are members of the first panel");
  const AppealAnswer a = c.answer();
  EXPECT_FALSE(a.panel->fit);
  EXPECT_EQ(a.second, nullptr);
  EXPECT_EQ(a.not_again, "the fresh panel cannot decide: m1 and m2 are members of the first panel");
}

TEST_F(Looking, TheSameNameUnderAnotherIdIsForAPerson) {
  fresh.members({{"f1", "north", "", {}, "ann  lee"}, {"f2", "south"}});
  const AppealCase c = lodged();
  EXPECT_THAT(c.checks().at(1), HasSubstr("refer procedure/fresh-panel: f1 has the name of m1 of the first panel"));
  EXPECT_TRUE(c.answer().panel->fit);
}

TEST_F(Looking, TheFirstPanelItselfIsNotFresh) {
  fresh.panel_id = "panel-1";
  EXPECT_EQ(lodged().checks().at(0), "fail procedure/fresh-panel: it has the id of the first panel, panel-1");
}

TEST_F(Looking, OneAgencyIsNotEnough) {
  fresh.members({{"f1", "north"}, {"f2", "north"}});
  const AppealCase c = lodged();
  EXPECT_EQ(c.checks().back(), "fail procedure/conflicts: the panel has 1 agency; 2 are needed");
  EXPECT_EQ(c.answer().not_again, "the fresh panel cannot decide: the panel has 1 agency; 2 are needed");
}

TEST_F(Looking, ItsOwnQuorum) {
  fresh.quorum(3);
  EXPECT_EQ(lodged().checks().back(), "fail procedure/conflicts: the panel has 2 members; the quorum is 3");
}

TEST_F(Looking, AMemberTiedToTheApplicant) {
  fresh.members({{"f1", "north"}, {"f2", "south"}, {"f3", "east", "mother"}});
  const AppealCase c = lodged();
  EXPECT_EQ(c.checks().at(1), "fail tied: f3 is set aside: tied to org (member)");
  EXPECT_EQ(c.answer().panel->checks.at(1).clause, "4.6.1 s2");
  EXPECT_EQ(c.answer().second, nullptr);
}

TEST_F(Looking, ADeclaredTieToAnotherOfTheStreamReachesAsFarAsThePacksScope) {
  fresh.declare("f2", "rival", "financial");
  EXPECT_EQ(lodged().checks().at(1), "fail tied: f2 is set aside: tied to rival (financial) (in A2)");
  rules.pack.conflicts[0].scope = policy::Scope::application;
  EXPECT_EQ(lodged().checks().at(1), "pass procedure/conflicts: nobody on it is set aside for a conflict of interest");
}

TEST_F(Looking, ARuleThatCannotAnswerStopsIt) {
  rules.conflict("broken", [](const policy::Facts&, policy::Work& work) {
    work.cause = "it divided by nothing";
    return Outcome::error;
  });
  const AppealCase c = lodged();
  EXPECT_EQ(c.checks().at(1), "error procedure/conflicts: a conflict rule could not answer: broken: it divided by nothing");
  EXPECT_FALSE(c.answer().panel->fit);
}

TEST_F(Looking, WithoutAConflictRuleTheTieIsShownAndNobodySetAside) {
  rules.pack.conflicts.clear();
  fresh.members({{"f1", "north", "org"}, {"f2", "south"}});
  const AppealCase c = lodged();
  EXPECT_EQ(c.checks().at(1), "no_provision procedure/conflicts: the framework has no rule on conflicts of interest, so nobody is set aside; f1 is tied to org (member)");
  EXPECT_TRUE(c.answer().panel->fit);
}

TEST_F(Looking, NoneAndTheReason) {
  AppealCase c(round, rules);
  c.lodge({.application = "A1", .no_fresh_panel = "one will sit in May"});
  c.lodge({.application = "A2", .by = "rival"});
  EXPECT_FALSE(c.answer(0).panel.has_value());
  EXPECT_EQ(c.answer(0).not_again, "there is no fresh panel: one will sit in May");
  EXPECT_EQ(c.answer(1).not_again, "no fresh panel is named, and no reason is given why there is none");
}

TEST_F(Looking, OneThatHasNotMarked) {
  AppealCase c(round, rules);
  c.lodge({.application = "A1"}, fresh);
  EXPECT_EQ(c.answer().not_again, "the fresh panel has not marked it");
}

}  // namespace
}  // namespace remit::engine::test

// Appeal rules that plug-ins answer; and a second result in which the plug-ins of the first decision keep their answers.
#include <gmock/gmock.h>

#include "appeal_builder.hpp"
#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;
using ::testing::ElementsAre;

struct PluginAppeals : ::testing::Test {
  PluginAppeals() {
    round.apply({.id = "A1", .amount = 60});
    round.apply({.id = "A2", .amount = 50});
    round.score("A1", 40);
    round.score("A2", 70);
  }
  RoundBuilder round;
  PackBuilder rules;
  FakePlugins plugins{rules};
};

TEST_F(PluginAppeals, EachAppealIsAskedAboutByItsPlace) {
  std::vector<std::string> views;
  plugins.stands_behind(rules.appeal("heard", {}), Capability::appeal_rule, [&](const policy::Subjects::Key& key, const policy::Facts& facts) {
    views.emplace_back(facts.at(policy::root::lodged, intake::lodged_field::views).str());
    if (key.other == "3") return policy::fault("p: ended by signal 6");
    return says(key.other == "1" ? Outcome::pass : Outcome::fail, {"by the book"});
  });
  AppealCase c(round, rules, &plugins);
  c.lodge({.application = "A1", .views = "first"});
  c.lodge({.application = "A1", .by = "other", .views = "second"});
  c.lodge({.application = "A2", .views = "third"});
  EXPECT_THAT(c.heard(), ElementsAre("admitted", "not_admitted", "refer"));
  EXPECT_THAT(views, ElementsAre("first", "second", "third"));
  EXPECT_THAT(plugins.asked, ElementsAre("heard A1 1", "heard A1 2", "heard A2 3"));
  const Admission fault = c.admission(2);
  EXPECT_EQ(fault.findings.at(0).outcome, Outcome::error);
  EXPECT_EQ(fault.findings.at(0).cause, "p: ended by signal 6");
  EXPECT_EQ(c.admission(1).findings.at(0).words.message, "by the book");
}

TEST_F(PluginAppeals, TheSecondResultKeepsWhatWasAnsweredAndAsksAboutTheFreshPanel) {
  plugins.stands_behind(rules.criterion("registered", policy::Effect::blocks, {}), Capability::criterion, [](const auto&, const auto&) { return says(Outcome::pass); });
  plugins.stands_behind(rules.conflict("board", {}, policy::Scope::application), Capability::conflict_rule, [](const auto&, const auto&) { return says(Outcome::pass); });
  rules.appeal("heard", [](const auto&, const auto&) { return Outcome::pass; });
  AppealCase c(round, rules, &plugins);
  RoundBuilder fresh = fresh_panel_of({{.id = "A1", .amount = 60}, {.id = "A2", .amount = 50}});
  for (const char* m : {"f1", "f2"}) fresh.mark("A1", m, "need", "90");
  c.lodge({.application = "A1"}, fresh);
  plugins.asked.clear();
  const AppealAnswer answer = c.answer();
  ASSERT_TRUE(answer.second) << answer.not_again;
  EXPECT_EQ(c.says_again(answer, "A1"), "approve-total 60.00 rank 1");
  EXPECT_EQ(answer.second->eligibility.of[c.first.at("A1")].findings[0].outcome, Outcome::pass);
  EXPECT_THAT(plugins.asked, ElementsAre("board A1 f1", "board A1 f2", "board A2 f1", "board A2 f2"));
}

}  // namespace
}  // namespace remit::engine::test

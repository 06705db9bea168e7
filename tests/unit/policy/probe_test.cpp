// Functions in the place of rules that may only be asked more: where one asks for less, it is found.
#include "policy/probe.hpp"

#include "../lua/packs.hpp"

namespace remit::policy {
namespace {

using testing::HasSubstr;

/// What is found of the only override of a pack: `below` is the core's rules, `function` the body in the place of the rule "c".
Probe probed(const std::string& below, const std::string& function) {
  const auto pack = lua::load_layers({lua::layer("core", {{"rules.lua", below}}), lua::layer("area", {{"pack.lua", "pack \"area\" { title = \"A\", version = \"1.0.0\", extends = \"core\" }"},
      {"rules.lua", "override \"core/c\" { authority = \"a\", reason = \"r\", written_against = \"core 1.2.3\", test = function (application, parameters)\n" + function + "\nend }"}})}, {});
  return probe(*pack, pack->overrides.at(0));
}
std::string criterion(const std::string& sentence) { return "criterion \"c\" { title = \"T\", clause = \"1\", passes_when = " + sentence + " }\n"; }

TEST(Probe, AFunctionThatAsksForMoreIsLetBe) {
  const Probe tried = probed(criterion("application.amount_requested:at_most(pounds(500))"),
                             "if not application.amount_requested then return refer end\nif application.amount_requested > pounds(400) then return fail end\nreturn pass");
  EXPECT_FALSE(tried.looser) << tried.facts;
  EXPECT_GT(tried.cases, 10u);
}

TEST(Probe, UnknownThatBecomesAPassIsLooser) {
  const Probe tried = probed(criterion("application.amount_requested:at_most(pounds(500))"),
                             "if application.amount_requested and application.amount_requested > pounds(400) then return fail end\nreturn pass");
  ASSERT_TRUE(tried.looser);
  EXPECT_EQ(tried.facts, "nothing is answered");
  EXPECT_EQ(tried.was, Outcome::refer);
  EXPECT_EQ(tried.now, Outcome::pass);
}

TEST(Probe, WhatStandsOutsideTheFunctionStillHolds) {
  const Probe tried = probed("criterion \"c\" { title = \"T\", clause = \"1\", applies_when = application.title:is \"x\", passes_when = application.added_value:is_answered() }",
                             "if application.added_value then return pass end\nreturn fail");
  EXPECT_FALSE(tried.looser) << tried.facts;
}

TEST(Probe, AShareBetweenTwoOthersIsTried) {
  const Probe tried = probed(criterion("application.share_of_budget:at_most(ratio(1, 4))"),
                             "if not application.share_of_budget then return refer end\nif application.share_of_budget > ratio(1, 2) then return fail end\nreturn pass");
  ASSERT_TRUE(tried.looser);
  EXPECT_THAT(tried.facts, HasSubstr("application.share_of_budget is "));
}

TEST(Probe, ParametersOfEveryDateAreTried) {
  const Probe tried = probed("parameter \"most\" { title = \"M\", clause = \"1\", unit = pounds, from = { [\"2011-04-01\"] = { pounds(50), clause = \"1\" }, [\"2012-04-01\"] = { pounds(500), clause = \"1\" } } }\n" +
                             criterion("application.amount_requested:at_most(parameters.most)"),
                             "if not application.amount_requested or not parameters.most then return refer end\nif application.amount_requested > pounds(100) then return fail end\nreturn pass");
  ASSERT_TRUE(tried.looser) << "stricter than £500, and looser than the £50 of the year before";
  EXPECT_THAT(tried.facts, HasSubstr("with the parameters of 1 April 2011"));
}

TEST(Probe, ItemsThatDifferAreTried) {
  const Probe tried = probed(criterion("application.elements:every(element.cost:at_most(pounds(9)))"),
                             "local cheap, dear = false, false\nfor _, element in ipairs(application.elements) do\n"
                             "if element.cost and element.cost <= pounds(9) then cheap = true else dear = true end\nend\nif cheap or not dear then return pass end\nreturn fail");
  ASSERT_TRUE(tried.looser);
  EXPECT_THAT(tried.facts, HasSubstr("application.elements is a list of "));
}

}  // namespace
}  // namespace remit::policy

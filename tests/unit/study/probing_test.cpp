// Rules asked of made-up records: what goes wrong is shown with the smallest case, what answers twice in two ways is found, and an outcome
// that takes several fields together, or items that differ, is reached.
#include "study/probing.hpp"

#include "../lua/packs.hpp"

namespace remit::study {
namespace {

using policy::Outcome;
using testing::HasSubstr;

lua::Studied studied(const std::string& rules, lua::Files before = {}) {
  before.emplace_back("rules.lua", rules);
  return lua::load_to_study({lua::layer("area", std::move(before))}, {});
}
Probed probed(const std::string& rules, lua::Files before = {}) {
  const lua::Studied pack = studied(rules, std::move(before));
  return probe_rule(pack, questions_of(*pack.pack).at(0));
}
std::string criterion(const std::string& rest) { return "criterion \"c\" { title = \"T\", clause = \"1\", " + rest + " }"; }

TEST(Probing, AFunctionThatForgetsWhatMayBeAbsentIsShownWithTheSmallestCase) {
  const Probed found = probed(criterion("test = function (application)\n"
                                        "  if application.amount_requested > pounds(10) then\n"
                                        "    for _, partner in ipairs(application.partners) do\n"
                                        "      if partner.evidence.document == \"x\" then return fail end\n    end\n  end\n  return pass\nend"));
  ASSERT_TRUE(found.wrong);
  EXPECT_EQ(found.wrong->code, "MISSING");
  EXPECT_EQ(found.wrong->line, 4);
  EXPECT_EQ(found.wrong->rule, "c");
  EXPECT_THAT(found.wrong->message, HasSubstr("criterion \"c\" goes wrong when application.amount_requested is £10.01, application.partners is a list of 1 (nothing answered), and nothing else is answered: "));
}

TEST(Probing, WhatEveryRoundHoldsIsThere) {
  const Probed found = probed(criterion("test = function (application, stream)\n  if application.amount_requested > stream.budget then return fail end\n"
                                        "  if days_between(stream.opens, application.submitted_at) < 0 then return fail end\n  return pass\nend"));
  EXPECT_FALSE(found.wrong) << found.wrong->text();
  EXPECT_TRUE(found.outcomes.contains(Outcome::pass));
  EXPECT_TRUE(found.outcomes.contains(Outcome::fail));
}

TEST(Probing, BothSidesOfAParameterAreTried) {
  const Probed found = probed(criterion("test = function (application, parameters)\n  if application.amount_requested == parameters.most + pounds(\"0.01\") then return fail end\n  return pass\nend"),
                              {{"parameters/p.lua", "parameter \"most\" { title = \"M\", clause = \"1\", value = pounds(777) }"}});
  EXPECT_TRUE(found.outcomes.contains(Outcome::fail));
}

TEST(Probing, SeveralItemsThatDifferAreFound) {
  const Probed found = probed(criterion("passes_when = all_of { application.elements:any(element.title:is \"hall\"), application.elements:any(element.title:is \"leader\"), "
                                        "application.elements:count(element.cost:at_least(pounds(5))):is(3) }"));
  EXPECT_TRUE(found.outcomes.contains(Outcome::pass));
  EXPECT_TRUE(found.outcomes.contains(Outcome::fail));
}

TEST(Probing, AnotherApplicationIsThere) {
  const Probed found = probed(criterion("passes_when = applications:none(all_of { other.applicant:is(application.applicant), other.id:is_not(application.id), "
                                        "other.submitted_at:is_before(application.submitted_at) })"));
  EXPECT_TRUE(found.outcomes.contains(Outcome::pass));
  EXPECT_TRUE(found.outcomes.contains(Outcome::fail));
}

TEST(Probing, EveryClassIsReachedThatCanBe) {
  const Probed found = probed("record \"need\" { key = \"id\", kind = text, high = yes_no }\n"
                              "classification \"level\" { title = \"L\", clause = \"1\", of = need, takes = first,\n"
                              "{ code = \"a\", clause = \"1\", when = all_of { need.kind:is \"special\", need.high:is(yes) } },\n"
                              "{ code = \"b\", clause = \"1\", when = need.kind:is \"special\" },\n"
                              "{ code = \"never\", clause = \"1\", when = all_of { need.kind:is \"special\", need.high:is(no) } } }");
  EXPECT_EQ(found.codes, (std::set<std::string>{"a", "b"}));
}

TEST(Probing, AnImpossibleOutcomeIsNotInvented) {
  const Probed found = probed(criterion("passes_when = all_of { application.title:is_answered(), application.title:is_not(application.title) }"));
  EXPECT_FALSE(found.outcomes.contains(Outcome::pass));
}

TEST(Probing, TheSameCasesEachTime) {
  const std::string rule = criterion("test = function (application)\n  if application.title == \"hall\" then return pass end\n  return fail\nend");
  EXPECT_EQ(probed(rule).cases, probed(rule).cases);
  EXPECT_GT(probed(rule).cases, 5u);
}

TEST(Probing, ARuleThatAnswersOneCaseInTwoWaysIsFound) {
  const lua::Studied pack = studied(criterion("test = function (application)\n  if application.title == \"hall\" then return pass end\n  return fail\nend"));
  Question question = questions_of(*pack.pack).at(0);
  question.ask = [asked = 0](const policy::Facts&, policy::Work& work, std::string&) mutable {   // a rule that counts how often it is asked
    work.reads.clear();
    return ++asked % 3 == 0 ? Outcome::fail : Outcome::pass;
  };
  const Probed found = probe_rule(pack, question);
  ASSERT_TRUE(found.wrong);
  EXPECT_EQ(found.wrong->code, "TWO_ANSWERS_OF_ONE_CASE");
  EXPECT_THAT(found.wrong->message, HasSubstr("answers one case in two ways, `"));
}

TEST(Probing, AnErrorWithoutACodeHasOneAllTheSame) {
  const lua::Studied pack = studied(criterion("passes_when = application.title:is \"x\""));
  Question question = questions_of(*pack.pack).at(0);
  question.ask = [](const policy::Facts&, policy::Work& work, std::string&) {
    work.reads.clear();
    work.cause = "the sum is more than 64 bits hold";
    return Outcome::error;
  };
  const Probed found = probe_rule(pack, question);
  ASSERT_TRUE(found.wrong);
  EXPECT_EQ(found.wrong->code, "RULE_FAILS");
}

}  // namespace
}  // namespace remit::study

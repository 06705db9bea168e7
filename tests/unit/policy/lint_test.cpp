// What `remit check` finds in a pack that loads.
#include "policy/lint.hpp"

#include "../lua/packs.hpp"

namespace remit::policy {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> found(const std::string& rules) {
  std::vector<std::string> out;
  for (const auto& p : lint(*lua::pack_of(rules))) out.push_back(p.code + " " + std::to_string(p.line) + " " + p.message);
  return out;
}
std::string criterion(const std::string& sentence) { return "criterion \"c\" { title = \"T\", clause = \"1\", passes_when = " + sentence + " }"; }

TEST(Lint, ANumberCannotCiteASourceThatStatesNone) {
  const std::string silence = "no_provision \"numbers\" { title = \"No number\", clause = \"4.5\", so = \"the partnership's own\" }\n";
  EXPECT_THAT(found(silence + "parameter \"least\" { title = \"L\", clause = \"4.5.3 b1\", value = 3 }"),
              ElementsAre("NOT_IN_SOURCE 2 parameter \"least\" cites 4.5.3 b1 for a number, and the source states none there; cite the paper or the decision it comes from"));
  EXPECT_THAT(found(silence + "measure \"need\" { title = \"N\", clause = \"4.5.5\", weight = 3 }"), testing::SizeIs(1));
  EXPECT_THAT(found(silence + "criterion \"c\" { title = \"T\", clause = \"4.5.3\", passes_when = application.elements:count():at_least(3) }"),
              ElementsAre("NOT_IN_SOURCE 2 criterion \"c\" cites 4.5.3 for a number, and the source states none there; cite the paper or the decision it comes from"));
  EXPECT_THAT(found(silence + "parameter \"least\" { title = \"L\", clause = \"our reading of 4.5.3\", value = 3 }\nparameter \"most\" { title = \"M\", clause = \"4.50\", value = 3 }\n"
                              "parameter \"kind\" { title = \"K\", clause = \"4.5\", value = \"grant\" }"),
              IsEmpty());
}

TEST(Lint, WhatASectionOnlyProposesBlocksNobodyUntilSomebodyDecidedSo) {
  const std::string sections = "note \"four\" { title = \"F\", clause = \"4.1\", section = \"4\", status = \"proposed\" }\n"
                               "note \"agreed\" { title = \"A\", clause = \"4.3\", section = \"4.3\", status = \"decided\" }\n";
  auto rule = [&](const std::string& clause, const std::string& more) {
    return sections + "criterion \"c\" { title = \"T\", clause = \"" + clause + "\", " + more + " passes_when = application.added_value:is_answered() }";
  };
  EXPECT_THAT(found(rule("4.5 b1", "")), ElementsAre("ONLY_PROPOSED 3 criterion \"c\" blocks by 4.5 b1, and section 4 of the source is only proposed: "
                                                    "say who decided it in `effect_reason`, or let it warn"));
  EXPECT_THAT(found(rule("4", "")), testing::SizeIs(1));
  EXPECT_THAT(found(rule("4.5 b1", "effect_reason = \"minute 3\",")), IsEmpty());
  EXPECT_THAT(found(rule("4.5 b1", "effect = warns,")), IsEmpty());
  EXPECT_THAT(found(rule("4.5 b1", "force = should,")), IsEmpty()) << "warns by itself";
  EXPECT_THAT(found(rule("4.3 b1", "")), IsEmpty()) << "the longest section wins";
  EXPECT_THAT(found(rule("41", "")), IsEmpty());
  EXPECT_THAT(found(rule("3.4", "")), IsEmpty());
}

TEST(Lint, ARuleThatCanOnlyAnswerOneThingSaysSo) {
  EXPECT_THAT(found(criterion("application.amount_requested:is_answered()")), ElementsAre("ALWAYS 1 criterion \"c\" can never fail, whatever is answered"));
  EXPECT_THAT(found(criterion("application.status:is_answered()")), testing::SizeIs(1)) << "a stated default is an answer";
  EXPECT_THAT(found(criterion("application.elements:count():at_least(0)")), testing::SizeIs(1));
  EXPECT_THAT(found(criterion("all_of { application.id:is \"a\", application.id:is \"b\" }")), ElementsAre("ALWAYS 1 criterion \"c\" can never hold, whatever is answered"));
  EXPECT_THAT(found(criterion("all_of { application.amount_requested:at_least(pounds(9)), application.amount_requested:at_most(pounds(8)) }")), testing::SizeIs(1));
  EXPECT_THAT(found(criterion("application.added_value:is_answered()")), IsEmpty());
  EXPECT_THAT(found(criterion("application.title:is_answered()")), IsEmpty()) << "a title must be given, and may be given empty";
  EXPECT_THAT(found(criterion("application.partners:every(partner.evidence:is_answered())")), IsEmpty());
  EXPECT_THAT(found(criterion("any_of { application.amount_requested:at_least(pounds(9)), application.title:is \"x\" }")), IsEmpty());
  EXPECT_THAT(found("criterion \"c\" { title = \"T\", clause = \"1\", applies_when = not_ { application.amount_requested:is_answered() }, passes_when = application.added_value:is_answered() }"),
              ElementsAre("NEVER_APPLIES 1 criterion \"c\" never applies: its `applies_when` cannot hold, whatever is answered"));
}

TEST(Lint, NothingIsNamedTwice) {
  EXPECT_THAT(found("criterion \"c\" { title = \"T\", clause = \"1\", streams = { \"a\", \"b\", \"a\" }, row = { \"X-1\", \"X-1\" }, passes_when = application.added_value:is_answered() }"),
              ElementsAre("DUPLICATE_STREAM 1 criterion \"c\" names the stream \"a\" twice", "DUPLICATE_ROW 1 criterion \"c\" carries the row \"X-1\" twice"));
}

TEST(Lint, ASilenceSaysWhatItLeadsTo) {
  EXPECT_THAT(found("parameter \"p\" { title = \"P\", clause = \"1\", unit = days }"), ElementsAre("SILENT 1 parameter \"p\" has no value and does not say what that leads to: add `so = \"...\"`"));
}

TEST(Lint, AParameterThatNoRuleReadsIsNoted) {
  auto unused = [](const std::string& rules, lua::Files before = {}) { return notes(*lua::pack_of(rules, std::move(before))).size(); };
  const lua::Files gap{{"parameters.lua", "parameter \"gap\" { title = \"G\", clause = \"1\", unit = count, value = 3 }"}};
  EXPECT_EQ(unused("", gap), 1u);
  EXPECT_EQ(unused(criterion("application.elements:count():at_least(parameters.gap)"), gap), 0u);
  EXPECT_EQ(unused("criterion \"c\" { title = \"T\", clause = \"1\", passes_when = application.added_value:is_answered(), otherwise = \"{parameters.gap}\" }", gap), 0u);
  EXPECT_EQ(unused("criterion \"c\" { title = \"T\", clause = \"1\", test = function (parameters) if parameters.gap then return pass end return fail end }", gap), 0u);
}

}  // namespace
}  // namespace remit::policy

// Why a rule answered as it did: what was needed, what there was, who is named.
#include "packs.hpp"

namespace remit::lua {
namespace {

using policy::Outcome;
using testing::ElementsAre;

const base::Value yes = base::Value::yes(true), no = base::Value::yes(false);

InView asked(const std::string& keys) {
  InView v(pack_of("criterion \"c\" { title = \"T\", clause = \"1\", " + keys + " }"));
  for (const char* root : {"application", "stream", "applicant"}) v.view(root);
  return v;
}
const policy::Test& rule(const InView& v) { return *v.pack().criteria[0].test; }

TEST(Explained, NeededAndHad) {
  InView v = asked("passes_when = application.amount_requested:at_most(pounds(60000))");
  v.set("application.amount_requested", InView::money(64'000));
  EXPECT_THAT(v.shortfalls(rule(v)), ElementsAre("application.amount_requested: needed at most £60,000, had £64,000"));
}

TEST(Explained, WordsThatNameWhatIsNotMissingGiveWayToWhatWasNeeded) {
  const std::string sentence = "passes_when = all_of { application.added_value:is_answered(), stream.requires_cooperation:is(no) }, otherwise = \"nothing is said of {missing}\"";
  InView v = asked(sentence);
  v.set("stream.requires_cooperation", no);
  EXPECT_EQ(v.message(rule(v)), "nothing is said of added value");
  v.set("application.added_value", base::Value::of_text("x"));
  v.set("stream.requires_cooperation", yes);
  EXPECT_EQ(v.ask(rule(v)), Outcome::fail);
  EXPECT_EQ(v.message(rule(v)), "stream.requires_cooperation: needed no, had yes") << "and the title of the rule never takes their place";
  InView said = asked(sentence + ", or_else = \"another stream is meant\"");
  said.set("application.added_value", base::Value::of_text("x"));
  said.set("stream.requires_cooperation", yes);
  EXPECT_EQ(said.message(rule(said)), "another stream is meant");
}

TEST(Explained, WhatAnotherFieldAskedForIsSaid) {
  InView v = asked("passes_when = application.amount_requested:at_most(stream.maximum_award), otherwise = \"too much\"");
  v.set("application.amount_requested", InView::money(5));
  EXPECT_EQ(v.ask(rule(v)), Outcome::refer);
  EXPECT_EQ(v.message(rule(v)), "cannot be told: largest award is not given");
  v.set("stream.maximum_award", InView::money(4));
  EXPECT_EQ(v.message(rule(v)), "too much");
  EXPECT_THAT(v.shortfalls(rule(v)), ElementsAre("application.amount_requested: needed at most £4, had £5"));
}

TEST(Explained, OneOfSeveralIsJoinedByOrAndWhatBelongsTogetherByAnd) {
  InView v = asked("passes_when = any_of { all_of { application.complements:is_answered(), application.added_value:is_answered() }, stream.requires_cooperation:is(no) }");
  v.set("stream.requires_cooperation", yes);
  EXPECT_THAT(v.shortfalls(rule(v)), ElementsAre("application.complements: needed an answer and application.added_value an answer, or stream.requires_cooperation no"));
}

TEST(Explained, AnyAsksForOneItem) {
  InView v = asked("passes_when = application.elements:any(element.cost:at_least(pounds(10)))");
  auto element = [&](int cost) { return v.record("element", {{"cost", InView::money(cost)}}); };
  v.set("application.elements", v.list({element(3), element(4)}));
  EXPECT_THAT(v.shortfalls(rule(v)), ElementsAre("element[1].cost: needed at least £10, or element[2].cost at least £10, had £3"));
}

TEST(Explained, AnyOfAnEmptyListSaysWhatOneItemWouldNeed) {
  InView v = asked("passes_when = application.elements:any(all_of { element.title:is \"Worker\", element.cost:at_least(pounds(10)) })");
  v.set("application.elements", v.list({}));
  EXPECT_EQ(v.ask(rule(v)), Outcome::fail);
  EXPECT_THAT(v.shortfalls(rule(v)), ElementsAre(testing::HasSubstr("needed one with")));
}

TEST(Explained, OrElseSpeaksWhereNothingCanBeNamed) {
  InView v = asked("passes_when = all_of { application.partners:is_answered(), application.partners:every(partner.evidence:is_answered()) }, "
                   "otherwise = \"{partner.organisation} has not agreed\", or_else = \"nobody is named\"");
  EXPECT_EQ(v.message(rule(v)), "nobody is named");
  v.set("application.partners", v.list({v.record("partner", {{"organisation", v.text("GB-7")}})}));
  EXPECT_EQ(v.message(rule(v)), "GB-7 has not agreed");
}

TEST(Explained, RefersWhenHasWordsOfItsOwn) {
  const std::string keys = "refers_when = application.clarifications:is_answered(), otherwise = \"no title\", refers_because = \"something is still asked\"";
  for (const std::string main : {"passes_when = application.title:is_answered(), ", "test = function (application) if application.title then return pass end return fail end, "}) {
    InView v = asked(main + keys);
    EXPECT_EQ(v.message(rule(v)), "no title");
    v.set("application.title", v.text("A"));
    EXPECT_EQ(v.ask(rule(v)), Outcome::pass);
    v.set("application.clarifications", v.list({v.record("clarification", {})}));
    EXPECT_EQ(v.ask(rule(v)), Outcome::refer);
    EXPECT_EQ(v.message(rule(v)), "something is still asked");
  }
}

TEST(Explained, AnExceptionExcusesWhatFailsOrCannotBeTold) {
  InView v = asked("passes_when = application.amount_requested:at_most(pounds(5)), unless = { title = \"a small stream\", clause = \"2\", when = stream.budget:at_most(pounds(100)) }");
  EXPECT_EQ(v.ask(rule(v)), Outcome::refer);
  v.set("application.amount_requested", InView::money(6));
  EXPECT_EQ(v.ask(rule(v)), Outcome::fail) << "unknown excuses nothing";
  v.set("stream.budget", InView::money(100));
  EXPECT_EQ(v.ask(rule(v)), Outcome::pass);
}

TEST(Explained, AFieldIsInTheLedgerOnce) {
  InView v = asked("applies_when = application.title:is_answered(), test = function (application) if application.title == application.id then return fail end return pass end, "
                   "refers_when = application.title:is \"x\"");
  v.set("application.title", v.text("A"));
  v.set("application.id", v.text("B"));
  EXPECT_EQ(v.ask(rule(v)), Outcome::pass);
  EXPECT_THAT(v.reads(), ElementsAre("application.title", "application.id"));
}

TEST(Explained, OnlyWhatWasLookedAtIsInTheLedger) {
  InView v = asked("passes_when = all_of { application.title:is \"x\", application.id:is \"y\" }");
  v.set("application.title", v.text("z"));
  EXPECT_EQ(v.ask(rule(v)), Outcome::fail);
  EXPECT_THAT(v.reads(), ElementsAre("application.title"));
}

}  // namespace
}  // namespace remit::lua

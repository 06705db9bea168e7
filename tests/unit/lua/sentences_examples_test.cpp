// The five files of the language's design, each as a small pack: they load, and every rule answers as it reads aloud.
#include "packs.hpp"

namespace remit::lua {
namespace {

using policy::Outcome;
using testing::ElementsAre;

std::shared_ptr<const policy::Pack> example(const std::string& name) {
  LoadOptions options;
  options.search = {REMIT_SOURCE_DIR "/policies"};
  return load_pack(std::string(REMIT_SOURCE_DIR "/tests/unit/lua/examples/") + name, options);
}
const base::Value yes = base::Value::yes(true), no = base::Value::yes(false);

class Levels : public testing::Test {
 protected:
  InView v{example("leicestershire")};
  policy::Class classify() { return policy::classify(v.pack().classifications.at(0), v.facts, *v.work); }
  // Every field that a level asks about, answered with no.
  void answer_all_with_no() {
    for (const char* f : {"highly_specialist", "low_volume", "high_cost", "child_in_need", "specialist_service", "assessed_by_caf", "unmet_by_team", "more_complex", "not_accessible", "coordinated"})
      v.set(std::string("need.") + f, no);
    v.set("need.services_required", InView::count(0));
    v.set("need.services_involved", InView::count(0));
    v.set("need.service_kind", v.text("targeted"));
  }
};

TEST_F(Levels, TheHighestThatFitsIsTaken) {
  answer_all_with_no();
  v.set("need.service_kind", v.text("universal_access"));
  EXPECT_EQ(classify().code, "1");
  v.set("need.assessed_by_caf", yes);
  v.set("need.services_involved", InView::count(2));
  v.set("need.coordinated", yes);
  EXPECT_EQ(classify().code, "2a");
  v.set("need.services_required", InView::count(2));
  v.set("need.not_accessible", yes);
  EXPECT_EQ(classify().code, "2b");
  v.set("need.child_in_need", yes);
  v.set("need.specialist_service", yes);
  const policy::Class made = classify();
  EXPECT_EQ(made.outcome, Outcome::pass);
  EXPECT_EQ(made.code, "3");
  EXPECT_EQ(made.clause, "Level 3");
}

TEST_F(Levels, NoLevelGoesToAPersonInTheDocumentsWords) {
  answer_all_with_no();
  const policy::Class made = classify();
  EXPECT_EQ(made.outcome, Outcome::refer);
  EXPECT_EQ(made.message, "no level of the document fits this case");
}

TEST_F(Levels, WhatIsUnknownBeforeTheFirstThatFitsGoesToAPerson) {
  answer_all_with_no();
  v.set("need.child_in_need", yes);
  v.set("need.specialist_service", yes);
  for (const char* f : {"need.highly_specialist", "need.low_volume", "need.high_cost"}) v.set(f, base::Value());
  EXPECT_EQ(classify().outcome, Outcome::refer);
  EXPECT_EQ(classify().message, "it cannot be told whether 4 fits");
  v.set("need.high_cost", no);   // one no is enough to know that level 4 does not fit
  EXPECT_EQ(classify().code, "3");
}

TEST_F(Levels, WhatIsUnknownAfterItChangesNothing) {
  v.set("need.highly_specialist", yes);
  v.set("need.low_volume", yes);
  v.set("need.high_cost", yes);
  EXPECT_EQ(classify().code, "4");
}

TEST_F(Levels, ACodeThatIsNoneIsRefusedWithWhatToSayInstead) {
  EXPECT_THAT(v.pack().classifications.at(0).refused, ElementsAre(testing::Pair("2", "say 2a or 2b")));
  EXPECT_THAT(mistakes_in("classification \"c\" { title = \"T\", clause = \"1\", of = stream, refused = { [\"2\"] = \"say 2a or 2b\" },\n"
                          "  { code = \"2\", clause = \"x\", when = stream.title:is \"x\" } }"),
              ElementsAre("REFUSED_CODE rules.lua:2:12 classification \"c\": case 1: \"2\" is refused: say 2a or 2b"));
}

TEST_F(Levels, AProfessionalIsNamedAtLevel2b) {
  const auto& rule = *v.pack().requirements.at(0).test;
  v.set("need.level", v.text("2a"));
  EXPECT_EQ(v.ask(rule), Outcome::not_applicable);
  v.set("need.level", v.text("2b"));
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "no lead professional is named");
  v.set("need.lead_professional", v.text("M. Example"));
  EXPECT_EQ(v.ask(rule), Outcome::pass);
}

TEST_F(Levels, AFunctionCountsTheDaysBetweenMeetings) {
  const auto& rule = *v.pack().requirements.at(1).test;
  EXPECT_FALSE(rule.is_sentence());
  auto meeting = [&](const char* day) { return v.record("meeting", {{"held_on", InView::moment(day)}}); };
  v.set("group.stage", v.text("development"));
  v.set("group.formed_on", InView::moment("2012-01-01"));
  v.set("group.meetings", v.list({meeting("2012-02-12"), meeting("2012-03-25")}));   // 42 and 42 days
  EXPECT_EQ(v.ask(rule), Outcome::pass) << v.work->cause;
  v.set("group.meetings", v.list({meeting("2012-02-12"), meeting("2012-03-26")}));
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "more than 42 days passed between two meetings");
  EXPECT_THAT(v.reads(), testing::Contains("parameters.meeting_gap").Times(1));
  EXPECT_THAT(v.reads(), testing::Contains("group.stage").Times(1));
  v.set("group.stage", v.text("running"));
  EXPECT_EQ(v.ask(rule), Outcome::not_applicable);
}

TEST(Medway, PartnersAreAnalysedFirst) {
  InView v(example("medway"));
  const auto& rule = *v.pack().requirements.at(0).test;
  v.view("commission");
  EXPECT_EQ(v.ask(rule), Outcome::not_applicable) << "nobody said that it is joint";
  v.set("commission.joint", yes);
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "no partner is named");
  auto partner = [&](const char* who, base::Value analysis) { return v.record("partner", {{"organisation", v.text(who)}, {"analysis", analysis}}); };
  v.set("commission.partners", v.list({partner("GB-1", {}), partner("GB-2", v.text("done")), partner("GB-3", {})}));
  EXPECT_EQ(v.message(rule), "there is no analysis of what GB-1 and GB-3 commissions now");
  EXPECT_THAT(v.shortfalls(rule), ElementsAre("partner[1].analysis: needed an answer", "partner[3].analysis: needed an answer"));
  v.set("commission.partners", v.list({partner("GB-1", v.text("done"))}));
  EXPECT_EQ(v.ask(rule), Outcome::pass);
}

TEST(Medway, ImprovementComesBeforeOtherOptions) {
  InView v(example("medway"));
  const auto& rule = *v.pack().requirements.at(1).test;
  v.set("commission.recommissions", v.text("the old contract"));
  v.set("commission.provider", v.text("GB-9"));
  v.set("commission.options_opened_on", InView::moment("2012-05-01"));
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "no improvement work with GB-9 ended before options were opened");
  v.set("commission.improvement.ended_on", InView::moment("2012-05-01"));
  EXPECT_EQ(v.ask(rule), Outcome::fail) << "the same day is not before";
  v.set("commission.improvement.ended_on", InView::moment("2012-04-30"));
  EXPECT_EQ(v.ask(rule), Outcome::pass);
  v.set("commission.options_opened_on", base::Value());
  EXPECT_EQ(v.ask(rule), Outcome::refer);
  EXPECT_EQ(v.message(rule), "cannot be told: options opened on is not given");
}

TEST(Wirral, AProviderIsExcludedUnlessTheyHaveARemit) {
  InView v(example("wirral"));
  const auto& conflict = v.pack().conflicts.at(0);
  EXPECT_EQ(conflict.action, policy::Action::exclude);
  v.set("member.name", v.text("R. Example"));
  v.set("member.functions", v.texts({"provider"}));
  v.set("body.name", v.text("the Board"));
  v.set("body.functions", v.texts({"advice"}));
  v.set("item.service", v.text("play"));
  EXPECT_EQ(v.ask(*conflict.test), Outcome::pass);
  v.set("body.functions", v.texts({"advice", "executive"}));
  EXPECT_EQ(v.ask(*conflict.test), Outcome::fail);
  EXPECT_EQ(v.message(*conflict.test), "R. Example provides services and the Board governs or decides");
  v.set("member.functions", v.texts({"provider", "commissioner"}));
  v.set("member.remit", v.text("minute 7"));
  EXPECT_EQ(v.ask(*conflict.test), Outcome::fail) << "what they provide is not known: the exception does not arise";
  v.set("member.provides", v.texts({"meals"}));
  EXPECT_EQ(v.ask(*conflict.test), Outcome::pass);
  v.set("member.provides", v.texts({"meals", "play"}));
  EXPECT_EQ(v.ask(*conflict.test), Outcome::fail) << "the remit does not reach their own service";
  EXPECT_EQ(v.pack().no_provision("appeal")->so, "letters say that the paper has no appeal rule");
}

}  // namespace
}  // namespace remit::lua

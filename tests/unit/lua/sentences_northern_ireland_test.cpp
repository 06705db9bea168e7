// The two Northern Ireland files of the language's design, as one pack on the core.
#include "packs.hpp"

namespace remit::lua {
namespace {

using policy::Outcome;
using testing::ElementsAre;

const base::Value yes = base::Value::yes(true), no = base::Value::yes(false);

class NorthernIreland : public testing::Test {
 protected:
  static std::shared_ptr<const policy::Pack> load() {
    LoadOptions options;
    options.search = {REMIT_SOURCE_DIR "/policies"};
    return load_pack(REMIT_SOURCE_DIR "/tests/unit/lua/examples/ni", options);
  }
  const policy::Test& criterion(const std::string& id) const {
    for (const auto& c : v.pack().criteria)
      if (c.id == id) return *c.test;
    throw std::out_of_range(id);
  }
  base::Value application(const char* id, const char* applicant, const char* at, const char* status = "submitted") {
    return v.record("application", {{"id", v.text(id)}, {"stream", v.text("s")}, {"applicant", v.text(applicant)}, {"title", v.text(std::string("Title of ") + id)},
                                    {"submitted_at", InView::moment(at)}, {"status", v.text(status)}});
  }
  // Puts the `i`th of these applications in view.
  void decide(const std::vector<base::Value>& all, std::size_t i) {
    v.applications(all);
    v.facts.records[policy::root::application] = all[i].items;
  }
  InView v{load()};
};

TEST_F(NorthernIreland, AnswersTheSpecificationSaysWhatIsMissing) {
  v.set("stream.specification.objectives", v.texts({"Cut waiting", "Reach more"}));
  v.set("stream.outcomes", v.texts({"being-healthy"}));
  v.set("application.objectives", v.texts({"Reach more"}));
  const auto& rule = criterion("answers-the-specification");
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "nothing is said about use of the funding, Cut waiting and being-healthy");
  EXPECT_THAT(v.shortfalls(rule), ElementsAre("application.use_of_funding: needed an answer", "application.objectives: needed Cut waiting", "application.outcomes: needed being-healthy"));
  v.set("application.use_of_funding", v.text("wages"));
  v.set("application.objectives", v.texts({"Cut waiting", "Reach more", "Another"}));
  v.set("stream.outcomes", base::Value());
  EXPECT_EQ(v.ask(rule), Outcome::pass) << "nothing is asked by an empty list";
}

TEST_F(NorthernIreland, TheEarliestOfSeveralApplicationsStands) {
  v.set("applicant.name", v.text("The Barn"));
  const auto& rule = criterion("one-application-per-stream");
  const std::vector<base::Value> all{application("A1", "GB-1", "2012-01-05T09:00:00", "withdrawn"), application("A2", "GB-1", "2012-01-05T10:00:00"),
                                     application("A3", "GB-1", "2012-01-05T11:00:00"), application("A4", "GB-2", "2012-01-01T00:00:00")};
  decide(all, 0);
  EXPECT_EQ(v.ask(rule), Outcome::pass);
  decide(all, 1);
  EXPECT_EQ(v.ask(rule), Outcome::pass) << "one withdrawn does not count";
  decide(all, 2);
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "The Barn had already sent Title of A2");
  decide(all, 3);
  EXPECT_EQ(v.ask(rule), Outcome::pass);
}

TEST_F(NorthernIreland, EqualTimesGoToAPerson) {
  v.set("applicant.name", v.text("The Barn"));
  const auto& rule = criterion("one-application-per-stream");
  const std::vector<base::Value> all{application("A1", "GB-1", "2012-01-05T09:00:00"), application("A2", "GB-1", "2012-01-05T09:00:00")};
  for (std::size_t i : {0u, 1u}) {
    decide(all, i);
    EXPECT_EQ(v.ask(rule), Outcome::refer);
    EXPECT_EQ(v.message(rule), std::string("The Barn had already sent Title of A") + (i == 0 ? "2" : "1"));
  }
}

TEST_F(NorthernIreland, PartnersAreNeededOnlyWhereTheStreamAsksForCooperation) {
  const auto& rule = criterion("partners-have-agreed");
  auto partner = [&](const char* who, base::Value required, bool evidence) {
    return v.record("partner", {{"organisation", v.text(who)}, {"required", required}, {"evidence.document", evidence ? v.text("letter") : base::Value()}});
  };
  v.view("stream");
  v.set("application.partners", v.list({partner("GB-5", yes, false)}));
  EXPECT_EQ(v.ask(rule), Outcome::not_applicable);
  v.set("stream.requires_cooperation", yes);
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "no evidence that GB-5 has agreed");
  EXPECT_THAT(v.reads(), ElementsAre("stream.requires_cooperation", "application.partners", "partner[1].required", "partner[1].evidence"));
  EXPECT_THAT(v.shortfalls(rule), ElementsAre("partner[1].required: needed no, or partner[1].evidence an answer, had yes"));
  v.set("application.partners", v.list({partner("GB-5", no, false), partner("GB-6", yes, true)}));
  EXPECT_EQ(v.ask(rule), Outcome::pass);
  v.set("application.partners", base::Value());
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "no partner is named, and this stream needs one");
}

TEST_F(NorthernIreland, OnlyAStatutoryBodySaysHowItDiffersFromItsCore) {
  const auto& rule = criterion("beyond-core-functions");
  v.set("applicant.type", v.text("voluntary"));
  EXPECT_EQ(v.ask(rule), Outcome::not_applicable);
  v.set("applicant.type", v.text("statutory"));
  v.set("applicant.name", v.text("The Trust"));
  v.view("application");
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_EQ(v.message(rule), "The Trust does not say how this differs from its core functions");
}

TEST_F(NorthernIreland, AnOverrideAddsToARuleOfTheCore) {
  const auto& rule = criterion("within-award-limits");
  v.view("stream");
  v.set("application.amount_requested", InView::money(60'000));
  v.set("application.share_of_budget", InView::ratio(1, 2));
  EXPECT_EQ(v.ask(rule), Outcome::pass);
  v.set("application.share_of_budget", InView::ratio(3, 5));
  EXPECT_EQ(v.ask(rule), Outcome::fail);
  EXPECT_THAT(v.shortfalls(rule), ElementsAre("application.share_of_budget: needed at most 1/2, had 3/5"));
  v.set("application.share_of_budget", base::Value());
  EXPECT_EQ(v.ask(rule), Outcome::refer);
  ASSERT_EQ(v.pack().warnings.size(), 1u);
  EXPECT_EQ(v.pack().warnings[0].message, "override \"core/within-award-limits\" was written against core 1.2.0 and this is core 1.0.0; read the rule again and say so");
}

TEST_F(NorthernIreland, AParameterHasTheValueOfItsDay) {
  auto on = [&](const char* day) { return v.pack().scoring_on(InView::moment(day).integer).minimum_total; };
  EXPECT_EQ(on("2011-03-31"), std::nullopt);
  EXPECT_EQ(on("2011-04-01"), base::Rational(50));
  EXPECT_EQ(on("2012-03-31"), base::Rational(50));
  EXPECT_EQ(on("2012-04-01"), base::Rational(55));
  EXPECT_EQ(v.pack().parameters.at(static_cast<std::size_t>(v.pack().find_parameter("minimum_total"))).periods.at(1).clause, "panel minute 2012-02-14, 6");
}

TEST_F(NorthernIreland, AMeasureSaysWhatItsMarksMean) {
  const auto& measure = v.pack().scoring.measures.at(0);
  EXPECT_EQ(measure.weight, base::Rational(30));
  EXPECT_EQ(measure.minimum, base::Rational(2));
  EXPECT_EQ(measure.high, base::Rational(5));
  EXPECT_THAT(v.pack().entries.at(0).more, ElementsAre(testing::Pair("0", "no evidence"), testing::Pair("3", "local data"), testing::Pair("5", "local data and families' views")));
}

TEST_F(NorthernIreland, AMemberWithATieIsSetAside) {
  const auto& rule = v.pack().conflicts.at(0);
  EXPECT_EQ(rule.scope_parameter, v.pack().find_parameter("recusal_scope"));
  v.set("member.name", v.text("R. Example"));
  EXPECT_EQ(v.ask(*rule.test), Outcome::pass);
  v.set("member.ties", v.list({v.record("tie", {{"organisation", v.text("GB-1")}})}));
  v.set("tie.organisation", v.text("GB-1"));
  v.set("tie.nature", v.text("professional"));
  EXPECT_EQ(v.ask(*rule.test), Outcome::fail);
  EXPECT_EQ(v.message(*rule.test), "R. Example is tied to GB-1 (professional)");
}

TEST_F(NorthernIreland, ADecisionIsProposedOnlyWhenItIsCertain) {
  const auto& decision = v.pack().decisions.at(0);
  EXPECT_THAT(decision.must_name, ElementsAre("elements", "pending"));
  EXPECT_EQ(decision.holds_back, "offer");
  v.view("application");
  v.view("eligibility");
  v.set("proposal.affordable", yes);
  EXPECT_EQ(v.ask(*decision.test), Outcome::fail) << "unknown does not propose";
  v.set("eligibility.outcome", v.text("refer"));
  EXPECT_EQ(v.ask(*decision.test), Outcome::pass);
  v.set("proposal.affordable", no);
  EXPECT_EQ(v.ask(*decision.test), Outcome::fail);
}

TEST_F(NorthernIreland, AnAppealIsAdmittedForOneGroundOfOneAppellant) {
  const auto& appeal = v.pack().appeals.at(0);
  v.set("application.applicant", v.text("GB-1"));
  v.set("lodged.by", v.text("GB-1"));
  EXPECT_EQ(v.ask(*appeal.test), Outcome::refer) << "unknown goes to a person";
  v.set("lodged.ground", v.text("delay"));
  EXPECT_EQ(v.ask(*appeal.test), Outcome::fail);
  EXPECT_EQ(v.message(*appeal.test), "in all other instances the panel's decision is final");
  v.set("lodged.ground", v.text("misapplication"));
  EXPECT_EQ(v.ask(*appeal.test), Outcome::pass);
  EXPECT_EQ(v.ask(*appeal.asks), Outcome::fail) << "incomplete, not refused";
  EXPECT_EQ(v.pack().no_provision("appeal-window")->so, "no appeal is out of time");
}

}  // namespace
}  // namespace remit::lua

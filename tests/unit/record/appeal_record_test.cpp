// The record of an appeal: canonical, with both results whole, the change attributed, and what the framework leaves open.
#include <gmock/gmock.h>

#include "engine/appeal.hpp"
#include "intake/json.hpp"
#include "record/appeal_record.hpp"
#include "record/appeal_writer.hpp"
#include "record/saved.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
namespace lodged = intake::lodged_field;

const std::string fresh_panel = R"("fresh_panel":{"id":"p2","quorum":2,"members":[{"id":"f1","name":"Una Day","agency":"Board","chair":true},{"id":"f2","agency":"College"}]},
  "scores":[{"member":"f1","measure":"need","score":4,"justification":"the table"},{"member":"f1","measure":"value","score":4},
            {"member":"f2","measure":"need","score":5},{"member":"f2","measure":"value","score":3}])";

std::string lodge(const std::string& application, const std::string& more, const std::string& ground = "misapplication") {
  return R"({"application":")" + application + R"(","ground":")" + ground + R"(","by":"o1","received":"2012-03-09",)" + more + "}";
}

struct AppealRecords : ::testing::Test {
  void rule() {
    sample.appeal("misapplication", [](const policy::Facts& facts, policy::Work& work) {
      return look(facts, work, policy::root::lodged, lodged::ground).str() == "misapplication" ? Outcome::pass : Outcome::fail;
    }, [](const policy::Facts&) { return policy::Explanation{"the panel's decision is final", {{"lodged.ground", "misapplication", "merit"}}}; },
    [](const policy::Facts& facts, policy::Work& work) {
      return look(facts, work, policy::root::lodged, lodged::views).answered() ? Outcome::pass : Outcome::fail;
    }).clause = "4.5.9 s1";
  }
  /// Three applications for £1,000: A1 600 with need 1 and value 5 (below the minimum of need), A2 500, A3 400.
  std::vector<std::string> write(const std::string& appeals) {
    std::string json = round_of(application("A1", "600") + "," + application("A2", "500") + "," + application("A3", "400"),
                                scored("A1", "1", "5") + "," + scored("A2", "4", "4") + "," + scored("A3", "3", "3"));
    json.pop_back();
    json += R"(,"appeals":[)" + appeals + "]}";
    sample.decide(json);
    intake::Source source;
    source.place = "test";
    source.round = {"round.json", std::make_shared<const std::string>(json)};
    const intake::Appeals read = intake::read_appeals(source, sample.pack.schema, *sample.round);
    const auto admissions = engine::admit_appeals(sample.decided, read);
    engine::Crew crew(sample.pack, 1);
    AppealWriter writer(sample.constants);
    std::vector<std::string> out;
    for (std::size_t a = 0; a < read.list.size(); ++a)
      writer.write(read.list[a], admissions[a], engine::answer_appeal(sample.decided, read.list[a], admissions[a], crew), out.emplace_back());
    return out;
  }
  AppealRecord written(const std::string& appeal) {
    bytes = write(appeal).at(0);
    return read_appeal_record(intake::read_json(bytes, "test"), "test");
  }

  Sample sample;
  std::string bytes;
};

TEST_F(AppealRecords, AreCanonicalAndHoldTheirDigests) {
  rule();
  for (const std::string& record : write(lodge("A1", R"("views":"<read>\n\"again\"",)" + fresh_panel) + "," + lodge("A2", R"("views":"v")", "merit") + "," +
                                         lodge("A3", R"("no_fresh_panel":"waiting")"))) {
    const intake::Json json = intake::read_json(record, "test");
    std::string again;
    intake::write_canonical_json(json, again);
    EXPECT_EQ(record, again);
    EXPECT_TRUE(digest_holds(json));
    EXPECT_TRUE(digest_holds(json["first"]));
    EXPECT_TRUE(json["second"].is_null() || digest_holds(json["second"]));
    EXPECT_EQ(json["format"].str(), "remit.appeal/1");
  }
}

TEST_F(AppealRecords, TheFirstRecordStandsInItAsItWas) {
  rule();
  written(lodge("A1", R"("views":"v",)" + fresh_panel));
  EXPECT_THAT(bytes, HasSubstr(R"("first":)" + sample.record("A1")));
}

TEST_F(AppealRecords, WhatWasLodgedAndHowItWasHeard) {
  rule();
  const AppealRecord a = written(lodge("A1", R"("views":"Look at the table",)" + fresh_panel));
  EXPECT_EQ(a.application, "A1");
  EXPECT_EQ(a.ground, "misapplication");
  EXPECT_EQ(a.by_name, "First & Co");
  EXPECT_EQ(a.received, "2012-03-09");
  EXPECT_EQ(a.views, "Look at the table");
  EXPECT_EQ(a.outcome, "admitted");
  ASSERT_THAT(a.findings, SizeIs(2));
  EXPECT_EQ(a.findings[0].clause, "4.5.9 s1");
  EXPECT_FALSE(a.findings[0].asks);
  EXPECT_TRUE(a.findings[1].asks);
  EXPECT_THAT(bytes, HasSubstr(R"("read":{"lodged.ground":"misapplication"})"));
  EXPECT_TRUE(a.panel.constituted);
  EXPECT_TRUE(a.panel.fit);
  EXPECT_EQ(a.panel.quorum, 2);
  EXPECT_EQ(a.panel.name_of("f1"), "Una Day");
  EXPECT_THAT(a.panel.checks, SizeIs(3));
}

// need 1 -> 9/2 at 100 x 3 / (5 x 4) = 15 points each: 52.5; value 5 -> 7/2 at 5 points: -7.5; total 40 -> 85
TEST_F(AppealRecords, TheChangeIsAttributed) {
  rule();
  const AppealRecord a = written(lodge("A1", R"("views":"v",)" + fresh_panel));
  ASSERT_TRUE(a.second.has_value());
  EXPECT_EQ(a.first.scores.exact, "40");
  EXPECT_EQ(a.second->scores.exact, "85");
  EXPECT_EQ(a.second->rank, 1);
  EXPECT_EQ(a.second->proposal.amount, 60000);
  std::vector<std::string> messages, points;
  for (const Change& change : a.changes) {
    messages.push_back(change.message);
    if (!change.points.empty()) points.push_back(change.points);
  }
  EXPECT_THAT(messages, ElementsAre("Need: the mean goes from 1 to 4.5, which adds 52.5 points to the total", "Need: the least mean of 2 is now reached",
                                    "Value: the mean goes from 5 to 3.5, which takes 7.5 points from the total", "the total goes from 40 to 85",
                                    "the least total of 50 is now reached", "it had no rank, and now has rank 1",
                                    "the proposal goes from decline to approve-total", "the money goes from £0 to £600"));
  EXPECT_THAT(points, ElementsAre("105/2", "-15/2"));
}

TEST_F(AppealRecords, TheSecondResultSaysWhoDecidedOnWhatInput) {
  rule();
  const AppealRecord a = written(lodge("A1", R"("views":"v",)" + fresh_panel));
  EXPECT_THAT(a.second->taking_part, ElementsAre("f1", "f2"));
  EXPECT_EQ(a.second->scores.sheets.at(0).member, "f1");
  EXPECT_NE(a.second->input, a.first.input);
  EXPECT_EQ(a.first.input, a.input);
  EXPECT_EQ(a.second->proposal.reasons.at(0).message, "rank 1: the whole request of £600 fits the budget of £1,000");
}

// first: A2 500 of 1,000, A3 400, 100 left; then: A1 600, A2 does not fit 400, A3 fits, nothing left
TEST_F(AppealRecords, WhatElseWouldMove) {
  rule();
  const AppealRecord a = written(lodge("A1", R"("views":"v",)" + fresh_panel));
  ASSERT_THAT(a.elsewhere, SizeIs(2));
  EXPECT_EQ(a.elsewhere[0].application, "A2");
  EXPECT_EQ(a.elsewhere[0].first.decision, "approve-total");
  EXPECT_EQ(a.elsewhere[0].first.amount, 50000);
  EXPECT_EQ(a.elsewhere[0].second.decision, "decline");
  EXPECT_EQ(a.elsewhere[0].second.rank, 2);
  EXPECT_EQ(a.elsewhere[1].first.rank, 2);
  EXPECT_EQ(a.elsewhere[1].second.rank, 3);
  EXPECT_EQ(a.left_first, 10000);
  EXPECT_EQ(a.left_second, 0);
}

TEST_F(AppealRecords, OneThatIsNotDecidedAgainSaysWhy) {
  rule();
  const AppealRecord merit = written(lodge("A1", R"("views":"v","no_fresh_panel":"not a ground")", "merit"));
  EXPECT_EQ(merit.outcome, "not_admitted");
  EXPECT_FALSE(merit.second.has_value());
  EXPECT_EQ(merit.not_again, "the appeal is not admitted");
  EXPECT_EQ(merit.findings.at(0).message, "the panel's decision is final");
  EXPECT_EQ(merit.findings[0].shortfalls.at(0).had, "merit");
  EXPECT_EQ(merit.panel.reason, "not a ground");
  EXPECT_THAT(merit.changes, IsEmpty());
}

TEST_F(AppealRecords, WithoutViewsItSaysWhatIsMissing) {
  rule();
  const AppealRecord a = written(lodge("A1", R"("views":" ")"));
  EXPECT_EQ(a.outcome, "incomplete");
  EXPECT_EQ(a.findings.at(1).message, "not there yet: views of the applicant");
}

TEST_F(AppealRecords, SilencesOfTheSectionThatGivesTheAppeal) {
  rule();
  sample.parameter("appeal_fee", base::Value(), "4.5.9 (gap)");
  sample.parameter("appeal_window", base::Value::of(base::Kind::count, 28), "4.5.6, 4.5.9");
  sample.parameter("award_kind", base::Value(), "4.5.3");
  for (auto& p : sample.pack.parameters) p.clause = p.id == "award_kind" ? "4.5.3" : "4.5.6, 4.5.9 (gap)";
  sample.silence("notice", "Nobody tells them", "4.5.8", "");
  sample.silence("effect", "What it does", "4.5.9", "nothing");
  const AppealRecord a = written(lodge("A1", R"("views":"v")"));
  std::vector<std::string> ids;
  for (const auto& s : a.silences) ids.push_back(s.id);
  EXPECT_THAT(ids, ElementsAre("appeal_fee", "effect"));
  ASSERT_THAT(a.parameters, SizeIs(1));
  EXPECT_EQ(a.parameters[0].id, "appeal_window");
  EXPECT_EQ(a.parameters[0].value.str(), "28");
}

TEST_F(AppealRecords, WithoutAnAppealRuleEverySilenceIsShown) {
  sample.silence("appeals", "The document has no appeal", "Section 7", "nothing is borrowed");
  const AppealRecord a = written(lodge("A1", R"("views":"v",)" + fresh_panel));
  EXPECT_EQ(a.outcome, "no_provision");
  EXPECT_EQ(a.not_again, "the framework has no provision for this appeal");
  ASSERT_THAT(a.silences, SizeIs(1));
  EXPECT_EQ(a.silences[0].so, "nothing is borrowed");
}

TEST_F(AppealRecords, AnotherFormatIsRefused) {
  const auto read = [](const char* json) { read_appeal_record(intake::read_json(json, "f"), "f"); };
  EXPECT_THROW(read(R"({"format":"remit.record/1"})"), base::Refused);
  EXPECT_THROW(read(R"({"format":"remit.appeal/1","application":"A1"})"), base::Refused);
}

}  // namespace
}  // namespace remit::record::test

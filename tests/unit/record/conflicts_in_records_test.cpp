// A recusal is shown where it arises and wherever it reaches, and the sheets it sets aside stay in sight.
#include <gtest/gtest.h>

#include "intake/json.hpp"
#include "record/record.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;

const char* const second = R"({"id":"A2","stream":"s","applicant":"o2","title":"Second","submitted_at":"2012-01-12","amount_requested":10})";

DecisionRecord made(Sample& sample, const std::string& id) { return read_record(intake::read_json(sample.record(id), id), id); }

Answer when_tied() {
  return [](const auto& facts, auto& work) {
    return look(facts, work, policy::root::member, intake::member_field::ties).answered() ? Outcome::fail : Outcome::pass;
  };
}

TEST(ConflictsInRecords, ReachTheStream) {
  Sample sample;
  sample.conflict("tied", when_tied()).clause = "4.6.1";
  sample.decide(round_of(application("A1", "10") + "," + second, scored("A1", "5", "5") + "," + scored("A2", "4", "4")));
  const auto here = made(sample, "A2"), elsewhere = made(sample, "A1");
  ASSERT_EQ(here.conflicts.size(), 1u);
  EXPECT_EQ(here.conflicts[0].member, "m2");
  EXPECT_EQ(here.conflicts[0].arises_in, "");
  EXPECT_EQ(here.conflicts[0].organisation, "o2");
  EXPECT_EQ(here.conflicts[0].nature, "member");
  EXPECT_EQ(here.conflicts[0].detected_by, "engine");
  EXPECT_EQ(here.conflicts[0].clause, "4.6.1");
  ASSERT_EQ(elsewhere.conflicts.size(), 1u);
  EXPECT_EQ(elsewhere.conflicts[0].arises_in, "A2");
  EXPECT_EQ(elsewhere.taking_part, std::vector<std::string>{"m1"});
  ASSERT_EQ(elsewhere.scores.sheets.size(), 2u);
  EXPECT_TRUE(elsewhere.scores.sheets[0].counted);
  EXPECT_FALSE(elsewhere.scores.sheets[1].counted);
  EXPECT_EQ(elsewhere.scores.sheets[1].marks.size(), 2u) << "set aside, and still shown";
}

TEST(ConflictsInRecords, WithoutARuleTheTieIsShownAlone) {
  Sample sample;
  sample.decide(round_of(second, scored("A2", "4", "4")));
  const auto record = made(sample, "A2");
  EXPECT_TRUE(record.conflicts.empty());
  ASSERT_EQ(record.ties.size(), 1u);
  EXPECT_EQ(record.ties[0].member, "m2");
  EXPECT_EQ(record.ties[0].organisation, "o2");
  EXPECT_EQ(record.taking_part.size(), 2u);
}

TEST(ConflictsInRecords, ItemsAndOtherApplicationsAreNamedInWhatWasRead) {
  Sample sample;
  sample.criterion("reads", policy::Effect::warns, [](const auto& facts, auto& work) {
    const auto partners = facts.at(policy::root::application, intake::application_field::partners).list();
    if (!partners.empty()) {
      work.reads.push_back({policy::root::partner, intake::partner_field::document, 1, partners[0].list()[intake::partner_field::document]});
      work.reads.push_back({policy::root::other, intake::application_field::submitted_at, 2, base::Value::of_text("x")});
      work.reads.push_back({policy::root::application, intake::application_field::partners, 0, facts.at(policy::root::application, intake::application_field::partners)});
    }
    return Outcome::pass;
  });
  sample.decide(round_of(application("A1", "10", R"(,"partners":[{"organisation":"o2","evidence":{"document":"a letter","secured_on":"2012-01-01"}}])") + "," + second));
  const auto record = made(sample, "A1");
  ASSERT_EQ(record.findings.size(), 1u);
  std::vector<std::string> names;
  for (const auto& fact : record.findings[0].read) names.push_back(fact.field);
  EXPECT_EQ(names, (std::vector<std::string>{"application.partners", "applications[A2].submitted_at", "partner[1].evidence.document"}));
  EXPECT_EQ(record.findings[0].read[0].value.str(), "1");
  EXPECT_EQ(record.findings[0].read[2].value.str(), "a letter");
}

}  // namespace
}  // namespace remit::record::test

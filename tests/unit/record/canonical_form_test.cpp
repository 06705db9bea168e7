// Whatever happens in a round, its records are canonical JSON: written again by the canonical writer, no byte changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "base/digest.hpp"
#include "intake/json.hpp"
#include "record/write.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
namespace field = intake::application_field;

/// Everything at once: each outcome, recusals, odd texts, parts, pending questions.
void decide_much(Sample& sample) {
  int n = 0;
  for (const Outcome outcome : {Outcome::pass, Outcome::fail, Outcome::refer, Outcome::not_applicable, Outcome::no_provision})
    sample.criterion("rule-" + std::to_string(++n), policy::Effect::warns, [outcome](const auto& facts, auto& work) {
      look(facts, work, policy::root::stream, intake::stream_field::budget);
      look(facts, work, policy::root::application, field::partners);
      look(facts, work, policy::root::application, field::objectives);
      return outcome;
    }, [](const auto&) { return policy::Explanation{"because \"x\"\n", {{"application.title", "a", "b"}, {"application.id", "c", ""}}}; });
  sample.criterion("blocked", policy::Effect::blocks, [](const auto& facts, auto& work) {
    return look(facts, work, policy::root::application, field::id).str() == "A2" ? Outcome::fail : Outcome::pass;
  });
  sample.criterion("broken", policy::Effect::warns, [](const auto& facts, auto& work) {
    work.cause = "gave up";
    return look(facts, work, policy::root::application, field::id).str() == "A3" ? Outcome::error : Outcome::pass;
  }).effect_reason = "said so";
  sample.conflict("tied", [](const auto& facts, auto& work) {
    return look(facts, work, policy::root::member, intake::member_field::ties).answered() ? Outcome::fail : Outcome::pass;
  });
  sample.requirement("panel-there", policy::root::panel, [](const auto&, auto&) { return Outcome::fail; });
  sample.requirement("stream-open", policy::root::stream, [](const auto& facts, auto& work) {
    look(facts, work, policy::root::stream, intake::stream_field::opens);
    return Outcome::pass;
  });
  sample.parameter("least", base::Value::of(base::Kind::money, 500), "4.2");
  sample.parameter("never", {}, "");
  sample.decide(round_of(application("A1", "600", R"(,"objectives":["a \"quoted\" one","tab\there"],"partners":[{"organisation":"o1"}])") + "," +
                             application("A2", "300") + "," + application("A3", "200") + "," +
                             application("A4", "900", R"(,"elements":[{"id":"E1","title":"x","cost":300},{"id":"E2","title":"y","cost":600}])") + "," +
                             application("A5", "50", R"(,"elements":[{"id":"E1","title":"x","cost":50}],"clarifications":[{"element":"E1","question":"how \\ many?"}])") + "," +
                             application("A6", "70", R"(,"status":"withdrawn","use_of_funding":"é 𝄞 ")") + "," +
                             R"({"id":"A7","stream":"s","applicant":"o2","title":"Second's","submitted_at":"2012-01-12","amount_requested":10})",
                         scored("A1", "5", "5") + "," + scored("A2", "4", "4") + "," + scored("A3", "3", "3") + "," + scored("A4", "4", "3") + "," +
                             scored("A5", "3.5", "1") + "," + scored("A7", "1", "1")));
}

TEST(CanonicalForm, OfEveryRecordAndOfTheDocument) {
  Sample sample;
  decide_much(sample);
  for (const char* id : {"A1", "A2", "A3", "A4", "A5", "A6", "A7"}) {
    const std::string bytes = sample.record(id);
    std::string again;
    intake::write_canonical_json(intake::read_json(bytes, id), again);
    EXPECT_EQ(bytes, again) << id;
  }
  const std::string document = sample.document();
  std::string again;
  intake::write_canonical_json(intake::read_json(document, "document"), again);
  EXPECT_EQ(document, again + "\n");
}

TEST(CanonicalForm, DigestIsOfTheRecordWithoutIt) {
  Sample sample;
  decide_much(sample);
  intake::Json record = intake::read_json(sample.record("A4"), "A4");
  const std::string digest = record["digest"].str();
  std::erase_if(record.members, [](const auto& member) { return member.first == "digest"; });
  std::string rest;
  intake::write_canonical_json(record, rest);
  EXPECT_EQ(digest, base::digest_of(rest));
}

TEST(CanonicalForm, RecordsComeByStreamAndIdWhateverTheThreads) {
  Sample sample;
  std::string applications, marks;
  for (int i = 1000; i < 1700; ++i) {
    applications += (applications.empty() ? "" : ",") + application("A" + std::to_string(i), "10");
    marks += (marks.empty() ? "" : ",") + scored("A" + std::to_string(i), "4", "3");
  }
  sample.decide(round_of(applications, marks));
  const std::string one = sample.ndjson(1);
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 700);
  EXPECT_EQ(one, sample.ndjson(3));
  EXPECT_EQ(sample.document(1), sample.document(3));
  EXPECT_LT(one.find(R"("application":"A1000")"), one.find(R"("application":"A1699")"));
}

TEST(CanonicalForm, AFailingSinkEndsTheWriting) {
  Sample sample;
  sample.decide(round_of(application("A1", "10")));
  EXPECT_THROW(write_records(sample.constants, Form::record, "\n", 2, [](std::string_view) { throw std::runtime_error("disk full"); }),
               std::runtime_error);
}

}  // namespace
}  // namespace remit::record::test

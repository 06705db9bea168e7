// What plug-ins answered stands in the record of each application that it is about, and of no other.
#include <gmock/gmock.h>

#include "intake/json.hpp"
#include "record/record.hpp"
#include "with_plugins.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
using ::testing::HasSubstr;

std::string canonical(const intake::Json& json) {
  std::string out;
  intake::write_canonical_json(json, out);
  return out;
}

TEST(PluginAnswers, EachStandsUnderItsPluginAndItem) {
  Sample sample;
  WithPlugins plugins(sample);
  sample.decide(round_for_plugins());
  const std::string bytes = sample.record("A1");
  const intake::Json record = intake::read_json(bytes, "A1");
  EXPECT_EQ(canonical(record), bytes);
  const auto& found = record["plugins"].items;
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(canonical(found[0]),
            R"({"answers":{"need":{"outcome":"pass","reasons":["because of need"],"score":"7/2"}},"digest":"blake2b-256:areas",)"
            R"("facts":{"outcome":"pass","reasons":["because of "],"values":{"decile":3,"found_on":"2012-03-01","rent":"12.50","share":"1/3","town":"Quay \"End\"","urban":true}},)"
            R"("files":{"table":"blake2b-256:table"},"id":"areas","version":"1.0.0"})");
  const intake::Json& rules = found[1]["answers"];
  EXPECT_EQ(canonical(rules["registered"]), R"({"evidence":{"income":"1.00","members":12,"status":"Registered"},"outcome":"pass","reasons":["because of registered"]})");
  EXPECT_EQ(canonical(rules["board"]), R"({"members":{"m1":{"outcome":"pass","reasons":["because of board"]},"m2":{"outcome":"pass","reasons":["because of board"]}}})");
  EXPECT_EQ(canonical(rules["alike"]), R"({"outcome":"pass","reasons":["because of alike"],"round":{"outcome":"pass","reasons":["because of alike"]}})");
  EXPECT_EQ(canonical(rules["share"]), R"({"award":"whole","outcome":"pass","reasons":["because of share"],"stream":{"outcome":"pass","reasons":["because of share"]}})");
}

TEST(PluginAnswers, FindingsMeasuresAndReasonsNameWhoAnswered) {
  Sample sample;
  WithPlugins plugins(sample);
  plugins.instead["registered A2"] = [] { return answer(Outcome::fail, {"not on the register", "since 2010"}); };
  sample.decide(round_for_plugins());
  const intake::Json a2 = intake::read_json(sample.record("A2"), "A2"), a1 = intake::read_json(sample.record("A1"), "A1");
  const intake::Json& finding = a2["eligibility"]["findings"].items.at(0);
  EXPECT_EQ(finding["plugin"].str(), "rules/registered");
  EXPECT_EQ(finding["message"].str(), "not on the register; since 2010");
  EXPECT_EQ(a1["scores"]["measures"].items.at(0)["plugin"].str(), "areas/need");
  const intake::Json& reason = a1["proposal"]["reasons"].items.at(0);
  EXPECT_EQ(reason["rule"].str(), "share-out");
  EXPECT_EQ(reason["clause"].str(), "7.2");
  EXPECT_EQ(reason["message"].str(), "rank 1: the whole request of £600 is awarded: because of share");
}

TEST(PluginAnswers, AFaultStandsInItsOwnRecordAndChangesNoOther) {
  const auto decided = [](bool fault) {
    auto sample = std::make_unique<Sample>();
    WithPlugins plugins(*sample);
    if (fault) {
      plugins.instead["registered A1"] = [] { return policy::fault("rules: ended by signal 11"); };
      plugins.instead["facts A1"] = [] { return policy::fault("areas: no answer within 10 seconds"); };
    }
    sample->decide(round_for_plugins());
    return std::pair(sample->record("A1"), sample->record("A2"));
  };
  const auto [a1, a2] = decided(true);
  EXPECT_EQ(a2, decided(false).second);
  EXPECT_THAT(a1, HasSubstr(R"("registered":{"cause":"rules: ended by signal 11","outcome":"error"})"));
  EXPECT_THAT(a1, HasSubstr(R"("facts":{"cause":"areas: no answer within 10 seconds","outcome":"error","values":{}})"));
  const DecisionRecord read = read_record(intake::read_json(a1, "A1"), "A1");
  EXPECT_EQ(read.proposal.decision, "refer");
  EXPECT_EQ(read.findings.at(0).cause, "rules: ended by signal 11");
  EXPECT_EQ(read.findings.at(1).cause, "areas: no answer within 10 seconds") << "it reads the fact";
}

TEST(PluginAnswers, AWithdrawnApplicationWasNotAskedAbout) {
  Sample sample;
  WithPlugins plugins(sample);
  std::string round = round_for_plugins();
  const std::string key = R"("amount_requested":10)";
  round.insert(round.find(key), R"("status":"withdrawn",)");
  sample.decide(round);
  EXPECT_TRUE(intake::read_json(sample.record("A2"), "A2")["plugins"].items.empty());
}

TEST(PluginAnswers, ReadersFindThem) {
  Sample sample;
  WithPlugins plugins(sample);
  sample.decide(round_for_plugins());
  const DecisionDocument document = read_document(sample.document(), "this round");
  ASSERT_EQ(document.plugins.size(), 2u);
  EXPECT_EQ(document.plugins[0].files.at(0).second, "blake2b-256:table");
  EXPECT_THAT(document.streams.at(0).notes, ::testing::ElementsAre("because of share"));
  const Plugin& areas = document.find("A1")->plugins.at(0);
  ASSERT_EQ(areas.answers.size(), 2u);
  EXPECT_EQ(areas.answers[0].item, "");
  EXPECT_EQ(areas.answers[0].evidence.at(0).field, "decile");
  EXPECT_EQ(areas.answers[1].score, "7/2");
}

}  // namespace
}  // namespace remit::record::test

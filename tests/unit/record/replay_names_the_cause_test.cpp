// Replay says IDENTICAL, or the first difference with its cause before it.
#include <gmock/gmock.h>

#include "base/problem.hpp"
#include "record/replay.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
using ::testing::ElementsAre;
using ::testing::StartsWith;

struct Options {
  std::string engine = "0.1.0", version = "1.0.0", layer = "blake2b-256:layer", amount = "600", as_of = "2012-03-01";
  std::int64_t least = 500;
  Outcome outcome = Outcome::pass;
  bool two = true;
};

std::string decided(const Options& o, bool document = false) {
  Sample sample;
  sample.pack.version = o.version;
  sample.pack.layers[0].digest = o.layer;
  sample.criterion("title-said", policy::Effect::blocks, [&](const auto& facts, auto& work) {
    const bool first = look(facts, work, policy::root::application, intake::application_field::id).str() == "A1";
    return first ? o.outcome : Outcome::pass;
  });
  sample.parameter("least", base::Value::of(base::Kind::money, o.least), "4.2");
  std::string round = round_of(application("A1", o.amount) + (o.two ? "," + application("A2", "10") : ""), scored("A1", "4", "4"));
  round.replace(round.find("2012-03-01"), 10, o.as_of);
  sample.decide(round, {.engine = o.engine, .what_if = false});
  return document ? sample.document() : sample.ndjson();
}

TEST(ReplayNamesTheCause, Identical) {
  const std::string records = decided({});
  EXPECT_TRUE(replay(records, "kept", decided({})).identical);
  EXPECT_THAT(replay(records, "kept", records).lines, ElementsAre("IDENTICAL: 2 records"));
  EXPECT_TRUE(replay(decided({}, true), "kept", records).identical) << "kept as one document";
  EXPECT_TRUE(replay(records.substr(0, records.size() - 1) + "\n\n", "kept", records).identical) << "blank lines are nothing";
}

TEST(ReplayNamesTheCause, AnotherEngineIsSaidAndIsNoDifference) {
  const auto found = replay(decided({.engine = "0.0.9"}), "kept", decided({}));
  EXPECT_TRUE(found.identical);
  EXPECT_THAT(found.lines, ElementsAre("IDENTICAL: 2 records", R"(engine: was "0.0.9", now "0.1.0" (not a difference by itself))"));
}

TEST(ReplayNamesTheCause, PackVersionThenLayer) {
  const auto found = replay(decided({}), "kept", decided({.version = "1.1.0", .layer = "blake2b-256:other"}));
  EXPECT_FALSE(found.identical);
  EXPECT_THAT(found.lines, ElementsAre("NOT THE SAME: 2 records", "pack: was test 1.0.0, now test 1.1.0",
                                       R"(text of the pack, layer with id test, digest: was "blake2b-256:layer", now "blake2b-256:other")"));
}

TEST(ReplayNamesTheCause, TheDate) {
  const auto found = replay(decided({}), "kept", decided({.as_of = "2012-04-01"}));
  EXPECT_EQ(found.lines.at(1), R"(the date that stands for today: was "2012-03-01", now "2012-04-01")");
}

TEST(ReplayNamesTheCause, WhichParameter) {
  const auto found = replay(decided({}), "kept", decided({.least = 700}));
  EXPECT_THAT(found.lines, ElementsAre("NOT THE SAME: 2 records", R"(parameter least, value: was "5.00", now "7.00")"));
}

TEST(ReplayNamesTheCause, TheInputBeforeWhatCameOfIt) {
  const auto found = replay(decided({}), "kept", decided({.amount = "700"}));
  ASSERT_GE(found.lines.size(), 3u);
  EXPECT_THAT(found.lines[1], StartsWith("the round is not the same: something that was read has changed"));
  EXPECT_EQ(found.lines[2], R"(first difference, A1: request, amount: was "600.00", now "700.00")");
}

TEST(ReplayNamesTheCause, AFindingWithBothValuesAndWhatFollows) {
  const auto found = replay(decided({}), "kept", decided({.outcome = Outcome::fail}));
  EXPECT_THAT(found.lines, ElementsAre("NOT THE SAME: 2 records",
                                       R"(first difference, A1: eligibility, outcome: was "eligible", now "ineligible")",
                                       R"(  so the decision: was "approve-total", now "decline")",
                                       R"(  so the amount: was "600.00", now "0.00")", "1 of 2 records differs: A1"));
}

TEST(ReplayNamesTheCause, MissingAndExtraRecords) {
  EXPECT_EQ(replay(decided({}), "kept", decided({.two = false})).lines.back(), "kept, but no longer in the round: A2");
  EXPECT_EQ(replay(decided({.two = false}), "kept", decided({})).lines.back(), "in the round, but no record was kept: A2");
  EXPECT_EQ(replay(decided({}) + decided({}), "kept", decided({})).lines.back(), "kept more than once: A1 and A2");
}

TEST(ReplayNamesTheCause, ARecordThatWasChangedAfterwards) {
  std::string records = decided({});
  records.replace(records.find(R"("amount":"600.00","decision")"), 17, R"("amount":"999.00")");
  const auto found = replay(records, "kept", decided({}));
  EXPECT_FALSE(found.identical);
  EXPECT_EQ(found.lines.at(1), "changed after it was written, its digest is not that of its bytes: A1");
  EXPECT_EQ(found.lines.at(2), R"(first difference, A1: proposal, amount: was "999.00", now "600.00")");
}

TEST(ReplayNamesTheCause, SpacesAndOrderOfKeysAreNoDifference) {
  std::string records = decided({});
  records.replace(records.find(R"({"applicant")"), 1, "{ ");
  EXPECT_TRUE(replay(records, "kept", decided({})).identical);
}

TEST(ReplayNamesTheCause, WhatIsNoRecordIsRefused) {
  for (const char* bytes : {"", "\n", "nonsense", "{}", R"({"format":"remit.brief/1"})", R"({"format":"remit.record/1"})"})
    EXPECT_THROW(replay(bytes, "kept", decided({})), base::Refused) << bytes;
}

}  // namespace
}  // namespace remit::record::test

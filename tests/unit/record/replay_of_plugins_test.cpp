// Replay reads what plug-ins answered from the records, so that nobody needs the plug-in any more; asked again, what they answer
// otherwise is named, and before that what has changed about them.
#include <gmock/gmock.h>

#include "record/recorded_plugins.hpp"
#include "record/replay.hpp"
#include "with_plugins.hpp"

namespace remit::record::test {
namespace {

using policy::Outcome;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

using Change = std::function<void(WithPlugins&)>;

std::string decided(const Change& change = {}) {
  Sample sample;
  WithPlugins plugins(sample);
  if (change) change(plugins);
  sample.decide(round_for_plugins());
  return sample.ndjson();
}

/// Decided with the answers of `saved`, by a pack that has no plug-in to ask.
std::string decided_from(const std::string& saved) {
  Sample sample;
  WithPlugins none(sample);
  const auto recorded = plugins_of_records(saved, "saved", sample.pack);
  sample.plugins = recorded.get();
  sample.decide(round_for_plugins());
  return sample.ndjson();
}

TEST(ReplayOfPlugins, TheRecordsAnswerByteByByte) {
  const std::vector<Change> changes = {
      {},
      [](WithPlugins& p) { p.instead["registered A1"] = [] { return policy::fault("rules: ended by signal 11 (segmentation fault)"); }; },
      [](WithPlugins& p) { p.instead["facts A2"] = [] { return policy::fault("areas: threw an exception"); }; },
      [](WithPlugins& p) { p.instead["facts A2"] = [] { return answer(Outcome::pass); }; },
      [](WithPlugins& p) { p.instead["need A1"] = [] { return answer(Outcome::refer, {"not in the index"}); }; },
      [](WithPlugins& p) {
        p.instead["need A1"] = [] {
          policy::Answer made = answer(Outcome::pass, {"much"});
          made.said->score = base::Rational(99);   // off the scale
          return made;
        };
      },
      [](WithPlugins& p) { p.instead["board A1 m2"] = [] { return answer(Outcome::fail, {"on its board"}); }; },
      [](WithPlugins& p) { p.instead["board A2 m1"] = [] { return answer(Outcome::refer); }; },
      [](WithPlugins& p) { p.instead["alike A2"] = [] { return answer(Outcome::fail, {"like A1", "and once more"}); }; },
      [](WithPlugins& p) { p.instead["share A1"] = [] { return policy::fault("rules: too much memory"); }; },
      [](WithPlugins& p) { p.instead["share "] = [] { return policy::fault("rules: gave up"); }; }};
  for (const Change& change : changes) {
    const std::string saved = decided(change);
    EXPECT_EQ(decided_from(saved), saved);
  }
}

TEST(ReplayOfPlugins, FromADocumentToo) {
  Sample sample;
  WithPlugins plugins(sample);
  sample.decide(round_for_plugins());
  EXPECT_EQ(decided_from(sample.document()), sample.ndjson());
}

TEST(ReplayOfPlugins, AnAnswerThatWasTamperedWithIsFound) {
  std::string saved = decided();
  const std::string was = R"("status":"Registered")", now = R"("status":"Removed...")";
  saved.replace(saved.find(was), was.size(), now);
  const Replay found = replay(saved, "kept", decided_from(saved));
  EXPECT_FALSE(found.identical);
  EXPECT_THAT(found.lines, Contains("changed after it was written, its digest is not that of its bytes: A1"));
}

TEST(ReplayOfPlugins, WithoutAnAnswerNobodyIsTurnedDown) {
  std::string saved = decided();
  saved.erase(saved.find('\n') + 1);   // A1 alone
  const std::string fresh = decided_from(saved);
  EXPECT_THAT(fresh, HasSubstr(R"("cause":"rules/registered: the records hold no answer about A2")"));
}

TEST(ReplayOfPlugins, AskedAgainWhatIsOtherwiseIsNamedWithItsCauseBefore) {
  const std::string saved = decided();
  const std::string fresh = decided([](WithPlugins& p) {
    p.known()[1].version = "1.1.0";
    p.known()[0].files[0].second = "blake2b-256:other";
    p.instead["registered A2"] = [] { return answer(Outcome::fail, {"removed"}); };
    p.instead["board A1 m2"] = [] { return policy::fault("rules: ended by signal 6"); };
    p.instead["facts A1"] = [] { return answer(Outcome::pass); };
  });
  const Replay found = replay(saved, "kept", fresh);
  EXPECT_FALSE(found.identical);
  EXPECT_THAT(std::vector(found.lines.begin(), found.lines.begin() + 5),
              ElementsAre("NOT THE SAME: 2 records", R"(plug-in areas, files, table: was "blake2b-256:table", now "blake2b-256:other")",
                          R"(plug-in rules, version: was "1.0.0", now "1.1.0")", HasSubstr("another answer: areas, facts of A1: "),
                          R"(another answer: rules/board about A1: members, m2, outcome: was "pass", now "error")"));
  EXPECT_THAT(found.lines, Contains("another answer: rules/share about A1: is not asked now")) << "it has no rank any more";
  EXPECT_THAT(found.lines, Contains(R"(another answer: rules/registered about A2: outcome: was "pass", now "fail")"));
}

}  // namespace
}  // namespace remit::record::test

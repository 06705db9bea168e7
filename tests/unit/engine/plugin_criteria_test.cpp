// Criteria that plug-ins answer: asked once for all applications that the rule is for, and a fault sends that application, and no
// other, to a person.
#include <gmock/gmock.h>

#include "base/problem.hpp"
#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;
using ::testing::ElementsAre;

RoundBuilder three() {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.apply({.id = "A1"});
  r.apply({.id = "A2"});
  r.apply({.id = "A3", .stream = "t"});
  r.apply({.id = "A4", .withdrawn = true});
  for (const char* id : {"A1", "A2", "A3"}) r.score(id, 90);
  return r;
}

TEST(PluginCriteria, TheAnswerIsTheOutcomeOfTheRule) {
  for (const auto& [outcome, eligible] : {std::pair(Outcome::pass, Eligible::eligible), std::pair(Outcome::fail, Eligible::ineligible),
                                          std::pair(Outcome::refer, Eligible::refer), std::pair(Outcome::not_applicable, Eligible::eligible)}) {
    RoundBuilder r = three();
    PackBuilder pack;
    FakePlugins plugins(pack);
    plugins.stands_behind(pack.criterion("registered", policy::Effect::blocks, {}), Capability::criterion, only("A1", [o = outcome] { return says(o); }, [] { return says(Outcome::pass); }));
    const Case c(r, pack, 1, &plugins);
    EXPECT_EQ(c.eligibility("A1").findings[0].outcome, outcome);
    EXPECT_EQ(c.eligibility("A1").outcome, eligible);
    EXPECT_EQ(c.eligibility("A2").outcome, Eligible::eligible);
  }
}

TEST(PluginCriteria, OnlyApplicationsThatTheRuleIsForAreSentAndNoneThatWasWithdrawn) {
  RoundBuilder r = three();
  PackBuilder pack;
  FakePlugins plugins(pack);
  auto pass = [](const auto&, const auto&) { return says(Outcome::pass); };
  policy::Rule& rule = pack.criterion("registered", policy::Effect::blocks, {});
  rule.streams = {"s"};
  plugins.stands_behind(rule, Capability::criterion, pass);
  plugins.stands_behind(pack.requirement("beside", policy::root::application, {}), Capability::criterion, pass);
  const Case c(r, pack, 1, &plugins);
  EXPECT_THAT(plugins.asked, ElementsAre("registered A1", "registered A2", "beside A1", "beside A2", "beside A3"));
}

TEST(PluginCriteria, AFaultIsAnErrorWithItsCauseAndConcernsNobodyElse) {
  RoundBuilder r = three();
  PackBuilder pack;
  FakePlugins plugins(pack);
  plugins.stands_behind(pack.criterion("registered", policy::Effect::warns, {}), Capability::criterion,
                        only("A1", [] { return policy::fault("p: ended by signal 11"); }, [] { return says(Outcome::pass); }));
  const Case c(r, pack, 1, &plugins);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::error);
  EXPECT_EQ(c.eligibility("A1").findings[0].cause, "p: ended by signal 11");
  EXPECT_EQ(c.says("A1"), "refer");
  EXPECT_EQ(c.says("A2"), "approve-total 10.00 rank 1");
  EXPECT_EQ(c.says("A3"), "approve-total 10.00 rank 1");
}

TEST(PluginCriteria, WhoeverForgetsAnswersTurnsNobodyDown) {
  RoundBuilder r = three();
  PackBuilder pack;
  FakePlugins plugins(pack);
  plugins.stands_behind(pack.criterion("registered", policy::Effect::blocks, {}), Capability::criterion, [](const auto&, const auto&) { return says(Outcome::fail); });
  plugins.short_by = 1;
  const Case c(r, pack, 1, &plugins);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::error);
  EXPECT_EQ(c.eligibility("A1").findings[0].cause, "p/registered: gave another number of answers than was asked for");
}

TEST(PluginCriteria, WithoutPlugInsAPackThatUsesSomeIsRefused) {
  RoundBuilder r = three();
  PackBuilder pack;
  FakePlugins plugins(pack);
  plugins.stands_behind(pack.criterion("registered", policy::Effect::blocks, {}), Capability::criterion, [](const auto&, const auto&) { return says(Outcome::pass); });
  try {
    const Case c(r, pack);
    FAIL() << "decided";
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 3);
    EXPECT_EQ(refused.problems.at(0).code, "NO_PLUGINS");
  }
}

TEST(PluginCriteria, TheNumberOfThreadsChangesNothing) {
  auto decided = [](unsigned threads) {
    RoundBuilder r;
    for (int i = 0; i < 1500; ++i) {
      const std::string id = "A" + std::to_string(10000 + i);
      r.apply({.id = id, .amount = 1});
      r.score(id, i % 100);
    }
    PackBuilder pack;
    FakePlugins plugins(pack);
    plugins.stands_behind(pack.criterion("registered", policy::Effect::blocks, {}), Capability::criterion, [](const auto& key, const auto&) {
      const char last = key.application.back();
      return last == '3' ? policy::fault("p: no") : says(last == '5' ? Outcome::fail : Outcome::pass);
    });
    const Case c(r, pack, threads, &plugins);
    std::string all;
    for (int i = 0; i < 1500; ++i) {
      const std::string id = "A" + std::to_string(10000 + i);
      all += c.says(id) + " " + std::string(c.eligibility(id).findings[0].cause) + "\n";
    }
    return all;
  };
  const std::string one = decided(1);
  EXPECT_NE(one.find("p: no"), std::string::npos);
  EXPECT_EQ(one, decided(5));
}

}  // namespace
}  // namespace remit::engine::test

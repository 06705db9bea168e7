// Facts that plug-ins look up: in view of every rule; where they could not be told, the rules that read them end in an error, and
// those that do not read them are as they were.
#include <gmock/gmock.h>

#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;

/// facts.p.decile, a count, which the plug-in `p` looks up.
struct WithFacts {
  PackBuilder pack;
  FakePlugins plugins{pack};
  std::uint16_t decile = 0;

  explicit WithFacts(FakePlugins::Say say) {
    base::RecordType& facts = pack.pack.schema.make("facts");
    base::Field group, field;
    group.path = "p";
    group.type = base::Type::record;
    field.path = "p.decile";
    field.type = base::Type::count;
    facts.add(group);
    decile = static_cast<std::uint16_t>(facts.add(field));
    pack.pack.plugins[0].facts = {decile};
    plugins.use(Capability::data_source, "", std::move(say));
    pack.criterion("deprived", policy::Effect::blocks, [this](const policy::Facts& f, policy::Work& work) {
      const base::Value& v = read(f, work, policy::root::facts, decile);
      return !v.answered() ? Outcome::refer : v.integer <= 3 ? Outcome::pass : Outcome::fail;
    });
    pack.criterion("titled", policy::Effect::blocks, fails_for({}));
  }
};

policy::Answer decile(std::int64_t n) {
  policy::Answer answer = says(Outcome::pass, {"found"});
  policy::Told told;
  told.kind = base::Kind::count;
  told.integer = n;
  answer.said->facts.push_back(std::move(told));
  return answer;
}

RoundBuilder two() {
  RoundBuilder r;
  r.apply({.id = "A1"});
  r.apply({.id = "A2"});
  r.score("A1", 90);
  r.score("A2", 80);
  return r;
}

TEST(PluginFacts, RulesReadThem) {
  RoundBuilder r = two();
  WithFacts with(only("A1", [] { return decile(2); }, [] { return decile(7); }));
  const Case c(r, with.pack, 1, &with.plugins);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::pass);
  EXPECT_EQ(c.eligibility("A2").findings[0].outcome, Outcome::fail);
  ASSERT_EQ(c.eligibility("A2").findings[0].reads.size(), 1u);
  EXPECT_EQ(c.eligibility("A2").findings[0].reads[0].value.integer, 7);
}

TEST(PluginFacts, WhatWasNotFoundIsNotAnswered) {
  RoundBuilder r = two();
  WithFacts with(only("A1", [] { return says(Outcome::pass); }, [] { return decile(1); }));
  const Case c(r, with.pack, 1, &with.plugins);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::refer);
}

TEST(PluginFacts, AFaultIsAnErrorOfTheRulesThatReadThemAndOfNoOthers) {
  for (const bool ledger : {true, false}) {
    RoundBuilder r = two();
    WithFacts with(only("A1", [] { return policy::fault("p: no answer within 10 seconds"); }, [] { return decile(1); }));
    const auto round = r.build();
    const Decided d = decide(*round, with.pack.pack, 1, ledger, &with.plugins);
    const Eligibility& a1 = d.eligibility.of[row(*round, "A1")];
    EXPECT_EQ(a1.findings[0].outcome, Outcome::error);
    EXPECT_EQ(a1.findings[0].cause, "p: no answer within 10 seconds");
    EXPECT_EQ(a1.findings[1].outcome, Outcome::pass) << "it does not read them";
    EXPECT_EQ(a1.findings[0].reads.size(), ledger ? 1u : 0u);
    EXPECT_EQ(d.eligibility.of[row(*round, "A2")].findings[0].outcome, Outcome::pass);
    EXPECT_EQ(d.allocation.of[row(*round, "A1")].decision, Proposed::refer);
  }
}

TEST(PluginFacts, AFactOfAnotherKindIsAFault) {
  RoundBuilder r = two();
  WithFacts with([](const auto&, const auto&) {
    policy::Answer answer = decile(1);
    answer.said->facts[0].kind = base::Kind::text;
    answer.said->facts[0].text = "one";
    return answer;
  });
  const Case c(r, with.pack, 1, &with.plugins);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::error);
  EXPECT_EQ(c.eligibility("A1").findings[0].cause, "p: what it looked up for `decile` is of another kind than the pack says");
}

}  // namespace
}  // namespace remit::engine::test

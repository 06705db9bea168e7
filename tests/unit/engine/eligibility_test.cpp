// Step 1: what each finding makes of an application, and what goes before what.
#include <gtest/gtest.h>

#include <new>
#include <stdexcept>

#include "base/rational.hpp"
#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

using policy::Effect;
using policy::Outcome;

/// The outcome of application A1 under criteria that give it these outcomes.
Eligibility judged(std::vector<std::pair<Outcome, Effect>> criteria) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  PackBuilder pack;
  for (const auto& [outcome, effect] : criteria) pack.criterion("c", effect, [outcome](auto&, auto&) { return outcome; });
  const auto round = r.build();
  const View view = look_at(*round, pack.pack);
  Crew crew(pack.pack, 1);
  Eligibility result = judge_eligibility(view, crew).of[0];
  result.findings = {};
  return result;
}

TEST(Eligibility, EachOutcomeUnderEachEffect) {
  struct Row {
    Outcome outcome;
    Eligible blocks, refers, warns;
  };
  using enum Eligible;
  for (const Row& row : std::initializer_list<Row>{
           {Outcome::pass, eligible, eligible, eligible},
           {Outcome::fail, ineligible, refer, eligible},
           {Outcome::refer, refer, refer, eligible},
           {Outcome::not_applicable, eligible, eligible, eligible},
           {Outcome::no_provision, eligible, eligible, eligible},
           {Outcome::error, refer, refer, refer},
       }) {
    EXPECT_EQ(judged({{row.outcome, Effect::blocks}}).outcome, row.blocks) << policy::word(row.outcome);
    EXPECT_EQ(judged({{row.outcome, Effect::refers}}).outcome, row.refers) << policy::word(row.outcome);
    EXPECT_EQ(judged({{row.outcome, Effect::warns}}).outcome, row.warns) << policy::word(row.outcome);
    EXPECT_EQ(judged({{row.outcome, Effect::warns}}).error, row.outcome == Outcome::error);
  }
}

TEST(Eligibility, ABlockGoesBeforeADoubtInEitherOrder) {
  EXPECT_EQ(judged({{Outcome::fail, Effect::blocks}, {Outcome::refer, Effect::refers}}).outcome, Eligible::ineligible);
  EXPECT_EQ(judged({{Outcome::refer, Effect::refers}, {Outcome::fail, Effect::blocks}}).outcome, Eligible::ineligible);
}

TEST(Eligibility, AnErrorGoesBeforeABlockInEitherOrder) {
  for (const auto& criteria : {std::vector<std::pair<Outcome, Effect>>{{Outcome::fail, Effect::blocks}, {Outcome::error, Effect::warns}},
                               {{Outcome::error, Effect::warns}, {Outcome::fail, Effect::blocks}}}) {
    const Eligibility e = judged(criteria);
    EXPECT_EQ(e.outcome, Eligible::refer);
    EXPECT_TRUE(e.error);
  }
}

TEST(Eligibility, NoCriteriaMakeAnyoneEligible) { EXPECT_EQ(judged({}).outcome, Eligible::eligible); }

TEST(Eligibility, WhateverARuleThrowsIsAnErrorWithItsCause) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  PackBuilder pack;
  pack.criterion("overflows", Effect::warns, [](auto&, auto&) -> Outcome { throw base::Overflow("the sum is too large"); });
  pack.criterion("says-nothing", Effect::warns, [](auto&, auto&) { return Outcome::error; });
  pack.criterion("says", Effect::warns, [](auto&, policy::Work& work) {
    work.cause = "out of steps";
    return Outcome::error;
  });
  const Case c(r, pack);
  EXPECT_EQ(c.eligibility("A1").findings[0].outcome, Outcome::error);
  EXPECT_EQ(c.eligibility("A1").findings[0].cause, "the sum is too large");
  EXPECT_EQ(c.eligibility("A1").findings[1].cause, "the rule gave no answer");
  EXPECT_EQ(c.eligibility("A1").findings[2].cause, "out of steps");
}

TEST(Eligibility, ExhaustedMemoryIsNobodysOutcome) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  PackBuilder pack;
  pack.criterion("greedy", Effect::warns, [](auto&, auto&) -> Outcome { throw std::bad_alloc(); });
  EXPECT_THROW(Case(r, pack), std::bad_alloc);
}

TEST(Eligibility, FindingsKeepWhatEachRuleRead) {
  RoundBuilder r;
  r.apply({.id = "A1", .amount = 30});
  r.apply({.id = "A2", .amount = 40});
  PackBuilder pack;
  pack.criterion("reads-amount", Effect::blocks, [](const policy::Facts& facts, policy::Work& work) {
    read(facts, work, policy::root::application, intake::application_field::amount_requested);
    return Outcome::pass;
  });
  pack.criterion("reads-id", Effect::blocks, fails_for({}));
  const Case c(r, pack);
  ASSERT_EQ(c.eligibility("A1").findings.size(), 2u);
  ASSERT_EQ(c.eligibility("A1").findings[0].reads.size(), 1u);
  EXPECT_EQ(c.eligibility("A1").findings[0].reads[0].value.integer, 3000);
  EXPECT_EQ(c.eligibility("A2").findings[0].reads[0].value.integer, 4000);
  ASSERT_EQ(c.eligibility("A1").findings[1].reads.size(), 1u) << "only what this rule read";
  EXPECT_EQ(c.eligibility("A1").findings[1].reads[0].value.str(), "A1");
}

TEST(Eligibility, WithoutALedgerNothingElseChanges) {
  RoundBuilder r;
  r.apply({.id = "A1"});
  PackBuilder pack;
  pack.criterion("fails", Effect::blocks, fails_for({"A1"}));
  pack.conflict("ties", arises_from_ties());
  const auto round = r.build();
  const Decided decided = decide(*round, pack.pack, 1, false);
  ASSERT_EQ(decided.eligibility.of[0].findings.size(), 1u);
  EXPECT_EQ(decided.eligibility.of[0].findings[0].outcome, Outcome::fail);
  EXPECT_TRUE(decided.eligibility.of[0].findings[0].reads.empty());
}

TEST(Eligibility, ACriterionRunsOnlyInItsStreamsAndIsNotListedElsewhere) {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.apply({.id = "A1"});
  r.apply({.id = "A2", .stream = "t"});
  PackBuilder pack;
  pack.criterion("everywhere", Effect::blocks, fails_for({}));
  pack.criterion("only-t", Effect::blocks, fails_for({"A1", "A2"})).streams = {"t"};
  const Case c(r, pack);
  ASSERT_EQ(c.eligibility("A1").findings.size(), 1u);
  EXPECT_EQ(c.eligibility("A1").outcome, Eligible::eligible);
  ASSERT_EQ(c.eligibility("A2").findings.size(), 2u);
  EXPECT_EQ(c.eligibility("A2").findings[1].criterion, 1u);
  EXPECT_EQ(c.eligibility("A2").outcome, Eligible::ineligible);
}

TEST(Eligibility, WithdrawnApplicationsAreNotAsked) {
  RoundBuilder r;
  r.apply({.id = "A1", .withdrawn = true});
  PackBuilder pack;
  pack.criterion("fails", Effect::blocks, fails_for({"A1"}));
  const Case c(r, pack);
  EXPECT_TRUE(c.eligibility("A1").withdrawn);
  EXPECT_TRUE(c.eligibility("A1").findings.empty());
  EXPECT_EQ(c.says("A1"), "withdrawn");
}

}  // namespace
}  // namespace remit::engine::test

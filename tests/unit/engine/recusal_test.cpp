// Step 2, what a pack's conflict rules make of ties: who is set aside, and how far.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

using policy::Outcome;
using policy::Scope;

/// m1 works for `tied`, which sent A1 into stream s; `org` sent A2 into s and A3 into t.
RoundBuilder tied_round() {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}, {"m3", "council"}});
  r.apply({.id = "A1", .applicant = "tied"});
  r.apply({.id = "A2"});
  r.apply({.id = "A3", .stream = "t"});
  return r;
}

std::string where_m1_sits(const Case& c) {
  std::string out;
  for (const char* a : {"A1", "A2", "A3"})
    if (c.takes_part("m1", a)) out += a;
  return out;
}

TEST(Recusal, ReachesAsFarAsTheScope) {
  for (const auto& [scope, left] : {std::pair(Scope::application, "A2A3"), {Scope::stream, "A3"}, {Scope::panel, ""}}) {
    RoundBuilder r = tied_round();
    PackBuilder pack;
    pack.conflict("ties", arises_from_ties(), scope);
    const Case c(r, pack);
    EXPECT_EQ(where_m1_sits(c), left) << policy::word(scope);
    EXPECT_TRUE(c.takes_part("m2", "A1"));
    ASSERT_EQ(c.decided.conflicts.recusals.size(), 1u);
    EXPECT_EQ(c.decided.conflicts.recusals[0].application, c.at("A1"));
    EXPECT_EQ(c.decided.conflicts.recusals[0].scope, scope);
    EXPECT_EQ(c.decided.conflicts.recusals[0].message, "tied to tied (member)");
    EXPECT_FALSE(c.decided.conflicts.recusals[0].declared) << "detected by the engine";
  }
}

TEST(Recusal, TheScopeMayStandInAParameter) {
  for (const auto& [scope, left] : {std::pair("application", "A2A3"), {"stream", "A3"}, {"panel", ""}}) {
    RoundBuilder r = tied_round();
    PackBuilder pack;
    pack.parameter("recusal_scope", base::Value::of_text(scope));
    auto& rule = pack.conflict("ties", arises_from_ties());
    rule.scope.reset();
    rule.scope_parameter = 0;
    EXPECT_EQ(where_m1_sits(Case(r, pack)), left) << scope;
  }
}

TEST(Recusal, WithoutAScopeAPersonMustLook) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.parameter("recusal_scope", base::Value::of_text("stream"), "2012-04-01");   // the round is of March
  auto& rule = pack.conflict("ties", arises_from_ties());
  rule.scope.reset();
  rule.scope_parameter = 0;
  const Case c(r, pack);
  EXPECT_EQ(where_m1_sits(c), "A2A3");
  EXPECT_EQ(c.decided.conflicts.errors[c.at("A1")], "ties: the parameter recusal_scope says no scope on the date of the round");
  EXPECT_EQ(c.proposal("A1").why, Why::error);
  EXPECT_TRUE(c.decided.conflicts.errors[c.at("A2")].empty());
}

TEST(Recusal, APackWithoutAConflictRuleSetsNobodyAsideAndShowsTheTie) {
  RoundBuilder r = tied_round();
  const Case c(r, {});
  EXPECT_EQ(where_m1_sits(c), "A1A2A3");
  EXPECT_EQ(c.decided.conflicts.ties.size(), 1u);
  EXPECT_TRUE(c.decided.conflicts.recusals.empty());
  EXPECT_EQ(c.decided.conflicts.recusals_of, (std::vector<std::uint32_t>{0, 0, 0, 0}));
}

TEST(Recusal, WithdrawnApplicationsRecuseNobodyIneligibleOnesDo) {
  RoundBuilder r;
  r.organisation("tied");
  r.members({{"m1", "health", "tied"}, {"m2", "trust"}});
  r.apply({.id = "A1", .applicant = "tied", .withdrawn = true});
  r.apply({.id = "A2"});
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  EXPECT_TRUE(Case(r, pack).takes_part("m1", "A2"));
  r.apply({.id = "A3", .applicant = "tied"});
  pack.criterion("blocks", policy::Effect::blocks, fails_for({"A3"}));
  EXPECT_FALSE(Case(r, pack).takes_part("m1", "A2"));
}

TEST(Recusal, OverlappingOnesAreAllListed) {
  RoundBuilder r = tied_round();
  r.apply({.id = "A4", .applicant = "tied"});
  PackBuilder pack;
  pack.conflict("wide", arises_from_ties(), Scope::stream);
  pack.conflict("narrow", arises_from_ties(), Scope::application);
  const Case c(r, pack);
  const Conflicts& conflicts = c.decided.conflicts;
  ASSERT_EQ(conflicts.recusals.size(), 4u);   // two rules for A1, two for A4
  EXPECT_EQ(conflicts.recusals_of, (std::vector<std::uint32_t>{0, 2, 2, 2, 4}));
  EXPECT_EQ(conflicts.recusals[0].conflict, 0u);
  EXPECT_EQ(conflicts.recusals[1].conflict, 1u);
  EXPECT_EQ(conflicts.out_of_stream.size(), 1u) << "once for the stream, however often it arises";
  EXPECT_EQ(where_m1_sits(c), "A3");
}

TEST(Recusal, DeclaredWhenAnyTieWasDeclared) {
  RoundBuilder r = tied_round();
  r.declare("m1", "tied", "professional");
  PackBuilder pack;
  pack.conflict("ties", arises_from_ties());
  const Case c(r, pack);
  ASSERT_EQ(c.decided.conflicts.recusals.size(), 1u);
  EXPECT_TRUE(c.decided.conflicts.recusals[0].declared);
}

TEST(Recusal, OnlyAFailArises) {
  for (const Outcome outcome : {Outcome::pass, Outcome::refer, Outcome::not_applicable, Outcome::no_provision}) {
    RoundBuilder r = tied_round();
    PackBuilder pack;
    pack.conflict("never", [outcome](auto&, auto&) { return outcome; });
    EXPECT_TRUE(Case(r, pack).decided.conflicts.recusals.empty()) << policy::word(outcome);
  }
}

TEST(Recusal, AnErrorMakesThatApplicationAMatterForPeople) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.conflict("breaks", [](const policy::Facts& facts, policy::Work& work) {
    if (application_id(facts, work) == "A2") work.cause = "out of steps";
    return work.cause.empty() ? Outcome::pass : Outcome::error;
  });
  const Case c(r, pack);
  EXPECT_EQ(c.decided.conflicts.errors[c.at("A2")], "breaks: out of steps");
  EXPECT_EQ(c.proposal("A2").why, Why::error);
  EXPECT_TRUE(c.decided.conflicts.errors[c.at("A1")].empty());
}

TEST(Recusal, RulesMayTurnOnMoreThanTies) {
  // a provider on the panel, with a tie or without: arises for each application, from what is known of the member alone
  RoundBuilder r = tied_round();
  r.members({{"m1", "health", "tied", {"provider"}}, {"m2", "trust", "", {"provider"}}, {"m3", "council"}});
  PackBuilder pack;
  pack.conflict("providers", [](const policy::Facts& facts, policy::Work& work) {
    return read(facts, work, policy::root::member, intake::member_field::functions).answered() ? Outcome::fail : Outcome::pass;
  }, Scope::application);
  const Case c(r, pack);
  EXPECT_EQ(c.decided.conflicts.recusals.size(), 6u);   // m1 and m2 for each of three
  EXPECT_FALSE(c.takes_part("m2", "A3"));
  EXPECT_TRUE(c.takes_part("m3", "A3"));
}

TEST(Recusal, AndOnTheApplicationItself) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.conflict("of-A3", fails_for({"A3"}), Scope::application);
  const Case c(r, pack);
  EXPECT_EQ(c.decided.conflicts.recusals.size(), 3u);   // every member, there alone
  EXPECT_TRUE(c.takes_part("m2", "A1"));
  EXPECT_FALSE(c.takes_part("m2", "A3"));
}

TEST(Recusal, ARuleIsAskedOnceForAMemberWhenTheApplicationHasNoBearing) {
  RoundBuilder r;
  for (int i = 0; i < 100; ++i) r.apply({.id = "A" + std::to_string(i)});
  PackBuilder pack;
  auto asked = std::make_shared<int>(0);
  pack.conflict("ties", [asked](const policy::Facts& facts, policy::Work& work) {
    ++*asked;
    return arises_from_ties()(facts, work);
  });
  const Case c(r, pack);
  EXPECT_EQ(*asked, 2);   // m1 and m2
}

TEST(Recusal, WhatHoldsWithoutTiesIsNotTakenToHoldWithThem) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.conflict("strangers", [](const policy::Facts& facts, policy::Work& work) {
    return arises_from_ties()(facts, work) == Outcome::fail ? Outcome::pass : Outcome::fail;
  }, Scope::application);
  const Case c(r, pack);
  EXPECT_TRUE(c.takes_part("m1", "A1")) << "tied there";
  EXPECT_FALSE(c.takes_part("m1", "A2"));
  EXPECT_FALSE(c.takes_part("m2", "A1"));
}

TEST(Recusal, OfSeveralErrorsTheFirstIsTold) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  for (const char* id : {"first", "second"}) pack.conflict(id, [](auto&, auto&) { return Outcome::error; });
  EXPECT_EQ(Case(r, pack).decided.conflicts.errors[0], "first: the rule gave no answer");
}

TEST(Recusal, ARuleThatErrsIsAskedEachTime) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.conflict("breaks", [](auto&, auto&) { return Outcome::error; });
  const Case c(r, pack);
  for (const std::string& error : c.decided.conflicts.errors) EXPECT_EQ(error, "breaks: the rule gave no answer");
}

TEST(Recusal, RunsOnlyInItsStreams) {
  RoundBuilder r = tied_round();
  PackBuilder pack;
  pack.conflict("only-t", arises_from_ties()).streams = {"t"};
  EXPECT_TRUE(Case(r, pack).decided.conflicts.recusals.empty());
}

TEST(Recusal, RulesReadTiesOfTheApplicationAtHandAndTheFirstAsTie) {
  RoundBuilder r = tied_round();
  r.declare("m1", "tied", "financial");
  PackBuilder pack;
  auto seen = std::make_shared<std::string>();
  pack.conflict("reads", [seen](const policy::Facts& facts, policy::Work& work) {
    *seen += application_id(facts, work);
    *seen += facts.at(policy::root::member, intake::member_field::id).str();
    for (const base::Value& tie : facts.at(policy::root::member, intake::member_field::ties).list())
      *seen += ":" + std::string(tie.list()[intake::tie_field::nature].str());
    *seen += "/" + std::string(facts.at(policy::root::tie, intake::tie_field::nature).str()) + " ";
    return Outcome::pass;
  });
  const Case c(r, pack);
  // first, for each member, the question whether its application matters; then every application in order
  EXPECT_EQ(*seen, "A1m1/ A1m2/ A1m3/ A1m1:financial:member/financial A1m2/ A1m3/ A2m1/ A2m2/ A2m3/ A3m1/ A3m2/ A3m3/ ");
}

}  // namespace
}  // namespace remit::engine::test

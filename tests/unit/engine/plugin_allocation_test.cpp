// An allocation by a plug-in stands in the place of step 5, and is held to the budget and to the elements: what cannot stand is
// no award at all, and the ranked applications of that stream go to a person.
#include <gmock/gmock.h>

#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using Award = policy::Answer::Said::Award;
using policy::Capability;
using policy::Outcome;
using ::testing::ElementsAre;
using Given = std::map<std::string, policy::Answer (*)()>;

struct Shared {
  RoundBuilder r;
  PackBuilder pack;
  FakePlugins plugins{pack};
  std::vector<std::string> ranks;   // as it saw them

  /// Stream s with £100: A1 asks 60, A2 50 of elements E1 (20), E2 (30, needs E1), A3 40; in this order of rank.
  explicit Shared(Given given, policy::Answer (*whole)() = [] { return says(Outcome::pass, {"the same as by rank"}); }) {
    r.stream({.id = "t"});
    r.apply({.id = "A1", .amount = 60});
    r.apply({.id = "A2", .amount = 50, .elements = {{"E1", 20}, {"E2", 30, 0, {"E1"}}}});
    r.apply({.id = "A3", .amount = 40});
    r.apply({.id = "B1", .amount = 40, .stream = "t"});
    r.score("A1", 90);
    r.score("A2", 80);
    r.score("A3", 70);
    r.score("B1", 70);
    policy::Rule& rule = pack.pack.allocation.emplace();
    rule.id = "best-fit";
    rule.clause = "7.2";
    rule.streams = {"s"};
    base::RecordType& type = pack.pack.schema.make("scores");
    base::Field rank;
    rank.path = "rank";
    rank.type = base::Type::count;
    type.add(rank);
    rule.use = static_cast<int>(plugins.use(Capability::allocator, "best-fit", [this, given](const policy::Subjects::Key& key, const policy::Facts& facts) {
      ranks.push_back(std::string(key.application) + " " + std::to_string(facts.at(policy::root::scores, 0).integer));
      const auto at = given.find(std::string(key.application));
      return at == given.end() ? says(Outcome::pass) : at->second();
    }, [whole](const auto&, const auto&) { return whole(); }));
  }
  Case decide() { return Case(r, pack, 1, &plugins); }
};

TEST(PluginAllocation, AwardsAreProposedAndOtherStreamsGoByRank) {
  Shared s({{"A2", [] { return awards(Award::parts, {"E1"}); }}, {"A3", [] { return awards(Award::whole); }}});
  const Case c = s.decide();
  EXPECT_THAT(s.ranks, ElementsAre("A1 1", "A2 2", "A3 3"));
  EXPECT_EQ(c.says("A1"), "decline rank 1");
  EXPECT_EQ(c.proposal("A1").why, Why::not_chosen);
  EXPECT_EQ(c.says("A2"), "approve-parts 20.00 [E1] rank 2");
  EXPECT_EQ(c.says("A3"), "approve-total 40.00 rank 3");
  EXPECT_EQ(c.money().left, 4000);
  EXPECT_EQ(c.says("B1"), "approve-total 40.00 rank 1");
}

TEST(PluginAllocation, AllElementsAreTheWhole) {
  Shared s({{"A2", [] { return awards(Award::parts, {"E2", "E1"}); }}});
  EXPECT_EQ(s.decide().says("A2"), "approve-total 50.00 [E1 E2] rank 2");
}

TEST(PluginAllocation, WhatItLeavesToPeopleIsReferred) {
  Shared s({{"A2", [] { return awards(Award::refer); }}, {"A3", [] { return awards(Award::whole); }}});
  const Case c = s.decide();
  EXPECT_EQ(c.says("A2"), "refer rank 2");
  EXPECT_EQ(c.proposal("A2").why, Why::to_be_chosen);
  EXPECT_EQ(c.says("A3"), "approve-total 40.00 rank 3");
  EXPECT_TRUE(c.money().may_change);
}

TEST(PluginAllocation, AnAwardThatCannotStandIsAFaultOfTheStream) {
  const std::vector<std::pair<Given, std::string>> cases = {
      {{{"A1", [] { return awards(Award::whole); }}, {"A2", [] { return awards(Award::whole); }}}, "p/best-fit: its awards come to more than the budget of £100"},
      {{{"A2", [] { return awards(Award::parts, {"E2"}); }}}, "p/best-fit: A2 is awarded E2 without E1, which it needs"},
      {{{"A2", [] { return awards(Award::parts, {"E9"}); }}}, "p/best-fit: A2 has no element E9"},
      {{{"A2", [] { return awards(Award::parts, {"E1", "E1"}); }}}, "p/best-fit: A2 is awarded the element E1 twice"},
      {{{"A2", [] { return awards(Award::parts); }}}, "p/best-fit: A2 is awarded parts, and none is named"},
      {{{"A1", [] { return policy::fault("p: ended by signal 9"); }}, {"A3", [] { return awards(Award::whole); }}}, "p: ended by signal 9"}};
  for (const auto& [given, cause] : cases) {
    Shared s(given);
    const Case c = s.decide();
    EXPECT_EQ(c.decided.allocation.faults[0], cause);
    for (const char* id : {"A1", "A2", "A3"}) {
      EXPECT_EQ(c.proposal(id).decision, Proposed::refer) << cause;
      EXPECT_EQ(c.proposal(id).why, Why::not_allocated);
    }
    EXPECT_EQ(c.money().proposed, 0);
    EXPECT_EQ(c.says("B1"), "approve-total 40.00 rank 1") << "another stream";
  }
}

TEST(PluginAllocation, AFaultAboutTheStreamIsOneToo) {
  Shared s({{"A3", [] { return awards(Award::whole); }}}, [] { return policy::fault("p: no answer within 10 seconds"); });
  EXPECT_EQ(s.decide().decided.allocation.faults[0], "p: no answer within 10 seconds");
}

TEST(PluginAllocation, WhatIsPendingIsApprovedInPrinciple) {
  Shared s({{"C1", [] { return awards(Award::whole); }}});
  s.r.apply({.id = "C1", .amount = 30, .clarification = true});
  s.r.score("C1", 10);
  const Case c = s.decide();
  EXPECT_EQ(c.says("C1"), "approve-in-principle 30.00 rank 4");
  EXPECT_EQ(c.money().in_principle, 3000);
}

}  // namespace
}  // namespace remit::engine::test

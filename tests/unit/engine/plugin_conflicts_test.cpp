// Conflict rules that plug-ins answer, for each member and each application.
#include <gmock/gmock.h>

#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;
using ::testing::ElementsAre;

RoundBuilder two() {
  RoundBuilder r;
  r.members({{"m1", "health"}, {"m2", "trust"}});
  r.apply({.id = "A1"});
  r.apply({.id = "A2"});
  r.score("A1", 90);
  r.score("A2", 80);
  return r;
}

FakePlugins::Say about(const std::string& application, const std::string& member, Outcome outcome) {
  return [=](const policy::Subjects::Key& key, const policy::Facts&) {
    if (key.application != application || key.other != member) return says(Outcome::pass);
    return outcome == Outcome::error ? policy::fault("p: threw an exception") : says(outcome, {"they sit on its board"});
  };
}

TEST(PluginConflicts, EachMemberIsAskedAboutWithEachApplication) {
  RoundBuilder r = two();
  PackBuilder pack;
  FakePlugins plugins(pack);
  plugins.stands_behind(pack.conflict("board", {}, policy::Scope::application), Capability::conflict_rule, about("A1", "m2", Outcome::fail));
  const Case c(r, pack, 1, &plugins);
  EXPECT_THAT(plugins.asked, ElementsAre("board A1 m1", "board A1 m2", "board A2 m1", "board A2 m2"));
  ASSERT_EQ(c.decided.conflicts.recusals.size(), 1u);
  EXPECT_EQ(c.decided.conflicts.recusals[0].message, "they sit on its board");
  EXPECT_FALSE(c.takes_part("m2", "A1"));
  EXPECT_TRUE(c.takes_part("m2", "A2"));
  EXPECT_TRUE(c.takes_part("m1", "A1"));
}

TEST(PluginConflicts, ADoubtOrAFaultSendsThatApplicationToAPerson) {
  for (const Outcome outcome : {Outcome::refer, Outcome::error}) {
    RoundBuilder r = two();
    PackBuilder pack;
    FakePlugins plugins(pack);
    plugins.stands_behind(pack.conflict("board", {}, policy::Scope::application), Capability::conflict_rule, about("A1", "m2", outcome));
    const Case c(r, pack, 1, &plugins);
    EXPECT_EQ(c.says("A1"), "refer");
    EXPECT_EQ(c.decided.conflicts.errors[c.at("A1")],
              outcome == Outcome::error ? "board: p: threw an exception" : "board: of m2 a person must say: they sit on its board");
    EXPECT_EQ(c.says("A2"), "approve-total 10.00 rank 1");
  }
}

TEST(PluginConflicts, APanelWithoutMembersIsNotAskedAbout) {
  RoundBuilder r;
  r.members({});
  r.apply({.id = "A1"});
  PackBuilder pack;
  FakePlugins plugins(pack);
  plugins.stands_behind(pack.conflict("board", {}, policy::Scope::application), Capability::conflict_rule, about("A1", "m2", Outcome::fail));
  const Case c(r, pack, 1, &plugins);
  EXPECT_TRUE(plugins.asked.empty());
  EXPECT_TRUE(c.decided.conflicts.recusals.empty());
}

}  // namespace
}  // namespace remit::engine::test

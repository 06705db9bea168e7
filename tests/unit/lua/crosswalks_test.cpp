// Crosswalks are checked when a pack loads, as far as their ends are its own.
#include "packs.hpp"
#include "policy/crosswalk.hpp"

namespace remit::lua {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const std::string sets = R"(outcome "safe" { title = "Are safe", clause = "1" }
outcome "well" { title = "Are well", clause = "1" }
definition "aims" { title = "Aims", clause = "2", set = "aims", labels = { "a", "b", "not in source" } }
)";
std::string crosswalk(const std::string& pairs, const std::string& to = "aims") {
  return sets + "crosswalk \"c\" { title = \"C\", clause = \"3\", from = \"outcomes\", to = \"" + to + "\", pairs = { " + pairs + " } }";
}

TEST(Crosswalks, WhatDoesNotMapIsAGapOnBothSides) {
  const auto pack = pack_of(crosswalk("{ from = \"are safe\", to = \"a\", reading = \"in part\" }, { from = \"well\", to = \"unmapped\" }"));
  const auto found = policy::id_sets(*pack);
  ASSERT_EQ(found.size(), 2U);   // aims, outcomes
  const policy::Meeting met = policy::meet(policy::crosswalks_of(*pack)[0], found[1], found[0]);
  ASSERT_EQ(met.mapped.size(), 1U);
  EXPECT_EQ(met.mapped[0].from, "safe");   // a title stands for its id
  EXPECT_EQ(met.mapped[0].reading, "in part");
  ASSERT_EQ(met.only_from.size(), 1U);
  EXPECT_EQ(met.only_from[0].id, "well");
  EXPECT_EQ(met.only_from[0].reading, "stated to be unmapped");
  ASSERT_EQ(met.only_to.size(), 1U);
  EXPECT_EQ(met.only_to[0].id, "b");
  EXPECT_TRUE(met.only_to[0].reading.empty());
  EXPECT_EQ(met.unnamed_to, 1U);
}

TEST(Crosswalks, UnknownSetsAndIdsAreRefusedWithTheNearest) {
  EXPECT_THAT(mistakes_in(crosswalk("{ from = \"saef\", to = \"a\" }")), ElementsAre(HasSubstr("`saef` is none of `outcomes` of the pack `area`; the nearest is `safe`")));
  EXPECT_THAT(mistakes_in(crosswalk("{ from = \"safe\", to = \"z\" }")), ElementsAre(HasSubstr("`z` is none of `aims` of the pack `area`")));
  EXPECT_THAT(mistakes_in(crosswalk("{ from = \"safe\", to = \"a\" }", "aimz")), ElementsAre(HasSubstr("no set of outcomes or levels called `aimz`; the nearest is `aims`")));
  EXPECT_THAT(mistakes_in(crosswalk("{ from = \"safe\", to = \"a\" }, { from = \"Are safe\", to = \"not in source\" }, { from = \"safe\", too = \"b\" }")),
              testing::Contains(HasSubstr("pair 3 has no `too`; the nearest is `to`")));
  EXPECT_THAT(mistakes_in(crosswalk("{ from = \"safe\", to = \"a\" }, { from = \"safe\" }")), ElementsAre(HasSubstr("mapped to `a` and said to have no counterpart")));
}

TEST(Crosswalks, SetsOfAnotherPackAreCheckedAgainstThatPack) {
  const auto pack = pack_of(crosswalk("{ from = \"safe\", to = \"a\" }", "elsewhere/aims"));   // loads: elsewhere is not there
  const auto elsewhere = load_layers({layer("elsewhere", {{"rules.lua", "definition \"aims\" { title = \"Aims\", clause = \"2\", set = \"aims\", labels = { \"b\" } }"}})}, {});
  const auto problems = policy::crosswalk_mistakes(policy::crosswalks_of(*pack)[0], *elsewhere);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_THAT(problems[0].message, HasSubstr("`a` is none of `aims` of the pack `elsewhere`"));
  EXPECT_THAT(policy::crosswalk_mistakes(policy::crosswalks_of(*pack)[0], *pack), IsEmpty());
}

}  // namespace
}  // namespace remit::lua

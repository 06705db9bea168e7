// The word `plugin`, and rules that name one: a pack loads without any plug-in there, and mistakes are told with the nearest name.
#include "packs.hpp"

namespace remit::lua {
namespace {

using policy::Capability;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

const std::string areas = R"(record "application" { lsoa = text }
plugin "area-index" {
  version = "1.2.0",
  reads = { ["application.small_area"] = application.lsoa }, files = { areas = "sub/areas.csv" },
  settings = { low = 0, share = 0.25, third = ratio(1, 3), unknown = "refer", strict = yes },
  facts = { decile = count, rent = money, known = yes_no },
}
)";

std::shared_ptr<const policy::Pack> loaded(const std::string& rules) { return load_layers({layer("area", {{"records.lua", areas}, {"rules.lua", rules}})}, {}); }
std::vector<std::string> mistakes(const std::string& rules) { return mistakes_in(rules, {{"records.lua", areas}}); }

TEST(PluginsDeclared, WhatThePackSaysOfThem) {
  const auto pack = loaded("");
  ASSERT_EQ(pack->plugins.size(), 1u);
  const policy::PluginNeed& need = pack->plugins[0];
  EXPECT_EQ(need.id + " " + need.version + " " + need.layer, "area-index 1.2.0 area");
  EXPECT_THAT(need.reads, ElementsAre(std::pair("application.small_area", "application.lsoa")));
  EXPECT_THAT(need.files, ElementsAre(std::pair("areas", "sub/areas.csv")));
  EXPECT_THAT(need.settings, ElementsAre(std::pair("low", "0"), std::pair("share", "1/4"), std::pair("strict", "yes"), std::pair("third", "1/3"), std::pair("unknown", "refer")));
  std::vector<std::string> facts;
  for (const auto field : need.facts) facts.push_back(pack->schema.find("facts")->fields[field].path);
  EXPECT_THAT(facts, UnorderedElementsAre("area_index.decile", "area_index.known", "area_index.rent"));
  ASSERT_EQ(pack->uses.size(), 1u);
  EXPECT_EQ(pack->uses[0].capability, Capability::data_source);
  EXPECT_EQ(pack->uses[0].item, "");
}

TEST(PluginsDeclared, SentencesReadFacts) {
  const auto pack = loaded(R"(criterion "c" { title = "T", clause = "1", passes_when = facts.area_index.decile:at_most(3), otherwise = "decile {facts.area_index.decile}" })");
  InView in(pack);
  in.set("facts.area_index.decile", InView::count(7));
  EXPECT_EQ(in.ask(*pack->criteria[0].test), policy::Outcome::fail);
  EXPECT_EQ(in.message(*pack->criteria[0].test), "decile 7");
  EXPECT_THAT(in.reads(), ElementsAre("facts.area_index.decile"));
}

TEST(PluginsDeclared, RulesOfEveryKindNameAnItem) {
  const auto pack = loaded(R"(
criterion "a" { title = "T", clause = "1", plugin = "area-index/one" }
requirement "b" { title = "T", clause = "1", of = application, plugin = "area-index/two" }
requirement "c" { title = "T", clause = "1", of = round, plugin = "area-index/three" }
conflict "d" { title = "T", clause = "1", plugin = "area-index/four" }
appeal "e" { title = "T", clause = "1", plugin = "area-index/five" }
measure "f" { title = "T", clause = "1", plugin = "area-index/six" }
allocation "g" { title = "T", clause = "1", streams = { "play" }, plugin = "area-index/seven" }
)");
  std::vector<std::pair<std::string, Capability>> uses;
  for (const auto& use : pack->uses) uses.emplace_back(use.item, use.capability);
  EXPECT_THAT(uses, ElementsAre(std::pair("", Capability::data_source), std::pair("one", Capability::criterion), std::pair("two", Capability::criterion),
                                std::pair("three", Capability::round_check), std::pair("four", Capability::conflict_rule), std::pair("five", Capability::appeal_rule),
                                std::pair("six", Capability::measure), std::pair("seven", Capability::allocator)));
  EXPECT_EQ(pack->criteria[0].use, 1);
  EXPECT_TRUE(pack->uses[2].or_round_check);
  EXPECT_FALSE(pack->uses[3].or_round_check);
  EXPECT_EQ(pack->scoring.measures[0].use, 6);
  ASSERT_TRUE(pack->allocation);
  EXPECT_TRUE(pack->allocation->runs_in("play"));
  EXPECT_FALSE(pack->allocation->runs_in("youth"));
  EXPECT_EQ(pack->uses[1].by, "criterion \"a\"");
}

TEST(PluginsDeclared, TheOrderOfFilesDoesNotMatterToRules) {
  const auto pack = load_layers({layer("area", {{"a.lua", R"(criterion "a" { title = "T", clause = "1", plugin = "register/one" })"},
                                                {"b.lua", R"(plugin "register" { version = "1.0.0" } plugin "areas" { version = "1.0.0" })"}})}, {});
  EXPECT_EQ(pack->plugins[0].id, "areas") << "by id";
  EXPECT_EQ(pack->plugins[pack->uses[0].need].id, "register");
}

TEST(PluginsDeclared, Mistakes) {
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", plugin = "area-indx/one" })"),
              ElementsAre(HasSubstr("UNKNOWN_PLUGIN rules.lua:1:53 criterion \"a\": the pack declares no plug-in `area-indx`; the nearest is `area-index`")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", plugin = "quite-other/one" })"),
              ElementsAre(HasSubstr("declares no plug-in `quite-other`: write `plugin \"quite-other\" { version = \"1.0.0\" }`")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", plugin = "area-index" })"), ElementsAre(HasSubstr("with a slash between")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", plugin = "area-index/one", passes_when = application.title:is_answered() })"),
              ElementsAre(HasSubstr("TWO_ANSWERS")));
  EXPECT_THAT(mistakes(R"(requirement "a" { title = "T", clause = "1", of = panel, plugin = "area-index/one" })"), ElementsAre(HasSubstr("about applications or about the round")));
  EXPECT_THAT(mistakes(R"(allocation "a" { title = "T", clause = "1" })"), ElementsAre(HasSubstr("is missing: the plug-in that shares out the money")));
  EXPECT_THAT(mistakes(R"(allocation "a" { title = "T", clause = "1", plugin = "area-index/x" } allocation "b" { title = "T", clause = "1", plugin = "area-index/x" })"),
              ElementsAre(HasSubstr("one allocation at most")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", passes_when = facts.area_index.decil:at_most(3) })"), ElementsAre(HasSubstr("the nearest is `decile`")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", passes_when = facts.area_index.age:at_most(3) })"),
              ElementsAre(HasSubstr("`facts.area_index` has no field `age`; the `plugin` entry declares them: facts = { age = ... }")));
  EXPECT_THAT(mistakes(R"(criterion "a" { title = "T", clause = "1", passes_when = facts.later.age:at_most(3) })"),
              ElementsAre(HasSubstr("`facts` has no field `later`; facts are declared by a `plugin` entry, and that is read before: put it into plugins.lua")));
  EXPECT_THAT(mistakes(R"(plugin "b" { version = "1" })"), ElementsAre(HasSubstr("BAD_VERSION")));
  EXPECT_THAT(mistakes(R"(plugin "b" { version = "1.0.0", files = { x = "../secret.csv" } })"), ElementsAre(HasSubstr("is the name of a file in data/b/")));
  EXPECT_THAT(mistakes(R"(plugin "b" { version = "1.0.0", facts = { who = organisation } })"), ElementsAre(HasSubstr("a fact of a plug-in is text, yes_no, count")));
  EXPECT_THAT(mistakes(R"(plugin "b" { version = "1.0.0", reads = { ["application.x"] = "application.lsoa" } })"), ElementsAre(HasSubstr("is read from a field, without a verb")));
  EXPECT_THAT(mistakes(R"(record "facts" { x = count })"), ElementsAre(HasSubstr("facts are what plug-ins look up")));
}

TEST(PluginsDeclared, NotWithoutARound) {
  EXPECT_THAT(mistakes_of({layer("area", {{"pack.lua", R"(pack "area" { title = "T", version = "1.0.0", procedure = "each/1" }
plugin "register" { version = "1.0.0" })"}})}),
              ::testing::Contains(HasSubstr("plug-ins answer about the applications of a round")));
}

TEST(PluginsDeclared, AnExporterIsNoPartOfThePack) {
  LoadOptions options;
  options.exporter = "award-list/json";
  const auto with = load_layers({layer("area", {{"records.lua", areas}})}, options), without = loaded("");
  EXPECT_EQ(with->uses.back().capability, Capability::exporter);
  EXPECT_EQ(with->plugins[with->uses.back().need].id, "award-list");
  EXPECT_EQ(with->plugins[with->uses.front().need].id, "area-index");
  EXPECT_EQ(with->digest, load_layers({layer("area", {{"records.lua", areas}})}, {})->digest);
}

}  // namespace
}  // namespace remit::lua

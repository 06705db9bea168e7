// Files, layers and names: what is read before what, and what is refused.
#include "packs.hpp"

namespace remit::lua {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string rule = "criterion \"c\" { title = \"T\", clause = \"1\", passes_when = application.title:is_answered() }";
LayerText core() { return layer("core", {{"rules.lua", "criterion \"c\" { title = \"T\", clause = \"1\", passes_when = application.title:is_answered() }\n"
                                                       "criterion \"shut\" { title = \"T\", clause = \"1\", override = sealed, passes_when = application.title:is_answered() }\n"
                                                       "criterion \"open\" { title = \"T\", clause = \"1\", override = replaceable, passes_when = application.title:is_answered() }\n"
                                                       "conflict \"k\" { title = \"T\", clause = \"1\", arises_when = member.chair:is(yes) }\n"
                                                       "parameter \"gap\" { title = \"G\", clause = \"1\", unit = days, value = 3 }"}}); }
std::vector<std::string> on_core(const std::string& rules) { return mistakes_of({core(), layer("area", {{"rules.lua", rules}})}); }

TEST(Loading, EmptyFilesCommentsMarksAndLineEndsOfWindowsAreFine) {
  EXPECT_THAT(mistakes_in(""), IsEmpty());
  EXPECT_THAT(mistakes_in("-- nothing yet\n"), IsEmpty());
  EXPECT_THAT(mistakes_in("\xef\xbb\xbf" + rule), IsEmpty());
  EXPECT_THAT(mistakes_in("\r\n" + rule + "\r\n"), IsEmpty());
  EXPECT_THAT(mistakes_in("criterion \"c\" {\r\n title = \"T\",\r\n clause = \"1\",\r\n passes_when = application.titel:is \"x\",\r\n}\r\n"),
              ElementsAre("UNKNOWN_FIELD rules.lua:4:28 `application` has no field `titel`; the nearest is `title`"));
}

TEST(Loading, AFileThatIsNoUtf8SaysWhere) {
  EXPECT_THAT(mistakes_in("-- one\n-- caf\xe9\n" + rule), ElementsAre("NOT_UTF8 rules.lua:2:0 here stands a byte that no UTF-8 text has; save the file as UTF-8"));
}

TEST(Loading, AllMistakesOfAllFilesAreToldAtOnce) {
  EXPECT_THAT(mistakes_of({layer("area", {{"a.lua", "criterion \"a\" { titel = \"T\", clause = \"1\", passes_when = application.titel:is \"x\" }"},
                                          {"b.lua", "criterion \"b\" { title = \"T\", clause = \"1\", passes_when = yes, forse = must }"}})}),
              ElementsAre("UNKNOWN_KEY a.lua:1:17 criterion \"a\": a criterion has no `titel`; the nearest is `title`",
                          "UNKNOWN_FIELD a.lua:1:70 `application` has no field `titel`; the nearest is `title`",
                          "NO_CONDITION b.lua:1:58 criterion \"b\": `passes_when` would be always true; write a sentence, like `application.title:is_answered()`",
                          "UNKNOWN_KEY b.lua:1:63 criterion \"b\": a criterion has no `forse`; the nearest is `force`"));
}

TEST(Loading, ARecordThatDidNotLoadCastsNoShadowOnTheRules) {
  const std::string uses = "requirement \"r\" { title = \"T\", clause = \"1\", of = need, passes_when = need.urgent:is(yes) }";
  EXPECT_THAT(mistakes_in(uses, {{"records.lua", "record \"need\" { urgent = yesno, size = count }"}}), ElementsAre("UNKNOWN_NAME records.lua:1:26 nothing is called `yesno`. The nearest is `yes_no`"));
  EXPECT_THAT(mistakes_in(uses, {{"records.lua", "record \"need\" { urgent = 3, size = count }"}}).size(), 1u);
  EXPECT_THAT(mistakes_in(uses, {{"records.lua", "record \"need\" { urgent = yes_no size = count }"}}), ElementsAre(testing::StartsWith("SYNTAX records.lua:1:")));
}

TEST(Loading, RecordsMayNameEachOtherInAnyOrder) {
  EXPECT_THAT(mistakes_in("requirement \"r\" { title = \"T\", clause = \"1\", of = group, passes_when = group.meetings:every(meeting.held_on:is_answered()) }",
                          {{"records.lua", "record \"group\" { meetings = list_of(meeting) }\nrecord \"meeting\" { held_on = date, of = list_of(group) }"}}),
              IsEmpty());
}

TEST(Loading, AParameterThatIsReadLaterIsPointedOut) {
  EXPECT_THAT(mistakes_of({layer("area", {{"a.lua", "criterion \"a\" { title = \"T\", clause = \"1\", passes_when = application.elements:count():at_least(parameters.least) }"},
                                          {"b.lua", "parameter \"least\" { title = \"L\", clause = \"1\", value = 2 }"}})}),
              ElementsAre("UNKNOWN_PARAMETER a.lua:1:107 there is no parameter `least`; it stands in area/b.lua, which is read later: put it into a file of parameters/"));
}

TEST(Loading, ARuleIsSaidOnce) {
  EXPECT_THAT(mistakes_in(rule + "\n" + rule), ElementsAre("DUPLICATE_ID rules.lua:2:12 criterion \"c\": it stands twice, here and at area/rules.lua:1; give one of them another name"));
  EXPECT_THAT(on_core(rule), ElementsAre("DUPLICATE_ID rules.lua:1:12 criterion \"c\": the pack `core` below this one has it already; to change that one write `override \"core/c\"`, or give this one another name"));
  EXPECT_THAT(mistakes_in("criterion \"c\" { title = \"T\", title = \"U\", clause = \"1\", passes_when = application.title:is_answered() }"),
              ElementsAre("DUPLICATE_KEY rules.lua:1:30 `title` stands twice between these braces; only one of them can hold"));
}

TEST(Loading, AnOverrideKeepsItsContract) {
  const std::string by = " { authority = \"a\", reason = \"r\", written_against = \"core 1.2.3\", ";
  const std::string more = "and_also = application.added_value:is_answered() }";
  EXPECT_THAT(on_core("override \"core/c\"" + by + more), IsEmpty());
  EXPECT_THAT(on_core("override \"core/open\"" + by + "instead = application.added_value:is_answered() }"), IsEmpty());
  EXPECT_THAT(on_core("override \"core/d\"" + by + more), ElementsAre("UNKNOWN_RULE rules.lua:1:11 override \"core/d\": `core` has no rule `d`"));
  EXPECT_THAT(on_core("override \"cor/c\"" + by + more), ElementsAre("UNKNOWN_RULE rules.lua:1:11 override \"cor/c\": this pack does not extend `cor`; the nearest is `core`"));
  EXPECT_THAT(on_core("override \"c\"" + by + more), ElementsAre("UNKNOWN_RULE rules.lua:1:11 override \"c\": name the pack of the rule too: `override \"core/c\"`"));
  EXPECT_THAT(on_core("override \"area/c\"" + by + more), ElementsAre("UNKNOWN_RULE rules.lua:1:11 override \"area/c\": an override changes a rule of another pack; one of this pack is changed where it stands"));
  EXPECT_THAT(on_core("override \"core/shut\"" + by + more), ElementsAre("SEALED rules.lua:1:11 override \"core/shut\": `shut` is sealed: no other pack may change it"));
  EXPECT_THAT(on_core("override \"core/k\"" + by + "and_also = member.name:is \"x\" }"),
              ElementsAre("NOT_TIGHTER rules.lua:1:11 override \"core/k\": a conflict is no rule to add to: `and_also` would make it arise less often; write a conflict of this pack's own"));
  EXPECT_THAT(on_core("override \"core/c\"" + by + "instead = application.added_value:is_answered() }"),
              ElementsAre("SEALED rules.lua:1:84 override \"core/c\": `c` can only be added to, with `and_also`; it is not replaceable"));
  EXPECT_THAT(on_core("override \"core/c\"" + by + "}"), ElementsAre("MISSING_KEY rules.lua:1:1 override \"core/c\": `and_also = ...` is missing: an override may only add to what the rule asks"));
  EXPECT_THAT(on_core("override \"core/c\" { " + more), ElementsAre("MISSING_KEY rules.lua:1:1 override \"core/c\": `authority = \"...\"` is missing", "MISSING_KEY rules.lua:1:1 override \"core/c\": `reason = \"...\"` is missing",
                                                                  "MISSING_KEY rules.lua:1:1 override \"core/c\": `written_against = \"...\"` is missing"));
}

TEST(Loading, AnOverrideAddsToAFunctionToo) {
  InView v(load_layers({layer("core", {{"rules.lua", "criterion \"f\" { title = \"T\", clause = \"1\", test = function (application) return pass end, otherwise = \"no\" }"}}),
                        layer("area", {{"rules.lua", "override \"core/f\" { authority = \"a\", reason = \"r\", written_against = \"core 1.2.3\", and_also = application.added_value:is_answered() }"}})}, {}));
  v.view("application");
  EXPECT_EQ(v.ask(*v.pack().criteria[0].test), policy::Outcome::fail);
  EXPECT_THAT(v.shortfalls(*v.pack().criteria[0].test), ElementsAre("application.added_value: needed an answer"));
  v.set("application.added_value", v.text("much"));
  EXPECT_EQ(v.ask(*v.pack().criteria[0].test), policy::Outcome::pass);
}

TEST(Loading, AnAreaSetsAParameterOfTheCore) {
  EXPECT_THAT(on_core("parameter \"gap\" { title = \"G\", clause = \"minute 4\", value = 5 }"), IsEmpty());
  EXPECT_THAT(on_core("parameter \"gap\" { title = \"G\", clause = \"minute 4\", value = pounds(5) }"), ElementsAre("WRONG_TYPE rules.lua:1:0 `parameters.gap` is a number; it was given an amount of money"));
  EXPECT_THAT(on_core("parameter \"gap\" { title = \"G\", clause = \"minute 4\", unit = pounds, value = pounds(5) }").size(), 2u);
}

TEST(Loading, APackIsNamedOnceAsItsFolderIs) {
  auto pack = [](const std::string& text) { return mistakes_of({layer("area", {{"pack.lua", text}})}); };
  EXPECT_THAT(pack(""), ElementsAre("NO_PACK pack.lua:0:0 pack.lua says which pack this is: `pack \"area\" { title = \"...\", version = \"1.0.0\" }`"));
  EXPECT_THAT(pack("pack \"region\" { title = \"T\", version = \"1.0.0\" }"), ElementsAre("WRONG_PACK pack.lua:1:7 pack \"region\": this folder holds the pack `area`, and it calls itself `region`"));
  for (const char* version : {"1", "1.0", "1..0", "1.0.0.0", "v1.0.0", "1.0.x"})
    EXPECT_THAT(pack(std::string("pack \"area\" { title = \"T\", version = \"") + version + "\" }"), ElementsAre("BAD_VERSION pack.lua:1:38 pack \"area\": `version` is three numbers, like \"1.0.0\"")) << version;
  EXPECT_THAT(pack("pack \"area\" { title = \"T\", version = \"1.0.0\" }\npack \"b\" { title = \"T\", version = \"1.0.0\" }"), ElementsAre("DUPLICATE_ID pack.lua:2:7 pack \"b\": a pack is named once; this is the second `pack`"));
}

}  // namespace
}  // namespace remit::lua

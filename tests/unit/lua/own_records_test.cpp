// Record types of a pack's own: how they are declared, what rules of them see, and what a classification gives.
#include "packs.hpp"
#include "policy/reach.hpp"

namespace remit::lua {
namespace {

using policy::Outcome;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string bodies = R"(
record "body" { key = "id", name = text, functions = list_of { "governance", "operational" }, parent = id_of(body) }
record "part" { key = "id", member = id_of(member), deputy = id_of(member), body = id_of(body), held = money }
record "reader" { key = "id", part = id_of(part), first = id_of(body), second = id_of(body) }
)";
std::vector<std::string> names(const policy::Pack& pack, const std::string& of) {
  std::vector<std::string> out;
  const auto at = std::ranges::find(pack.roots, of, &policy::Pack::RootName::name);
  for (const auto root : policy::reach(pack, static_cast<std::uint16_t>(at - pack.roots.begin())).roots) out.push_back(pack.roots[root].name);
  return out;
}
std::vector<std::string> mistakes_of_records(const std::string& records) { return mistakes_in("", {{"records.lua", records}}); }
/// A requirement of parts with this sentence, and two parts of the Board, of which one holds nothing that was said.
InView asked(const std::string& sentence) {
  InView v(pack_of("requirement \"r\" { of = part, title = \"T\", clause = \"1\", passes_when = " + sentence + " }", {{"records.lua", bodies}}));
  for (const char* root : {"part", "body", "member", "records"}) v.view(root);
  v.set("records.parts", v.list({v.record("part", {{"id", v.text("p1")}, {"body", v.text("board")}, {"held", InView::money(5)}}),
                                 v.record("part", {{"id", v.text("p2")}, {"body", v.text("board")}, {"held", InView::money(7)}}),
                                 v.record("part", {{"id", v.text("p3")}, {"body", v.text("team")}, {"held", InView::money(5)}}),
                                 v.record("part", {{"id", v.text("p4")}, {"body", v.text("team")}})}));
  return v;
}
Outcome answer(InView& v) { return v.ask(*v.pack().requirements[0].test); }

TEST(OwnRecords, AKeyMakesATableWithAListOfItsOwn) {
  const auto pack = pack_of("", {{"records.lua", bodies + "record \"timetable_item\" { key = \"number\", file = \"timetable.json\", title = text }"}});
  const base::RecordType& body = *pack->schema.find("body");
  EXPECT_EQ(body.fields[0].path, "id");   // not declared among the fields: it is a text
  EXPECT_TRUE(body.fields[0].required);
  EXPECT_EQ(body.plural, "bodies");
  EXPECT_THAT(body.stems, ElementsAre("body", "bodies"));
  EXPECT_THAT(pack->schema.find("timetable_item")->stems, ElementsAre("timetable"));
  EXPECT_EQ(pack->schema.find("timetable_item")->fields[0].path, "number");
  EXPECT_THAT(pack->schema.find("records")->names_in(-1, true), ElementsAre("members", "organisations", "bodies", "parts", "readers", "timetable_items"));
}

TEST(OwnRecords, ARuleSeesWhatARecordNamesWhereItIsClear) {
  const auto pack = pack_of("", {{"records.lua", bodies}});
  EXPECT_THAT(names(*pack, "part"), ElementsAre("body", "member"));   // the field called like the type, not the deputy
  EXPECT_THAT(names(*pack, "reader"), ElementsAre("part", "body", "member"));   // the body by way of the part: of first and second neither is called so
  EXPECT_THAT(names(*pack, "body"), ElementsAre());   // its parent is another body: records.bodies
}

TEST(OwnRecords, DifferentValuesAreCounted) {
  InView v = asked("records.parts:count_distinct(other_part.body):is(2)");
  EXPECT_EQ(answer(v), Outcome::pass);
  EXPECT_EQ(v.reads().front(), "records.parts");
  InView none = asked("records.parts:count_distinct(other_part.body):at_most(1)");
  EXPECT_EQ(answer(none), Outcome::fail);
  EXPECT_THAT(none.shortfalls(*none.pack().requirements[0].test), ElementsAre("the number of different other_part.body: needed at most 1, had 2"));
  none.set("records.parts", {});
  EXPECT_EQ(answer(none), Outcome::pass);   // of nothing there are none
}

TEST(OwnRecords, AValueThatWasNotGivenLeavesTheNumberUnknown) {
  InView v = asked("records.parts:count_distinct(other_part.held):at_most(9)");
  EXPECT_EQ(answer(v), Outcome::refer);
  InView board = asked("records.parts:count_distinct(other_part.held, other_part.body:is \"board\"):is(2)");
  EXPECT_EQ(answer(board), Outcome::pass);   // the part without one is in another body
}

TEST(OwnRecords, ASumIsOfTheItemsOfWhichTheConditionHolds) {
  InView v = asked("records.parts:sum(other_part.held, other_part.body:is(part.body)):is(pounds(12))");
  v.set("part.body", v.text("board"));
  EXPECT_EQ(answer(v), Outcome::pass);
  v.set("part.body", v.text("team"));
  EXPECT_EQ(answer(v), Outcome::refer);
  v.set("part.body", {});
  EXPECT_EQ(answer(v), Outcome::refer);   // it cannot be told which
}

TEST(OwnRecords, ListsInsideListsAreKeptApart) {
  InView v = asked("records.bodies:any(records.parts:none(other_part.body:is(other_body.id)))");
  v.set("records.bodies", v.list({v.record("body", {{"id", v.text("board")}})}));
  EXPECT_EQ(answer(v), Outcome::fail);
  v.set("records.bodies", v.list({v.record("body", {{"id", v.text("board")}}), v.record("body", {{"id", v.text("empty")}})}));
  EXPECT_EQ(answer(v), Outcome::pass);
}

TEST(OwnRecords, MistakesInTheirDeclaration) {
  EXPECT_THAT(mistakes_of_records("record \"part\" { key = \"id\", body = id_of(bdy) }\nrecord \"body\" { key = \"id\" }"), Contains(HasSubstr("nothing is called `bdy`. The nearest is `body`")));
  EXPECT_THAT(mistakes_of_records("record \"part\" { key = \"id\", body = id_of(body) }\nrecord \"body\" { name = text }"),
              ElementsAre(HasSubstr("NOT_READ records.lua:1:0 record \"part\": `body` holds the id of a body, and no file of a round holds those: give `record \"body\"` a `key = \"id\"`")));
  EXPECT_THAT(mistakes_of_records("record \"score\" { key = \"id\" }"), Contains(HasSubstr("`score` is something else in a round")));
  EXPECT_THAT(mistakes_of_records("record \"body\" { key = \"id\", id = count }"), ElementsAre(HasSubstr("`key` names a text: `id = text`")));
  EXPECT_THAT(mistakes_of_records("record \"body\" { name = text, file = \"x.json\" }"), ElementsAre(HasSubstr("`key = \"id\"` says what tells them apart")));
  EXPECT_THAT(mistakes_of_records("record \"body\" { name = text }\nrecord \"body\" { key = \"id\" }"), ElementsAre(HasSubstr("LATE_KEY")));
  EXPECT_THAT(mistakes_of_records("record \"body\" { key = \"id\", file = \"a.json\" }\nrecord \"part\" { key = \"id\", file = \"a.csv\" }"), ElementsAre(HasSubstr("`body` is read from `a` already")));
}

TEST(OwnRecords, MistakesInTheirSentences) {
  const auto in = [](const std::string& rule) { return mistakes_in(rule, {{"records.lua", bodies}}); };
  const std::string begin = "requirement \"r\" { of = part, title = \"T\", clause = \"1\", passes_when = ";
  EXPECT_THAT(in(begin + "other_part.body:is \"x\" }"), ElementsAre(HasSubstr("`other_part` is not known here; it names an item inside `records.parts:any(...)`")));
  EXPECT_THAT(in(begin + "records.parts:any(part.body:is \"x\") }"), ElementsAre(HasSubstr("nothing is asked of an item of `records.parts`: name a field of it, like `other_part.id`")));
  EXPECT_THAT(in(begin + "records.parts:count_distinct(part.body):is(1) }"), ElementsAre(HasSubstr("say of which field of an item the different values are counted")));
  EXPECT_THAT(in(begin + "records.parts:sum(other_part.held, other_part.body):is(pounds(1)) }"), ElementsAre(HasSubstr("is a condition: of which items")));
  EXPECT_THAT(in("requirement \"r\" { of = body, title = \"T\", clause = \"1\", passes_when = member.name:is_answered() }"), ElementsAre(HasSubstr("`member` is not known here")));
  EXPECT_THAT(in("conflict \"c\" { of = body, title = \"T\", clause = \"1\", arises_when = body.name:is_answered() }"),
              ElementsAre(HasSubstr("a conflict is about a member, and `body` names none: give it a field `member = id_of(member)`")));
}

TEST(OwnRecords, AClassificationGivesAFieldThatNoFileHolds) {
  const std::string needs = "record \"need\" { key = \"id\", level = { \"1\", \"2a\" }, stated = { \"1\", \"2a\" }, urgent = yes_no }";
  const auto rules = [](const std::string& code) {
    return "classification \"c\" { of = need, gives = need.level, stated = need.stated, title = \"T\", clause = \"1\", refused = { [\"2\"] = \"say 2a\" },\n"
           "  { code = \"" + code + "\", clause = \"1\", when = need.urgent:is(yes) }, otherwise = refer \"none\" }";
  };
  const auto pack = pack_of(rules("2a"), {{"records.lua", needs}});
  const base::RecordType& need = *pack->schema.find("need");
  EXPECT_TRUE(need.fields[static_cast<std::size_t>(need.find("level"))].derived);
  EXPECT_EQ(pack->classifications[0].gives, need.find("level"));
  EXPECT_THAT(need.fields[static_cast<std::size_t>(need.find("stated"))].refused, ElementsAre(testing::Pair("2", "say 2a")));
  EXPECT_THAT(mistakes_in(rules("3"), {{"records.lua", needs}}), ElementsAre(HasSubstr("the code \"3\" is none of the words of `level`: 1 or 2a")));
  EXPECT_THAT(mistakes_in("classification \"c\" { of = need, gives = need.urgent, title = \"T\", clause = \"1\", { code = \"1\", clause = \"1\", when = need.urgent:is(yes) }, otherwise = refer \"none\" }",
                          {{"records.lua", needs}}), ElementsAre(HasSubstr("`gives` names a field of the record that is classified, a text or one of some words")));
}

TEST(OwnRecords, APackMayNameManyTypes) {
  std::string many;
  for (int i = 0; i < 60; ++i) many += "record \"type_" + std::to_string(i) + "\" { key = \"id\" }\n";
  EXPECT_EQ(pack_of("", {{"records.lua", many}})->schema.find("records")->fields.size(), 62u);
}

}  // namespace
}  // namespace remit::lua

// Records of a pack's own types: in a file of their own or in the document, as strictly read as applications.
#include "base/problem_words.hpp"
#include "rounds.hpp"

namespace remit::intake {
namespace {

// body { id, name, parent = id_of(body) }, part { id, member = id_of(member), body = id_of(body), seats = list of { body = id_of(body) } }
const base::Schema& schema() {
  static const auto made = [] {
    auto all = std::make_unique<base::Schema>();
    add_round_types(*all);
    const auto text = [](std::string path, std::string refers = {}) {
      base::Field field;
      field.path = std::move(path);
      field.is_id = !refers.empty();
      field.refers = std::move(refers);
      return field;
    };
    const auto list = [](std::string path, const base::RecordType& of) {
      base::Field field;
      field.path = std::move(path);
      field.type = base::Type::list;
      field.item = base::Type::record;
      field.item_type = &of;
      return field;
    };
    const auto table = [&](const char* name, const char* plural, std::vector<std::string> stems) -> base::RecordType& {
      base::RecordType& type = all->make(name);
      base::Field id = text("id");
      id.required = true;
      type.add(id);
      type.plural = plural;
      type.stems = std::move(stems);
      base::Field rows = list(plural, type);
      rows.derived = true;
      all->find("records")->add(rows);
      return type;
    };
    base::RecordType& body = table("body", "bodies", {"body", "bodies"});
    body.add(text("name"));
    body.add(text("parent", "body"));
    base::RecordType& seat = all->make("seat");
    seat.add(text("body", "body"));
    base::RecordType& part = table("part", "parts", {"part", "parts"});
    part.add(text("member", "member"));
    part.add(text("body", "body"));
    part.add(list("seats", seat));
    table("item", "items", {"timetable"});
    return all;
  }();
  return *made;
}

std::unique_ptr<Round> read_own(const Texts& texts, bool alone = false) {
  try {
    return read_round(source_of(texts), schema(), pack_scoring(), {}, alone);
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) ADD_FAILURE() << problem.text();
    throw;
  }
}
Lines mistakes_own(const Texts& texts, bool alone = false) {
  Lines out;
  try {
    read_round(source_of(texts), schema(), pack_scoring(), {}, alone);
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 2);
    for (const auto& problem : refused.problems) out.push_back(problem.code + ' ' + base::uncoded(problem));
  }
  return out;
}
Texts with(Texts more) {
  Texts texts = sound_texts();
  texts.merge(more);
  return texts;
}

const std::string board = R"({"id": "board", "name": "The Board"})", team = R"({"id": "team", "name": "A team", "parent": "board"})";

TEST(OwnRecords, AFileIsAListLinesOrATableAndAllGiveTheSameRound) {
  const auto as_list = read_own(with({{"bodies.json", "[" + team + "," + board + "]"}}));
  ASSERT_EQ(as_list->records.size(), 3u);
  EXPECT_EQ(as_list->records[0].type->name, "body");
  ASSERT_EQ(as_list->records[0].size(), 2u);
  EXPECT_EQ(as_list->records[0].at(0, 0).str(), "board");   // sorted by id
  EXPECT_EQ(as_list->records[0].find("team"), 1);
  EXPECT_EQ(read_own(with({{"body.ndjson", board + "\n" + team + "\n"}}))->digest, as_list->digest);
  EXPECT_EQ(read_own(with({{"bodies.csv", "name,id,parent\nA team,team,board\nThe Board,board,\n"}}))->digest, as_list->digest);
  Texts document = sound_texts();
  document["round.json"] = changed(document["round.json"], R"("currency": "GBP",)", R"("currency": "GBP", "bodies": [)" + board + "," + team + "],");
  EXPECT_EQ(read_own(document)->digest, as_list->digest);
}

TEST(OwnRecords, AFileWithOneObjectIsOneRecordAndAnotherNameMayStandForTheType) {
  EXPECT_EQ(read_own(with({{"body.json", board}}))->records[0].size(), 1u);
  EXPECT_EQ(read_own(with({{"timetable.json", R"([{"id": "1"}])"}}))->records[2].size(), 1u);
}

TEST(OwnRecords, TheyArePartOfTheDigestAndATypeWithoutAnyIsNot) {
  EXPECT_EQ(read_own(sound_texts())->digest, read(sound_texts())->digest);
  EXPECT_NE(read_own(with({{"bodies.json", "[" + board + "]"}}))->digest, read(sound_texts())->digest);
}

TEST(OwnRecords, MistakesAreToldTogetherWithTheirPlace) {
  EXPECT_EQ(mistakes_own(with({{"bodies.json", R"([
{"id": "board", "nam": "x"},
{"id": "board"},
{"name": "no id"}])"}})),
            (Lines{"UNKNOWN_FIELD bodies.json:2: [1].nam: `nam` is not a field of a body; the nearest is `name`",
                   "DUPLICATE_ID bodies.json:3: [2].id: the id `board` is used twice; it was first used on line 2",
                   "MISSING_FIELD bodies.json:4: [3].id: it is missing: every body needs it"}));
}

TEST(OwnRecords, AnIdOfAnotherRecordIsTheIdOfOneThatThereIs) {
  EXPECT_EQ(mistakes_own(with({{"bodies.json", "[" + board + "]"},
                               {"parts.json", R"([{"id": "p1", "member": "m9", "body": "bord"},
{"id": "p2", "member": "m1", "body": "board", "seats": [{"body": "board"}, {"body": "team"}]}])"}})),
            (Lines{"UNKNOWN_ID parts.json:1: [1].member: there is no member `m9`; the nearest is `m1`",
                   "UNKNOWN_ID parts.json:1: [1].body: there is no body `bord`; the nearest is `board`",
                   "UNKNOWN_ID parts.json:2: [2].seats[2].body: there is no body `team`"}));
}

TEST(OwnRecords, OneTableStandsInOnePlace) {
  EXPECT_EQ(mistakes_own(with({{"bodies.json", "[]"}, {"body.csv", "id\nboard\n"}})),
            Lines{"DUPLICATE_TABLE body.csv: `bodies` stand here and in `bodies.json`; keep one of them"});
}

TEST(OwnRecords, ARoundMayBeOfThemAlone) {
  const Texts alone = {{"round.json", R"({"id": "r", "partnership": "p", "title": "T", "as_of": "2012-03-01", "currency": "GBP"})"}, {"bodies.json", "[" + board + "]"}};
  EXPECT_EQ(read_own(alone, true)->records[0].size(), 1u);
  EXPECT_EQ(mistakes_own(alone), (Lines{"MISSING_FIELD round.json:1: streams: it is missing: every round needs it",
                                        "MISSING_FIELD round.json:1: panel: it is missing: every round needs it"}));
}

}  // namespace
}  // namespace remit::intake

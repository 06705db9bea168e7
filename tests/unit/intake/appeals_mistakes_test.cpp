// Mistakes of appeals, in the words of the round's own, each with its line; all of them at once.
#include <gtest/gtest.h>

#include "appeals.hpp"

namespace remit::intake {
namespace {

TEST(AppealsMistakes, FieldsThatAreNone) {
  EXPECT_EQ(mistakes_with(R"("ground": "merit")", R"("grund": "merit")"),
            (Lines{"UNKNOWN_FIELD appeals.json:14: [2].grund: `grund` is not a field of an appeal; the nearest is `ground`",
                   "MISSING_FIELD appeals.json:14: [2].ground: it is missing: every appeal needs it"}));
  EXPECT_EQ(mistakes_with(R"("fresh_panel": {"id": "f",)", R"("fresh_panel": {"id": "f", "quorun": 2,)"),
            Lines{"UNKNOWN_FIELD appeals.json:3: [1].fresh_panel.quorun: `quorun` is not a field of `fresh_panel` of an appeal; the nearest is `quorum`"});
  EXPECT_EQ(mistakes_with(R"("justification": "the table says so")", R"("justifiction": "so")"),
            Lines{"UNKNOWN_FIELD appeals.json:9: [1].scores[2].justifiction: `justifiction` is not a field of a score; the nearest is `justification`"});
}

TEST(AppealsMistakes, IdsThatNobodyHas) {
  EXPECT_EQ(mistakes_with(R"({"application": "A1", "ground": "merit")", R"({"application": "A9", "ground": "merit")"),
            Lines{"UNKNOWN_ID appeals.json:14: [2].application: there is no application `A9`; the nearest is `A1`"});
  EXPECT_EQ(mistakes_with(R"("by": "GB-CHC-2", "received")", R"("by": "GB-CHC-7", "received")"),
            Lines{"UNKNOWN_ID appeals.json:14: [2].by: there is no organisation `GB-CHC-7`; the nearest is `GB-CHC-1`"});
  EXPECT_EQ(mistakes_with(R"("organisation": "GB-CHC-2", "chair")", R"("organisation": "XI-9", "chair")"),
            Lines{"UNKNOWN_ID appeals.json:5: [1].fresh_panel.members[2].organisation: there is no organisation `XI-9`"});
  EXPECT_EQ(mistakes_with(R"("declarations": [{"member": "f2")", R"("declarations": [{"member": "f3")"),
            Lines{"UNKNOWN_ID appeals.json:12: [1].declarations[1].member: there is no member of the fresh panel `f3`; the nearest is `f1`"});
}

TEST(AppealsMistakes, MembersOfTheFirstPanelAreNoMembersOfTheFreshOne) {
  EXPECT_EQ(mistakes_with(R"({"member": "f1", "measure": "need")", R"({"member": "m1", "measure": "need")"),
            Lines{"UNKNOWN_ID appeals.json:9: [1].scores[2].member: there is no member of the fresh panel `m1`; the nearest is `f1`"});
}

TEST(AppealsMistakes, Marks) {
  EXPECT_EQ(mistakes_with(R"("score": 3,)", R"("score": 6,)"),
            Lines{"OFF_SCALE appeals.json:9: [1].scores[2].score: the mark 6 is off the scale of `need`: 0 to 5"});
  EXPECT_EQ(mistakes_with(R"("measure": "need")", R"("measure": "nede")"),
            Lines{"UNKNOWN_ID appeals.json:9: [1].scores[2].measure: the stream `family` has no measure `nede`; the nearest is `need`"});
  EXPECT_EQ(mistakes_with(R"("part": "steps")", R"("part": "step")"),
            Lines{"UNKNOWN_ID appeals.json:10: [1].scores[3].part: the measure `plan` has no part `step`; the nearest is `steps`"});
  EXPECT_EQ(mistakes_with(R"({"member": "f1", "measure": "plan", "part": "steps", "score": 10})", R"({"member": "f1", "measure": "need", "score": 1})"),
            Lines{"DUPLICATE_MARK appeals.json:10: [1].scores[3]: `f1` marks `need` of `A1` twice; the first mark stands on line 9"});
}

TEST(AppealsMistakes, TheFreshPanelItself) {
  EXPECT_EQ(mistakes_with(R"({"id": "f2", "agency": "PHA"})", R"({"id": "f1", "agency": "PHA"})").at(0),
            "DUPLICATE_ID appeals.json:5: [1].fresh_panel.members[2].id: the id `f1` is used twice; it was first used on line 4");
  EXPECT_EQ(mistakes_with(R"("fresh_panel": {"id": "f",)", R"("fresh_panel": {"id": "f", "quorum": 0,)"),
            Lines{"OUT_OF_RANGE appeals.json:3: [1].fresh_panel.quorum: expected 1 or more, found 0"});
  EXPECT_EQ(mistakes_with(R"({"id": "f2", "agency": "PHA"})", R"({"id": "f2"})"),
            Lines{"MISSING_FIELD appeals.json:4: [1].fresh_panel.members[1].agency: it is missing: every member needs it"});
}

TEST(AppealsMistakes, AFreshPanelAndAReasonForNone) {
  EXPECT_EQ(mistakes_with(R"("views": "Read again.")", R"("no_fresh_panel": "no time")"),
            Lines{"CONTRADICTION appeals.json:2: [1].no_fresh_panel: a fresh panel is named, and a reason why there is none; keep one of them"});
}

TEST(AppealsMistakes, MarksOfNoPanel) {
  EXPECT_EQ(mistakes_with(R"("no_fresh_panel": "not a ground")", R"("scores": [{"member": "f1", "measure": "need", "score": 1}])"),
            Lines{"NO_FRESH_PANEL appeals.json:14: [2].scores: `scores` are those of a fresh panel, and `fresh_panel` does not say who sat on it"});
}

TEST(AppealsMistakes, AllAtOnceInTheOrderOfLines) {
  const Lines told = Lodged(R"([
{"application": "B1", "ground": "g", "by": "X", "received": "soon"},
{"application": "A1", "by": "GB-CHC-1", "received": "2012-03-09"}
])").mistakes();
  ASSERT_EQ(told.size(), 4u);
  EXPECT_TRUE(told[0].starts_with("WRONG_TYPE appeals.json:2: [1].received: ")) << told[0];
  EXPECT_TRUE(told[1].starts_with("UNKNOWN_ID appeals.json:2: [1].application: ")) << told[1];
  EXPECT_TRUE(told[2].starts_with("UNKNOWN_ID appeals.json:2: [1].by: ")) << told[2];
  EXPECT_EQ(told[3], "MISSING_FIELD appeals.json:3: [2].ground: it is missing: every appeal needs it");
}

TEST(AppealsMistakes, NoFileNoListAndBothPlaces) {
  EXPECT_EQ(Lodged("").mistakes(), Lines{"MISSING_FILE r: there is no `appeals.json` in this folder, and no `appeals` in the round's document"});
  EXPECT_EQ(Lodged("{}").mistakes(), Lines{"WRONG_TYPE appeals.json:1: expected a list of appeals in [ ], found a group of fields"});
  Texts texts = sound_texts();
  texts["round.json"] = changed(sound_round, "\n}\n", ",\n\"appeals\": " + sound_appeals + "}\n");
  EXPECT_EQ(Lodged(sound_appeals, texts).mistakes(),
            Lines{"DUPLICATE_TABLE appeals.json: `appeals` stand here and in `round.json`; keep one of them"});
  texts["round.json"] = changed(texts["round.json"], R"("ground": "merit")", R"("grund": "merit")");
  EXPECT_EQ(Lodged("", texts).mistakes().at(0), "UNKNOWN_FIELD round.json:38: appeals[2].grund: `grund` is not a field of an appeal; the nearest is `ground`");
}

}  // namespace
}  // namespace remit::intake

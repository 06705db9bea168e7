#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

Lines in_round(const std::string& from, const std::string& to) { return mistakes(changed_in("round.json", from, to)); }
Lines in_application(const std::string& from, const std::string& to) { return mistakes(changed_in("applications.ndjson", from, to)); }
Lines in_scores(const std::string& from, const std::string& to) { return mistakes(changed_in("scores.csv", from, to)); }

TEST(MistakesBetweenRecords, IdsAreUsedOnce) {
  EXPECT_EQ(in_application(R"("id":"A2")", R"("id":"A1")").at(0), "DUPLICATE_ID applications.ndjson:2: id: the id `A1` is used twice; it was first used on line 1");
  EXPECT_EQ(in_round(R"({"id": "m2", "agency": "PHA"})", R"({"id": "m1", "agency": "PHA"})").at(0),
            "DUPLICATE_ID round.json:19: panel.members[2].id: the id `m1` is used twice; it was first used on line 18");
  Texts texts = sound_texts();
  texts["organisations.csv"] += "GB-CHC-1,Gamma,,private,\n";
  EXPECT_EQ(mistakes(texts), Lines{"DUPLICATE_ID organisations.csv:4: id: the id `GB-CHC-1` is used twice; it was first used on line 3"});
  EXPECT_EQ(in_round(R"({"id": "plan",)", R"({"id": "need",)").at(0), "DUPLICATE_ID round.json:10: streams[1].measures[2].id: the id `need` is used twice in this list");
  EXPECT_EQ(in_round(R"({"id": "steps",)", R"({"id": "aims",)"),
            Lines{"DUPLICATE_ID round.json:10: streams[1].measures[2].parts[2].id: the id `aims` is used twice in this list"});
}

TEST(MistakesBetweenRecords, ReferencesHaveTheirRecord) {
  EXPECT_EQ(in_application(R"("stream":"youth")", R"("stream":"yough")"), Lines{"UNKNOWN_ID applications.ndjson:1: stream: there is no stream `yough`; the nearest is `youth`"});
  EXPECT_EQ(in_application(R"("applicant":"GB-CHC-2")", R"("applicant":"XI-3")"), Lines{"UNKNOWN_ID applications.ndjson:1: applicant: there is no organisation `XI-3`"});
  EXPECT_EQ(in_application(R"([{"organisation":"GB-CHC-2")", R"([{"organisation":"GB-CHC-9")"),
            Lines{"UNKNOWN_ID applications.ndjson:2: partners[1].organisation: there is no organisation `GB-CHC-9`; the nearest is `GB-CHC-1`"});
  EXPECT_EQ(mistakes(changed_in("organisations.csv", "community,GB-CHC-2", "community,GB-CHC-3")),
            Lines{"UNKNOWN_ID organisations.csv:3: parent: there is no organisation `GB-CHC-3`; the nearest is `GB-CHC-1`"});
  EXPECT_EQ(in_round(R"("organisation": "GB-CHC-1")", R"("organisation": "GB-CHC-0")"),
            Lines{"UNKNOWN_ID round.json:19: panel.members[2].organisation: there is no organisation `GB-CHC-0`; the nearest is `GB-CHC-1`"});
  EXPECT_EQ(in_round(R"({"member": "m2", "organisation": "GB-CHC-2")", R"({"member": "m3", "organisation": "GB-COH-2")"),
            (Lines{"UNKNOWN_ID round.json:22: declarations[1].member: there is no member of the panel `m3`; the nearest is `m1`",
                   "UNKNOWN_ID round.json:22: declarations[1].organisation: there is no organisation `GB-COH-2`; the nearest is `GB-CHC-2`"}));
  EXPECT_EQ(in_application(R"("needs":["E1"])", R"("needs":["E7"])"), Lines{"UNKNOWN_ID applications.ndjson:2: elements[2].needs[1]: the application has no element `E7`; the nearest is `E1`"});
  EXPECT_EQ(in_application(R"("element":"E2")", R"("element":"all")"), Lines{"UNKNOWN_ID applications.ndjson:2: clarifications[1].element: the application has no element `all`"});
  EXPECT_EQ(in_round(R"("tie_break": ["need"])", R"("tie_break": ["plan", "needs"])"),
            Lines{"UNKNOWN_ID round.json:12: streams[1].tie_break[2]: there is no measure `needs` in this stream; the nearest is `need`"});
}

TEST(MistakesBetweenRecords, ALostTableMakesNoUnknownIds) {
  Texts texts = sound_texts();
  texts["organisations.csv"] = "id,name,type\n\"GB,Alpha,community\n";
  EXPECT_EQ(mistakes(texts), Lines{"BAD_CSV organisations.csv:2: a cell of this row has opening quotes and no closing ones; everything after them was taken for its text"});
  texts = sound_texts();
  texts["round.json"] = "{";
  EXPECT_EQ(mistakes(texts), Lines{"NOT_JSON round.json:1:2: this is not JSON: it ends before its last bracket is closed"});
}

TEST(MistakesBetweenRecords, ThingsAreNamedOnce) {
  EXPECT_EQ(in_application(R"("partners":[)", R"("partners":[{"organisation":"GB-CHC-2","required":false},)"),
            Lines{"DUPLICATE_ID applications.ndjson:2: partners[2].organisation: the partner `GB-CHC-2` is named twice in this application"});
  EXPECT_EQ(in_application(R"({"id":"E2","title":"Rooms")", R"({"id":"E1","title":"Rooms")").at(0),
            "DUPLICATE_ID applications.ndjson:2: elements[2].id: the element `E1` stands twice in this application");
  EXPECT_EQ(in_round(R"("tie_break": ["need"])", R"("tie_break": ["need", "plan", "need"])"),
            Lines{"DUPLICATE_ID round.json:12: streams[1].tie_break[3]: the measure `need` is named twice"});
}

TEST(MistakesBetweenRecords, ManyElementsAreStillNamedOnce) {
  std::string elements;
  for (int i = 0; i < 200; ++i) elements += R"({"id":"X)" + std::to_string(i % 199) + R"(","title":"t","cost":1},)";
  EXPECT_EQ(in_application(R"("elements":[)", "\"elements\":[" + elements),
            Lines{"DUPLICATE_ID applications.ndjson:2: elements[200].id: the element `X0` stands twice in this application"});
}

TEST(MistakesBetweenRecords, NoElementNeedsItself) {
  EXPECT_EQ(in_application(R"("needs":["E1"])", R"("needs":["E2"])"), Lines{"NEEDS_IN_A_CIRCLE applications.ndjson:2: elements[2].needs[1]: the element `E2` needs itself"});
  EXPECT_EQ(in_application(R"("cost":20000,)", R"("cost":20000,"needs":["E2"],)"), Lines{"NEEDS_IN_A_CIRCLE applications.ndjson:2: elements[2].needs: `E1` needs `E2`, which needs `E1`"});
  EXPECT_EQ(in_application(R"("elements":[{"id":"E1","title":"Workers","cost":20000,)",
                           R"("elements":[{"id":"E0","title":"t","cost":0,"needs":["E2"]},{"id":"E3","title":"t","cost":1,"needs":["E2"]},{"id":"E1","title":"Workers","cost":20000,"needs":["E3"],)"),
            Lines{"NEEDS_IN_A_CIRCLE applications.ndjson:2: elements[2].needs: `E2` needs `E1`, which needs `E3`, which needs `E2`"});
}

TEST(MistakesBetweenRecords, AmountsAreNotNegativeAndMayBeZero) {
  EXPECT_EQ(in_application(R"("amount_requested":5)", R"("amount_requested":-0.01)"),
            Lines{"NEGATIVE_AMOUNT applications.ndjson:1: amount_requested: an amount cannot be negative, found -0.01"});
  EXPECT_EQ(in_application(R"("cost":20000)", R"("cost":-5)"), Lines{"NEGATIVE_AMOUNT applications.ndjson:2: elements[1].cost: an amount cannot be negative, found -5.00"});
  EXPECT_EQ(in_round(R"("budget": 5)", R"("budget": -5)"), Lines{"NEGATIVE_AMOUNT round.json:15: streams[2].budget: an amount cannot be negative, found -5.00"});
  EXPECT_EQ(in_round(R"("minimum_award": 1000)", R"("minimum_award": -1)"), Lines{"NEGATIVE_AMOUNT round.json:7: streams[1].minimum_award: an amount cannot be negative, found -1.00"});
  read(changed_in("round.json", R"("budget": 5)", R"("budget": 0)"));
  read(changed_in("applications.ndjson", R"("amount_requested":5)", R"("amount_requested":0)"));
}

TEST(MistakesBetweenRecords, StreamsHoldTogether) {
  EXPECT_EQ(in_round(R"("minimum_award": 1000)", R"("minimum_award": 60000.01)"),
            Lines{"LIMITS_REVERSED round.json:7: streams[1].minimum_award: the smallest award 60000.01 is more than the largest, 60000.00"});
  EXPECT_EQ(in_round(R"("closes": "2012-02-29",)", R"("closes": "2011-12-31",)"),
            Lines{"DATES_REVERSED round.json:6: streams[1].closes: it closes on 31 December 2011, before it opens on 1 January 2012"});
  EXPECT_EQ(in_round(R"("agency": "PHA", "amount": "£40,000.00")", R"("agency": "PHA", "amount": "39999.99")"),
            Lines{"SUM_DIFFERS round.json:13: streams[1].sources: the sources sum to 99999.99, the budget is 100000.00"});
  EXPECT_EQ(in_round(R"("agency": "PHA", "amount": "£40,000.00")", R"("agency": "PHA", "amount": -40000)").at(0),
            "NEGATIVE_AMOUNT round.json:13: streams[1].sources[2].amount: an amount cannot be negative, found -40000.00");
  read(changed_in("round.json", R"("closes": "2012-02-29",)", R"("closes": "2012-01-01",)"));   // opens and closes on one day
}

TEST(MistakesBetweenRecords, ScoringHoldsTogether) {
  EXPECT_EQ(in_round(R"("scoring": "consensus")", R"("scoring": "consensus", "minimum_total": 5, "measures": [])"),
            Lines{"SCORING_MIXED round.json:15: streams[2].minimum_total: `minimum_total` stands without `measures`: measures, minimum_total and tie_break "
                  "come together from the stream, or all three from the pack"});
  EXPECT_EQ(in_round(R"("weight": 30)", R"("weight": 0)"), Lines{"OUT_OF_RANGE round.json:9: streams[1].measures[1].weight: expected a weight above 0, found 0"});
  EXPECT_EQ(in_round(R"("scale": [0, 5])", R"("scale": [5, 5])").at(0),
            "BAD_SCALE round.json:9: streams[1].measures[1].scale: expected a scale like [0, 5], the lower mark first and the higher above 0, found [5, 5]");
  EXPECT_EQ(in_round(R"("scale": [0, 5])", R"("scale": [5])").at(0), "BAD_SCALE round.json:9: streams[1].measures[1].scale: expected a scale of two marks like [0, 5], found 1");
  EXPECT_EQ(in_round(R"("minimum": 2)", R"("minimum": 5.5)"), Lines{"OFF_SCALE round.json:9: streams[1].measures[1].minimum: the minimum 5.5 is off the scale: 0 to 5"});
  EXPECT_EQ(in_round(R"("minimum_total": 50)", R"("minimum_total": 100.5)"), Lines{"OUT_OF_RANGE round.json:12: streams[1].minimum_total: expected a number from 0 to 100, found 100.5"});
  EXPECT_EQ(in_round(R"("quorum": 2)", R"("quorum": 0)"), Lines{"OUT_OF_RANGE round.json:17: panel.quorum: expected 1 or more, found 0"});
  read(changed_in("round.json", R"("minimum_total": 50)", R"("minimum_total": 100)"));
}

TEST(MistakesBetweenRecords, PanelIsNobodysId) {
  EXPECT_EQ(in_round(R"({"id": "m2", "agency": "PHA"})", R"({"id": "panel", "agency": "PHA"})").at(0),
            "RESERVED_ID round.json:18: panel.members[1].id: `panel` is the name under which agreed marks of the whole panel stand; give the member another id");
}

TEST(MistakesBetweenRecords, MarksHaveTheirMemberApplicationAndMeasure) {
  EXPECT_EQ(in_scores("m2,A1,need", "m3,A1,need"), Lines{"UNKNOWN_ID scores.csv:2: member: there is no member of the panel `m3`; the nearest is `m1`"});
  EXPECT_EQ(in_scores("m2,A1,need", "m2,A9,need"), Lines{"UNKNOWN_ID scores.csv:2: application: there is no application `A9`; the nearest is `A1`"});
  EXPECT_EQ(in_scores("m2,A1,need", "m2,A1,ned"), Lines{"UNKNOWN_ID scores.csv:2: measure: the stream `family` has no measure `ned`; the nearest is `need`"});
  EXPECT_EQ(in_scores("panel,A2", "panel,A1").at(0), "UNKNOWN_ID scores.csv:5: member: `panel` stands for the marks agreed by the whole panel; the stream `family` is "
                                                     "scored by each member, unless its `scoring` is `consensus`");
  EXPECT_EQ(in_scores("m2,A1,need,4", "m2,A1,need,"), Lines{"MISSING_FIELD scores.csv:2: score: it is empty; expected a number like 4 or 3.25"});
}

TEST(MistakesBetweenRecords, MarksAreOnTheirScale) {
  EXPECT_EQ(in_scores("m2,A1,need,4", "m2,A1,need,5.01"), Lines{"OFF_SCALE scores.csv:2: score: the mark 5.01 is off the scale of `need`: 0 to 5"});
  EXPECT_EQ(in_scores("plan.aims,7.5", "plan.aims,-1"), Lines{"OFF_SCALE scores.csv:3: score: the mark -1 is off the scale of `plan`: 0 to 10"});
  read(changed_in("scores.csv", "m2,A1,need,4", "m2,A1,need,5"));
  read(changed_in("scores.csv", "m2,A1,need,4", "m2,A1,need,0"));
}

TEST(MistakesBetweenRecords, PartsAreMarkedWhereThereAreParts) {
  EXPECT_EQ(in_scores("plan.aims", "plan"), Lines{"PART_EXPECTED scores.csv:3: measure: the measure `plan` is marked by its parts aims and steps; write `plan.aims`"});
  EXPECT_EQ(in_scores("plan.aims", "plan.ains"), Lines{"UNKNOWN_ID scores.csv:3: measure: the measure `plan` has no part `ains`; the nearest is `aims`"});
  EXPECT_EQ(in_scores("m2,A1,need", "m2,A1,need.aims"), Lines{"UNKNOWN_ID scores.csv:2: measure: the measure `need` has no parts, found `aims`"});
}

TEST(MistakesBetweenRecords, WhatAPluginScoresNobodyMarks) {
  base::Scoring scoring = pack_scoring();
  scoring.measures[0].use = 0;   // `need` of the pack: of the stream of A2, which has no measures of its own
  try {
    read_round(source_of(sound_texts()), core_schema(), scoring);
    FAIL() << "there is a mark for a measure that a plug-in scores";
  } catch (const base::Refused& refused) {
    EXPECT_EQ(refused.exit_code, 2);
    ASSERT_EQ(refused.problems.size(), 1u);
    EXPECT_EQ(base::uncoded(refused.problems[0]), "scores.csv:5: measure: the measure `need` is scored by a plug-in of the pack, not by the panel; leave its marks out");
  }
}

TEST(MistakesBetweenRecords, AMarkIsGivenOnce) {
  Texts texts = sound_texts();
  texts["scores.csv"] += "m1,A1,plan.aims,7.5,\n";
  EXPECT_EQ(mistakes(texts), Lines{"DUPLICATE_MARK scores.csv:6: `m1` marks `plan.aims` of `A1` twice; the first mark stands on line 3"});
}

}  // namespace
}  // namespace remit::intake

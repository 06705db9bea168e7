#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

/// The mistakes of the sound round whose first application has `from` changed to `to`.
Lines in_application(const std::string& from, const std::string& to) { return mistakes(changed_in("applications.ndjson", from, to)); }

TEST(MistakesOfFields, AnUnknownKeyNamesTheNearest) {
  EXPECT_EQ(in_application(R"("title":"Two")", R"("title":"Two","stauts":"withdrawn")"),
            Lines{"UNKNOWN_FIELD applications.ndjson:1: stauts: `stauts` is not a field of an application; the nearest is `status`"});
  EXPECT_EQ(in_application(R"("document":"letter")", R"("document":"letter","secured_at":"x")"),
            Lines{"UNKNOWN_FIELD applications.ndjson:2: partners[1].evidence.secured_at: `secured_at` is not a field of `evidence` of a partner; "
                  "the nearest is `secured_on`"});
  EXPECT_EQ(in_application(R"("question":"Which?")", R"("question":"Which?","wherefore":[{"a":[1,2]}])"),
            Lines{"UNKNOWN_FIELD applications.ndjson:2: clarifications[1].wherefore: `wherefore` is not a field of a clarification; it has element and question"});
  EXPECT_EQ(in_application(R"("title":"Two")", R"("title":"Two","framework_status":null)"),
            Lines{"UNKNOWN_FIELD applications.ndjson:1: framework_status: `framework_status` is not a field of an application; remove it, or declare it in the pack"});
}

TEST(MistakesOfFields, DerivedFieldsCannotBeGiven) {
  EXPECT_EQ(in_application(R"("title":"Two")", R"("title":"Two","share_of_budget":1)"),
            Lines{"UNKNOWN_FIELD applications.ndjson:1: share_of_budget: `share_of_budget` is not a field of an application; remove it, or declare it in the pack"});
}

TEST(MistakesOfFields, AKeyTwiceIsRefused) {
  EXPECT_EQ(in_application(R"("title":"Two")", R"("title":"Two","title":"Three")"),
            Lines{"DUPLICATE_KEY applications.ndjson:1: title: it is given twice; keep one"});
  EXPECT_EQ(in_application(R"("title":"Two")", R"("title":"Two","status":null,"\u0073tatus":"withdrawn")"),
            Lines{"DUPLICATE_KEY applications.ndjson:1: status: it is given twice; keep one"});
  EXPECT_EQ(in_application(R"("evidence":)", R"("evidence":{},"evidence":)"),
            Lines{"DUPLICATE_KEY applications.ndjson:2: partners[1].evidence: it is given twice; keep one"});
}

TEST(MistakesOfFields, RequiredOnesMustBeThere) {
  const Lines missing = {"MISSING_FIELD applications.ndjson:1: applicant: it is missing: every application needs it"};
  EXPECT_EQ(in_application(R"("applicant":"GB-CHC-2",)", ""), missing);
  EXPECT_EQ(in_application(R"("applicant":"GB-CHC-2",)", R"("applicant":null,)"), missing);
  EXPECT_EQ(in_application(R"(,"secured_on":"2012-02-03")", ""),
            Lines{"MISSING_FIELD applications.ndjson:2: partners[1].evidence.secured_on: it is missing: whoever gives `evidence` must give it too"});
  EXPECT_EQ(mistakes(changed_in("round.json", R"("title": "Family support",
  "as_of")", R"("as_of")")), Lines{"MISSING_FIELD round.json:1: title: it is missing: every round needs it"});
  Texts texts = sound_texts();
  const std::size_t panel = texts["round.json"].find("\"panel\"");
  texts["round.json"] = texts["round.json"].substr(0, panel) + R"("panel": {}})";
  texts.erase("applications.ndjson");
  texts.erase("scores.csv");
  EXPECT_EQ(mistakes(texts), (Lines{"MISSING_FIELD round.json:1: panel.id: it is missing: whoever gives `panel` must give it too",
                                    "MISSING_FIELD round.json:1: panel.members: it is missing: whoever gives `panel` must give it too"}));
}

TEST(MistakesOfFields, EmptyCountsOnlyWhereTextsAreAsked) {
  EXPECT_EQ(in_application(R"("amount_requested":5)", R"("amount_requested":" ")"),
            Lines{"MISSING_FIELD applications.ndjson:1: amount_requested: it is empty; expected an amount in pounds like 60000.00"});
  EXPECT_EQ(in_application(R"("applicant":"GB-CHC-2",)", R"("applicant":"",)"),
            Lines{"MISSING_FIELD applications.ndjson:1: applicant: it is empty; expected the id of an organisation as a text"});
  const auto round = read(changed_in("applications.ndjson", R"("title":"Two")", R"("title":" ","elements":null,"objectives":[""],"use_of_funding":"\u00a0")"));
  for (const auto field : {application_field::title, application_field::elements, application_field::objectives, application_field::use_of_funding})
    EXPECT_FALSE(round->applications.at(1, field).answered()) << field;
}

TEST(MistakesOfFields, WrongTypesSayWhatWasExpectedAndFound) {
  const auto wrong = [](const std::string& key, const std::string& value) {
    const std::string given = '"' + key + "\":" + value;
    std::string spoilt = sound_applications;
    if (key == "amount_requested") spoilt = changed(spoilt, "\"amount_requested\":5", given);
    else if (key == "submitted_at") spoilt = changed(spoilt, "\"submitted_at\":\"2012-02-11\"", given);
    else if (key == "title") spoilt = changed(spoilt, "\"title\":\"Two\"", given);
    else spoilt = changed(spoilt, "\"title\":\"Two\"", "\"title\":\"Two\"," + given);
    Texts texts = sound_texts();
    texts["applications.ndjson"] = spoilt;
    const Lines told = mistakes(texts);
    return told.size() == 1 ? told[0] : std::to_string(told.size()) + " mistakes";
  };
  EXPECT_EQ(wrong("title", "5"), "WRONG_TYPE applications.ndjson:1: title: expected a text, found the number `5`");
  EXPECT_EQ(wrong("title", "[\"a\"]"), "WRONG_TYPE applications.ndjson:1: title: expected a text, found a list");
  EXPECT_EQ(wrong("title", "true"), "WRONG_TYPE applications.ndjson:1: title: expected a text, found `true`");
  EXPECT_EQ(wrong("amount_requested", "\"sixty\""), "WRONG_TYPE applications.ndjson:1: amount_requested: expected an amount in pounds like 60000.00, found the text `sixty`");
  EXPECT_EQ(wrong("amount_requested", "{}"), "WRONG_TYPE applications.ndjson:1: amount_requested: expected an amount in pounds like 60000.00, found a group of fields");
  EXPECT_EQ(wrong("submitted_at", "\"2012-02-30\""), "WRONG_TYPE applications.ndjson:1: submitted_at: expected a day like 2012-03-31, or a day and a time like "
                                                     "2012-03-31T17:00:00, found the text `2012-02-30`");
  EXPECT_EQ(wrong("submitted_at", "20120211"), "WRONG_TYPE applications.ndjson:1: submitted_at: expected a day like 2012-03-31, or a day and a time like "
                                               "2012-03-31T17:00:00, found the number `20120211`");
  EXPECT_EQ(wrong("status", "\"withdrwan\""), "UNKNOWN_WORD applications.ndjson:1: status: expected `submitted` or `withdrawn`, found `withdrwan`; the nearest is `withdrawn`");
  EXPECT_EQ(wrong("objectives", "\"one\""), "WRONG_TYPE applications.ndjson:1: objectives: expected a list in [ ], found the text `one`; put it in [ ]");
  EXPECT_EQ(wrong("objectives", "[1]"), "WRONG_TYPE applications.ndjson:1: objectives[1]: expected a text, found the number `1`");
  EXPECT_EQ(wrong("elements", "[\"E1\"]"), "WRONG_TYPE applications.ndjson:1: elements[1]: expected a group of fields in { }, found the text `E1`");
  EXPECT_EQ(wrong("elements", R"([{"id":"E1","title":"a","cost":1,"fit":1.5}])"), "WRONG_TYPE applications.ndjson:1: elements[1].fit: expected a whole number like 3, found the number `1.5`");
  EXPECT_EQ(wrong("elements", R"([{"id":"E1","title":"a","cost":1,"fit":"1"}])"), "WRONG_TYPE applications.ndjson:1: elements[1].fit: expected a whole number like 3, found the text `1`");
  EXPECT_EQ(wrong("partners", R"([{"organisation":"GB-CHC-1","required":"yes"}])"), "WRONG_TYPE applications.ndjson:1: partners[1].required: expected yes or no (true or false), found the text `yes`");
  EXPECT_EQ(wrong("partners", R"([{"organisation":"GB-CHC-1","evidence":"letter"}])"), "WRONG_TYPE applications.ndjson:1: partners[1].evidence: expected a group of fields in { }, found the text `letter`");
}

TEST(MistakesOfFields, NoDigitIsLost) {
  const auto amount = [](const std::string& given) {
    const Lines told = in_application(R"("amount_requested":5)", R"("amount_requested":)" + given);
    return told.size() == 1 ? told[0] : std::to_string(told.size()) + " mistakes";
  };
  const std::string place = "LOSES_DIGITS applications.ndjson:1: amount_requested: ";
  EXPECT_EQ(amount("60000.005"), place + "`60000.005` has more than two decimals; amounts are in pounds and pence");
  EXPECT_EQ(amount("\"£60,000.005\""), place + "`£60,000.005` has more than two decimals; amounts are in pounds and pence");
  EXPECT_EQ(amount("6e4"), place + "`6e4` is written with an exponent; write all its digits");
  EXPECT_EQ(amount("922337203685477580.00"), place + "`922337203685477580.00` is too large an amount");
  EXPECT_EQ(mistakes(changed_in("round.json", R"("weight": 30)", R"("weight": 1.234567890123456789)")),
            Lines{"LOSES_DIGITS round.json:9: streams[1].measures[1].weight: `1.234567890123456789` has more than 18 digits"});
  EXPECT_EQ(mistakes(changed_in("round.json", R"("quorum": 2)", R"("quorum": 9007199254740992)")),
            Lines{"LOSES_DIGITS round.json:17: panel.quorum: `9007199254740992` is too large a number"});
  EXPECT_EQ(read(changed_in("round.json", R"("quorum": 2)", R"("quorum": 9007199254740991)"))->panel[panel_field::quorum].integer, 9007199254740991);
}

TEST(MistakesOfFields, AllAreToldAtOnceInTheOrderOfFilesAndLines) {
  Texts texts = sound_texts();
  texts["round.json"] = changed(texts["round.json"], R"("currency": "GBP")", R"("currency": "EUR")");
  texts["organisations.csv"] = changed(texts["organisations.csv"], "voluntary", "charity");
  texts["applications.ndjson"] = changed(texts["applications.ndjson"], R"("stream":"youth")", R"("stream":"yuoth")");
  texts["scores.csv"] = changed(texts["scores.csv"], "need,4,strong", "need,6,strong");
  EXPECT_EQ(mistakes(texts),
            (Lines{"UNKNOWN_WORD round.json:3: currency: expected `GBP`, found `EUR`",
                   "UNKNOWN_WORD organisations.csv:2: type: expected `voluntary`, `community`, `statutory`, `private` or `in_house`, found `charity`",
                   "UNKNOWN_ID applications.ndjson:1: stream: there is no stream `yuoth`; the nearest is `youth`",
                   "OFF_SCALE scores.csv:2: score: the mark 6 is off the scale of `need`: 0 to 5"}));
}

TEST(MistakesOfFields, AThousandAreListedAndTheRestCounted) {
  Texts texts = sound_texts();
  texts.erase("scores.csv");
  std::string lines;
  for (int i = 0; i < 1001; ++i) lines += "{\"id\":\"X" + std::to_string(i) + R"(","stream":"youth","applicant":"GB-CHC-1","title":"t","submitted_at":"2012-02-11","amount_requested":-1})" "\n";
  texts["applications.ndjson"] = lines;
  const Lines told = mistakes(texts);
  ASSERT_EQ(told.size(), 1001u);
  EXPECT_EQ(told.back(), "MORE_MISTAKES and 1 more mistake");
}

}  // namespace
}  // namespace remit::intake

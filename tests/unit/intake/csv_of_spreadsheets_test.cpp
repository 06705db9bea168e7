#include <gtest/gtest.h>

#include "rounds.hpp"

namespace remit::intake {
namespace {

const std::string headings = "id,stream,applicant,title,submitted_at,amount_requested,status,objectives,partners[1].organisation,partners[1].required,elements[1].id,elements[1].title,elements[1].cost\n";

Texts with_csv(const std::string& csv) {
  Texts texts = sound_texts();
  texts.erase("applications.ndjson");
  texts.erase("scores.csv");
  texts["applications.csv"] = csv;
  return texts;
}
Lines told(const std::string& csv) { return mistakes(with_csv(csv)); }

TEST(CsvOfSpreadsheets, CellsAreReadAsPeopleTypeThem) {
  const auto round = read(with_csv("\xef\xbb\xbf" + headings +
      " A1 ,youth,GB-CHC-1,\"One, or \"\"two\"\"\",31/01/2012,\"£1,000.50\",WITHDRAWN,\"Reduce waiting; Reach families\",GB-CHC-2,no,E1,Rooms,5\n"
      "A2,youth,GB-CHC-2,\xc2\xa0Two,2012-02-01 09:00,7,,\"a\nb\",,,,,\n,,,,,\n\n"));
  ASSERT_EQ(round->applications.size(), 2u);
  const base::Value* one = round->applications.rows[0];
  EXPECT_EQ(one[application_field::title].str(), "One, or \"two\"");
  EXPECT_EQ(one[application_field::amount_requested].integer, 100050);
  EXPECT_EQ(one[application_field::status].str(), "withdrawn");
  ASSERT_EQ(one[application_field::objectives].list().size(), 2u);
  EXPECT_EQ(one[application_field::objectives].list()[1].str(), "Reach families");
  EXPECT_FALSE(one[application_field::partners].list()[0].items[partner_field::required].is_yes());
  const base::Value* two = round->applications.rows[1];
  EXPECT_EQ(two[application_field::title].str(), "Two");
  EXPECT_EQ(two[application_field::objectives].list().size(), 2u);
  EXPECT_FALSE(two[application_field::partners].answered());
  EXPECT_EQ(two[application_field::status].word, status_word::submitted);
}

TEST(CsvOfSpreadsheets, SemicolonsTabsAndOldLineEndsAreKnown) {
  const std::string row = "A1,youth,GB-CHC-1,One,2012-01-31,5";
  const std::string six = "id,stream,applicant,title,submitted_at,amount_requested";
  const auto with = [](std::string text, char mark) {
    for (char& c : text) c = c == ',' ? mark : c;
    return text;
  };
  for (const char mark : {',', ';', '\t'})
    for (const char* end : {"\n", "\r\n", "\r"})
      EXPECT_EQ(read(with_csv(with(six, mark) + end + with(row, mark) + end))->applications.size(), 1u) << mark;
}

TEST(CsvOfSpreadsheets, MistakesNameTheLineTheyStandOn) {
  EXPECT_EQ(told(headings + "A1,youth,GB-CHC-1,\"One\nmore\",never,1.234,,,,,,,\nA2,youth,GB-CHC-1,\"Two\n\n\",,5,maybe,,GB-CHC-2,perhaps,,,\n"),
            (Lines{"WRONG_TYPE applications.csv:3: submitted_at: expected a day like 2012-03-31, or a day and a time like 2012-03-31T17:00:00, found `never`",
                   "LOSES_DIGITS applications.csv:3: amount_requested: `1.234` has more than two decimals; amounts are in pounds and pence",
                   "UNKNOWN_WORD applications.csv:6: status: expected `submitted` or `withdrawn`, found `maybe`",
                   "WRONG_TYPE applications.csv:6: partners[1].required: expected yes or no (true or false), found `perhaps`",
                   "MISSING_FIELD applications.csv:6: submitted_at: it is empty; expected a day like 2012-03-31, or a day and a time like 2012-03-31T17:00:00"}));
}

TEST(CsvOfSpreadsheets, HeadingsAreAsTheFileWritesThem) {
  EXPECT_EQ(told("ID,Stream,Applicant,Titel,Submitted-At,Amount Requested\nA1,youth,GB-CHC-1,One,2012-01-31,x\n"),
            (Lines{"UNKNOWN_FIELD applications.csv:1: Titel: `titel` is not a field of an application; the nearest is `title`",
                   "MISSING_FIELD applications.csv:1: title: there is no such column: every application needs it",
                   "WRONG_TYPE applications.csv:2: Amount Requested: expected an amount in pounds like 60000.00, found `x`"}));
}

TEST(CsvOfSpreadsheets, HeadingsOfListsAndGroupsAreChecked) {
  const auto heading = [](const std::string& further) {
    const Lines lines = told("id,stream,applicant,title,submitted_at,amount_requested," + further + "\n");
    return lines.empty() ? "none" : lines[0];
  };
  EXPECT_EQ(heading("title"), "DUPLICATE_KEY applications.csv:1: title: the column stands twice; keep one");
  EXPECT_EQ(heading("objectives,objectives[1]"), "DUPLICATE_KEY applications.csv:1: objectives[1]: the column stands twice; keep one");
  EXPECT_EQ(heading("partners"), "UNKNOWN_FIELD applications.csv:1: partners: `partners` is a list of records; give each of their fields a column, like `partners[1].x`");
  EXPECT_EQ(heading("title[1]"), "UNKNOWN_FIELD applications.csv:1: title[1]: `title` is a single answer; its heading is just that");
  EXPECT_EQ(heading("partners[0].organisation"), "UNKNOWN_FIELD applications.csv:1: partners[0].organisation: expected a heading like `partners[1].organisation`");
  EXPECT_EQ(heading("partners[1].organisation,partners[1].evidence"),
            "UNKNOWN_FIELD applications.csv:1: partners[1].evidence: `evidence` is a group; give each of its fields a column, like `evidence.x`");
  EXPECT_EQ(heading("partners[1].evidence.document"), "MISSING_FIELD applications.csv:1: partners[1].organisation: there is no such column: every partner needs it");
  EXPECT_EQ(heading("objectives[10001]"), "TOO_LARGE applications.csv:1: objectives[10001]: a list has at most 10000 items");
  EXPECT_EQ(heading("objectives[10000]"), "none");
}

TEST(CsvOfSpreadsheets, TheLastRowNeedsNoLineEnd) {
  EXPECT_EQ(told(headings + "A1,youth,GB-CHC-1,One,2012-01-31,x"),
            Lines{"WRONG_TYPE applications.csv:2: amount_requested: expected an amount in pounds like 60000.00, found `x`"});
}

TEST(CsvOfSpreadsheets, ACellWithoutAHeadingIsNoAnswer) {
  EXPECT_EQ(told("id,stream,applicant,title,submitted_at,amount_requested,\nA1,youth,GB-CHC-1,One,2012-01-31,5,,\nA2,youth,GB-CHC-1,One,2012-01-31,5,stray\n"),
            Lines{"UNKNOWN_FIELD applications.csv:3: the cell 7 of the row holds `stray` and stands under no heading"});
}

TEST(CsvOfSpreadsheets, AnInnerRecordIsWholeOrAbsent) {
  EXPECT_EQ(told(headings + "A1,youth,GB-CHC-1,One,2012-01-31,5,,,,yes,E1,Rooms,\n"),
            (Lines{"MISSING_FIELD applications.csv:2: elements[1].cost: it is empty; expected an amount in pounds like 60000.00",
                   "MISSING_FIELD applications.csv:2: partners[1].organisation: it is empty; expected the id of an organisation as a text"}));
}

TEST(CsvOfSpreadsheets, QuotesMatchAndBytesAreUtf8) {
  EXPECT_EQ(told("id,title\nA1,a \"b\" c\n").back(), "BAD_CSV applications.csv:2: quotes stand inside a cell; put the whole cell in quotes, and write each quote inside it twice");
  EXPECT_EQ(told("id,title\nA1,\"b\nc\n").back(),
            "BAD_CSV applications.csv:2: a cell of this row has opening quotes and no closing ones; everything after them was taken for its text");
  EXPECT_EQ(told("id,title\nA1,\xa3" "5\n"), Lines{"BAD_UTF8 applications.csv:2: the line is not UTF-8; save the sheet as \"CSV UTF-8\""});
  EXPECT_EQ(told("\xff\xfei\n"), Lines{"BAD_UTF8 applications.csv:1: this is UTF-16; save it as \"CSV UTF-8\""});
  EXPECT_EQ(told(""), Lines{"MISSING_FIELD applications.csv: the file is empty; expected a row of headings"});
  EXPECT_EQ(told(headings + std::string("A1,youth,GB-CHC-1,O\0ne,2012-01-31,5\n", 36)),
            Lines{"BAD_CHARACTER applications.csv:2: title: the text holds a NUL character; remove it"});
}

}  // namespace
}  // namespace remit::intake

// What is lodged, the fresh panel with its marks, and the order: by application, then by the day received.
#include <gtest/gtest.h>

#include "appeals.hpp"

namespace remit::intake {
namespace {

TEST(AppealsAsRead, ByApplicationAndDayReceived) {
  const Lodged lodged(sound_appeals);
  const Appeals appeals = lodged.read_all();
  ASSERT_EQ(appeals.list.size(), 2u);
  EXPECT_EQ(appeals.list[0].lodged[lodged_field::ground].str(), "merit");
  EXPECT_EQ(appeals.list[1].lodged[lodged_field::ground].str(), "misapplication");
}

TEST(AppealsAsRead, WhatRulesReadOfThem) {
  const Lodged lodged(sound_appeals);
  const Appeals appeals = lodged.read_all();
  const Appeal &merit = appeals.list[0], &misapplication = appeals.list[1];
  EXPECT_EQ(misapplication.lodged[lodged_field::application].str(), "A1");
  EXPECT_EQ(misapplication.lodged[lodged_field::by].str(), "GB-CHC-1");
  EXPECT_EQ(misapplication.lodged[lodged_field::views].str(), "Read again.");
  EXPECT_EQ(misapplication.lodged[lodged_field::fresh_panel].str(), "f");
  EXPECT_FALSE(misapplication.lodged[lodged_field::no_fresh_panel].answered());
  EXPECT_EQ(merit.lodged[lodged_field::no_fresh_panel].str(), "not a ground");
  EXPECT_FALSE(merit.lodged[lodged_field::views].answered());
  EXPECT_EQ(merit.panel, nullptr);
  EXPECT_EQ(lodged.round->applications.at(misapplication.application, application_field::id).str(), "A1");
  EXPECT_EQ(lodged.round->organisations.at(merit.by, organisation_field::id).str(), "GB-CHC-2");
}

TEST(AppealsAsRead, TheFreshPanelStandsAsThatOfARound) {
  const Lodged lodged(sound_appeals);
  const Appeals appeals = lodged.read_all();
  const Appeal& a = appeals.list[1];
  ASSERT_NE(a.panel, nullptr);
  EXPECT_EQ(a.panel[panel_field::id].str(), "f");
  EXPECT_EQ(a.panel[panel_field::quorum].integer, 1);   // the stated default
  ASSERT_EQ(a.members.size(), 2u);
  EXPECT_EQ(a.members.at(0, member_field::id).str(), "f1");
  EXPECT_TRUE(a.members.at(0, member_field::chair).is_yes());
  EXPECT_EQ(a.members.find("f2"), 1);
  ASSERT_EQ(a.declarations.size(), 1u);
  EXPECT_EQ(a.declarations.at(0, declaration_field::organisation).str(), "GB-CHC-1");
}

TEST(AppealsAsRead, MarksAreMatchedAndSorted) {
  const Lodged lodged(sound_appeals);
  const Appeals appeals = lodged.read_all();
  const auto& marks = appeals.list[1].marks;
  ASSERT_EQ(marks.size(), 3u);
  EXPECT_EQ(marks[0].member, 0);
  EXPECT_EQ(marks[0].measure, 0);
  EXPECT_EQ(marks[0].part, no_part);
  EXPECT_EQ(marks[0].justification, "the table says so");
  EXPECT_EQ(marks[1].measure, 1);
  EXPECT_EQ(marks[1].part, 1);
  EXPECT_EQ(marks[1].score.integer, 10);
  EXPECT_EQ(marks[2].member, 1);
  ASSERT_EQ(marks[2].score.kind, base::Kind::ratio);
  EXPECT_EQ(marks[2].score.ratio->exact(), "15/2");
  EXPECT_EQ(marks[2].application, appeals.list[1].application);
}

TEST(AppealsAsRead, ADocumentHoldsThemToo) {
  const std::string document = changed(sound_round, "\n}\n", ",\n\"appeals\": " + sound_appeals + "}\n");
  Texts texts = sound_texts();
  texts["round.json"] = document;
  const Lodged lodged("", texts);
  const Appeals in_document = lodged.read_all();
  ASSERT_EQ(in_document.list.size(), 2u);
  const Lodged alone(sound_appeals);
  EXPECT_EQ(in_document.list[1].canonical, alone.read_all().list[1].canonical);
  EXPECT_EQ(lodged.round->digest, alone.round->digest);   // appeals are no part of what was decided
}

TEST(AppealsAsRead, CanonicalText) {
  const Lodged lodged(R"([{"received":"2012-03-09", "ground":" merit ", "by":"GB-CHC-1","application":"A2","views":""}])");
  EXPECT_EQ(lodged.read_all().list[0].canonical, R"({"application":"A2","by":"GB-CHC-1","ground":"merit","received":"2012-03-09"})");
}

TEST(AppealsAsRead, NeitherAFreshPanelNorAReasonIsForTheFindings) {
  const Lodged lodged(R"([{"application":"A2","ground":"","by":"GB-CHC-1","received":"2012-03-09"}])");
  const Appeals appeals = lodged.read_all();
  ASSERT_EQ(appeals.list.size(), 1u);
  EXPECT_EQ(appeals.list[0].panel, nullptr);
  EXPECT_FALSE(appeals.list[0].lodged[lodged_field::ground].answered());
}

TEST(AppealsAsRead, AgreedMarksOfAFreshPanelWhereTheStreamScoresByConsensus) {
  const Lodged lodged(R"([{"application":"A2","ground":"g","by":"GB-CHC-2","received":"2012-03-09",
    "fresh_panel":{"id":"f","members":[{"id":"f1","agency":"PHA"}]},"scores":[{"member":"panel","measure":"need","score":5}]}])");
  EXPECT_EQ(lodged.read_all().list[0].marks.at(0).member, consensus_member);
}

TEST(AppealsAsRead, NoneAtAll) { EXPECT_TRUE(Lodged("[]").read_all().list.empty()); }

}  // namespace
}  // namespace remit::intake

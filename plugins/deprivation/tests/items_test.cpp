// The three items of deprivation: facts, the measure with its exact scale, and the criterion.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <remit/testing.hpp>

using remit::outcome;
using remit::testing::value;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class Items : public testing::Test {
 protected:
  Items() {
    std::string table = "area,decile,rank\n";
    for (int decile = 1; decile <= 10; ++decile) table += "E0100000" + std::to_string(decile % 10) + "," + std::to_string(decile) + "," + std::to_string(decile * 100) + "\n";
    host_.file("areas", table + "95AA01S1,4,\n").setting("low", "0").setting("high", "5").setting("most", "3");
  }
  remit::testing::answer ask(const std::string& item, const std::string& area) {
    remit::testing::record application;
    if (!area.empty()) application.set("application.small_area", area);
    const auto use = host_.bind(item);
    EXPECT_EQ(use.refused(), "");
    auto answer = use.ask(application);
    EXPECT_THAT(answer.faults, IsEmpty());
    return answer;
  }
  std::string refused(const std::string& item) { return host_.bind(item).refused(); }
  remit::testing::host host_{remit_plugin_entry_v1()};
};

TEST_F(Items, FactsOfAnAreaThatIsInTheTable) {
  EXPECT_THAT(host_.mistakes(), IsEmpty());
  const auto answer = ask("area", "E01000002");
  EXPECT_EQ(answer.fact("decile"), value(2));
  EXPECT_EQ(answer.fact("rank"), value(200));
  EXPECT_EQ(answer.fact("area_known"), value(true));
  EXPECT_EQ(ask("area", "95AA01S1").fact("rank"), value());
}

TEST_F(Items, NothingIsMadeUpForAnAreaThatIsNot) {
  const auto unknown = ask("area", "E01999999");
  EXPECT_EQ(unknown.fact("area_known"), value(false));
  EXPECT_EQ(unknown.fact("decile"), value());
  EXPECT_THAT(ask("area", "").facts, IsEmpty());   // nobody answered: not even that it is not known
}

TEST_F(Items, TheMeasureGoesInNineEqualStepsFromDecileTenToDecileOne) {
  const auto score = [&](const char* area) {
    const auto answer = ask("need", area);
    return answer.score ? std::to_string(answer.score->num) + "/" + std::to_string(answer.score->den) : "none";
  };
  EXPECT_EQ(score("E01000001"), "5/1");
  EXPECT_EQ(score("E01000002"), "40/9");    // 5 x 8/9
  EXPECT_EQ(score("E01000004"), "10/3");    // 5 x 6/9
  EXPECT_EQ(score("E01000000"), "0/1");     // decile 10
  host_.setting("low", "1/2").setting("high", "7/2");   // 1/2 + 3 x (10 - decile) / 9
  EXPECT_EQ(score("E01000001"), "7/2");
  EXPECT_EQ(score("E01000005"), "13/6");    // 1/2 + 15/9
  EXPECT_EQ(score("E01000000"), "1/2");
  const auto answer = ask("need", "E01000001");
  EXPECT_THAT(answer.reasons, ElementsAre("E01000001 is in decile 1, the most deprived tenth"));
  EXPECT_EQ(answer.evidence("decile"), value(1));
}

TEST_F(Items, TheMeasureHasNoScoreToGiveForAnAreaThatIsNotKnown) {
  const auto answer = ask("need", "E02000001");
  EXPECT_EQ(answer.outcome, outcome::refer);
  EXPECT_FALSE(answer.score);
  EXPECT_THAT(answer.reasons, ElementsAre("\"E02000001\" is a middle layer super output area; the lower layer ones in it begin with E01"));
}

TEST_F(Items, TheCriterionPassesUpToADecile) {
  EXPECT_EQ(ask("in-deprived-area", "E01000003").outcome, outcome::pass);
  const auto answer = ask("in-deprived-area", "E01000004");
  EXPECT_EQ(answer.outcome, outcome::fail);
  EXPECT_THAT(answer.reasons, ElementsAre("E01000004 is in decile 4; needed decile 3 or a lower one"));
  EXPECT_EQ(answer.evidence("rank"), value(400));
}

TEST_F(Items, TheCriterionSendsToAPersonWhatItDoesNotKnow) {
  const auto says = [&](const char* area, const char* words) {
    const auto answer = ask("in-deprived-area", area);
    EXPECT_EQ(answer.outcome, outcome::refer);
    EXPECT_THAT(answer.reasons, ElementsAre(words));
  };
  says("", "the application does not say which small area it is for");
  says("E01999999", "E01999999 is not among the 11 areas of the table that was supplied");
  says("ME4 4TR", "\"ME4 4TR\" looks like a postcode; this plug-in knows small areas, by codes such as E01012345");
}

TEST_F(Items, SettingsThatCannotBeAreRefused) {
  host_.setting("most", "11");
  EXPECT_EQ(refused("in-deprived-area"), "setting `most` is the highest decile that passes, 1 to 10; it is 11");
  host_.setting("high", "0");
  EXPECT_EQ(refused("need"), "setting `high` must be above `low`: a more deprived area scores more");
  host_.setting("high", "2000000");
  EXPECT_EQ(refused("need"), "settings `low` and `high` are the ends of a scale, such as 0 and 5; these are too large");
  EXPECT_EQ(refused("area"), "");   // the settings of the others are nothing to it
  host_.setting("decile_column", "IMD Decile");
  EXPECT_EQ(refused("area"), "areas: line 1 has no heading \"IMD Decile\"; it has area, decile, rank");
}

}  // namespace

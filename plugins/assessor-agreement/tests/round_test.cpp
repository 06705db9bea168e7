// A round as the host shows it: outliers on applications, agreement and leanings on the round.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <remit/plugin.hpp>
#include <remit/testing.hpp>

namespace {

using remit::testing::record;
using remit::testing::value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// By member, then by measure.
using Sheets = std::map<std::string, std::vector<std::pair<std::string, value>>>;
using Settings = std::vector<std::pair<std::string, std::string>>;

record application(const Sheets& sheets, const std::string& stream = "s1", const std::string& set_aside = "") {
  record r;
  r.set("stream.id", stream);
  for (const auto& [member, marks] : sheets) {
    record& sheet = r.add("scores.sheets");
    sheet.set("member", member).set("counted", member != set_aside);
    for (const auto& [measure, score] : marks) sheet.add("marks").set("measure", measure).set("score", score);
  }
  return r;
}

remit::testing::answer checked(const std::vector<std::pair<std::string, record>>& subjects, const Settings& settings = {}) {
  remit::testing::host host(remit_plugin_entry_v1());
  EXPECT_THAT(host.mistakes(), IsEmpty());
  for (const auto& [name, text] : settings) host.setting(name, text);
  const auto use = host.bind("agreement");
  EXPECT_EQ(use.refused(), "");
  auto answer = use.across({}, subjects);
  EXPECT_EQ(answer.outcome, remit::outcome::pass) << answer.cause;
  EXPECT_THAT(answer.faults, IsEmpty());
  return answer;
}

std::vector<std::string> said_of(const remit::testing::answer& a, std::string_view application) {
  std::vector<std::string> out;
  for (const auto& f : a.findings)
    if (f.application == application) out.push_back(f.words);
  return out;
}

record of_three(int a, int b, int c) { return application({{"m1", {{"need", a}}}, {"m2", {{"need", b}}}, {"m3", {{"need", c}}}}); }

TEST(Round, SendsMarksFarFromTheOthersToModeration) {
  const auto a = checked({{"A1", of_three(4, 4, 1)}, {"A2", of_three(4, 3, 2)}});
  EXPECT_EQ(a.found("A1"), remit::outcome::refer);
  EXPECT_THAT(said_of(a, "A1"), ElementsAre("the marks of m3 for `need` lie 3 from the median of the others (needed at most 2): moderate before the panel meets"));
  EXPECT_EQ(a.found("A2"), remit::outcome::pass);
  EXPECT_EQ(a.evidence("spread_need"), value(remit::ratio{3, 1}));
}

TEST(Round, SaysOfTwoAssessorsThatTheyLieApart) {
  const auto a = checked({{"A1", application({{"m1", {{"need", 1}}}, {"m2", {{"need", 4}}}})}});
  EXPECT_THAT(said_of(a, "A1"), ElementsAre("the marks of m1 and m2 for `need` lie 3 apart (needed at most 2): moderate before the panel meets"));
}

TEST(Round, FollowsTheSpread) {
  // the median of 4 and 3 is 3.5, and 2 lies 1.5 from it
  const std::vector<std::pair<std::string, record>> subjects{{"A1", of_three(4, 3, 2)}};
  EXPECT_THAT(said_of(checked(subjects, {{"spread", "3/2"}}), "A1"), IsEmpty());
  EXPECT_THAT(said_of(checked(subjects, {{"spread", "149/100"}}), "A1"), testing::SizeIs(2));   // m1 lies 1.5 from 2.5
}

TEST(Round, LeavesSheetsOutThatWereSetAside) {
  const auto a = checked({{"A1", application({{"m1", {{"need", 1}}}, {"m2", {{"need", 5}}}, {"m3", {{"need", 5}}}}, "s1", "m1")}});
  EXPECT_THAT(said_of(a, "A1"), IsEmpty());
}

TEST(Round, TakesTheMeanOfParts) {
  const auto a = checked({{"A1", application({{"m1", {{"need", 1}, {"need", 4}}}, {"m2", {{"need", 5}}}, {"m3", {{"need", 5}}}})}});
  EXPECT_THAT(said_of(a, "A1"), ElementsAre(HasSubstr("the marks of m1 for `need` lie 2.5 from the median")));
}

TEST(Round, ComparesSumsOfSheetsWhereAsked) {
  const auto sheet = [](int score) { return std::vector<std::pair<std::string, value>>{{"need", score}, {"plan", score}}; };
  const std::vector<std::pair<std::string, record>> subjects{{"A1", application({{"m1", sheet(2)}, {"m2", sheet(4)}, {"m3", sheet(4)}})}};
  EXPECT_THAT(said_of(checked(subjects), "A1"), IsEmpty());
  EXPECT_THAT(said_of(checked(subjects, {{"sum_spread", "3"}}), "A1"), ElementsAre(HasSubstr("the marks of m1 in all lie 4 from the median of the others (needed at most 3)")));
}

TEST(Round, TellsTheAgreementOfEachStreamAndMeasure) {
  const auto a = checked({{"A1", of_three(1, 1, 2)}, {"A2", of_three(5, 5, 5)}, {"B1", application({{"m1", {{"need", 1}}}, {"m2", {{"need", 5}}}}, "s2")},
                          {"B2", application({{"m1", {{"need", 5}}}, {"m2", {{"need", 1}}}}, "s2")}},
                         {{"spread", "5"}});
  // s1: within 1,1,2 the squared differences sum to 4 (both ways), halved: 2; among all six marks to 2 x (6 x 81 - 19 x 19) = 250;
  // alpha = 1 - 5 x 2 / 250 = 24/25. s2: -1/2, as in statistics_test.cpp.
  EXPECT_THAT(said_of(a, ""),
              ElementsAre("stream s2: the assessors agree too little, by -0.500 on `need` (4 marks of 2 applications); at least 2/3 is needed (Krippendorff's alpha)",
                          "stream s1: the assessors agree well enough, by 0.960 on `need` (6 marks of 2 applications); at least 2/3 is needed (Krippendorff's alpha)"));
  EXPECT_EQ(a.found(""), remit::outcome::refer);
  EXPECT_EQ(a.evidence("alpha_s1_need"), value(remit::ratio{24, 25}));
  EXPECT_EQ(a.evidence("alpha_s2_need"), value(remit::ratio{-1, 2}));
}

TEST(Round, SaysWhereNoAgreementCanBeTold) {
  const auto a = checked({{"A1", application({{"m1", {{"need", 3}}}})}});
  EXPECT_EQ(a.found(""), remit::outcome::pass);
  EXPECT_THAT(said_of(a, ""), ElementsAre(HasSubstr("no agreement can be told")));
}

TEST(Round, NamesAssessorsWhoAreHarderThanTheRest) {
  // m3 gives 2 less than the others each time; the others are each 1 above the mean of the rest
  const std::vector<std::pair<std::string, record>> three{{"A1", of_three(4, 4, 2)}, {"A2", of_three(3, 3, 1)}, {"A3", of_three(5, 5, 3)}};
  EXPECT_THAT(said_of(checked(three), ""), testing::Contains("stream s1: m3 marks 2 lower than the others on average (3 marks of 3 applications); at most 1 is expected"));
  EXPECT_THAT(said_of(checked(three), ""), testing::Not(testing::Contains(HasSubstr("m1 marks"))));
  EXPECT_THAT(said_of(checked(three, {{"severity", "1/2"}}), ""), testing::Contains(HasSubstr("m1 marks 1 higher")));
  const std::vector<std::pair<std::string, record>> two(three.begin(), three.begin() + 2);
  EXPECT_THAT(said_of(checked(two), ""), testing::Not(testing::Contains(HasSubstr("m3 marks"))));   // twice is not a habit
  EXPECT_THAT(said_of(checked(two, {{"severity_from", "2"}}), ""), testing::Contains(HasSubstr("m3 marks 2 lower")));
}

TEST(Round, WithoutSheetsPasses) {
  const auto a = checked({{"A1", application({})}});
  EXPECT_EQ(a.found("A1"), remit::outcome::pass);
}

TEST(Round, RefusesSettingsThatItDoesNotKnow) {
  for (const auto& [name, text] : Settings{{"spread", "-1"}, {"spread", "far"}, {"severity", "-1/2"}, {"agreement", "2"}, {"severity_from", "0"}}) {
    remit::testing::host host(remit_plugin_entry_v1());
    host.setting(name, text);
    EXPECT_THAT(host.bind("agreement").refused(), HasSubstr("setting `" + name + "`")) << text;
  }
}

}  // namespace

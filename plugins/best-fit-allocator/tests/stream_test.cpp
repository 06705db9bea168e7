// A stream as the host shows it: awards, the words for each application, the notes, and what goes to people.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <remit/plugin.hpp>
#include <remit/testing.hpp>

namespace {

using remit::testing::record;
using testing::HasSubstr;

struct Applicant {
  std::string id;
  std::int64_t rank, total, pounds;
  std::vector<std::pair<std::string, std::int64_t>> elements = {};   // id, pounds
};

record stream(std::int64_t pounds) {
  record r;
  r.set("stream.budget", remit::money{pounds * 100});
  return r;
}

std::vector<std::pair<std::string, record>> subjects(const std::vector<Applicant>& applicants) {
  std::vector<std::pair<std::string, record>> out;
  for (const Applicant& a : applicants) {
    record r;
    r.set("scores.rank", a.rank).set("scores.total", a.total).set("application.amount_requested", remit::money{a.pounds * 100});
    for (const auto& [id, cost] : a.elements) r.add("application.elements").set("id", id).set("cost", remit::money{cost * 100});
    out.emplace_back(a.id, std::move(r));
  }
  return out;
}

remit::testing::answer allocated(const record& of, const std::vector<Applicant>& applicants,
                                 const std::vector<std::pair<std::string, std::string>>& settings = {}) {
  remit::testing::host host(remit_plugin_entry_v1());
  EXPECT_THAT(host.mistakes(), testing::IsEmpty());
  for (const auto& [name, text] : settings) host.setting(name, text);
  const auto use = host.bind("best-fit");
  EXPECT_EQ(use.refused(), "");
  auto answer = use.across(of, subjects(applicants));
  EXPECT_THAT(answer.faults, testing::IsEmpty());
  return answer;
}

TEST(Stream, PassesTheDearOverForTwoThatCountMore) {
  const auto a = allocated(stream(100'000), {{"A1", 1, 90, 60'000}, {"A2", 2, 80, 50'000}, {"A3", 3, 70, 50'000}});
  EXPECT_EQ(a.awarded("A1").kind, "nothing");
  EXPECT_EQ(a.awarded("A1").words,
            "passed over though ranked 1: the £60,000 that it asks for count more elsewhere; in rank order it would be funded whole; "
            "funded whole, the stream would count 60 points less, for its money goes to A2 and A3");
  EXPECT_EQ(a.awarded("A2").kind, "whole");
  EXPECT_EQ(a.awarded("A2").words, "funded whole, though ranked 2: in rank order nothing would be left for it");
  ASSERT_EQ(a.notes.size(), 3u);
  EXPECT_EQ(a.notes[0],
            "the best fit counts 150 points for £100,000 of £100,000, the most that the budget can pay for; rank order would count "
            "90 points for £60,000");
  EXPECT_EQ(a.notes[1], "more than in rank order goes to A2 and A3");
  EXPECT_EQ(a.notes[2], "less than in rank order, or nothing, goes to A1");
}

TEST(Stream, FundsPartsByTheirShareOfTheTotal) {
  const std::vector<Applicant> applicants{{"A1", 1, 90, 60'000}, {"A2", 2, 80, 80'000, {{"E1", 30'000}, {"E2", 10'000}, {"E3", 40'000}}}};
  const auto a = allocated(stream(100'000), applicants);
  EXPECT_EQ(a.awarded("A1").kind, "whole");
  EXPECT_EQ(a.awarded("A2").kind, "parts");
  EXPECT_EQ(a.awarded("A2").elements, (std::vector<std::string>{"E1", "E2"}));
  EXPECT_THAT(a.awarded("A2").words, HasSubstr("funded in parts: E1, E2 for £40,000 count 40 points of its 80 points"));
  EXPECT_THAT(a.notes, testing::Contains("everybody gets what rank order would give"));
  const auto whole_only = allocated(stream(100'000), applicants, {{"parts", "none"}});
  EXPECT_EQ(whole_only.awarded("A2").kind, "nothing");
}

TEST(Stream, LeavesEqualRanksThatCouldBeExchangedToPeople) {
  const auto a = allocated(stream(90), {{"A1", 1, 90, 50}, {"A2", 2, 80, 40}, {"A3", 2, 80, 40}, {"A4", 4, 5, 5}});
  EXPECT_EQ(a.awarded("A1").kind, "whole");
  EXPECT_EQ(a.awarded("A2").kind, "refer");
  EXPECT_EQ(a.awarded("A3").kind, "refer");
  EXPECT_EQ(a.awarded("A4").kind, "nothing");
  EXPECT_THAT(a.awarded("A2").words, HasSubstr("shares rank 2 with A3"));
  EXPECT_THAT(a.notes, testing::Contains(HasSubstr("£40 is kept for them")));
}

TEST(Stream, DecidesEqualRanksThatAskForDifferentSums) {
  const auto a = allocated(stream(100), {{"A1", 1, 90, 60}, {"A2", 2, 80, 40}, {"A3", 2, 80, 39}});
  EXPECT_EQ(a.awarded("A2").kind, "nothing");
  EXPECT_EQ(a.awarded("A3").kind, "whole");   // the same points for less money
}

TEST(Stream, LeavesEqualRanksOpenWhereOtherSumsOfThemComeToTheSame) {
  // A1 and A4, or A2 and A3: 50 pounds and two totals either way
  const auto a = allocated(stream(50), {{"A1", 1, 80, 10}, {"A2", 1, 80, 25}, {"A3", 1, 80, 25}, {"A4", 1, 80, 40}});
  // (A1 with A2 costs least of all pairs: 35; with the 15 left nobody else can be paid)
  EXPECT_EQ(a.awarded("A1").kind, "whole");
  EXPECT_EQ(a.awarded("A2").kind, "refer");
  EXPECT_EQ(a.awarded("A3").kind, "refer");
  EXPECT_EQ(a.awarded("A4").kind, "nothing");
}

TEST(Stream, GivesTheBetterRankMoreWhereAllElseIsEqual) {
  // 60 + 20 points or 50 + 30 points, the same money
  const auto a = allocated(stream(80), {{"A1", 1, 60, 60}, {"A2", 2, 50, 50}, {"A3", 3, 30, 30}, {"A4", 4, 20, 20}});
  EXPECT_EQ(a.awarded("A1").kind, "whole");
  EXPECT_EQ(a.awarded("A4").kind, "whole");
  EXPECT_EQ(a.awarded("A2").kind, "nothing");
  EXPECT_THAT(a.awarded("A2").words, HasSubstr("funded whole, the stream would count the same for the same money"));
}

TEST(Stream, GoesToPeopleWhereTheWorkRunsOut) {
  std::vector<Applicant> applicants;
  std::mt19937_64 random(3);
  for (std::int64_t i = 0; i < 60; ++i) applicants.push_back({"A" + std::to_string(100 + i), i + 1, 100 - i, 10'000 + static_cast<std::int64_t>(random() % 5000)});
  const auto a = allocated(stream(300'000), applicants, {{"nodes", "150"}});
  for (const Applicant& applicant : applicants) EXPECT_EQ(a.awarded(applicant.id).kind, "refer");
  EXPECT_THAT(a.notes, testing::ElementsAre(HasSubstr("was not proven within 150 steps")));
}

TEST(Stream, WithoutApplicationsHasANoteAndNoAwards) {
  const auto a = allocated(stream(100), {});
  EXPECT_EQ(a.outcome, remit::outcome::pass);
  EXPECT_TRUE(a.awards.empty());
}

TEST(Stream, RefusesSettingsThatItDoesNotKnow) {
  for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{{"parts", "half"}, {"nodes", "0"}, {"nodes", "many"}}) {
    remit::testing::host host(remit_plugin_entry_v1());
    host.setting(name, text);
    EXPECT_THAT(host.bind("best-fit").refused(), HasSubstr(name)) << text;
  }
}

TEST(Stream, WithAnApplicationOfTooManyElementsIsAnError) {
  Applicant many{"A1", 1, 50, 1000, {}};
  for (int e = 0; e < 17; ++e) many.elements.emplace_back("E" + std::to_string(e), 10);
  EXPECT_THAT(allocated(stream(100), {many}).cause, HasSubstr("application A1 has 17 elements"));
}

}  // namespace

// A round as the host shows it: who is warned about whom, in which words, and with what evidence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <remit/plugin.hpp>
#include <remit/testing.hpp>

namespace {

using remit::testing::record;
using remit::testing::value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Applicant {
  std::string application, id, name;
  std::initializer_list<const char*> aliases = {};
};

remit::testing::answer checked(const std::vector<Applicant>& applicants, const std::vector<std::pair<std::string, std::string>>& settings = {}) {
  remit::testing::host host(remit_plugin_entry_v1());
  EXPECT_THAT(host.mistakes(), IsEmpty());
  for (const auto& [name, text] : settings) host.setting(name, text);
  const auto use = host.bind("similar");
  EXPECT_EQ(use.refused(), "");
  std::vector<std::pair<std::string, record>> subjects;
  for (const Applicant& a : applicants) {
    record r;
    r.set("applicant.id", a.id).set("applicant.name", a.name);
    if (a.aliases.size() > 0) r.words("applicant.aliases", a.aliases);
    subjects.emplace_back(a.application, std::move(r));
  }
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

TEST(Round, WarnsOfBothApplicants) {
  const auto a = checked({{"A1", "GB-CHC-1", "The Oak Tree Trust"}, {"A2", "GB-CHC-2", "Elm Nursery"}, {"A3", "local:7", "OAK TREE Ltd"}});
  EXPECT_EQ(a.found("A1"), remit::outcome::refer);
  EXPECT_EQ(a.found("A2"), remit::outcome::pass);
  EXPECT_EQ(a.found("A3"), remit::outcome::refer);
  EXPECT_THAT(said_of(a, "A1"), ElementsAre("looks like `OAK TREE Ltd` of application A3: the same but for case, accents, punctuation and legal form"));
  EXPECT_THAT(said_of(a, "A3"), ElementsAre(HasSubstr("looks like `The Oak Tree Trust` of application A1")));
  EXPECT_THAT(said_of(a, ""), ElementsAre("2 of 3 applicants look like another one"));
  EXPECT_EQ(a.evidence("other"), value("local:7"));
  EXPECT_EQ(a.evidence("other_application"), value("A3"));
  EXPECT_EQ(a.evidence("score"), value(remit::ratio{1, 1}));
}

TEST(Round, CountsLetterGroups) {
  // 10 + 8 + 6 groups and 10 + 7 + 6; all but "nts", "ts " and "nt " are in both
  const auto a = checked({{"A1", "1", "Ballymena Parents Forum"}, {"A2", "2", "Ballymena Parent Forum"}}, {{"by", "groups"}});
  EXPECT_THAT(said_of(a, "A1"), ElementsAre("looks like `Ballymena Parent Forum` of application A2: 44 of 47 letter groups the same"));
}

TEST(Round, ComparesOtherNames) {
  const auto a = checked({{"A1", "1", "Families First", {"Oak Tree"}}, {"A2", "2", "Haringey Parents", {"Elm", "Oak Trees"}}});
  EXPECT_THAT(said_of(a, "A1"),
              ElementsAre(HasSubstr("its other name `Oak Tree` looks like `Oak Trees`, another name of `Haringey Parents`, of application A2: word by word at least")));
}

TEST(Round, DoesNotWarnOfOneApplicantWithSeveralApplications) {
  const auto a = checked({{"A1", "1", "Oak Tree", {"Oak Tree Ltd"}}, {"A2", "1", "Oak Tree", {"Oak Tree Ltd"}}});
  EXPECT_EQ(a.found("A1"), remit::outcome::pass);
  EXPECT_THAT(said_of(a, ""), ElementsAre("no two of 1 applicants look alike"));
}

TEST(Round, NamesAllApplicationsOfTheOther) {
  const auto a = checked({{"A1", "1", "Oak Tree"}, {"A2", "2", "Oak Tree"}, {"A3", "2", "Oak Tree"}});
  EXPECT_THAT(said_of(a, "A1"), ElementsAre(HasSubstr("of applications A2 and A3")));
  EXPECT_EQ(said_of(a, "A2"), said_of(a, "A3"));
}

TEST(Round, NamesAFewWhereManyAreAlike) {
  std::vector<Applicant> applicants;
  for (int i = 0; i < 30; ++i) applicants.push_back({"A" + std::to_string(10 + i), "id" + std::to_string(i), "Oak Tree"});
  const auto said = said_of(checked(applicants), "A20");
  EXPECT_EQ(said.size(), 6u);
  EXPECT_EQ(said.back(), "looks like further applicants too");
}

TEST(Round, FollowsTheThreshold) {
  const std::vector<Applicant> applicants{{"A1", "1", "Belfast Youth Forum"}, {"A2", "2", "Belfast Youth Centre"}};
  EXPECT_EQ(checked(applicants).found("A1"), remit::outcome::pass);
  EXPECT_EQ(checked(applicants, {{"threshold", "3/5"}}).found("A1"), remit::outcome::refer);
}

TEST(Round, RefusesSettingsThatItDoesNotKnow) {
  for (const auto& [name, text] : std::vector<std::pair<std::string, std::string>>{{"threshold", "2"}, {"threshold", "1/3"}, {"threshold", "-1"}, {"threshold", "high"}, {"by", "sound"}}) {
    remit::testing::host host(remit_plugin_entry_v1());
    host.setting(name, text);
    EXPECT_THAT(host.bind("similar").refused(), HasSubstr("setting `" + name + "` is")) << text;
  }
}

TEST(Round, LetsApplicantsWithoutALetterPass) {
  const auto a = checked({{"A1", "1", "???"}, {"A2", "2", "!!!"}});
  EXPECT_EQ(a.found("A1"), remit::outcome::pass);
}

}  // namespace

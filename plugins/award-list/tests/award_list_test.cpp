// What award-list writes, asked through the library itself, since the same test holds what GCC and Clang make of it.
// Usage: award_list_test LIBRARY
#include <dlfcn.h>
#include <gtest/gtest.h>
#include <remit/testing.hpp>

namespace {
using remit::outcome;
using remit::testing::record;

const remit_plugin* plugin = nullptr;
const std::string headings =
    "Identifier,Title,Description,Currency,Amount Applied For,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,"
    "Funding Org:Identifier,Funding Org:Name,Grant Programme:Code,Grant Programme:Title\r\n";

struct Settings {
  std::string prefix = "360G-example", id = "GB-LAE-XXX", name = "Example Council", day;
};

remit::testing::answer write(const std::vector<std::pair<std::string, record>>& applications, const Settings& with = {}) {
  remit::testing::host host(plugin);
  host.setting("prefix", with.prefix).setting("funder_id", with.id).setting("funder_name", with.name);
  if (!with.day.empty()) host.setting("approved_on", with.day);
  const auto exporter = host.bind("awards");
  EXPECT_EQ(exporter.refused(), "");
  EXPECT_TRUE(exporter.faults().empty());
  auto answer = exporter.across(record(), applications);
  EXPECT_TRUE(answer.faults.empty());
  return answer;
}

record approved() {
  return record()
      .set("round.id", "fs-2012").set("round.as_of", remit::date{1330560000}).set("round.currency", "GBP")   // 2012-03-01
      .set("stream.id", "family-support").set("stream.title", "Family support")
      .set("application.id", "A1").set("application.title", "Play scheme").set("application.use_of_funding", "A worker for a year")
      .set("application.amount_requested", remit::money{6500050})
      .set("applicant.id", "GB-CHC-1").set("applicant.name", "Play Well")
      .set("proposal.decision", "approve-total").set("proposal.amount", remit::money{6500050});
}

/// The row of one application.
std::string row(const record& application, const Settings& with = {}) {
  const std::string bytes = write({{"A1", application}}, with).bytes;
  EXPECT_EQ(bytes.substr(0, headings.size()), headings);
  return bytes.substr(headings.size());
}
const std::string rest = ",GB-CHC-1,Play Well,GB-LAE-XXX,Example Council,family-support,Family support\r\n";

TEST(AwardList, IsAPluginWithoutMistakes) { EXPECT_EQ(remit::testing::mistakes_in(plugin), std::vector<std::string>{}); }

TEST(AwardList, WritesARowForAnAward) {
  EXPECT_EQ(row(approved()), "360G-example-fs-2012-A1,Play scheme,A worker for a year,GBP,65000.50,65000.50,2012-03-01" + rest);
}

TEST(AwardList, WritesWhatIsProposedAndNotWhatIsAsked) {
  EXPECT_EQ(row(approved().set("proposal.decision", "approve-parts").set("proposal.amount", remit::money{5})),
            "360G-example-fs-2012-A1,Play scheme,A worker for a year,GBP,65000.50,0.05,2012-03-01" + rest);
}

TEST(AwardList, KeepsTheOrderOfTheRecords) {
  const auto bytes = write({{"B", approved().set("application.id", "B")}, {"A", approved().set("application.id", "A")}}).bytes;
  EXPECT_LT(bytes.find("fs-2012-B,"), bytes.find("fs-2012-A,"));
}

TEST(AwardList, LeavesOutWhatIsNoAward) {
  EXPECT_EQ(row(approved().set("proposal.decision", "decline").set("proposal.amount", remit::money{0})), "");
  EXPECT_EQ(row(approved().set("proposal.decision", "approve-in-principle")), "");
  EXPECT_EQ(row(approved().set("proposal.amount", "")), "");
  EXPECT_EQ(write({}).bytes, headings);
}

TEST(AwardList, TakesTheDayOfApproval) {
  Settings with;
  with.day = "2012-05-31";
  EXPECT_EQ(row(approved(), with), "360G-example-fs-2012-A1,Play scheme,A worker for a year,GBP,65000.50,65000.50,2012-05-31" + rest);
}

TEST(AwardList, WritesEveryDayRight) {
  const std::pair<std::int64_t, const char*> days[] = {{0, "1970-01-01"}, {-1, "1969-12-31"}, {951782400, "2000-02-29"},
                                                       {951868800, "2000-03-01"}, {1709164800, "2024-02-29"}, {4107542400, "2100-03-01"},
                                                       {1735689599, "2024-12-31"}};
  for (const auto& [seconds, words] : days)
    EXPECT_NE(row(approved().set("round.as_of", remit::moment{seconds})).find(std::string(",") + words + ","), std::string::npos) << words;
}

TEST(AwardList, QuotesWhatNeedsIt) {
  EXPECT_EQ(row(approved().set("application.title", "Play, \"rest\"").set("application.use_of_funding", "two\r\nlines")),
            "360G-example-fs-2012-A1,\"Play, \"\"rest\"\"\",\"two\r\nlines\",GBP,65000.50,65000.50,2012-03-01" + rest);
}

TEST(AwardList, WritesNoFormula) {
  for (const char* start : {"=", "+", "-", "@"})
    EXPECT_NE(row(approved().set("application.title", std::string(start) + "1+1")).find(std::string(",'") + start + "1+1,"), std::string::npos);
  EXPECT_NE(row(approved().set("application.title", "=A,B")).find(",\"'=A,B\","), std::string::npos);
}

TEST(AwardList, NamesWhoIsOnNoRegisterByThePrefix) {
  EXPECT_NE(row(approved().set("applicant.id", "local:play-well")).find(",360G-example-play-well,Play Well,"), std::string::npos);
}

TEST(AwardList, FallsBackWhereNobodyAnswered) {
  EXPECT_EQ(row(approved().set("application.use_of_funding", "").set("round.currency", "").set("application.amount_requested", "")
                    .set("applicant.name", "").set("stream.title", "")),
            "360G-example-fs-2012-A1,Play scheme,Play scheme,GBP,,65000.50,2012-03-01,GB-CHC-1,GB-CHC-1,GB-LAE-XXX,Example Council,"
            "family-support,family-support\r\n");
}

TEST(AwardList, WritesLongTextsWhole) {
  const std::string words = std::string(200000, 'x') + "\"" + std::string(70000, 'y');
  EXPECT_NE(row(approved().set("application.use_of_funding", words)).find("\"" + std::string(200000, 'x') + "\"\"" + std::string(70000, 'y') + "\""),
            std::string::npos);
}

TEST(AwardList, NeedsADate) {
  const auto a = write({{"A1", approved().set("round.as_of", "")}});
  EXPECT_EQ(a.outcome, outcome::error);
  EXPECT_EQ(a.cause, "an award needs a date: round.as_of is not there, and the setting `approved_on` is not given");
}

std::string refused(const Settings& with) {
  remit::testing::host host(plugin);
  host.setting("prefix", with.prefix).setting("funder_id", with.id).setting("funder_name", with.name).setting("approved_on", with.day);
  return host.bind("awards").refused();
}

TEST(AwardList, RefusesSettingsThatCannotBe) {
  Settings s;
  s.prefix = "example";
  EXPECT_EQ(refused(s), "setting `prefix` is the publisher's prefix of 360Giving, which begins with 360G-");
  s = {};
  s.id = "";
  EXPECT_EQ(refused(s), "setting `funder_id` is empty");
  s = {};
  s.day = "31.5.2012";
  EXPECT_EQ(refused(s), "setting `approved_on` is not written YYYY-MM-DD");
  s.day = "2012-05-31T10:00:00";
  EXPECT_EQ(refused(s), "setting `approved_on` is not written YYYY-MM-DD");
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  void* library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : nullptr;
  void* entry = library == nullptr ? nullptr : dlsym(library, "remit_plugin_entry_v1");
  if (entry == nullptr) {
    std::fprintf(stderr, "%s\n", argc == 2 ? dlerror() : "usage: award_list_test LIBRARY");
    return 2;
  }
  plugin = reinterpret_cast<const remit_plugin* (*)()>(entry)();
  return RUN_ALL_TESTS();
}

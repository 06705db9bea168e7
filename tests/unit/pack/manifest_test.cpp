// pack.json has one form; whatever is not in it is refused, and every mistake is named.
#include "pack/manifest.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/problem.hpp"

using testing::HasSubstr;

namespace {

const std::string good = R"({"dependencies":[{"id":"core","version":">=1.0.0 <2.0.0"}],"expires":"2027-03-31","files":[{"digest":"blake2b-256:0","path":"pack.lua","size":12}],)"
                         R"("format":"remit.packed/1","id":"river-towns","minimum_host":"0.1.0","plugins":[{"id":"deprivation","version":"1.0.0"}],"release":7,"title":"River Towns","version":"1.2.0"})";

std::string said_of(const std::string& text) {
  try {
    remit::pack::read_manifest(text, "x.remitpack");
  } catch (const remit::base::Refused& refused) {
    std::string all;
    for (const auto& problem : refused.problems) all += problem.text() + "\n";
    return refused.exit_code == 3 ? all : "with another exit code: " + all;
  }
  return "read";
}

std::string said_with(const std::string& old, const std::string& now) {
  std::string text = good;
  const auto at = text.find(old);
  if (at == text.npos) return "no longer there: " + old;
  return said_of(text.replace(at, old.size(), now));
}

}  // namespace

TEST(Manifest, IsReadAsItWasWritten) {
  const auto manifest = remit::pack::read_manifest(good, "x");
  EXPECT_EQ(manifest.name(), "river-towns 1.2.0, release 7");
  EXPECT_EQ(manifest.dependencies.at(0).range.text(), ">=1.0.0 <2.0.0");
  EXPECT_EQ(remit::pack::write_manifest(manifest), good);
}
TEST(Manifest, HasNoOtherKey) { EXPECT_THAT(said_with("\"id\":\"river", "\"hidden\":1,\"id\":\"river"), HasSubstr("holds what no pack.json")); }
TEST(Manifest, HasEachKeyOnce) { EXPECT_THAT(said_with("\"release\":7", "\"release\":7,\"release\":8"), HasSubstr("release")); }
TEST(Manifest, HasOneWayToBeWritten) { EXPECT_THAT(said_with("\"release\":7", "\"release\": 7"), HasSubstr("not in its canonical form")); }
TEST(Manifest, HasNoNumberInAnotherForm) { EXPECT_THAT(said_with("\"release\":7", "\"release\":7e0"), HasSubstr("whole number")); }
TEST(Manifest, CountsReleasesFromOne) { EXPECT_THAT(said_with("\"release\":7", "\"release\":0"), HasSubstr("counted from 1")); }
TEST(Manifest, HasNoReleaseBelowZero) { EXPECT_THAT(said_with("\"release\":7", "\"release\":-7"), HasSubstr("whole number")); }
TEST(Manifest, HasNoReleaseBeyondCounting) { EXPECT_THAT(said_with("\"release\":7", "\"release\":18446744073709551617"), HasSubstr("release")); }
TEST(Manifest, ExpiresOnADayThatThereIs) { EXPECT_THAT(said_with("2027-03-31", "2027-02-30"), HasSubstr("it is a day")); }
TEST(Manifest, ExpiresOnADayInOneForm) { EXPECT_THAT(said_with("2027-03-31", "31/03/2027"), HasSubstr("it is a day")); }
TEST(Manifest, HasAnIdThatIsNoPath) { EXPECT_THAT(said_with("\"id\":\"river-towns\"", "\"id\":\"../towns\""), HasSubstr("is no id")); }
TEST(Manifest, HasAVersionOfThreeNumbers) { EXPECT_THAT(said_with("\"version\":\"1.2.0\"", "\"version\":\"1.2\""), HasSubstr("is no version")); }
TEST(Manifest, HasNoZerosBeforeNumbers) { EXPECT_THAT(said_with("\"version\":\"1.2.0\"", "\"version\":\"01.2.0\""), HasSubstr("is no version")); }
TEST(Manifest, HasRangesThatHoldSomething) { EXPECT_THAT(said_with(">=1.0.0 <2.0.0", ">=2.0.0 <2.0.0"), HasSubstr("is no range of versions")); }
TEST(Manifest, NeedsEachPackOnce) {
  EXPECT_THAT(said_with("{\"id\":\"core\",", "{\"id\":\"core\",\"version\":\">=1.0.0 <3.0.0\"},{\"id\":\"core\","), HasSubstr("packs stand once each"));
}
TEST(Manifest, DoesNotNeedItself) { EXPECT_THAT(said_with("{\"id\":\"core\"", "{\"id\":\"river-towns\""), HasSubstr("does not need itself")); }
TEST(Manifest, NamesAPackLua) { EXPECT_THAT(said_with("\"path\":\"pack.lua\"", "\"path\":\"x.lua\""), HasSubstr("there is no pack.lua")); }
TEST(Manifest, HasATitleOfOneLine) { EXPECT_THAT(said_with("River Towns", "River\\nTowns"), HasSubstr("it is one line")); }
TEST(Manifest, IsOfAFormatThatIsKnown) { EXPECT_THAT(said_with("remit.packed/1", "remit.packed/2"), HasSubstr("this Remit reads `remit.packed/1`, and this is `remit.packed/2`")); }
TEST(Manifest, IsJson) { EXPECT_THAT(said_of("{\"format\":"), HasSubstr("pack.json")); }
TEST(Manifest, NamesEveryMistake) {
  std::string text = good;
  text.replace(text.find("2027-03-31"), 10, "never");
  text.replace(text.find("\"release\":7"), 11, "\"release\":0");
  EXPECT_THAT(said_of(text), testing::AllOf(HasSubstr("it is a day"), HasSubstr("counted from 1")));
}

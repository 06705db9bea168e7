// What is wrong around the entries: bombs, what follows the end, what is cut off, and pack.json itself.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hostile_archives.hpp"
#include "pack/limits.hpp"

using namespace hostile;
using testing::HasSubstr;

TEST(HostileOutside, Empty) { EXPECT_THAT(said_of_packed(""), HasSubstr("is no packed pack")); }
TEST(HostileOutside, SomethingElse) { EXPECT_THAT(said_of_packed("PK\x03\x04 a zip"), HasSubstr("is no packed pack")); }
TEST(HostileOutside, AnArchiveThatIsNotCompressed) { EXPECT_THAT(said_of_packed(good()), HasSubstr("is no packed pack")); }
TEST(HostileOutside, CutOff) {
  const std::string packed = compressed(good());
  EXPECT_THAT(said_of_packed(packed.substr(0, packed.size() - 1)), HasSubstr("is cut off"));
}
TEST(HostileOutside, Damaged) {
  std::string packed = remit::pack::pack_files([] { remit::pack::Manifest m; m.id = "little"; m.title = "x"; m.release = 1; m.expires = "2030-01-01"; return m; }(), {{"pack.lua", pack_lua}}, "x");
  packed[packed.size() - 2] ^= 1;   // its checksum
  EXPECT_THAT(said_of_packed(packed), HasSubstr("is damaged"));
}
TEST(HostileOutside, SomethingFollows) { EXPECT_THAT(said_of_packed(compressed(good()) + "x"), HasSubstr("1 bytes follow its end")); }
TEST(HostileOutside, ASecondFrameFollows) { EXPECT_THAT(said_of_packed(compressed(good()) + compressed(good())), HasSubstr("follow its end")); }
TEST(HostileOutside, ASkippedFrameComesFirst) { EXPECT_THAT(said_of_packed(std::string("\x50\x2a\x4d\x18\x01\0\0\0x", 9) + compressed(good())), HasSubstr("is no packed pack")); }
TEST(HostileOutside, ABomb) {
  const std::string bomb = compressed(std::string(remit::pack::limits::unpacked_bytes + 1, '\0'));
  EXPECT_LT(bomb.size(), 100'000u);
  EXPECT_THAT(said_of_packed(bomb), HasSubstr("a pack is at most 134217728"));
}
TEST(HostileOutside, ABombThatDoesNotSayItsSize) { EXPECT_THAT(said_of_packed(compressed(std::string(1 << 20, '\0'), false)), HasSubstr("does not say how much it holds")); }
TEST(HostileOutside, ASizeThatIsALie) {
  std::string packed = compressed(good());
  ASSERT_EQ(static_cast<unsigned char>(packed[4]) & 0xe0, 0x60);   // two bytes of size, after the byte that says so
  packed[5] = static_cast<char>(packed[5] ^ 1);
  EXPECT_THAT(said_of_packed(packed), HasSubstr("do not unpack"));
}
TEST(HostileOutside, TooLarge) { EXPECT_THAT(said_of_packed(std::string(remit::pack::limits::packed_bytes + 1, 'x')), HasSubstr("is larger than 33554432 bytes")); }
TEST(HostileOutside, AnArchiveWithoutItsEnd) { EXPECT_THAT(said_of(beginning() + entry("pack.lua", pack_lua)), HasSubstr("is cut off")); }
TEST(HostileOutside, AnArchiveWithHalfItsEnd) { EXPECT_THAT(said_of(beginning() + entry("pack.lua", pack_lua) + std::string(512, '\0')), HasSubstr("is cut off at its end")); }
TEST(HostileOutside, AnArchiveCutOffInAFile) { EXPECT_THAT(said_of((beginning() + entry("pack.lua", pack_lua)).substr(0, 1560)), HasSubstr("says that it has 54 bytes, and 24 follow")); }
TEST(HostileOutside, SomethingAfterTheEndOfTheArchive) { EXPECT_THAT(said_of(good() + "x"), HasSubstr("1 bytes follow the end of the archive")); }
TEST(HostileOutside, AFileAfterTheEndOfTheArchive) { EXPECT_THAT(said_of(good() + entry("x.lua", "1") + end()), HasSubstr("follow the end of the archive")); }
TEST(HostileOutside, AFileInTheEndOfTheArchive) {
  EXPECT_THAT(said_of(beginning() + entry("pack.lua", pack_lua) + std::string(512, '\0') + entry("x.lua", "1") + end()), HasSubstr("an entry follows the end"));
}
TEST(HostileOutside, NothingInIt) { EXPECT_THAT(said_of(end()), HasSubstr("it is empty")); }
TEST(HostileOutside, NoManifest) { EXPECT_THAT(said_of(entry("pack.lua", pack_lua) + end()), HasSubstr("where `pack.json` belongs")); }
TEST(HostileOutside, TwoManifests) { EXPECT_THAT(said_of(beginning() + beginning() + entry("pack.lua", pack_lua) + end()), HasSubstr("`pack.json` stands in it twice")); }
TEST(HostileOutside, TwoManifestsButForCase) { EXPECT_THAT(said_of(beginning() + entry("Pack.json", "{}") + entry("pack.lua", pack_lua) + end()), HasSubstr("are one name on some machines")); }
TEST(HostileOutside, AFileThatTheManifestDoesNotName) { EXPECT_THAT(said_of(beginning() + entry("pack.lua", pack_lua) + entry("x.lua", "1") + end()), HasSubstr("does not stand in its place in pack.json")); }
TEST(HostileOutside, AFileThatTheManifestAloneNames) { EXPECT_THAT(said_of(beginning({{"x.lua", "1"}}) + entry("pack.lua", pack_lua) + end()), HasSubstr("`x.lua` stands in pack.json and is not there")); }
TEST(HostileOutside, AnotherFileThanTheManifestNames) { EXPECT_THAT(said_of(beginning({{"x.lua", "1"}}) + entry("pack.lua", pack_lua) + entry("x.lua", "2") + end()), HasSubstr("is another file than the one of pack.json")); }

// Entries that are no ordinary files, lie about themselves, or are too many, are refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hostile_archives.hpp"
#include "pack/limits.hpp"

using namespace hostile;
using testing::HasSubstr;

namespace {

std::string said_of_kind(char kind, const std::string& link = {}) {
  return said_of_entry("pack.lua", "", [&](std::string& h) {
    h[156] = kind;
    h.replace(157, link.size(), link);
  });
}

std::string said_of_place(std::size_t at, const std::string& text) {
  return said_of_entry("pack.lua", pack_lua, [&](std::string& h) { h.replace(at, text.size(), text); });
}

}  // namespace

TEST(HostileEntries, SymbolicLink) { EXPECT_THAT(said_of_kind('2', "/etc/passwd"), HasSubstr("is a symbolic link")); }
TEST(HostileEntries, HardLink) { EXPECT_THAT(said_of_kind('1', "/etc/passwd"), HasSubstr("is a hard link")); }
TEST(HostileEntries, CharacterDevice) { EXPECT_THAT(said_of_kind('3'), HasSubstr("is a device")); }
TEST(HostileEntries, BlockDevice) { EXPECT_THAT(said_of_kind('4'), HasSubstr("is a device")); }
TEST(HostileEntries, Folder) { EXPECT_THAT(said_of_kind('5'), HasSubstr("is a folder")); }
TEST(HostileEntries, NamedPipe) { EXPECT_THAT(said_of_kind('6'), HasSubstr("is a named pipe")); }
TEST(HostileEntries, PaxOfOneFile) { EXPECT_THAT(said_of_kind('x'), HasSubstr("is a pax extension")); }
TEST(HostileEntries, PaxOfAllFiles) { EXPECT_THAT(said_of_kind('g'), HasSubstr("is a pax extension")); }
TEST(HostileEntries, GnuLongName) { EXPECT_THAT(said_of_kind('L'), HasSubstr("is a GNU extension")); }
TEST(HostileEntries, GnuLongLink) { EXPECT_THAT(said_of_kind('K'), HasSubstr("is a GNU extension")); }
TEST(HostileEntries, GnuSparse) { EXPECT_THAT(said_of_kind('S'), HasSubstr("is a GNU extension")); }
TEST(HostileEntries, OldKind) { EXPECT_THAT(said_of_kind('\0'), HasSubstr("of no kind that is known")); }
TEST(HostileEntries, VendorsKind) { EXPECT_THAT(said_of_kind('Z'), HasSubstr("of no kind that is known")); }
TEST(HostileEntries, GnuForm) { EXPECT_THAT(said_of_place(257, "ustar  "), HasSubstr("the GNU form")); }
TEST(HostileEntries, NoForm) { EXPECT_THAT(said_of_place(257, "nothing"), HasSubstr("none of a ustar archive")); }
TEST(HostileEntries, SetUserId) { EXPECT_THAT(said_of_place(100, "0004755"), HasSubstr("another mode than")); }
TEST(HostileEntries, AnOwner) { EXPECT_THAT(said_of_place(108, "0001750"), HasSubstr("another owner than")); }
TEST(HostileEntries, AnOwnersName) { EXPECT_THAT(said_of_place(265, "root"), HasSubstr("another owner's name than")); }
TEST(HostileEntries, ATime) { EXPECT_THAT(said_of_place(136, "14000000000"), HasSubstr("another time than")); }
TEST(HostileEntries, ALinkOfAFile) { EXPECT_THAT(said_of_place(157, "x"), HasSubstr("another link than")); }
TEST(HostileEntries, SomethingInThePadding) { EXPECT_THAT(said_of_place(500, "x"), HasSubstr("another padding than")); }
TEST(HostileEntries, AnotherChecksum) {
  std::string lua = entry("pack.lua", pack_lua);
  lua[148] = lua[148] == '0' ? '1' : '0';
  EXPECT_THAT(said_of(beginning() + lua + end()), HasSubstr("another checksum than"));
}
TEST(HostileEntries, SizeInBase256) { EXPECT_THAT(said_of_place(124, "\x80"), HasSubstr("not eleven octal digits")); }
TEST(HostileEntries, NegativeSize) { EXPECT_THAT(said_of_place(124, "-0000000001"), HasSubstr("not eleven octal digits")); }
TEST(HostileEntries, SizeWithSpaces) { EXPECT_THAT(said_of_place(124, "         12"), HasSubstr("not eleven octal digits")); }
TEST(HostileEntries, LargestSize) { EXPECT_THAT(said_of_place(124, "77777777777"), HasSubstr("one file of a pack is at most")); }
TEST(HostileEntries, SizeBeyondTheEnd) { EXPECT_THAT(said_of_place(124, "00000100000"), HasSubstr("says that it has 32768 bytes")); }
TEST(HostileEntries, SizeTooSmall) { EXPECT_THAT(said_of_place(124, "00000000001"), HasSubstr("something is hidden after the end of `pack.lua`")); }
TEST(HostileEntries, SomethingBetweenTheEntries) {
  std::string lua = entry("pack.lua", pack_lua);
  lua.back() = 'x';
  EXPECT_THAT(said_of(beginning() + lua + end()), HasSubstr("something is hidden after the end of"));
}
TEST(HostileEntries, OutOfOrder) { EXPECT_THAT(said_of(beginning({{"a.lua", "1"}}) + entry("pack.lua", pack_lua) + entry("a.lua", "1") + end()), HasSubstr("`a.lua` is out of order")); }
TEST(HostileEntries, AHundredThousand) {
  std::string archive = beginning();
  for (int i = 0; i < 100'000; ++i) archive += entry("f" + octal(static_cast<std::size_t>(i), 6), "");
  EXPECT_THAT(said_of(archive + end()), HasSubstr("more than 4096 files"));
}
TEST(HostileEntries, AsManyAsMayBe) {
  std::vector<std::pair<std::string, std::string>> listed{};
  std::string files;
  for (std::size_t i = 0; i < remit::pack::limits::packed_files - 2; ++i) {
    listed.emplace_back("q" + octal(i, 6), "");
    files += entry(listed.back().first, "");
  }
  EXPECT_EQ(said_of(beginning(listed) + entry("pack.lua", pack_lua) + files + end()), "opened");
}

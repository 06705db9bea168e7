// Paths that lead somewhere else, or are not the same on every machine, are refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hostile_archives.hpp"

using namespace hostile;
using testing::HasSubstr;

TEST(HostilePaths, AGoodOneIsOpened) { EXPECT_EQ(said_of(good()), "opened"); }
TEST(HostilePaths, Traversal) { EXPECT_THAT(said_of_entry("../../etc/passwd"), HasSubstr("leads out of the pack")); }
TEST(HostilePaths, TraversalInTheMiddle) { EXPECT_THAT(said_of_entry("parameters/../../x.lua"), HasSubstr("leads out of the pack")); }
TEST(HostilePaths, TraversalAtTheEnd) { EXPECT_THAT(said_of_entry("parameters/.."), HasSubstr("leads out of the pack")); }
TEST(HostilePaths, Absolute) { EXPECT_THAT(said_of_entry("/etc/passwd"), HasSubstr("begins at the root")); }
TEST(HostilePaths, TwoSlashes) { EXPECT_THAT(said_of_entry("parameters//x.lua"), HasSubstr("is no plain path")); }
TEST(HostilePaths, APointAlone) { EXPECT_THAT(said_of_entry("./pack.lua"), HasSubstr("is no plain path")); }
TEST(HostilePaths, ASlashAtTheEnd) { EXPECT_THAT(said_of_entry("parameters/"), HasSubstr("is no plain path")); }
TEST(HostilePaths, NoName) { EXPECT_THAT(said_of_entry(""), HasSubstr("has no name")); }
TEST(HostilePaths, Hidden) { EXPECT_THAT(said_of_entry("tests/.bashrc"), HasSubstr("is hidden")); }
TEST(HostilePaths, Backslash) { EXPECT_THAT(said_of_entry("rounds\\..\\x.lua"), HasSubstr("holds `\\`")); }
TEST(HostilePaths, DriveLetter) { EXPECT_THAT(said_of_entry("C:x.lua"), HasSubstr("holds `:`")); }
TEST(HostilePaths, ControlCharacter) { EXPECT_THAT(said_of_entry("x\x1b[2Jy.lua"), HasSubstr("holds a control character")); }
TEST(HostilePaths, NewLine) { EXPECT_THAT(said_of_entry("x\ny.lua"), HasSubstr("holds a control character")); }
TEST(HostilePaths, TheMessageHoldsNoControlCharacter) { EXPECT_THAT(said_of_entry("x\x1b[2Jy.lua"), testing::Not(HasSubstr("\x1b"))); }
TEST(HostilePaths, AfterTheEndOfTheName) {
  EXPECT_THAT(said_of_entry("pack.lua", pack_lua, [](std::string& h) { h[20] = 'x'; }), HasSubstr("another name than"));
}
TEST(HostilePaths, TwiceTheSame) {
  EXPECT_THAT(said_of(beginning({{"x.lua", "1"}, {"x.lua", "2"}}) + entry("pack.lua", pack_lua) + entry("x.lua", "1") + entry("x.lua", "2") + end()), HasSubstr("`x.lua` stands in it twice"));
}
TEST(HostilePaths, TwiceButForCase) {
  EXPECT_THAT(said_of(beginning() + entry("pack.lua", pack_lua) + entry("x.LUA", "1") + entry("x.lua", "2") + end()), HasSubstr("are one name on some machines"));
}
TEST(HostilePaths, FoldersButForCase) {
  EXPECT_THAT(said_of(beginning() + entry("Rounds/a.json", "1") + entry("pack.lua", pack_lua) + entry("rounds/b.json", "2") + end()), HasSubstr("are one on some machines"));
}
TEST(HostilePaths, TwiceButForTheFormOfUnicode) {   // e with an accent, in one piece and in two
  EXPECT_THAT(said_of(beginning() + entry("caf\xc3\xa9.lua", "1") + entry("cafe\xcc\x81.lua", "2") + end()), HasSubstr("outside a to z"));
}
TEST(HostilePaths, LettersThatLookLikeOthers) { EXPECT_THAT(said_of_entry("p\xd0\xb0" "ck.lua"), HasSubstr("outside a to z")); }
TEST(HostilePaths, BytesThatAreNoText) { EXPECT_THAT(said_of_entry("\xff\xfe.lua"), HasSubstr("outside a to z")); }
TEST(HostilePaths, AFileThatIsAFolder) {
  EXPECT_THAT(said_of(beginning() + entry("a", "1") + entry("a/b.lua", "2") + end()), HasSubstr("is a file and a folder"));
}
TEST(HostilePaths, AFolderThatIsAFile) {
  EXPECT_THAT(said_of(beginning() + entry("a.d/b.lua", "2") + entry("A.d", "1") + end()), HasSubstr("is a file and a folder"));
}
TEST(HostilePaths, TooManyFolders) { EXPECT_THAT(said_of_entry("a/a/a/a/a/a/a/a/a/a.lua"), HasSubstr("more than 8 folders")); }
TEST(HostilePaths, AsManyFoldersAsMayBe) { EXPECT_EQ(remit::pack::wrong_with_path("a/a/a/a/a/a/a/a/a.lua"), ""); }
TEST(HostilePaths, TooLong) { EXPECT_THAT(said_of_entry(std::string(100, 'a')), HasSubstr("is too long")); }
TEST(HostilePaths, AsLongAsMayBe) { EXPECT_EQ(remit::pack::wrong_with_path(std::string(99, 'a')), ""); }
TEST(HostilePaths, InTwoPieces) {
  EXPECT_THAT(said_of_entry("x.lua", "x", [](std::string& h) { h.replace(345, 3, "../"); }), HasSubstr("a path in two pieces"));
}

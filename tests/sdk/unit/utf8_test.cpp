// Which bytes are UTF-8: every edge of the table in Unicode 15, 3.9.
#include <gtest/gtest.h>
#include <remit/cpp/utf8.hpp>

namespace {

TEST(Utf8, WellFormed) {
  for (const char* good : {"", "a", "\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf",
                           "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "caf\xc3\xa9 x"})
    EXPECT_TRUE(remit::is_utf8(good)) << good;
  EXPECT_TRUE(remit::is_utf8(std::string_view("\0", 1)));
}

TEST(Utf8, IllFormed) {
  for (const char* bad : {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2 ", "\xe0\x9f\xbf", "\xe0\xa0", "\xed\xa0\x80", "\xed\xbf\xbf",
                          "\xf0\x8f\xbf\xbf", "\xf0\x90\x80", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "abc\xe2\x82"})
    EXPECT_FALSE(remit::is_utf8(bad)) << bad;
}

}  // namespace

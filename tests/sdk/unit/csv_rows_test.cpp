// CSV by RFC 4180 as <remit/csv.hpp> reads it, with the lines that messages name.
#include <gtest/gtest.h>

#include <remit/csv.hpp>

namespace {

std::string rows_of(std::string_view bytes) {
  std::string all;
  try {
    remit::csv_reader rows(bytes, "file");
    const auto a = rows.column("a"), b = rows.column("b");
    while (rows.next()) all += std::to_string(rows.line()) + ":" + std::string(rows.cell(a)) + "|" + std::string(rows.cell(b)) + ";";
  } catch (const remit::failure& why) {
    return why.what();
  }
  return all;
}

TEST(CsvRows, QuotesMarksAndLineEnds) {
  EXPECT_EQ(rows_of("a,b\n1,2\n"), "2:1|2;");
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n3,4"), "2:1|2;3:3|4;");
  EXPECT_EQ(rows_of("\xEF\xBB\xBF" "B,A\n1,2\n"), "2:2|1;");
  EXPECT_EQ(rows_of("a;b\n1,5;2\n"), "2:1,5|2;");
  EXPECT_EQ(rows_of("a\tb\n\t2\n"), "2:|2;");
  EXPECT_EQ(rows_of("a,b\n\"x, \"\"y\"\"\",\" z \"\n"), "2:x, \"y\"|z;");
  EXPECT_EQ(rows_of("a,b\n\"one\ntwo\",2\n3,4\n"), "2:one\ntwo|2;4:3|4;");
  EXPECT_EQ(rows_of("a,b\n\"\",\"\"\"\"\n"), "2:|\";");
  EXPECT_EQ(rows_of("\"a\" , \"b\"\r\n 1 , 2 \r\n"), "2:1|2;");
}

TEST(CsvRows, RowsThatHoldNothingArePassedOverAndShortOnesFilled) {
  EXPECT_EQ(rows_of("a,b\n\n , \n1\n\n"), "4:1|;");
  EXPECT_EQ(rows_of("a,b\n1,2,\n"), "2:1|2;");
  EXPECT_EQ(rows_of("a,b\n"), "");
  EXPECT_EQ(rows_of("a,b"), "");
}

TEST(CsvRows, AFileThatIsNoneIsRefusedWithItsLine) {
  EXPECT_EQ(rows_of(""), "file: line 1 has no headings");
  EXPECT_EQ(rows_of("a,c\n"), "file: line 1 has no heading \"b\"; it has a, c");
  EXPECT_EQ(rows_of("a,b,A\n"), "file: line 1 has the heading \"a\" twice");
  EXPECT_EQ(rows_of("a,b\n1,2,3\n"), "file: line 2 has more cells than headings");
  EXPECT_EQ(rows_of("a,b\n1,\"2\n\n"), "file: line 2 has a quote that is never closed");
  EXPECT_EQ(rows_of("a,b\n1,\"2\"3\n"), "file: line 2 has letters after the quote that closes a cell");
  EXPECT_EQ(rows_of("a,b\n1,2\n3,4\"\n"), "file: line 3 has a quote in the middle of a cell; the whole cell must be in quotes, and this one doubled");
  EXPECT_EQ(rows_of("a,b\n\n1,\xFF\n"), "file: line 3 is not UTF-8; save the file as CSV in UTF-8");
  EXPECT_EQ(rows_of("a,b\r1,2\r"), "file: line 1 has a carriage return alone; lines end with LF or CRLF");
}

}  // namespace

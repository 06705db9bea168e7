// A register as CSV and as an SQLite database: the same entries, and clear words about a file that cannot be one.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <random>

#include "register.hpp"

using namespace charity_register;
using testing::HasSubstr;

namespace {

constexpr std::string_view csv =
    "\xEF\xBB\xBFName,ID,Status,Registered,Removed\r\n"
    "\"Sunshine \"\"Kids\"\" Club, Medway\",GB-CHC-1089464,Registered,2001-11-30,\r\n"
    "Old Mill Trust,GB-CHC-200051,Removed,01/02/1963,31/12/2019\r\n"
    "\r\n"
    "Clwb Ieuenctid Ynys M\xC3\xB4n,GB-CHC-1173575,Registered,2017-06-20T00:00:00,\r\n";

std::string database(const std::string& sql) {
  SQLite::Database made(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  made.exec(sql);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(made.getHandle(), "main", &size, 0);
  const std::string all(reinterpret_cast<char*>(bytes), static_cast<std::size_t>(size));
  sqlite3_free(bytes);
  return all;
}
const std::string table = "CREATE TABLE organisations(id TEXT, name TEXT, Status TEXT, registered TEXT, removed TEXT);";
const std::string rows =
    "INSERT INTO organisations VALUES ('GB-CHC-1089464', 'Sunshine \"Kids\" Club, Medway', 'Registered', '2001-11-30', NULL),"
    "('GB-CHC-200051', 'Old Mill Trust', 'Removed', '01/02/1963', '31/12/2019'),"
    "('GB-CHC-1173575', 'Clwb Ieuenctid Ynys Môn', 'Registered', '2017-06-20T00:00:00', '');";

void holds_the_three(const Register& all) {
  ASSERT_EQ(all.size(), 3u);
  const auto sunshine = all.find("GB-CHC-1089464");
  ASSERT_EQ(sunshine.size(), 1u);
  EXPECT_EQ(sunshine[0].name, "Sunshine \"Kids\" Club, Medway");
  EXPECT_EQ(sunshine[0].standing, Standing::registered);
  EXPECT_EQ(written(sunshine[0].registered.value()), "2001-11-30");
  EXPECT_FALSE(sunshine[0].removed);
  const auto mill = all.find("GB-CHC-200051");
  ASSERT_EQ(mill.size(), 1u);
  EXPECT_EQ(mill[0].standing, Standing::removed);
  EXPECT_EQ(written(mill[0].registered.value()), "1963-02-01");
  EXPECT_EQ(written(mill[0].removed.value()), "2019-12-31");
  EXPECT_EQ(all.find("GB-CHC-1173575")[0].name, "Clwb Ieuenctid Ynys M\xC3\xB4n");
  EXPECT_TRUE(all.find("GB-CHC-108946").empty());
  EXPECT_TRUE(all.find("").empty());
}

std::string refused(std::string_view bytes) {
  try {
    Register all(bytes);
  } catch (const remit::failure& why) {
    return why.what();
  }
  return "was taken";
}

TEST(RegisterFiles, CsvAndDatabaseHoldTheSame) {
  holds_the_three(Register(csv));
  const std::string bytes = database(table + rows);
  holds_the_three(Register(bytes));
  const std::string view = database("CREATE TABLE charities(number INTEGER, name TEXT, status TEXT, registered TEXT, removed TEXT);"
                                    "INSERT INTO charities VALUES (1089464, 'Sunshine', 'Active', NULL, NULL);"
                                    "CREATE VIEW organisations AS SELECT 'GB-CHC-' || number AS id, name, status, registered, removed FROM charities;");
  EXPECT_EQ(Register(view).find("GB-CHC-1089464").size(), 1u);   // a register with columns of its own, seen through a view
}

TEST(RegisterFiles, TheBytesOfADatabaseAreNotTouched) {
  const std::string bytes = database(table + rows), before = bytes;
  Register all(bytes);
  EXPECT_EQ(bytes, before);
}

TEST(RegisterFiles, AnIdTwiceIsFoundTwice) {
  const Register all("id,status\nGB-CHC-1089464,removed\nGB-SC-SC042386,active\nGB-CHC-1089464,registered\n");
  const auto both = all.find("GB-CHC-1089464");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].line, 2u);
  EXPECT_EQ(both[1].line, 4u);
}

TEST(RegisterFiles, WordsOfTheRegistersComeToOneOfThree) {
  const Register all("id,status\nGB-COH-00000001,Active\nGB-COH-00000002,Dissolved\nGB-COH-00000003,Liquidation\nGB-COH-00000004,\n");
  EXPECT_EQ(all.find("GB-COH-00000001")[0].standing, Standing::registered);
  EXPECT_EQ(all.find("GB-COH-00000002")[0].standing, Standing::removed);
  EXPECT_EQ(all.find("GB-COH-00000003")[0].standing, Standing::other);
  EXPECT_EQ(all.find("GB-COH-00000004")[0].standing, Standing::other);
}

TEST(RegisterFiles, WhatCannotBeARegisterIsRefusedInWords) {
  EXPECT_EQ(refused(""), "register: line 1 has no headings");
  EXPECT_EQ(refused("id,name\n"), "register: line 1 has no heading \"status\"; it has id, name");
  EXPECT_EQ(refused("id,status\nGB-CHC-1,x\n1089464,registered\n"),
            "register: line 3 has the id \"1089464\"; ids begin with the code of their list, such as GB-CHC-1089464");
  EXPECT_EQ(refused("id,status,removed\nGB-CHC-1,removed,31/02/2019\n"),
            "register: line 2 has \"31/02/2019\" under removed, which is no date; dates are written 2019-04-30 or 30/04/2019");
  EXPECT_EQ(refused("id,status\nGB-CHC-1,\"registered\n"), "register: line 2 has a quote that is never closed");
  EXPECT_EQ(refused("id,status\nGB-CHC-1,regist\xE9\n"), "register: line 2 is not UTF-8; save the file as CSV in UTF-8");
  EXPECT_EQ(refused(database("CREATE TABLE charities(id TEXT, status TEXT)")), "register: the database cannot be read: no such table: organisations");
  EXPECT_EQ(refused(database("CREATE TABLE organisations(id TEXT, state TEXT)")), "register: the table organisations has no column \"status\"");
}

TEST(RegisterFiles, ADatabaseThatIsCutOrKeepsALogIsRefused) {
  const std::string whole = database(table + rows);
  EXPECT_THAT(refused(whole.substr(0, 600)), HasSubstr("register: the database cannot be "));
  std::string damaged = whole;
  for (std::size_t i = 100; i < damaged.size(); i += 7) damaged[i] = '\x7f';
  EXPECT_THAT(refused(damaged), HasSubstr("register: the database cannot be read: "));
  std::string logged = whole;
  logged[18] = logged[19] = 2;   // what `PRAGMA journal_mode = WAL` writes there
  EXPECT_THAT(refused(logged), HasSubstr("keeps a write-ahead log"));
}

TEST(RegisterFiles, AnyBytesAreReadOrRefused) {
  std::mt19937 chance(11);   // the same bytes each time
  const std::string whole[] = {std::string(csv), database(table + rows)};
  int taken = 0, not_taken = 0;
  for (int i = 0; i < 600; ++i) {
    std::string bytes = whole[i % 2];
    for (auto more = 1 + chance() % 4; more > 0; --more) bytes[chance() % bytes.size()] = static_cast<char>(chance());
    if (chance() % 4 == 0) bytes.resize(chance() % bytes.size());
    (refused(bytes) == "was taken" ? taken : not_taken)++;
  }
  EXPECT_GT(taken, 0);
  EXPECT_GT(not_taken, 0);
}

TEST(RegisterFiles, DatesAreReadWithAndWithoutATime) {
  EXPECT_EQ(day("1970-01-01"), 0);
  EXPECT_EQ(day("1970-01-02T23:59:59"), 1);
  EXPECT_EQ(day("1969-12-31 00:00:00"), -1);
  EXPECT_EQ(day("1/2/2000"), day("2000-02-01"));
  for (const char* text : {"", "2000", "2000-13-01", "2001-02-29", "00-01-01", "2000-01-01x", "1/2/00", "2000/01/02", "today"}) EXPECT_FALSE(day(text)) << text;
  EXPECT_EQ(written(0), "1970-01-01");
  EXPECT_EQ(written(-1), "1969-12-31");
}

}  // namespace

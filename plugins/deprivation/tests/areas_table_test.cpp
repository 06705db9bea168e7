// The table of small areas: codes of every country, columns of the published tables, and words about a table that is not one.
#include <gtest/gtest.h>

#include <remit/plugin.hpp>

#include "areas.hpp"

using deprivation::Areas;
using deprivation::fault_of;
using deprivation::Headings;

namespace {

std::string refused(std::string_view bytes, const Headings& headings = {}) {
  try {
    Areas areas(bytes, headings);
  } catch (const remit::failure& why) {
    return why.what();
  }
  return "was taken";
}

TEST(AreasTable, EveryCountrysSmallAreasAreKnownByTheirCodes) {
  for (const char* code : {"E01012345", "W01001234", "S01006506", "N20000001", "N21000001", "N00000001", "95AA01S1", "95ZZ16S2", "95AA06W1"})
    EXPECT_FALSE(fault_of(code)) << code << ": " << fault_of(code).value_or("");
}

TEST(AreasTable, WhatIsNoSmallAreaIsSaid) {
  EXPECT_EQ(fault_of("E0101234"), "\"E0101234\" is no code of a small area: after E01 come six digits");
  EXPECT_EQ(fault_of("E02000001"), "\"E02000001\" is a middle layer super output area; the lower layer ones in it begin with E01");
  EXPECT_EQ(fault_of("S02000001"), "\"S02000001\" is an intermediate zone; the data zones in it begin with S01");
  EXPECT_EQ(fault_of("E06000035"), "\"E06000035\" is a council");
  EXPECT_EQ(fault_of("e01012345"), "\"e01012345\" is written with small letters; codes are written in capitals, E01012345");
  EXPECT_EQ(fault_of("ME4 4TR"), "\"ME4 4TR\" looks like a postcode; this plug-in knows small areas, by codes such as E01012345");
  EXPECT_EQ(fault_of("bt71nn"), "\"bt71nn\" looks like a postcode; this plug-in knows small areas, by codes such as E01012345");
  EXPECT_EQ(fault_of("Chatham"), "\"Chatham\" is no code of a small area, such as E01012345, W01001234, S01012345, N20001234 or 95AA01S1");
  EXPECT_TRUE(fault_of("95AA01X1"));
  EXPECT_TRUE(fault_of(""));
}

TEST(AreasTable, RowsAreFoundByCode) {
  const Areas areas("Decile,AREA,rank\n1,E01000002,12\n10,95AA01S1,\n5,E01000001,\"1,234\"\n", {});
  EXPECT_EQ(areas.size(), 3u);
  ASSERT_TRUE(areas.find("E01000002"));
  EXPECT_EQ(areas.find("E01000002")->decile, 1);
  EXPECT_EQ(areas.find("E01000002")->rank, 12u);
  EXPECT_EQ(areas.find("E01000001")->rank, 1234u);
  ASSERT_TRUE(areas.find("95AA01S1"));
  EXPECT_EQ(areas.find("95AA01S1")->decile, 10);
  EXPECT_FALSE(areas.find("95AA01S1")->rank);
  for (const char* code : {"", "E0100000", "E01000003", "E010000011", "ZZZ"}) EXPECT_FALSE(areas.find(code)) << code;
}

TEST(AreasTable, AColumnMayHaveTheNameThatThePublishedTableGivesIt) {
  const Areas areas("LSOA code (2011),LSOA name (2011),IMD Rank,IMD Decile\nE01000001,City of London 001A,29199,9\n",
                    {"LSOA code (2011)", "imd decile", "IMD rank"});
  EXPECT_EQ(areas.find("E01000001")->decile, 9);
  EXPECT_EQ(areas.find("E01000001")->rank, 29199u);
}

TEST(AreasTable, WhatIsNoTableIsRefusedWithItsLine) {
  EXPECT_EQ(refused("area\n"), "areas: line 1 has no heading \"decile\"; it has area");
  EXPECT_EQ(refused("area,decile\n"), "areas: line 1 is all there is: no area stands under the headings");
  EXPECT_EQ(refused("area,decile\nE01000001,1\nE01000002,11\n"), "areas: line 3 has the decile \"11\"; deciles are 1 (most deprived) to 10");
  for (const char* decile : {"0", "", "1.5", "-1", "one", "1,0", "99999999999999999999"})
    EXPECT_NE(refused(std::string("area;decile\nE01000001;") + decile + "\n").find("areas: line 2 has the decile"), std::string::npos) << decile;
  EXPECT_EQ(refused("area,decile,rank\nE01000001,1,0\n"), "areas: line 2 has the rank \"0\"; ranks are whole numbers from 1");
  EXPECT_EQ(refused("area,decile\nE02000001,1\n"),
            "areas: line 2 has an area that is not one: \"E02000001\" is a middle layer super output area; the lower layer ones in it begin with E01");
  EXPECT_EQ(refused("area,decile\nE01000001,1\nE01000002,1\nE01000001,1\n"), "areas: E01000001 stands there twice; each area may stand there once");
}

}  // namespace

// Names of one organisation as registers and letterheads write them; nothing is the same that is merely alike.
#include <gtest/gtest.h>

#include "names.hpp"

using namespace charity_register;

namespace {

TEST(Names, TheSameOrganisationWrittenInTwoWays) {
  const std::pair<const char*, const char*> same[] = {
      {"Sunshine Kids Club", "SUNSHINE KIDS CLUB"},
      {"The Sunshine Kids Club", "Sunshine Kids Club Ltd."},
      {"Parents & Carers Together", "PARENTS AND CARERS TOGETHER"},
      {"St. Mary's Family Centre", "St Marys Family Centre"},
      {"St Mary\xE2\x80\x99s Family Centre", "St Mary's Family Centre"},
      {"Caf\xC3\xA9 Teulu Ynys M\xC3\xB4n Cyf", "CAFE TEULU YNYS MON"},
      {"Young Minds C.I.C.", "Young Minds CIC"},
      {"Home-Start Medway", "Home Start (Medway)"},
      {"\xC5\x81ukasz Foundation", "Lukasz Foundation"},
  };
  for (const auto& [a, b] : same) EXPECT_TRUE(same_name(a, b)) << plain_name(a) << " | " << plain_name(b);
}

TEST(Names, WhatIsMerelyAlikeIsNotTheSame) {
  EXPECT_FALSE(same_name("Sunshine Kids Club", "Sunshine Kid Club"));
  EXPECT_FALSE(same_name("Home-Start Medway", "Home-Start"));
  EXPECT_FALSE(same_name("", ""));
  EXPECT_FALSE(same_name("Limited", "Ltd"));   // nothing is left of either
}

}  // namespace

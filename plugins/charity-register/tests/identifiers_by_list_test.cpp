// What each list's numbers look like, with the examples that org-id.guide gives for it, and what is wrong when they do not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "identifiers.hpp"
#include "lists.hpp"

using namespace charity_register;
using testing::HasSubstr;

namespace {

TEST(IdentifiersByList, TheExamplesOfOrgIdGuideAreRight) {
  for (const char* id : {"GB-CHC-279417", "GB-CHC-1090095", "GB-CHC-1173575", "GB-SC-SC042386", "GB-SC-SC000587", "GB-NIC-100019", "GB-NIC-100048",
                         "GB-COH-09506232", "GB-COH-07444723", "GB-LAE-WOT", "GB-LAE-GED", "GB-LAS-ZET", "GB-LAS-WLN", "GB-LAS-ORK", "GB-LANI-ANN",
                         "GB-LANI-AND", "GB-LANI-BFS", "GB-PLA-AGY", "GB-PLA-TOF", "GB-PLA-NTL", "GB-MPR-235C", "GB-MPR-IP031455", "GB-EDU-125554",
                         "GB-EDU-134533", "GB-UKPRN-10000346", "GB-UKPRN-10010014", "GB-NHS-01F", "GB-NHS-7A1A5", "GB-NHS-Z1070", "GB-NHS-RAX",
                         "GB-SCOTEDU-8212627", "GB-WALEDU-6602130", "GB-CASC-df679063", "GB-REV-X6243", "GB-SHPE-LH4401", "GB-SHPE-H4244", "GB-SHPE-4793",
                         "GB-IRN-542-0059", "GB-HESA-0177"})
    EXPECT_EQ(identify(id).form, Form::right) << id << ": " << identify(id).words;
}

TEST(IdentifiersByList, ALinkedCharityHasTheNumberOfItsMainOneAndItsOwn) {
  EXPECT_EQ(identify("GB-CHC-1089464-12").form, Form::right);
  for (const char* id : {"GB-CHC-1089464-", "GB-CHC-1089464-0", "GB-CHC-1089464-a", "GB-CHC-1089464-1-2", "GB-CHC-1089464-12345"})
    EXPECT_EQ(identify(id).form, Form::wrong) << id;
}

TEST(IdentifiersByList, ACompanyNumberIsEightDigitsOrAPrefixAndSixMore) {
  for (const char* id : {"SC123456", "NI012345", "OC301234", "SO300123", "NC000123", "CE012345", "CS001234", "IP12345R", "RC000123", "R0000028",
                         "SL00123A", "RS007853", "LP012345", "GE000123"})
    EXPECT_EQ(identify(std::string("GB-COH-") + id).form, Form::right) << id;
  for (const char* id : {"1234567", "123456789", "00000000", "XY123456", "SC12345", "SC1234A6", "SCABCDEF", "IPABCDEF", "sc123456", "1234567A"})
    EXPECT_EQ(identify(std::string("GB-COH-") + id).form, Form::wrong) << id;
}

TEST(IdentifiersByList, WhatIsWrongIsSaidWithTheFormThatWasExpected) {
  const auto words = [](const char* id) { return identify(id).words; };
  EXPECT_EQ(words("GB-CHC-0123456"),
            "GB-CHC-0123456: it has a leading nought; numbers of the Charity Commission for England and Wales are six or seven digits, the "
            "first not 0, and for a linked charity a hyphen and its own number");
  EXPECT_THAT(words("GB-CHC-12345"), HasSubstr("it has 5 digits; "));
  EXPECT_THAT(words("GB-CHC-279 417"), HasSubstr("it has a blank in it; "));
  EXPECT_THAT(words("GB-CHC-"), HasSubstr("there is no number after the list code; "));
  EXPECT_THAT(words("GB-CHC"), HasSubstr("there is no number after the list code; "));
  EXPECT_EQ(words("GB-SC-042386"), "GB-SC-042386: the letters SC are missing; numbers of the Scottish Charity Regulator are the letters SC and six digits");
  EXPECT_THAT(words("GB-SC-SC4238"), HasSubstr("it has 4 digits; "));
  EXPECT_THAT(words("GB-SC-sc042386"), HasSubstr("it has small letters; "));
  EXPECT_THAT(words("GB-UKPRN-1000346"), HasSubstr("it has 7 digits; numbers of the UK Register of Learning Providers are eight digits"));
  EXPECT_THAT(words("GB-LAE-BASE"), HasSubstr("codes of the local authorities of England are three letters, not \"BASE\""));
}

TEST(IdentifiersByList, CouncilsOfTheThreeCountriesWithAClosedListAreKnownByName) {
  const Identifier fife = identify("GB-LAS-FIE");
  EXPECT_EQ(fife.form, Form::unsure);   // lists of councils change: a person must look
  EXPECT_EQ(fife.words, "GB-LAS-FIE is none of the codes of the local authorities of Scotland that are known here");
  EXPECT_EQ(fife.nearest, "GB-LAS-FIF");
  const auto councils = [](std::string_view code) { return find_list(code)->councils.size() / 4; };
  EXPECT_EQ(councils("GB-LAS"), 32u);
  EXPECT_EQ(councils("GB-PLA"), 22u);
  EXPECT_EQ(councils("GB-LANI"), 11u);
}

TEST(IdentifiersByList, WhereNoFormIsPublishedAnUnusualNumberIsNotCalledWrong) {
  const Identifier odd = identify("GB-MPR-12/34");
  EXPECT_EQ(odd.form, Form::unsure);
  EXPECT_EQ(odd.words, "GB-MPR-12/34 is not like the numbers of the Mutuals Public Register that are known here, which are such as 235C or IP031455");
}

}  // namespace

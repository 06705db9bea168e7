// What was perhaps meant: only ever an identifier that is right in form, and never put in the place of what was written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "identifiers.hpp"

using namespace charity_register;
using testing::HasSubstr;

namespace {

TEST(NearestIdentifier, SlipsThatPeopleAndSpreadsheetsMakeAreSeenThrough) {
  const std::pair<const char*, const char*> cases[] = {
      {"GB-CHC-0123456", "GB-CHC-123456"},       // a leading nought
      {"GB-CHC-279 417", "GB-CHC-279417"},       // a blank
      {"GB-CHC-1O89464", "GB-CHC-1089464"},      // O for 0
      {"GB-CHC-SC042386", "GB-SC-SC042386"},     // the list of another country
      {"GB-CHC-NIC100012", "GB-NIC-100012"},
      {"gb-chc-279417", "GB-CHC-279417"},
      {"GB-SC-042386", "GB-SC-SC042386"},        // the prefix left out
      {"GB-SC-SC42386", "GB-SC-SC042386"},       // a nought lost
      {"GB-SC-42386", "GB-SC-SC042386"},
      {"GB-SC-sc042386", "GB-SC-SC042386"},
      {"GB-NIC-NIC100012", "GB-NIC-100012"},     // as the regulator prints it
      {"GB-COH-9506232", "GB-COH-09506232"},
      {"GB-COH-SC12345", "GB-COH-SC012345"},
      {"GB-COH-ni012345", "GB-COH-NI012345"},
      {"GB-CASC-DF679063", "GB-CASC-df679063"},
      {"GB-HESA-177", "GB-HESA-0177"},
      {"1089464", "GB-CHC-1089464"},             // no list code
      {"SC042386", "GB-SC-SC042386"},
      {"09506232", "GB-COH-09506232"},
      {"GB-CHX-279417", "GB-CHC-279417"},        // a list code that is nearly one
  };
  for (const auto& [written, meant] : cases) {
    EXPECT_NE(identify(written).form, Form::right) << written;
    EXPECT_EQ(identify(written).nearest, meant) << written;
    EXPECT_EQ(identify(meant).form, Form::right) << meant;
  }
}

TEST(NearestIdentifier, WhereNothingIsPlausibleNothingIsNamed) {
  for (const char* id : {"GB-CHC-12345", "GB-CHC-1089464-0", "GB-COH-XY123456", "hello", "", "XI-IATI-1234"}) EXPECT_EQ(identify(id).nearest, "") << id;
}

TEST(NearestIdentifier, WhatCannotBeCheckedGoesToAPerson) {
  EXPECT_EQ(identify("local:sunshine").form, Form::unsure);
  EXPECT_EQ(identify("local:sunshine").words, "local:sunshine is known to the partnership alone, and cannot be checked");
  const Identifier far = identify("XI-IATI-1234");
  EXPECT_EQ(far.form, Form::unsure);
  EXPECT_EQ(far.words, "XI-IATI-1234: the list XI-IATI is not known here, so the number was not checked");
  EXPECT_THAT(identify("GB-CHX-279417").words, HasSubstr("the nearest list is GB-CHC, numbers of the Charity Commission for England and Wales"));
}

TEST(NearestIdentifier, WithoutAListCodeItIsWrong) {
  EXPECT_EQ(identify("1089464").form, Form::wrong);
  EXPECT_THAT(identify("1089464").words, HasSubstr("has no list code before the number: GB-CHC- for charities of England and Wales"));
  EXPECT_EQ(identify("").words, "there is no identifier");
}

TEST(NearestIdentifier, AnyBytesAreAnsweredAndWhatIsNamedIsRight) {
  std::mt19937 chance(7);   // the same bytes each time
  const std::string starts[] = {"", "GB-", "GB-CHC-", "GB-SC-", "GB-COH-", "GB-LAS-", "local:", "GB-IRN-", "gb-nic-NIC"};
  const std::string letters("0123456789OIlSCNIgb-- ./#\t\n\xc3\xa9\xff\0", 29);
  for (int i = 0; i < 20000; ++i) {
    std::string id = starts[chance() % std::size(starts)];
    for (auto more = chance() % 12; more > 0; --more) id += letters[chance() % letters.size()];
    const Identifier found = identify(id);
    ASSERT_FALSE(found.words.empty());
    if (found.nearest.empty()) continue;
    ASSERT_NE(found.form, Form::right) << id;
    ASSERT_EQ(identify(found.nearest).form, Form::right) << id << " -> " << found.nearest;
  }
}

}  // namespace

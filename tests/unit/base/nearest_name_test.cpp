#include <gtest/gtest.h>

#include "base/text.hpp"

namespace remit::base {
namespace {

const std::vector<std::string> names = {"applicant", "fits_provision", "income", "needs", "stage", "status", "statutory", "stream", "title"};

TEST(NearestName, ForgivesALetterInThree) {
  EXPECT_EQ(nearest("stauts", names), "status");      // swapped
  EXPECT_EQ(nearest("incom", names), "income");       // dropped
  EXPECT_EQ(nearest("applicants", names), "applicant");
  EXPECT_EQ(nearest("statuary", names), "statutory");
  EXPECT_EQ(nearest("titel", names), "title");
}

TEST(NearestName, CountsCaseAndJointsForLess) {
  EXPECT_EQ(nearest("Status", names), "status");
  EXPECT_EQ(nearest("fits-Provision", names), "fits_provision");
  EXPECT_EQ(nearest("fits provision", names), "fits_provision");
}

TEST(NearestName, SuggestsTheOneThatBeginsLikeIt) {
  EXPECT_EQ(nearest("fits", names), "fits_provision");
  EXPECT_EQ(nearest("stat", names), "");   // two do
}

TEST(NearestName, SaysNothingWhenNothingIsNear) {
  EXPECT_EQ(nearest("x", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest("completely_else", names), "");
  EXPECT_EQ(nearest(std::string(81, 's'), names), "");
  EXPECT_EQ(nearest("status", std::span<const std::string>()), "");
}

TEST(NearestName, GivesTiesToTheFirstInTheAlphabet) {
  const std::vector<std::string> equal = {"m3", "m1", "m2"};
  EXPECT_EQ(nearest("m4", equal), "m1");
}

}  // namespace
}  // namespace remit::base

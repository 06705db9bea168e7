// charity-register/identifier: the three answers, with words and evidence.
#include "asked_by_a_host.hpp"

using remit::outcome;
using remit::testing::value;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

TEST(ItemIdentifier, RightWrongAndNotToBeChecked) {
  remit::testing::host host(remit_plugin_entry_v1());
  EXPECT_THAT(host.mistakes(), IsEmpty());
  const auto rule = host.bind("identifier");
  EXPECT_EQ(rule.refused(), "");

  const auto right = rule.ask(applicant("GB-CHC-1089464"));
  EXPECT_EQ(right.outcome, outcome::pass);
  EXPECT_EQ(right.evidence("list"), value("GB-CHC"));
  EXPECT_THAT(right.faults, IsEmpty());

  const auto wrong = rule.ask(applicant("GB-SC-042386"));
  EXPECT_EQ(wrong.outcome, outcome::fail);
  EXPECT_THAT(wrong.reasons, ElementsAre("GB-SC-042386: the letters SC are missing; numbers of the Scottish Charity Regulator are the letters SC and six digits",
                                         "perhaps GB-SC-SC042386"));
  EXPECT_EQ(wrong.evidence("nearest"), value("GB-SC-SC042386"));

  const auto local = rule.ask(applicant("local:sunshine"));
  EXPECT_EQ(local.outcome, outcome::refer);
  EXPECT_THAT(local.reasons, ElementsAre("local:sunshine is known to the partnership alone, and cannot be checked"));
  EXPECT_THAT(local.evidences, IsEmpty());
}

}  // namespace

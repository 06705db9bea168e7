// charity-register/facts: what the register says of the applicant, in words that packs can compare.
#include "asked_by_a_host.hpp"

using remit::outcome;
using remit::testing::value;
using testing::IsEmpty;

namespace {

class ItemFacts : public testing::Test {
 protected:
  ItemFacts() { host_.file("register", sample); }
  remit::testing::answer ask(const std::string& id, const std::string& name) {
    auto answer = host_.bind("facts").ask(applicant(id, name));
    EXPECT_THAT(answer.faults, IsEmpty());
    return answer;
  }
  remit::testing::host host_{remit_plugin_entry_v1()};
};

TEST_F(ItemFacts, OfOneWhoIsThere) {
  const auto answer = ask("GB-CHC-1089464", "The SUNSHINE Kids' Club Ltd");
  EXPECT_EQ(answer.outcome, outcome::pass);
  EXPECT_EQ(answer.fact("status"), value("registered"));
  EXPECT_EQ(answer.fact("registered"), value(remit::date{11656 * day_in_seconds}));
  EXPECT_EQ(answer.fact("name_on_register"), value("Sunshine Kids Club"));
  EXPECT_EQ(answer.fact("name_matches"), value(true));
  EXPECT_EQ(ask("GB-CHC-1089464", "Moonshine Kids Club").fact("name_matches"), value(false));
}

TEST_F(ItemFacts, StatusIsOneWordWhateverTheRegisterCallsIt) {
  EXPECT_EQ(ask("GB-CHC-200051", "Old Mill Trust").fact("status"), value("removed"));
  EXPECT_EQ(ask("GB-COH-00000003", "Slow Ltd").fact("status"), value("Liquidation"));   // no word of ours for it
  EXPECT_EQ(ask("GB-CHC-300007", "Without Status").fact("status"), value());
}

TEST_F(ItemFacts, OfOneWhoIsNotThereNothingIsKnown) {
  const auto answer = ask("GB-CHC-999999", "Nobody");
  EXPECT_EQ(answer.outcome, outcome::pass);
  EXPECT_THAT(answer.facts, IsEmpty());
}

TEST_F(ItemFacts, WhereTheRegisterDoesNotAgreeWithItselfItCannotBeTold) {
  const auto answer = ask("GB-CHC-300005", "Twice");
  EXPECT_EQ(answer.outcome, outcome::error);
  EXPECT_EQ(answer.cause, "the register has GB-CHC-300005 more than once, and lines 9 and 10 do not agree");
}

}  // namespace

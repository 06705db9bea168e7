// charity-register/registered: who is on the register on the day of the round, who was taken off, and who goes to a person.
#include "asked_by_a_host.hpp"

using remit::outcome;
using remit::testing::value;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class ItemRegistered : public testing::Test {
 protected:
  ItemRegistered() { host_.file("register", sample); }
  remit::testing::answer ask(const std::string& id) {
    auto answer = host_.bind("registered").ask(applicant(id));
    EXPECT_THAT(answer.faults, IsEmpty());
    return answer;
  }
  void says(const std::string& id, outcome wanted, const std::string& words) {
    const auto answer = ask(id);
    EXPECT_EQ(answer.outcome, wanted) << id;
    EXPECT_THAT(answer.reasons, ElementsAre(words));
  }
  remit::testing::host host_{remit_plugin_entry_v1()};
};

TEST_F(ItemRegistered, OnTheRegister) {
  const auto answer = ask("GB-CHC-1089464");
  EXPECT_EQ(answer.outcome, outcome::pass);
  EXPECT_THAT(answer.reasons, ElementsAre("GB-CHC-1089464, \"Sunshine Kids Club\", is on the register since 2001-11-30"));
  EXPECT_EQ(answer.evidence("status"), value("Registered"));
  EXPECT_EQ(answer.evidence("name_on_register"), value("Sunshine Kids Club"));
  EXPECT_EQ(answer.evidence("registered"), value(remit::date{11656 * day_in_seconds}));   // date -u -d 2001-11-30 +%s is 1007078400
}

TEST_F(ItemRegistered, TakenOff) {
  says("GB-CHC-200051", outcome::fail, "GB-CHC-200051, \"Old Mill Trust\", was taken off the register on 2019-12-31 (Removed)");
  says("GB-CHC-300002", outcome::fail, "GB-CHC-300002, \"Gone Some Day\", is no longer on the register (Removed); it does not say since when");
}

TEST_F(ItemRegistered, WhatHappenedAfterTheDayOfTheRoundIsForAPerson) {
  says("GB-CHC-300001", outcome::refer, "GB-CHC-300001, \"Later Gone\", was taken off the register on 2025-06-01, after the day of this round, 2025-03-01");
  says("GB-CHC-300003", outcome::refer, "GB-CHC-300003, \"Later Come\", was registered on 2025-03-02, after the day of this round, 2025-03-01");
}

TEST_F(ItemRegistered, ARegisterThatIsNotClearIsForAPerson) {
  says("GB-COH-00000003", outcome::refer, "GB-COH-00000003, \"Slow Ltd\", is \"Liquidation\" on the register, which is neither registered nor removed");
  says("GB-CHC-300004", outcome::refer, "GB-CHC-300004, \"Both\", is \"Registered\" on the register, which also says that it was removed on 2000-01-01");
  says("GB-CHC-300005", outcome::refer, "the register has GB-CHC-300005 more than once, and lines 9 and 10 do not agree");
  says("GB-CHC-300007", outcome::refer, "GB-CHC-300007, \"Without Status\", has no status on the register");
  EXPECT_EQ(ask("GB-CHC-300006").outcome, outcome::pass);   // twice, the same
}

TEST_F(ItemRegistered, WhoIsNotThereIsWhatThePackSays) {
  says("GB-CHC-999999", outcome::refer, "GB-CHC-999999 is not among the 12 organisations of the register that was supplied");
  host_.setting("unknown", "fail");
  EXPECT_EQ(ask("GB-CHC-999999").outcome, outcome::fail);
  host_.setting("unknown", "refer");
  EXPECT_EQ(ask("GB-CHC-999999").outcome, outcome::refer);
}

TEST_F(ItemRegistered, ASlipInTheIdIsSeenThroughButNotMended) {
  const auto answer = ask("GB-CHC-01089464");
  EXPECT_EQ(answer.outcome, outcome::refer);
  EXPECT_THAT(answer.reasons, ElementsAre(HasSubstr("is not among the"), "perhaps GB-CHC-1089464, \"Sunshine Kids Club\", which is"));
}

TEST_F(ItemRegistered, APackThatCannotBeIsRefused) {
  remit::testing::host bare(remit_plugin_entry_v1());
  EXPECT_THAT(bare.bind("registered").refused(), HasSubstr("file `register` is not supplied"));
  host_.setting("unknown", "decline");
  EXPECT_EQ(host_.bind("registered").refused(),
            "setting `unknown` is \"decline\"; it says what an applicant is who is not in the register: \"refer\" or \"fail\"");
  host_.setting("unknown", "fail").file("register", "id;status\nGB-CHC-1;\"\n");
  EXPECT_EQ(host_.bind("registered").refused(), "register: line 2 has a quote that is never closed");
}

}  // namespace

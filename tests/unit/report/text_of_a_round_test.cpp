// What `decide` prints for a tiny round, as a panel chair would see it.
#include <gmock/gmock.h>

#include "report/layout.hpp"
#include "report/text.hpp"
#include "small_document.hpp"

namespace remit::report::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string printed(const record::DecisionDocument& document, const TextStyle& style = {}) {
  std::string out;
  write_text(document, style, out);
  return out;
}

TEST(TextOfARound, Golden) {
  EXPECT_EQ("\n" + printed(small_document()), R"(
A small round
round r1 of test, as of 1 March 2012
decided by the pack test 1.0.0, from Test Framework (draft)
kinds of decision: the framework names none; those below are of Remit's own procedure

Stream: Families
budget £1,000, proposed £950, left £50; 5 applications

Rank  Application  Applicant   Total  Asked for  Proposal         Amount
   1  A1           First & Co  80.00       £650  approve in full    £650
   2  A2           Café Élan   77.50       £650  approve in part    £300
      the request of £650 is more than the £350 left; E1 fits: £300
─────────────────────────────── funding line: £50 of £1,000 is left ────────────────────────────────
   3  A3           Third       60.00       £650  decline               -
      the budget of £1,000 is spent: £50 is left of it

Ineligible (1 application)
  A4  Fourth, total 99.00: 4.5.3 b2: Fourth had already sent "Hope"

Withdrawn (1 application)
  A5  Fifth

Conflicts of interest
  - Bo Ray (m2) is out of the whole stream s: is with the applicant (A2) [4.6.1]; set aside: 2 score
    sheets (A1 and A2)

On the round, its streams and its panel
  - The specification names indicators [4.4.2], stream Families: not met; it names none

Where the framework is silent
  - Appeals [4.7]: none is given
  - Equal totals [4.5]: the panel must choose

Remit 0.1.0 proposes; a named human decides.
pack  blake2b-256:pack
input blake2b-256:input
)");
}

TEST(TextOfARound, WhereAnAllocatorChoseThereIsNoFundingLine) {
  auto document = small_document();
  document.records[0].plugins.push_back({"best-fit", "1.0.0", "blake2b-256:library", {}, {{"best-fit", "", "pass", "", "", "whole", {}, {}}}});
  const std::string text = printed(document);
  EXPECT_THAT(text, Not(HasSubstr("funding line")));
  EXPECT_THAT(text, HasSubstr(" £50 of £1,000 is left "));
  EXPECT_GT(text.find(" £50 of £1,000 is left "), text.find("   3  A")) << "below all that are ranked";
}

TEST(TextOfARound, NeverWiderThanAsked) {
  auto document = small_document();
  document.records[1].applicant_name = "The Partnership for Families of Mid and East Antrim and of the whole of the Causeway Coast";
  document.records[1].proposal.reasons[0].message = std::string(30, 'w') + " " + std::string(300, 'x') + " end";
  const std::string text = printed(document, {.colour = true, .width = 80});
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    const bool one_long_word = line.find("xxx") != std::string::npos;
    EXPECT_TRUE(one_long_word || seen_width(line) <= 80) << line;
    at = end + 1;
  }
}

TEST(TextOfARound, ColourOnlyWhenAskedFor) {
  EXPECT_THAT(printed(small_document()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(printed(small_document(), {.colour = true, .width = 100}), HasSubstr("\x1b[32m"));
}

TEST(TextOfARound, TextsFromTheInputCannotDriveTheTerminal) {
  auto document = small_document();
  document.records[0].applicant_name = "Evil\x1b[2J\r\nCo";
  document.records[2].proposal.reasons[0].message = "a\x1b]0;title\x07" "b";
  const std::string text = printed(document);
  EXPECT_THAT(text, Not(HasSubstr("\x1b")));
  EXPECT_THAT(text, Not(HasSubstr("\x07")));
  EXPECT_THAT(text, Not(HasSubstr("\r")));
}

TEST(TextOfARound, SaysWhenTheAllocationMayChangeAndWhenItIsOnlyATrial) {
  auto document = small_document();
  document.what_if = true;
  document.streams[0].may_change = true;
  EXPECT_THAT(printed(document), HasSubstr("WHAT IF: another pack"));
  EXPECT_THAT(printed(document), HasSubstr("the allocation may change"));
}

TEST(TextOfARound, WidthsAreOfCharactersAsSeen) {
  EXPECT_EQ(seen_width("Café"), 4u);
  EXPECT_EQ(seen_width("e\xcc\x81"), 1u) << "a combining accent takes no column";
  EXPECT_EQ(seen_width("会議"), 4u);
  EXPECT_EQ(seen_width("\x1b[32mgo\x1b[0m"), 2u);
  EXPECT_EQ(fitted("Causeway Coast", 9), "Causeway…");
  EXPECT_EQ(fitted("会議会議", 5), "会議…");
}

}  // namespace
}  // namespace remit::report::test

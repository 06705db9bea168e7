// `explain`: each criterion with what it looked at, how the total was made, and what would have passed.
#include <gmock/gmock.h>

#include "report/explain.hpp"
#include "small_document.hpp"

namespace remit::report::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string explained(const std::string& id, std::string_view rule = {}) {
  const auto document = small_document();
  std::string out;
  write_explanation(document, *document.find(id), rule, {}, out);
  return out;
}

TEST(ExplanationOfAnApplication, WhyItWasDeclined) {
  const std::string text = explained("A4");
  EXPECT_THAT(text, HasSubstr("Proposal: decline\n  the framework names no kinds of decision; this one is of Remit's own procedure\n  because: Fourth had already sent \"Hope\" [4.5.3 b2]\n"));
  EXPECT_THAT(text, HasSubstr("would have passed: application.submitted_at: needed the first, had 12 January 2012 [4.5.3 b2]"));
  EXPECT_THAT(text, HasSubstr("  not met: One application from an organisation [4.5.3 b2]\n"));
  EXPECT_THAT(text, HasSubstr("looked at application.applicant: o1\n"));
  EXPECT_THAT(text, HasSubstr("looked at application.added_value: not answered\n"));
}

TEST(ExplanationOfAnApplication, HowTheTotalWasMade) {
  const std::string text = explained("A1");
  EXPECT_THAT(text, HasSubstr("  - Need: mean 3.67 (11/3) of 5, weight 3; at least 2 is needed: met\n      3 x (11/3) / 5 = 2.2\n"));
  EXPECT_THAT(text, HasSubstr("Ann Lee (m1): 3.67 (11/3), \"well shown\"\n"));
  EXPECT_THAT(text, HasSubstr("Bo Ray (m2): 2 (set aside), \"weak\"\n"));
  EXPECT_THAT(text, HasSubstr("Ann Lee (m1): 5, without a justification\n"));
  EXPECT_THAT(text, HasSubstr("total: 100 x ((11/5) + 1) / 4 = 80.00 (exactly 242/3)\n"));
}

TEST(ExplanationOfAnApplication, WhichTextAndWhereItIsSilent) {
  const std::string text = explained("A1");
  EXPECT_THAT(text, HasSubstr("core 1.0.0 blake2b-256:core\n  test 1.0.0 blake2b-256:test\n"));
  EXPECT_THAT(text, HasSubstr("Where the framework is silent\n  - Appeals [4.7]: none is given\n"));
}

TEST(ExplanationOfAnApplication, WhatPluginsSaidAndWhyOneCouldNot) {
  auto document = small_document();
  auto& record = document.records[0];
  record.findings[0].plugin = "charity-register/registered";
  record.findings[0].outcome = "error";
  record.findings[0].cause = "charity-register: ended by signal 11";
  record.plugins.push_back({"charity-register", "1.2.0", "blake2b-256:library", {{"register", "blake2b-256:file"}},
                            {{"registered", "", "error", "charity-register: ended by signal 11", "", "", {}, {}},
                             {"best-fit", "", "pass", "", "", "whole", {"the most points"}, {}}}});
  std::string text;
  write_explanation(document, record, {}, {}, text);
  EXPECT_THAT(text, HasSubstr("      answered by the plug-in charity-register 1.2.0 (registered)\n      cause: charity-register could not tell: ended by signal 11\n"));
  EXPECT_THAT(text, HasSubstr("What plug-ins said\n  - charity-register 1.2.0, reads register\n      registered: could not tell; charity-register: ended by signal 11\n"
                              "      best-fit: awards the whole request; the most points\n"));
  EXPECT_THAT(text, HasSubstr("plug-in charity-register 1.2.0 blake2b-256:library\n      file register blake2b-256:file\n"));
}

TEST(ExplanationOfAnApplication, WithoutPluginsNothingIsSaidOfThem) { EXPECT_THAT(explained("A1"), Not(HasSubstr("plug-in"))); }

TEST(ExplanationOfAnApplication, OneRuleAlone) {
  EXPECT_THAT(explained("A4", "one-application"), HasSubstr("  not met: One application"));
  EXPECT_THAT(explained("A4", "one-application"), Not(HasSubstr("Proposal")));
  EXPECT_THAT(explained("A2", "tied"), HasSubstr("Bo Ray (m2) is recused from the whole stream: is with the applicant"));
  EXPECT_THAT(explained("A1", "indicators-said"), HasSubstr("about stream Families"));
  const auto document = small_document();
  std::string out;
  EXPECT_FALSE(write_explanation(document, document.records[0], "no-such-rule", {}, out));
  EXPECT_EQ(out, "");
}

TEST(ExplanationOfAnApplication, AWithdrawnOneHasNoCriteria) {
  EXPECT_THAT(explained("A5"), HasSubstr("Proposal: withdrawn"));
  EXPECT_THAT(explained("A5"), Not(HasSubstr("Eligibility")));
}

}  // namespace
}  // namespace remit::report::test

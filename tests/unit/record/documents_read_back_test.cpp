// What a document says can be read back as it was written: reports need nothing else.
#include <gtest/gtest.h>

#include "base/problem.hpp"
#include "record/record.hpp"
#include "sample.hpp"

namespace remit::record::test {
namespace {

TEST(DocumentsReadBack, TheWholeRound) {
  Sample sample;
  sample.pack.title = "Test framework";
  sample.pack.document = "A document";
  sample.pack.status = "draft";
  sample.silence("appeals", "Appeals", "4.7", "none is given");
  sample.requirement("quorum-said", policy::root::panel, [](const auto& facts, auto& work) {
    look(facts, work, policy::root::panel, intake::panel_field::quorum);
    return policy::Outcome::fail;
  }, [](const auto&) { return policy::Explanation{"no quorum is said", {}}; });
  sample.decide(round_of(application("A1", "600.50"), scored("A1", "4", "3.5")));
  const DecisionDocument d = read_document(sample.document(), "document");
  EXPECT_EQ(d.id, "r1");
  EXPECT_EQ(d.title, "A round");
  EXPECT_EQ(d.partnership, "test");
  EXPECT_EQ(d.as_of, "2012-03-01");
  EXPECT_EQ(d.pack.status, "draft");
  EXPECT_EQ(d.pack.document, "A document");
  ASSERT_EQ(d.streams.size(), 1u);
  EXPECT_EQ(d.streams[0].budget, 100000);
  EXPECT_EQ(d.streams[0].proposed, 60050);
  EXPECT_EQ(d.streams[0].left, 39950);
  EXPECT_EQ(d.streams[0].applications, 1);
  EXPECT_EQ(d.panel, "p1");
  ASSERT_EQ(d.members.size(), 2u);
  EXPECT_EQ(d.name_of("m1"), "Ann Lee");
  EXPECT_EQ(d.name_of("m2"), "m2");
  ASSERT_EQ(d.findings.size(), 1u);
  EXPECT_EQ(d.findings[0].of, "panel");
  EXPECT_EQ(d.findings[0].subject, "p1");
  EXPECT_EQ(d.findings[0].message, "no quorum is said");
  ASSERT_EQ(d.silences.size(), 1u);
  EXPECT_EQ(d.silences[0].so, "none is given");
  ASSERT_EQ(d.records.size(), 1u);
  const DecisionRecord* r = d.find("A1");
  ASSERT_NE(r, nullptr);
  EXPECT_EQ(r->requested, 60050);
  EXPECT_EQ(r->applicant_name, "First & Co");
  EXPECT_EQ(r->rank, 1);
  EXPECT_EQ(r->scores.exact, "155/2");
  EXPECT_EQ(r->proposal.amount, 60050);
  EXPECT_EQ(d.find("A9"), nullptr);
}

TEST(DocumentsReadBack, WhatIsNoneIsRefused) {
  for (const char* bytes : {"", "[]", "{}", R"({"format":"remit.record/1"})", R"({"format":"remit.decision/1"})",
                            R"({"format":"remit.decision/1","round":{"id":"r"},"records":[{"format":"remit.record/1"}]})"})
    EXPECT_THROW(read_document(bytes, "file.json"), base::Refused) << bytes;
}

}  // namespace
}  // namespace remit::record::test

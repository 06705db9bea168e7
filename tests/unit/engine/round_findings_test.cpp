// Requirements on the round, a stream, the panel and a member: reported beside the applications, deciding none.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

namespace root = policy::root;
using policy::Outcome;

/// Fails, having read the first field (the id) of `of`.
Answer reads_id_of(std::uint16_t of) {
  return [of](const policy::Facts& facts, policy::Work& work) {
    read(facts, work, of, 0);
    return Outcome::fail;
  };
}

TEST(RoundFindings, EachSubjectIsAskedAboutInOrder) {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.apply({.id = "A1"});
  r.score("A1", 50);
  PackBuilder pack;
  pack.requirement("of-members", root::member, reads_id_of(root::member));
  pack.requirement("of-streams", root::stream, reads_id_of(root::stream));
  pack.requirement("of-the-panel", root::panel, reads_id_of(root::panel));
  pack.requirement("of-the-round", root::round, reads_id_of(root::round));
  const Case c(r, pack);
  std::string seen;
  for (const RoundFinding& f : c.decided.round_findings) {
    EXPECT_EQ(f.outcome, Outcome::fail);
    ASSERT_EQ(f.reads.size(), 1u);
    seen += std::to_string(f.requirement) + "/" + std::to_string(f.row) + ":" + std::string(f.reads[0].value.str()) + " ";
  }
  EXPECT_EQ(seen, "0/0:m1 0/1:m2 1/0:s 1/1:t 2/0:panel-1 3/0:round ");
  EXPECT_EQ(c.says("A1"), "approve-total 10.00 rank 1") << "whatever they say";
}

TEST(RoundFindings, OnlyTheStreamsThatARequirementNames) {
  RoundBuilder r;
  r.stream({.id = "t"});
  PackBuilder pack;
  pack.requirement("of-t", root::stream, reads_id_of(root::stream)).streams = {"t"};
  const Case c(r, pack);
  ASSERT_EQ(c.decided.round_findings.size(), 1u);
  EXPECT_EQ(c.decided.round_findings[0].row, 1u);
}

TEST(RoundFindings, RequirementsOnOtherRecordsAreNotAskedHere) {
  RoundBuilder r;
  PackBuilder pack;
  pack.requirement("of-a-record", root::first_free, [](auto&, auto&) { return Outcome::fail; });
  EXPECT_TRUE(Case(r, pack).decided.round_findings.empty());
}

TEST(RoundFindings, AnErrorHasItsCause) {
  RoundBuilder r;
  PackBuilder pack;
  pack.requirement("breaks", root::round, [](auto&, auto&) -> Outcome { throw std::runtime_error("it broke"); });
  const Case c(r, pack);
  ASSERT_EQ(c.decided.round_findings.size(), 1u);
  EXPECT_EQ(c.decided.round_findings[0].outcome, Outcome::error);
  EXPECT_EQ(c.decided.round_findings[0].cause, "it broke");
}

}  // namespace
}  // namespace remit::engine::test

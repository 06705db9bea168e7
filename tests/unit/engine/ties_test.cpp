// Step 2, the ties that the core finds: the member's organisation or a declared one is the applicant, its direct parent
// or child, or exactly a partner, required or not.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

/// Who is tied to A1, which `applicant` sent in with `partners`: "m1 org (member)", ...
std::vector<std::string> ties(RoundBuilder& r, const std::string& applicant, std::vector<PartnerSpec> partners = {}) {
  r.apply({.id = "A1", .applicant = applicant, .partners = std::move(partners)});
  const auto round = r.build();
  std::vector<Tie> found;
  Ties(*round).find(0, found);
  std::vector<std::string> out;
  for (const Tie& t : found)
    out.push_back(std::string(round->members.at(t.member, 0).str()) + " " + std::string(t.organisation.str()) + " (" +
                  std::string(t.nature) + (t.declared ? ", declared)" : ")"));
  return out;
}

/// grandparent > parent > org > child > grandchild; and sibling, also a child of parent.
RoundBuilder family(const std::string& members_organisation) {
  RoundBuilder r;
  r.organisation("grandparent");
  r.organisation("parent", "grandparent");
  r.organisation("org", "parent");
  r.organisation("sibling", "parent");
  r.organisation("child", "org");
  r.organisation("grandchild", "child");
  r.members({{"m1", "health", members_organisation}, {"m2", "trust"}});
  return r;
}

TEST(Ties, AMembersOrganisationIsTheApplicantOrItsDirectParentOrChild) {
  for (const std::string near : {"org", "parent", "child"}) {
    RoundBuilder r = family(near);
    EXPECT_EQ(ties(r, "org"), (std::vector<std::string>{"m1 org (member)"})) << near;
  }
  for (const std::string far : {"grandparent", "grandchild", "sibling"}) {
    RoundBuilder r = family(far);
    EXPECT_TRUE(ties(r, "org").empty()) << far;
  }
}

TEST(Ties, APartnerOnlyExactlyAndRequiredOrNot) {
  for (const bool required : {true, false}) {
    RoundBuilder r = family("child");
    EXPECT_EQ(ties(r, "grandparent", {{"child", required}}), (std::vector<std::string>{"m1 child (member)"}));
  }
  for (const std::string kin : {"org", "grandchild"}) {
    RoundBuilder r = family("child");
    EXPECT_TRUE(ties(r, "grandparent", {{kin}}).empty()) << "kin of a partner is no tie: " << kin;
  }
}

TEST(Ties, DeclaredOrganisationsAreReadAlike) {
  for (const std::string nature : {"financial", "personal", "professional"}) {
    RoundBuilder r = family("");
    r.declare("m2", "parent", nature);
    EXPECT_EQ(ties(r, "org"), (std::vector<std::string>{"m2 org (" + nature + ", declared)"}));
  }
  RoundBuilder r = family("");
  r.declare("m2", "child", "personal");
  EXPECT_EQ(ties(r, "sibling", {{"child", false}}), (std::vector<std::string>{"m2 child (personal, declared)"}));
}

TEST(Ties, SortedByMemberOrganisationAndNatureAndEachOnce) {
  RoundBuilder r = family("org");
  r.declare("m2", "org", "personal");
  r.declare("m1", "org", "financial");
  r.declare("m1", "parent", "financial");   // reaches the applicant a second time with the same nature
  r.declare("m1", "child", "professional");
  EXPECT_EQ(ties(r, "org", {{"child"}}),
            (std::vector<std::string>{"m1 child (professional, declared)", "m1 org (financial, declared)", "m1 org (member)",
                                      "m1 org (professional, declared)", "m2 org (personal, declared)"}));
}

TEST(Ties, NoneWithoutOrganisationsOrForWithdrawnApplications) {
  RoundBuilder r;
  EXPECT_TRUE(ties(r, "org").empty());
  RoundBuilder w;
  w.members({{"m1", "health", "org"}});
  w.apply({.id = "A1", .withdrawn = true});
  w.apply({.id = "A2"});
  const Case c(w, {});
  ASSERT_EQ(c.decided.conflicts.ties.size(), 1u);
  EXPECT_EQ(c.decided.conflicts.ties[0].application, c.at("A2"));
  EXPECT_EQ(c.decided.conflicts.ties_of, (std::vector<std::uint32_t>{0, 0, 1}));
}

}  // namespace
}  // namespace remit::engine::test

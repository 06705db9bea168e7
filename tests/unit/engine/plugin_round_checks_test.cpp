// Round checks look at all applications together, once they are scored and ranked; they are reported beside and decide nothing.
#include <gmock/gmock.h>

#include "fake_plugins.hpp"

namespace remit::engine::test {
namespace {

using policy::Capability;
using policy::Outcome;
using ::testing::ElementsAre;

struct Checked {
  RoundBuilder r;
  PackBuilder pack;
  FakePlugins plugins{pack};

  Checked() {
    r.apply({.id = "A1"});
    r.apply({.id = "A2"});
    r.apply({.id = "A3", .withdrawn = true});
    r.score("A1", 90);
    r.score("A2", 80);
  }
  policy::Requirement& check(std::uint16_t of, FakePlugins::Say say) {
    policy::Requirement& rule = pack.requirement("similar", of, {});
    plugins.looks_across(plugins.stands_behind(rule, Capability::round_check, std::move(say), [](const auto&, const auto&) { return says(Outcome::fail, {"2 look alike"}); }));
    return rule;
  }
};

TEST(PluginRoundChecks, AFindingStandsBesideAndDecidesNothing) {
  Checked k;
  k.pack.requirement("first", policy::root::application, fails_for({}));
  k.check(policy::root::application, only("A2", [] { return says(Outcome::fail, {"like A1"}); }, [] { return says(Outcome::pass); }));
  k.pack.requirement("last", policy::root::application, fails_for({}));
  const Case c(k.r, k.pack, 1, &k.plugins);
  EXPECT_THAT(k.plugins.asked, ElementsAre("similar A1", "similar A2"));
  const auto beside = c.eligibility("A2").beside;
  ASSERT_EQ(beside.size(), 3u) << "in the order of the pack";
  EXPECT_EQ(beside[1].criterion, 1);
  EXPECT_EQ(beside[1].outcome, Outcome::fail);
  EXPECT_EQ(c.eligibility("A1").beside[1].outcome, Outcome::pass);
  EXPECT_EQ(c.eligibility("A2").outcome, Eligible::eligible);
  EXPECT_EQ(c.says("A2"), "approve-total 10.00 rank 2");
}

TEST(PluginRoundChecks, ARequirementOnTheRoundHasTheAnswerAboutTheWhole) {
  Checked k;
  k.check(policy::root::round, [](const auto&, const auto&) { return says(Outcome::pass); });
  const Case c(k.r, k.pack, 1, &k.plugins);
  ASSERT_EQ(c.decided.round_findings.size(), 1u);
  EXPECT_EQ(c.decided.round_findings[0].outcome, Outcome::fail);
  EXPECT_TRUE(c.eligibility("A1").beside.empty());
}

TEST(PluginRoundChecks, ItSeesRankTotalAndSheets) {
  Checked k;
  base::RecordType& mark = k.pack.pack.schema.make("score_mark");
  base::RecordType& sheet = k.pack.pack.schema.make("score_sheet");
  base::RecordType& scores = k.pack.pack.schema.make("scores");
  auto field = [](const std::string& path, base::Type type, const base::RecordType* items = nullptr) {
    base::Field made;
    made.path = path;
    made.type = type;
    if (items) made.item = base::Type::record;
    made.item_type = items;
    return made;
  };
  mark.add(field("measure", base::Type::text));
  mark.add(field("part", base::Type::text));
  mark.add(field("score", base::Type::number));
  sheet.add(field("member", base::Type::text));
  sheet.add(field("agency", base::Type::text));
  sheet.add(field("counted", base::Type::yes_no));
  sheet.add(field("marks", base::Type::list, &mark));
  scores.add(field("total", base::Type::number));
  scores.add(field("rank", base::Type::count));
  scores.add(field("sheets", base::Type::list, &sheet));
  std::vector<std::string> seen;
  k.check(policy::root::application, [&](const policy::Subjects::Key& key, const policy::Facts& facts) {
    std::string words(key.application);
    words += " " + std::to_string(facts.at(policy::root::scores, 0).integer) + " " + std::to_string(facts.at(policy::root::scores, 1).integer);
    for (const base::Value& s : facts.at(policy::root::scores, 2).list()) {
      words += " " + std::string(s.list()[0].str()) + "/" + std::string(s.list()[1].str()) + (s.list()[2].is_yes() ? "+" : "-");
      for (const base::Value& m : s.list()[3].list()) words += std::string(m.list()[0].str()) + std::to_string(m.list()[2].integer);
    }
    seen.push_back(words);
    return says(Outcome::pass);
  });
  k.pack.conflict("own", [](const policy::Facts& facts, policy::Work& work) {
    const bool m2 = read(facts, work, policy::root::member, intake::member_field::id).str() == "m2";
    return m2 && application_id(facts, work) == "A2" ? Outcome::fail : Outcome::pass;
  }, policy::Scope::application);
  const Case c(k.r, k.pack, 1, &k.plugins);
  EXPECT_THAT(seen, ElementsAre("A1 90 1 m1/health+need90 m2/trust+need90", "A2 80 2 m1/health+need80 m2/trust-need80"));
}

}  // namespace
}  // namespace remit::engine::test

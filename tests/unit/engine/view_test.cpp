// What rules see: derived values, parameters on the round's date, and only the criteria of an application's stream.
#include <gtest/gtest.h>

#include "round_builder.hpp"

namespace remit::engine::test {
namespace {

namespace field = intake::application_field;

TEST(View, ShareOfBudgetIsExact) {
  RoundBuilder r;
  r.stream({.id = "s", .budget = 90});
  r.apply({.id = "A1", .amount = 60});
  r.apply({.id = "A2", .amount = 180});
  const auto round = r.build();
  const PackBuilder pack;
  const View view = look_at(*round, pack.pack);
  const base::Value& third = facts_of(view, 0).at(policy::root::application, field::share_of_budget);
  ASSERT_EQ(third.kind, base::Kind::ratio);
  EXPECT_EQ(*third.ratio, base::Rational(2, 3));   // 6000p / 9000p
  const base::Value& twice = facts_of(view, 1).at(policy::root::application, field::share_of_budget);
  ASSERT_EQ(twice.kind, base::Kind::count);        // a whole number is a count
  EXPECT_EQ(twice.integer, 2);
  EXPECT_EQ(view.applications->row(0)[field::share_of_budget].ratio, third.ratio) << "`other` has derived values too";
  EXPECT_FALSE(round->applications.at(0, field::share_of_budget).answered()) << "the round is never written to";
}

TEST(View, NoShareOfAnEmptyBudget) {
  RoundBuilder r;
  r.stream({.id = "s", .budget = 0});
  r.apply({.id = "A1"});
  const auto round = r.build();
  const PackBuilder pack;
  const View view = look_at(*round, pack.pack);
  EXPECT_FALSE(facts_of(view, 0).at(policy::root::application, field::share_of_budget).answered());
}

/// The round and pack with derived counts that a loader adds.
void add_counts(base::Schema& schema) {
  for (const auto& [type, name] : {std::pair("panel", "agencies"), {"panel", "size"}, {"stream", "applications_count"}, {"stream", "measures_count"}}) {
    base::Field counted;
    counted.path = name;
    counted.type = base::Type::count;
    counted.derived = true;
    schema.find(type)->add(counted);
  }
}

TEST(View, CountsOfThePanelAndOfStreams) {
  RoundBuilder r;
  r.members({{"m1", "health"}, {"m2", "trust"}, {"m3", "health"}});
  r.stream({.id = "t"});
  r.scoring("t").measures.clear();
  r.apply({.id = "A1"});
  r.apply({.id = "A2"});
  r.apply({.id = "A3", .withdrawn = true});
  PackBuilder pack;
  add_counts(r.schema);
  add_counts(pack.pack.schema);
  const auto round = r.build();
  const View view = look_at(*round, pack.pack);
  auto count = [&](const char* type, const char* name, const base::Value* record) {
    return record[pack.pack.schema.find(type)->find(name)].integer;
  };
  EXPECT_EQ(count("panel", "agencies", view.panel), 2);
  EXPECT_EQ(count("panel", "size", view.panel), 3);
  EXPECT_EQ(count("stream", "applications_count", view.streams[0]), 2) << "withdrawn ones do not count";
  EXPECT_EQ(count("stream", "applications_count", view.streams[1]), 0);
  EXPECT_EQ(count("stream", "measures_count", view.streams[0]), 1);
  EXPECT_EQ(count("stream", "measures_count", view.streams[1]), 0);
  EXPECT_EQ(facts_of(view).records[policy::root::panel], view.panel);
  EXPECT_EQ(facts_of(view, 0).records[policy::root::stream], view.streams[0]);
}

TEST(View, ParametersAreThoseOfTheRoundsDate) {
  RoundBuilder r;   // as of 2012-03-01
  PackBuilder pack;
  pack.parameter("from_that_day", base::Value::yes(true), "2012-03-01");
  pack.parameter("from_the_next", base::Value::yes(true), "2012-03-02");
  const auto round = r.build();
  const View view = look_at(*round, pack.pack);
  EXPECT_TRUE(facts_of(view).at(policy::root::parameters, 0).is_yes());
  EXPECT_FALSE(facts_of(view).at(policy::root::parameters, 1).answered());
}

TEST(View, ApplicationsAreLookedUpInTheOrderOfSubmission) {
  RoundBuilder r;
  r.apply({.id = "A1", .submitted_at = "2012-01-12"});
  r.apply({.id = "A2", .submitted_at = "2012-01-11"});
  r.apply({.id = "A3", .submitted_at = "2012-01-11T00:00:00"});   // the same second as the day of A2: then by id
  const auto round = r.build();
  PackBuilder pack;
  pack.pack.application_keys = {{field::applicant}};
  const View view = look_at(*round, pack.pack);
  const base::Value org = base::Value::of_text("org");
  const auto found = view.applications->agreeing(0, {&org, 1});
  EXPECT_EQ(std::vector<std::uint32_t>(found.begin(), found.end()), (std::vector<std::uint32_t>{1, 2, 0}));
}

TEST(View, RulesSeeTheStreamAndTheApplicantOfTheApplication) {
  RoundBuilder r;
  r.stream({.id = "t"});
  r.organisation("other");
  r.apply({.id = "A1", .stream = "t", .applicant = "other"});
  r.apply({.id = "A2"});
  const auto round = r.build();
  const PackBuilder pack;
  const View view = look_at(*round, pack.pack);
  policy::Facts facts = facts_of(view, 0);
  EXPECT_EQ(facts.at(policy::root::stream, intake::stream_field::id).str(), "t");
  EXPECT_EQ(facts.at(policy::root::applicant, intake::organisation_field::id).str(), "other");
  turn_to(view, 1, facts);
  EXPECT_EQ(facts.at(policy::root::stream, intake::stream_field::id).str(), "s");
  EXPECT_EQ(facts.at(policy::root::applicant, intake::organisation_field::id).str(), "org");
}

}  // namespace
}  // namespace remit::engine::test

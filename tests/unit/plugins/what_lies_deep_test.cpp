// Conflict rules and appeal rules, lists inside lists, and fractions of any size: read alike in a worker and in the host's own process.
#include <gtest/gtest.h>

#include <limits>

#include "trial.hpp"

namespace remit::test {

using base::Kind;
using base::Value;
using policy::Capability;
using policy::Outcome;
namespace root = policy::root;

namespace {

base::Field field(const char* name, base::Type type, const base::RecordType* items = nullptr) {
  base::Field made;
  made.path = made.name = name;
  made.type = type;
  if (items != nullptr) {
    made.item = base::Type::record;
    made.item_type = items;
  }
  return made;
}

/// As the loader makes them for a pack that uses plug-ins.
void add_sheets(policy::Pack& pack) {
  auto& mark = pack.schema.make("score_mark");
  mark.add(field("measure", base::Type::text));
  mark.add(field("score", base::Type::number));
  auto& sheet = pack.schema.make("score_sheet");
  sheet.add(field("member", base::Type::text));
  sheet.add(field("marks", base::Type::list, &mark));
  auto& scores = *pack.schema.find("scores");
  scores.add(field("total", base::Type::number));
  scores.add(field("sheets", base::Type::list, &sheet));
}

/// One subject after another, each with the records that a test gave it.
class Views : public policy::Subjects {
 public:
  struct View {
    std::vector<Value> application, member, lodged, scores;
  };
  explicit Views(const policy::Pack& pack) : pack_(pack) {}
  View& add() {
    const auto blank = [&](const char* type) { return std::vector<Value>(pack_.schema.find(type)->fields.size()); };
    return views_.emplace_back(View{blank("application"), blank("member"), blank("lodged"), blank("scores")});
  }
  std::size_t size() const override { return views_.size(); }
  const policy::Facts& turn_to(std::size_t i) override {
    facts_.records[root::application] = views_[i].application.data();
    facts_.records[root::member] = views_[i].member.data();
    facts_.records[root::lodged] = views_[i].lodged.data();
    facts_.records[root::scores] = views_[i].scores.data();
    return facts_;
  }
  Key key(std::size_t) const override { return {"A1", "m1"}; }
  const policy::Facts& whole() override { return facts_; }

 private:
  const policy::Pack& pack_;
  std::vector<View> views_;
  policy::Facts facts_;
};

class WhatLiesDeep : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    add_sheets(*pack);
    need(*pack, "deep-rules");
    use(*pack, 0, "own-agency", Capability::conflict_rule);
    use(*pack, 0, "mark-of-nought", Capability::appeal_rule);
    use(*pack, 0, "more-than-half", Capability::appeal_rule);
    open = plugins::open_plugins(*pack, {}, installed.places());
  }
  policy::Answer total_of(const Value& total) {
    Views views(*pack);
    views.add().scores[0] = total;
    return std::move(open->ask(2, views)[0]);
  }

  Installed installed{GetParam()};
  std::unique_ptr<policy::Pack> pack = empty_pack();
  std::unique_ptr<policy::Plugins> open;
};

TEST_P(WhatLiesDeep, conflict_rules_see_the_member_and_what_is_decided) {
  namespace application = intake::application_field;
  Views views(*pack);
  const char* const agencies[] = {"Harbour Trust", "Valley Council", nullptr};
  for (const char* agency : agencies) {
    auto& view = views.add();
    view.application[application::title] = Value::of_text("Harbour Trust");
    if (agency != nullptr) view.member[intake::member_field::agency] = Value::of_text(agency);
  }
  const auto answers = open->ask(0, views);
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[0].outcome, Outcome::fail);
  EXPECT_EQ(answers[0].said->reasons, std::vector<std::string>{"the member works for Harbour Trust"});
  ASSERT_EQ(answers[0].said->evidence.size(), 1u);
  EXPECT_EQ(answers[0].said->evidence[0].second.text, "Harbour Trust");
  EXPECT_EQ(answers[1].outcome, Outcome::pass);
  EXPECT_EQ(answers[1].said, nullptr);
  EXPECT_EQ(answers[2].outcome, Outcome::refer);
}

// scores.sheets.marks.score: two lists, one inside the other, of different lengths
TEST_P(WhatLiesDeep, appeal_rules_read_lists_inside_lists) {
  const auto mark = [](const Value& score) { return std::vector<Value>{Value::of_text("need"), score}; };
  const auto count = [](std::int64_t n) { return Value::of(Kind::count, n); };
  const base::Rational half(1, 2);
  Value fraction;
  fraction.kind = Kind::ratio;
  fraction.ratio = &half;
  const std::vector<std::vector<Value>> rows = {mark(count(3)), mark(fraction), mark(count(5)), mark(count(0))};
  std::vector<Value> marks;
  for (const auto& row : rows) marks.push_back(Value::of_items(Kind::record, row));
  const std::span all(marks);
  const auto sheet = [](const char* member, std::span<const Value> of) { return std::vector<Value>{Value::of_text(member), Value::of_items(Kind::list, of)}; };
  const std::vector<Value> first = sheet("m1", all.first(2)), empty = sheet("m2", {}), last = sheet("m3", all.subspan(2)), one = sheet("m4", all.subspan(2, 1));
  const auto record = [](const std::vector<Value>& fields) { return Value::of_items(Kind::record, fields); };
  const std::vector<Value> with_nought = {record(first), record(empty), record(last)}, without = {record(first), record(empty), record(one)};

  Views views(*pack);
  const std::pair<const char*, const std::vector<Value>*> appeals[] = {{"score", &with_nought}, {"score", &without}, {"conduct", &with_nought}, {"score", nullptr}};
  for (const auto& [ground, sheets] : appeals) {
    auto& view = views.add();
    view.lodged[intake::lodged_field::ground] = Value::of_text(ground);
    if (sheets != nullptr) view.scores[1] = Value::of_items(Kind::list, *sheets);
  }
  const auto answers = open->ask(1, views);
  ASSERT_EQ(answers.size(), 4u);
  EXPECT_EQ(answers[0].outcome, Outcome::pass);
  EXPECT_EQ(answers[0].said->reasons, std::vector<std::string>{"m3 gave nought"});
  EXPECT_EQ(answers[1].outcome, Outcome::fail);
  EXPECT_EQ(answers[1].said->evidence[0].second.integer, 3);   // 3, 1/2 and 5
  EXPECT_EQ(answers[2].outcome, Outcome::not_applicable);
  EXPECT_EQ(answers[3].outcome, Outcome::fail);
  EXPECT_EQ(answers[3].said->evidence[0].second.integer, 0);
}

TEST_P(WhatLiesDeep, fractions_are_read_exactly_as_far_as_the_contract_holds_them) {
  using Limits = std::numeric_limits<std::int64_t>;
  const base::Rational small(2, 3), largest(Limits::max(), base::int128{std::numeric_limits<std::uint64_t>::max()}), least(Limits::min(), 3);
  for (const auto& [total, outcome] : {std::pair(&small, Outcome::pass), std::pair(&largest, Outcome::fail), std::pair(&least, Outcome::fail)}) {
    Value value;
    value.kind = Kind::ratio;
    value.ratio = total;
    const auto answer = total_of(value);
    EXPECT_EQ(answer.outcome, outcome) << total->exact();
    ASSERT_EQ(answer.said->evidence.size(), 1u) << total->exact();
    EXPECT_EQ(answer.said->evidence[0].second.ratio, *total);
  }
}

TEST_P(WhatLiesDeep, a_fraction_beyond_that_is_an_error_and_no_other_number) {
  const base::int128 above = base::int128{std::numeric_limits<std::int64_t>::max()} + 1, below = base::int128{std::numeric_limits<std::int64_t>::min()} - 1;
  const base::int128 over = base::int128{std::numeric_limits<std::uint64_t>::max()} + 1;
  for (const base::Rational& total : {base::Rational(above, 3), base::Rational(below, 5), base::Rational(1, over)}) {
    Value value;
    value.kind = Kind::ratio;
    value.ratio = &total;
    const auto answer = total_of(value);
    EXPECT_EQ(answer.outcome, Outcome::error) << total.exact();
    EXPECT_EQ(answer.said->cause, "deep-rules: scores.total holds a fraction that is too large for a plug-in: its terms go beyond 64 bits") << total.exact();
  }
}

INSTANTIATE_TEST_SUITE_P(Isolated, WhatLiesDeep, testing::Values(false));
INSTANTIATE_TEST_SUITE_P(InProcess, WhatLiesDeep, testing::Values(true));

}  // namespace
}  // namespace remit::test

#include <algorithm>

#include "base/date.hpp"
#include "round_builder.hpp"

namespace remit::engine::test {

using policy::Outcome;

namespace {

class FakeTest : public policy::Test {
 public:
  explicit FakeTest(Answer answer) : answer_(std::move(answer)) {}
  Outcome ask(const policy::Facts& facts, policy::Work& work) const override { return answer_(facts, work); }
  policy::Explanation explain(const policy::Facts& facts, policy::Work&, Outcome) const override {
    const base::Value* tie = facts.records[policy::root::tie];
    if (!tie || !tie[intake::tie_field::organisation].answered()) return {"in words", {}};
    return {"tied to " + std::string(tie[intake::tie_field::organisation].str()) + " (" +
                std::string(tie[intake::tie_field::nature].str()) + ")", {}};
  }
  bool is_sentence() const override { return false; }

 private:
  Answer answer_;
};

void fill(policy::Rule& rule, const std::string& id, Answer answer) {
  rule.id = id;
  rule.title = "title of " + id;
  rule.test = std::make_unique<FakeTest>(std::move(answer));
}

}  // namespace

const base::Value& read(const policy::Facts& facts, policy::Work& work, std::uint16_t root, std::uint16_t field) {
  const base::Value& value = facts.at(root, field);
  work.reads.push_back({root, field, 0, value});
  return value;
}

std::string_view application_id(const policy::Facts& facts, policy::Work& work) {
  return read(facts, work, policy::root::application, intake::application_field::id).str();
}

Answer fails_for(std::vector<std::string> ids, Outcome answer, Outcome otherwise) {
  return [=](const policy::Facts& facts, policy::Work& work) {
    return std::ranges::find(ids, application_id(facts, work)) != ids.end() ? answer : otherwise;
  };
}

Answer arises_from_ties() {
  return [](const policy::Facts& facts, policy::Work& work) {
    return read(facts, work, policy::root::member, intake::member_field::ties).answered() ? Outcome::fail : Outcome::pass;
  };
}

PackBuilder::PackBuilder() {
  intake::add_round_types(pack.schema);
  pack.start_work = [] { return std::make_unique<policy::Work>(); };
}

policy::Rule& PackBuilder::criterion(const std::string& id, policy::Effect effect, Answer answer) {
  policy::Rule& rule = pack.criteria.emplace_back();
  fill(rule, id, std::move(answer));
  rule.effect = effect;
  return rule;
}

policy::Conflict& PackBuilder::conflict(const std::string& id, Answer answer, policy::Scope scope) {
  policy::Conflict& rule = pack.conflicts.emplace_back();
  fill(rule, id, std::move(answer));
  rule.scope = scope;
  return rule;
}

policy::Requirement& PackBuilder::requirement(const std::string& id, std::uint16_t of, Answer answer) {
  policy::Requirement& rule = pack.requirements.emplace_back();
  fill(rule, id, std::move(answer));
  rule.of = of;
  return rule;
}

policy::Appeal& PackBuilder::appeal(const std::string& id, Answer answer, Answer asks) {
  policy::Appeal& rule = pack.appeals.emplace_back();
  fill(rule, id, std::move(answer));
  if (asks) rule.asks = std::make_unique<FakeTest>(std::move(asks));
  return rule;
}

void PackBuilder::parameter(const std::string& id, base::Value value, const std::string& from) {
  policy::Parameter made;
  made.id = id;
  base::Value day;
  base::read_moment(from, day);
  made.periods.push_back({base::first_second(day), value, ""});
  pack.parameters.push_back(std::move(made));
}

}  // namespace remit::engine::test

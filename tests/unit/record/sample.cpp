#include "sample.hpp"

#include <stdexcept>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "intake/read_round.hpp"
#include "record/decision_document.hpp"
#include "record/write.hpp"

namespace remit::record::test {

using policy::Outcome;

namespace {

class Made : public policy::Test {
 public:
  Made(Answer answer, Words words) : answer_(std::move(answer)), words_(std::move(words)) {}
  Outcome ask(const policy::Facts& facts, policy::Work& work) const override { return answer_(facts, work); }
  policy::Explanation explain(const policy::Facts& facts, policy::Work&, Outcome) const override {
    return words_ ? words_(facts) : policy::Explanation{"in words", {}};
  }
  bool is_sentence() const override { return true; }

 private:
  Answer answer_;
  Words words_;
};

void fill(policy::Rule& rule, const std::string& id, Answer answer, Words words) {
  rule.id = id;
  rule.title = "Title of " + id;
  rule.clause = "4.5.3 b1";
  rule.layer = "test";
  rule.test = std::make_unique<Made>(std::move(answer), std::move(words));
}

void name_roots(policy::Pack& pack) {
  for (const char* name : {"round", "stream", "application", "applicant", "panel", "member", "tie", "declaration", "partner", "element",
                           "clarification", "other", "parameters", "eligibility", "scores", "proposal", "lodged", "facts"})
    pack.roots.push_back({name, pack.schema.find(name)});
  pack.roots[policy::root::applicant].type = pack.schema.find("organisation");
  pack.roots[policy::root::other].type = pack.schema.find("application");
  pack.roots[policy::root::parameters].type = &pack.parameter_type;
}

}  // namespace

const base::Value& look(const policy::Facts& facts, policy::Work& work, std::uint16_t root, std::uint16_t field) {
  const base::Value& value = facts.at(root, field);
  work.reads.push_back({root, field, 0, value});
  return value;
}

Sample::Sample() {
  intake::add_round_types(pack.schema);
  pack.id = "test";
  pack.version = "1.0.0";
  pack.digest = "blake2b-256:pack";
  pack.layers.push_back({"test", "1.0.0", "blake2b-256:layer", "", {}, {}, {}});
  pack.start_work = [] { return std::make_unique<policy::Work>(); };
}

policy::Rule& Sample::criterion(const std::string& id, policy::Effect effect, Answer answer, Words words) {
  policy::Rule& rule = pack.criteria.emplace_back();
  fill(rule, id, std::move(answer), std::move(words));
  rule.effect = effect;
  return rule;
}

policy::Conflict& Sample::conflict(const std::string& id, Answer answer) {
  policy::Conflict& rule = pack.conflicts.emplace_back();
  fill(rule, id, std::move(answer), [](const policy::Facts&) { return policy::Explanation{"has a tie", {}}; });
  rule.scope = policy::Scope::stream;
  return rule;
}

policy::Requirement& Sample::requirement(const std::string& id, std::uint16_t of, Answer answer, Words words) {
  policy::Requirement& rule = pack.requirements.emplace_back();
  fill(rule, id, std::move(answer), std::move(words));
  rule.of = of;
  return rule;
}

policy::Appeal& Sample::appeal(const std::string& id, Answer answer, Words words, Answer asks) {
  policy::Appeal& rule = pack.appeals.emplace_back();
  fill(rule, id, std::move(answer), std::move(words));
  if (asks) rule.asks = std::make_unique<Made>(std::move(asks), Words([](const policy::Facts&) { return policy::Explanation{}; }));
  return rule;
}

void Sample::parameter(const std::string& id, base::Value value, const std::string& clause) {
  policy::Parameter& made = pack.parameters.emplace_back();
  made.id = id;
  made.field.name = made.field.path = id;
  made.periods.push_back({0, value, clause});
  pack.parameter_type.add(made.field);
}

void Sample::silence(const std::string& id, const std::string& title, const std::string& clause, const std::string& so) {
  policy::NoProvision& made = pack.no_provisions.emplace_back();
  made.id = id;
  made.title = title;
  made.clause = clause;
  made.so = so;
}

void Sample::decide(const std::string& json, Run run) {
  name_roots(pack);
  intake::Source source;
  source.place = "test";
  source.round = {"round.json", std::make_shared<const std::string>(json)};
  try {
    round = intake::read_round(source, pack.schema, pack.scoring);
  } catch (const base::Refused& refused) {
    throw std::runtime_error(refused.problems.empty() ? "refused" : refused.problems.front().text());
  }
  decided = engine::decide(*round, pack, 1, true, plugins);
  constants = constants_of(decided, std::move(run));
}

std::uint32_t Sample::row(const std::string& id) const {
  const int found = round->applications.find(id);
  if (found < 0) throw std::runtime_error("no application " + id);
  return static_cast<std::uint32_t>(found);
}

std::string Sample::record(const std::string& id) {
  std::string out;
  RecordWriter(constants).write(row(id), out);
  return out;
}

std::string Sample::brief(const std::string& id) {
  std::string out;
  RecordWriter(constants).write_brief(row(id), out);
  return out;
}

std::string Sample::ndjson(unsigned threads) {
  std::string out;
  write_records(constants, Form::record, "\n", threads, [&](std::string_view piece) { out += piece; });
  return out;
}

std::string Sample::document(unsigned threads) {
  std::string out;
  write_document(constants, threads, [&](std::string_view piece) { out += piece; });
  return out;
}

std::string round_of(const std::string& applications, const std::string& scores) {
  return R"({"id":"r1","partnership":"test","title":"A round","as_of":"2012-03-01","currency":"GBP",
"streams":[{"id":"s","title":"Families","budget":1000,"opens":"2012-01-01","closes":"2012-02-10","minimum_total":50,
"measures":[{"id":"need","title":"Need","weight":3,"scale":[0,5],"minimum":2},{"id":"value","title":"Value","weight":1,"scale":[0,5]}]}],
"panel":{"id":"p1","members":[{"id":"m1","name":"Ann Lee","agency":"Trust"},{"id":"m2","agency":"Council","organisation":"o2"}]},
"organisations":[{"id":"o1","name":"First & Co","type":"voluntary"},{"id":"o2","name":"Second","type":"community"}],
"applications":[)" + applications + R"(],"scores":[)" + scores + "]}";
}

std::string application(const std::string& id, const std::string& amount, const std::string& more) {
  return R"({"id":")" + id + R"(","stream":"s","applicant":"o1","title":"Title )" + id + R"(","submitted_at":"2012-01-12T09:30:00","amount_requested":)" +
         amount + more + "}";
}

std::string scored(const std::string& id, const std::string& need, const std::string& value) {
  std::string out;
  for (const char* member : {"m1", "m2"})
    for (const auto& [measure, score] : {std::pair("need", need), std::pair("value", value)})
      out += (out.empty() ? "" : ",") + (R"({"member":")" + std::string(member)) + R"(","application":")" + id + R"(","measure":")" + measure +
             R"(","score":)" + score + R"(,"justification":"seen"})";
  return out;
}

}  // namespace remit::record::test

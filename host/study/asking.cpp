#include "study/asking.hpp"

namespace remit::study {

using policy::Facts;
using policy::Outcome;
using policy::Work;

namespace {

const rules::RuleTest* made_of(const std::unique_ptr<policy::Test>& test) { return dynamic_cast<const rules::RuleTest*>(test.get()); }

void add_test(Question& q, const std::unique_ptr<policy::Test>& test) {
  if (!test) return;
  if (const auto* known = made_of(test)) q.tests.push_back(known);
  q.is_sentence &= test->is_sentence();
}

Question plain(const std::string& word, const policy::Rule& rule, std::uint16_t of) {
  Question q{word, &rule, of, {}, {}};
  q.by_plugin = rule.use >= 0;
  add_test(q, rule.test);
  q.ask = [test = rule.test.get()](const Facts& facts, Work& work, std::string&) { return test->ask(facts, work); };
  return q;
}

Question classes(const policy::Classification& rule) {
  Question q = plain("classification", rule, rule.of);
  for (const auto& one : rule.cases) add_test(q, one.when);
  q.ask = [&rule](const Facts& facts, Work& work, std::string& code) {
    policy::Class made = policy::classify(rule, facts, work);
    if (made.outcome == Outcome::pass) code = std::move(made.code);
    return made.outcome;
  };
  return q;
}

// What an appeal must bring beside is asked only of those that are admitted.
Question heard(const policy::Appeal& rule) {
  Question q = plain("appeal", rule, policy::root::lodged);
  add_test(q, rule.asks);
  q.ask = [&rule](const Facts& facts, Work& work, std::string&) {
    const Outcome outcome = rule.test->ask(facts, work);
    if (outcome != Outcome::pass || !rule.asks) return outcome;
    std::vector<policy::Read> before = std::move(work.reads);
    const Outcome beside = rule.asks->ask(facts, work);
    before.insert(before.end(), work.reads.begin(), work.reads.end());
    work.reads = std::move(before);
    return beside == Outcome::error ? beside : outcome;
  };
  return q;
}

Question chosen(const policy::Decision& rule) {
  Question q = plain("decision", rule, policy::root::application);
  q.is_sentence = false;
  q.ask = [&rule](const Facts& facts, Work& work, std::string&) { return rule.chooser->choose(facts, work).decision.empty() ? Outcome::error : Outcome::pass; };
  return q;
}

}  // namespace

std::vector<Question> questions_of(const policy::Pack& pack) {
  std::vector<Question> all;
  for (const auto& r : pack.criteria) all.push_back(plain("criterion", r, policy::root::application));
  for (const auto& r : pack.conflicts) all.push_back(plain("conflict", r, r.of));
  for (const auto& r : pack.record_conflicts) all.push_back(plain("conflict", r, r.of));
  for (const auto& r : pack.requirements) all.push_back(plain("requirement", r, r.of));
  for (const auto& r : pack.classifications) all.push_back(classes(r));
  for (const auto& r : pack.decisions) all.push_back(r.chooser ? chosen(r) : plain("decision", r, policy::root::application));
  for (const auto& r : pack.appeals) all.push_back(heard(r));
  if (pack.marking && pack.marking->test) all.push_back(plain("marking", *pack.marking, policy::root::application));
  std::erase_if(all, [](const Question& q) { return !q.rule->test; });
  return all;
}

}  // namespace remit::study

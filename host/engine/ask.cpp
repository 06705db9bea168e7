#include "engine/ask.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

namespace remit::engine {

policy::Outcome ask(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work) { return ask(*rule.test, facts, work); }

namespace {

/// Asks a rule of an application about which a plug-in could not look something up. Whoever reads what is not there cannot answer;
/// whoever does not, is not concerned.
policy::Outcome ask_without_facts(const policy::Test& test, const policy::Facts& facts, policy::Work& work) {
  policy::Facts rest = facts;
  rest.lost = {};
  const bool ledger = std::exchange(work.ledger, true);
  policy::Outcome outcome = ask(test, rest, work);
  work.ledger = ledger;
  for (const policy::Lost& lost : facts.lost)
    if (std::ranges::any_of(work.reads, [&](const policy::Read& r) { return r.root == policy::root::facts && r.field == lost.field; })) {
      work.cause = lost.cause;
      outcome = policy::Outcome::error;
      break;
    }
  if (!ledger) work.reads.clear();
  return outcome;
}

}  // namespace

policy::Outcome ask(const policy::Test& test, const policy::Facts& facts, policy::Work& work) {
  if (!facts.lost.empty()) return ask_without_facts(test, facts, work);
  work.reads.clear();
  work.cause.clear();
  try {
    const policy::Outcome outcome = test.ask(facts, work);
    if (outcome == policy::Outcome::error && work.cause.empty()) work.cause = "the rule gave no answer";
    return outcome;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& e) {
    work.cause = e.what();
    return policy::Outcome::error;
  }
}

policy::Explanation words_of(const policy::Test& test, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome) {
  try {
    return test.explain(facts, work, outcome);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    return {};   // the outcome stands; its words are only lost
  }
}

std::string message_of(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome) {
  std::string message = words_of(*rule.test, facts, work, outcome).message;
  return message.empty() ? rule.title : message;
}

}  // namespace remit::engine

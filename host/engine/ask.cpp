#include "engine/ask.hpp"

#include <exception>
#include <new>

namespace remit::engine {

policy::Outcome ask(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work) { return ask(*rule.test, facts, work); }

policy::Outcome ask(const policy::Test& test, const policy::Facts& facts, policy::Work& work) {
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

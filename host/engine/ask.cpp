#include "engine/ask.hpp"

#include <exception>
#include <new>

namespace remit::engine {

policy::Outcome ask(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work) {
  work.reads.clear();
  work.cause.clear();
  try {
    const policy::Outcome outcome = rule.test->ask(facts, work);
    if (outcome == policy::Outcome::error && work.cause.empty()) work.cause = "the rule gave no answer";
    return outcome;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& e) {
    work.cause = e.what();
    return policy::Outcome::error;
  }
}

std::string message_of(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome) {
  try {
    std::string message = rule.test->explain(facts, work, outcome).message;
    if (!message.empty()) return message;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // the outcome stands; its words are only lost
  }
  return rule.title;
}

}  // namespace remit::engine

// Rules are asked here and nowhere else, so that whatever goes wrong inside one becomes an `error` with a cause.
#pragma once
#include <string>

#include "policy/rule.hpp"

namespace remit::engine {

/// The rule's outcome; work.reads holds what it read and, if the outcome is `error`, work.cause why. An arithmetic
/// overflow or another exception out of the rule is an error too; only exhausted memory is passed on, for an outcome
/// must not depend on the machine.
policy::Outcome ask(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work);
policy::Outcome ask(const policy::Test& test, const policy::Facts& facts, policy::Work& work);
/// The words for an outcome that `ask` gave for the same facts; empty when the test cannot find them.
policy::Explanation words_of(const policy::Test& test, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome);
/// The words for an outcome that `ask` gave for the same facts; the rule's title when it has none to give.
std::string message_of(const policy::Rule& rule, const policy::Facts& facts, policy::Work& work, policy::Outcome outcome);

}  // namespace remit::engine

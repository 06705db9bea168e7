// Rules asked about made-up records: values on both sides of every constant and parameter, each field that may be absent absent, lists
// empty, of one and of several, one field at a time and then mixed. The same cases on every machine.
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>

#include "base/problem.hpp"
#include "lua/load.hpp"
#include "study/asking.hpp"

namespace remit::study {

inline constexpr std::size_t most_sentence_cases = 400;    // of one rule; the search for what was not seen comes on top
inline constexpr std::size_t most_function_cases = 3'000;
inline constexpr std::size_t most_asked_again = 300;       // of a function, in the opposite order and another state

/// What was seen of one rule.
struct Probed {
  std::size_t cases = 0;
  std::set<policy::Outcome> outcomes;
  std::set<std::string> codes;           // of a classification: those that were given
  bool silent = false;                   // it read a parameter that has no value
  /// The rule went wrong, or answered one case in two ways: with the smallest case that shows it. The code is the fault's own, or
  /// TWO_ANSWERS_OF_ONE_CASE.
  std::optional<base::Problem> wrong;
};

/// Asks `question`, a rule of the pack, of made-up records; stops at the first that goes wrong. One of a plug-in is not asked.
/// Rules that are sentences throughout are then searched for a case that passes and one that fails, where none was seen.
Probed probe_rule(const lua::Studied& studied, const Question& question);

}  // namespace remit::study

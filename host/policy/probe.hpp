// Overrides that are functions, tried against the rule that they stand for: over made-up records, nowhere may they ask for less.
#pragma once
#include <cstddef>
#include <string>

#include "policy/pack.hpp"

namespace remit::policy {

inline constexpr std::size_t most_probe_cases = 20'000;
inline constexpr std::size_t most_mixed_cases = 4'000;   // of those, at the end

struct Probe {
  std::size_t cases = 0;     // how many were asked
  bool looser = false;       // and in one the override asks for less
  std::string facts;         // the smallest such case: "application.amount_requested is £500.01, and nothing else is answered"
  Outcome was = Outcome::pass, now = Outcome::pass;
};

/// Asks the rule as it stood and as it stands, of records in which nothing is answered, then one field, then two and so on, of those
/// that either rule reads (probe_values.hpp says with what); then of records that mix all fields, the items of a list each otherwise,
/// under the parameters of each date. The same cases on every machine. `changed.was` must not be null. Stops at the first case
/// that is looser, or at most_probe_cases.
Probe probe(const Pack& pack, const Override& changed);

}  // namespace remit::policy

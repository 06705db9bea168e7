// The words of the procedure in records: what it calls its steps and outcomes.
#pragma once
#include <string_view>

#include "engine/decided.hpp"

namespace remit::record {

std::string_view word(engine::Eligible);   // "eligible", "ineligible", "refer"
std::string_view word(engine::Why);        // "funded-whole", ...

/// A step of the default procedure, as reasons name it. No clause of an area's document ever stands here.
struct Step {
  std::string_view rule, clause;
};
inline constexpr Step step_withdrawn{"procedure/withdrawal", "Remit procedure"};
inline constexpr Step step_eligibility{"procedure/eligibility", "Remit procedure, step 1"};
inline constexpr Step step_conflicts{"procedure/conflicts", "Remit procedure, step 2"};
inline constexpr Step step_scoring{"procedure/scoring", "Remit procedure, step 3"};
inline constexpr Step step_ranking{"procedure/ranking", "Remit procedure, step 4"};
inline constexpr Step step_allocation{"procedure/allocation", "Remit procedure, step 5"};

/// Whether a finding makes the application ineligible, and whether it sends it to a person.
inline bool blocks(const policy::Rule& rule, policy::Outcome outcome) {
  return outcome == policy::Outcome::fail && rule.effect == policy::Effect::blocks;
}
inline bool refers(const policy::Rule& rule, policy::Outcome outcome) {
  if (outcome == policy::Outcome::fail) return rule.effect == policy::Effect::refers;
  return outcome == policy::Outcome::refer && rule.effect != policy::Effect::warns;
}

}  // namespace remit::record

// How far a case is from making a sentence hold, or fail: for finding one that does by going downhill.
#pragma once
#include "rules/rule_test.hpp"

namespace remit::study {

/// 0: the condition at `node` is what is wanted. Else how many of its comparisons would have to change, at least: of `all_of` those that
/// do not hold, of `any_of` the fewest of one, of a list those of its items.
unsigned distance(rules::Asking& asking, std::uint32_t node, rules::Tri wanted);
/// The same of a whole rule with no function in it, for one of its outcomes: pass or fail, as its reading has it.
unsigned distance(const rules::Tree& tree, const rules::RuleTest& rule, policy::Outcome wanted, const policy::Facts& facts, policy::Work& work);

}  // namespace remit::study

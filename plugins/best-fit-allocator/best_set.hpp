// The best set of awards that a budget can pay for: a multiple-choice knapsack, solved exactly.
//
// The idea is that of the expanding core (Pisinger 1995): choices are ordered by what their best award gives for a penny. The
// budget pays for all awards before some break, and for none after it. Nearly all choices far from the break stay as they are, so they
// are looked at from the break outwards. A state is what a set of decisions costs and is worth, with all choices not yet looked at
// left as the break has them. A state goes where another costs no more and is worth no less, and where even the bound on what the
// money left (or overspent) can do, at the rate of the next choice outside the core, does not reach the best that is known.
#pragma once
#include <vector>

#include "choice.hpp"

namespace best_fit {

/// The options worth having: by cost, each worth more than all that cost no more. Indices into `options`.
std::vector<std::uint32_t> only_worthwhile(const std::vector<Option>& options);

/// The best solution of `choices` that costs at most `budget`: of greatest value; of these the one of least money; of these the one
/// that gives most points to the best rank, then to the next, and so on; of these the one that gives most money rank by rank. Each
/// choice has options as only_worthwhile leaves them, the sum of values times the sum of costs below 2^120.
/// Searched::limit: `work` ran out (each option and each state takes one), or too many states stand side by side, and nothing is
/// known. Without choices the solution is empty and worth nothing.
Searched best_set(const std::vector<Choice>& choices, std::int64_t budget, Work& work, Solution& out, const Known& known = {});

}  // namespace best_fit

// What an allocation says to people: of each application why it gets what it gets, and of the stream how the best fit differs from
// the rank order.
#pragma once
#include <string>

#include "allocation.hpp"

namespace best_fit {

/// "£40,000", "£40,000.50".
std::string money_words(std::int64_t pence);
/// "12.5 points", "1 point", "less than 0.01 points": at most two decimals, half up. `value` is not negative.
std::string points_words(int128 value, const Units& units);

/// Of application `i`, why its award.
std::string words_of(const Allocation& a, const std::vector<Proposal>& proposals, const Terms& terms, std::size_t i);
/// Of the stream, one sentence each.
std::vector<std::string> notes(const Allocation& a, const std::vector<Proposal>& proposals, const Terms& terms);

}  // namespace best_fit

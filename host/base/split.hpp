// Splitting a sum among several in proportion, to the last penny: by largest remainders, so that the parts always sum to the whole.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace remit::base {

/// The part of each of `shares` in `sum`, all of them pence and not negative, in their order. Each part is the exact share rounded down or
/// up to a penny; pennies that are over go to the largest remainders, and of equal ones to the larger share, then to the earlier. All parts are
/// nought when all shares are.
std::vector<std::int64_t> split_pence(std::int64_t sum, std::span<const std::int64_t> shares);

}  // namespace remit::base

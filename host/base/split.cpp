#include "base/split.hpp"

#include <algorithm>
#include <numeric>

#include "base/rational.hpp"

namespace remit::base {

std::vector<std::int64_t> split_pence(std::int64_t sum, std::span<const std::int64_t> shares) {
  std::vector<std::int64_t> parts(shares.size(), 0);
  int128 whole = 0;
  for (const std::int64_t share : shares) whole += share;
  if (whole == 0) return parts;
  std::vector<int128> over(shares.size());
  std::int64_t left = sum;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const int128 exact = int128{sum} * shares[i];
    parts[i] = static_cast<std::int64_t>(exact / whole);
    over[i] = exact % whole;
    left -= parts[i];
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return over[a] != over[b] ? over[a] > over[b] : shares[a] > shares[b]; });
  for (const std::size_t i : order) {   // fewer pennies are over than there are shares
    if (left == 0) break;
    ++parts[i];
    --left;
  }
  return parts;
}

}  // namespace remit::base

// An application as the allocator keeps it, the awards that it may get, and what they count.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "choice.hpp"

namespace best_fit {

struct Element {
  std::string id;
  std::int64_t cost = 0;               // pence
  std::optional<std::int64_t> fit;     // 1 first
  std::vector<std::string> needs;      // ids of elements
};

struct Proposal {
  std::string id;
  std::uint32_t rank = 0;
  std::int64_t requested = 0;          // pence
  std::int64_t total_num = 0;          // the score: total_num / total_den
  std::int64_t total_den = 1;          // positive; in lowest terms
  std::vector<Element> elements;
};

/// One award: nothing, parts, or the whole request.
struct Award {
  std::int64_t cost = 0;
  std::uint32_t set = 0;   // of parts: bit i stands for Proposal::elements[i]
  bool whole = false;

  bool nothing() const { return !whole && set == 0; }
};

/// What the partnership asks of awards in parts.
struct Terms {
  std::int64_t budget = 0;
  std::optional<std::int64_t> minimum_award;
  bool parts = true;
};

/// Proposals of more elements than this have too many sets of them to look at each.
inline constexpr std::size_t most_elements = 16;
/// Awards that a stream may hold to choose from.
inline constexpr std::size_t most_awards = 1'000'000;

/// Elements by fit, 1 first, those without after those with, equal ones in the order given.
std::vector<std::uint32_t> by_fit(const std::vector<Element>& elements);

/// Every award that `p` may get within the budget: nothing, each sum that a set of its elements comes to (one set for each sum:
/// the one that is best by fit), and the whole. A set holds what its elements need, costs less than the request and no less
/// than the minimum award. By cost. Throws remit::failure for more than most_elements where parts are allowed.
std::vector<Award> awards_of(const Proposal& p, const Terms& terms);

/// How many units make a point.
struct Units {
  int128 per_point = 1;
  bool exact = true;   // else parts are rounded down to a unit

  /// What `cost` of the proposal's request counts: its total times cost / requested, and never more than its total.
  int128 of(const Proposal& p, std::int64_t cost) const;
};

/// Units in which all totals are whole, and all awards too where one number small enough will do; otherwise at least a million
/// units a point. Throws remit::failure where the totals have no common denominator of a size to count with.
Units units_for(const std::vector<Proposal>& proposals, const Terms& terms);

}  // namespace best_fit

// The applications of a round as sentences see them: `applications:none(all_of { other.applicant:is(...), ... })` is
// answered by looking up the few that agree on the `is` conjuncts, never by walking the round for each application.
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "base/value.hpp"

namespace remit::policy {

class Applications {
 public:
  /// `rows` must stay alive. `keys` are the field lists of Pack::application_keys. `order` lists the rows by submitted_at,
  /// then id: the order in which a lookup gives them.
  Applications(std::span<const base::Value* const> rows, std::span<const std::uint32_t> order,
               std::span<const std::vector<std::uint16_t>> keys);

  /// The rows whose key fields hold `values` (same order as the key's fields), by submitted_at then id.
  std::span<const std::uint32_t> agreeing(std::size_t key, std::span<const base::Value> values) const;
  const base::Value* row(std::uint32_t i) const { return rows_[i]; }

 private:
  struct Index {
    std::vector<std::uint16_t> fields;
    std::unordered_multimap<std::uint64_t, std::uint32_t> first;   // hash -> first place in `rows`, one a distinct key
    std::vector<std::uint32_t> rows, end;                          // grouped by key; end[k]: one past the group of k
  };
  std::span<const base::Value* const> rows_;
  std::vector<Index> indexes_;
};

/// Whether two values are the same fact: equal numbers (money, counts and ratios each among themselves), equal texts, the same
/// day or moment (a date equals a moment that is its first second). Absent equals nothing.
bool same(const base::Value& a, const base::Value& b);
/// Less, equal or greater, for two numbers or two dates and moments. Both must be answered and of such kinds.
int compare(const base::Value& a, const base::Value& b);

}  // namespace remit::policy

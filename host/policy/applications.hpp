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
    std::unordered_map<std::uint64_t, std::uint32_t> group_of;   // hash of a key -> its first group
    struct Group {
      std::uint32_t begin, end;    // in `rows`
      std::uint32_t next;          // another group of the same hash, or none
    };
    std::vector<Group> groups;
    std::vector<std::uint32_t> rows;                             // grouped by key
  };
  static constexpr std::uint32_t none = 0xffffffff;
  Index index(std::span<const std::uint32_t> order, std::vector<std::uint16_t> fields) const;
  bool agrees(const Index& index, std::uint32_t group, std::span<const base::Value> values) const;

  std::span<const base::Value* const> rows_;
  std::vector<Index> indexes_;
};

/// Whether two values are the same fact: equal numbers (money apart from counts and ratios), equal texts, the same day or
/// moment (a date equals the moment that is its first second), equal lists. Absent is the same as nothing.
bool same(const base::Value& a, const base::Value& b);
/// Less than, equal to or greater than 0, for two numbers of a kind or two dates or moments; false when they cannot be compared.
bool compare(const base::Value& a, const base::Value& b, int& order);

}  // namespace remit::policy

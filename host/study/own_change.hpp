// What of an application's own is not the same under another text: the first of steps 1 to 3, in their order, that answers otherwise. What
// others do to its rank and money is no part of it.
#pragma once
#include <cstdint>
#include <vector>

#include "engine/decided.hpp"

namespace remit::study {

/// Which rule of one pack is which of another: two indices, -1 where one has no such rule.
struct Pair {
  int before = -1, after = -1;
};
/// By id, in the order of the new pack; what is gone stands after all others.
template <class Rule>
std::vector<Pair> paired(const std::vector<Rule>& before, const std::vector<Rule>& after) {
  const auto place = [](const std::vector<Rule>& rules, const std::string& id) {
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (rules[r].id == id) return static_cast<int>(r);
    return -1;
  };
  std::vector<Pair> out;
  for (std::size_t r = 0; r < after.size(); ++r) out.push_back({place(before, after[r].id), static_cast<int>(r)});
  for (std::size_t r = 0; r < before.size(); ++r)
    if (place(after, before[r].id) < 0) out.push_back({static_cast<int>(r), -1});
  return out;
}

/// What made the difference. `which` is an index into the pairs of criteria for `criterion`, and says nothing for the others.
struct OwnChange {
  enum class Kind : std::uint8_t { none, criterion, conflict, scoring, in_principle } kind = Kind::none;
  std::uint16_t which = 0;
};

class OwnChanges {
 public:
  OwnChanges(const engine::Decided& before, const engine::Decided& after);

  OwnChange of(std::uint32_t i) const;
  const std::vector<Pair>& criteria() const { return criteria_; }
  const std::vector<Pair>& requirements() const { return requirements_; }
  /// The finding of a pair about application `i`, or null when it was not asked.
  const engine::Finding* finding(const engine::Decided& side, std::uint32_t i, std::size_t pair) const;
  /// Whether another set of members decides about it.
  bool other_members(std::uint32_t i) const;

 private:
  std::uint16_t first_criterion(std::uint32_t i) const;

  const engine::Decided &before_, &after_;
  std::vector<Pair> criteria_, requirements_;
  std::vector<std::vector<Pair>> places_;   // by stream, as the pairs: where each stands in the findings of either side; -1: it is not asked there
  bool recusals_differ_ = false;
};

}  // namespace remit::study

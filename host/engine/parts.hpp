// Which elements of a proposal a sum of money can pay for (step 5, "else its elements by fit").
#pragma once
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/value.hpp"

namespace remit::engine {

/// Whether a cost can be met from what is left. A cost below nothing, which no reader lets through, never fits.
inline bool fits(std::int64_t cost, std::int64_t left) { return cost >= 0 && cost <= left; }

/// Chooses parts of one proposal after another; keeps its memory between them.
class Parts {
 public:
  /// Goes once through `elements` (the list of an application; may be absent) by `fit`, 1 first, those without after
  /// those with, equal ones in the order given. An element is taken if its cost fits in what is left of `money` (one that
  /// costs nothing always does) and all that it needs is taken already; what was passed over is not tried again.
  void choose(const base::Value& elements, std::int64_t money);

  /// Places in the list of those taken, in the order of the list.
  const std::vector<std::uint32_t>& taken() const { return taken_; }
  std::int64_t cost() const { return cost_; }

 private:
  bool has_what_it_needs(const base::Value& element) const;

  std::vector<std::uint32_t> order_, taken_;
  std::vector<bool> is_taken_;
  std::unordered_map<std::string_view, std::uint32_t> by_id_;   // filled only when an element needs another
  std::int64_t cost_ = 0;
};

}  // namespace remit::engine

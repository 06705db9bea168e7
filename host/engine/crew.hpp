// The threads of one decision. Work is shared out in contiguous runs of applications and every result goes to its own
// place, so that the number of threads changes nothing but the time it takes.
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "policy/pack.hpp"

namespace remit::engine {

class Crew {
 public:
  /// `threads` of 0 counts as 1.
  Crew(const policy::Pack& pack, unsigned threads);

  std::size_t size() const { return works_.size(); }
  /// What hand `hand` (below size()) asks rules with; started when first wanted. One thread at a time.
  policy::Work& work(std::size_t hand);
  /// Calls `run(hand, first, last)` for runs that cover 0..count once, each on its own thread, in order of hands. Returns
  /// when all are done. What a run throws is thrown again here: the first hand's, if several do.
  void share(std::size_t count, const std::function<void(std::size_t hand, std::size_t first, std::size_t last)>& run) const;

 private:
  const policy::Pack* pack_;
  std::vector<std::unique_ptr<policy::Work>> works_;
};

}  // namespace remit::engine

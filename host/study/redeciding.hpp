// A round decided again with one thing moved: the engine's own steps over the same round, in which a weight, a threshold or marks are put
// to another value and back.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/rational.hpp"
#include "engine/crew.hpp"
#include "engine/decided.hpp"

namespace remit::study {

/// How each application of one stream stands after a decision, as far as others depend on it.
struct Standing {
  std::vector<bool> funded, whole, ranked, no_money;   // by row of the round; false for those of other streams
  bool unscored = false;                     // numbers came out too long to be exact: it says nothing
  bool operator==(const Standing& other) const { return funded == other.funded; }
};

class Redeciding {
 public:
  /// All outlive it.
  Redeciding(intake::Round& round, const policy::Pack& pack, const engine::Decided& base, policy::Plugins* plugins)
      : round_(round), pack_(pack), base_(base), plugins_(plugins), crew_(pack, 1) {}

  /// Steps 3 to 5, of this stream, as the round is now.
  Standing stand(std::uint32_t stream) const;
  /// All steps, with one parameter at another value.
  Standing stand_with(std::uint32_t stream, std::size_t parameter, const base::Value& value);

  intake::Round& round() const { return round_; }
  const engine::Decided& base() const { return base_; }
  const policy::Pack& pack() const { return pack_; }

 private:
  Standing read(std::uint32_t stream, const engine::Scores& scores, const engine::Allocation& allocation) const;

  intake::Round& round_;
  const policy::Pack& pack_;
  const engine::Decided& base_;
  policy::Plugins* plugins_;
  engine::Crew crew_;
};

}  // namespace remit::study

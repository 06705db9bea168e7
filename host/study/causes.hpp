// Why an application stands otherwise under another text: the first rule of the procedure that answers otherwise about it, or about the
// application that moved it. Steps 1 to 3 are the application's own; ranks and money also move because others move.
#pragma once
#include <cstdint>
#include <memory>

#include "study/comparison.hpp"
#include "study/own_change.hpp"

namespace remit::study {

/// How an application stands, in the words of records.
Position position_of(const engine::Decided& decided, std::uint32_t i);

class Causes {
 public:
  /// All three outlive it.
  Causes(const engine::Decided& before, const engine::Decided& after, const OwnChanges& own);
  ~Causes();
  Causes(const Causes&) = delete;
  Causes& operator=(const Causes&) = delete;

  /// Of an application whose position is not the same.
  Cause of(std::uint32_t i);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace remit::study

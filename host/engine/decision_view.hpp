// A decision as appeal rules and exporters see it: the roots `eligibility`, `scores` and `proposal` of an application.
#pragma once
#include <vector>

#include "engine/decided.hpp"
#include "engine/scores_view.hpp"

namespace remit::engine {

class DecisionView {
 public:
  explicit DecisionView(const Decided& decided);
  /// Puts what was decided of application `i` in view, as far as the pack has such roots; good until the next call.
  void show(std::uint32_t i, policy::Facts& facts);

 private:
  struct Record {
    std::uint16_t root;
    const base::RecordType* type;
    std::vector<base::Value> values;
  };
  void set(std::uint16_t record_root, std::string_view name, base::Value value);

  const Decided& decided_;
  ScoresView scores_;
  std::vector<Record> records_;
};

}  // namespace remit::engine

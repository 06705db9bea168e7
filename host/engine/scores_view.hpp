// The panel's work on an application as plug-ins and appeal rules see it: the root `scores`, with its total, its rank and every
// sheet, counted or not.
#pragma once
#include <vector>

#include "engine/decided.hpp"

namespace remit::engine {

class ScoresView {
 public:
  /// `ranking` may be null: then nothing has a rank. All must outlive it.
  ScoresView(const View& view, const Conflicts& conflicts, const Scores& scores, const Ranking* ranking);
  /// Puts the scores of application `i` in view, where the pack has such a root; good until the next call.
  void show(std::uint32_t i, policy::Facts& facts);

 private:
  base::Value sheets_of(std::uint32_t i);
  base::Value number(const base::Rational& n);
  void set(const base::RecordType* type, base::Value* record, std::string_view name, base::Value value) const;

  const View& view_;
  const Conflicts& conflicts_;
  const Scores& scores_;
  const base::RecordType *type_, *sheet_ = nullptr, *mark_ = nullptr;
  std::vector<std::uint32_t> rank_;   // by application; 0: none
  base::Arena arena_;
};

}  // namespace remit::engine

// A member as rules on conflicts see them: with their ties to the application at hand.
#pragma once
#include <span>

#include "engine/decided.hpp"

namespace remit::engine {

class MemberView {
 public:
  explicit MemberView(const View& view);
  /// Puts member `m` in view, with `ties` as theirs to the application at hand and the first of them as `tie`. What has to be made
  /// for that goes to `arena`.
  void look_at(std::uint16_t m, std::span<const Tie> ties, base::Arena& arena, policy::Facts& facts) const;

 private:
  base::Value nature_of(std::string_view nature) const;

  const View& view_;
  const base::RecordType& tie_type_;
  std::size_t member_width_;
};

}  // namespace remit::engine

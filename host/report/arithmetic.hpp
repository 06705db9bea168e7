// How a total was made, in figures that anyone can work out again: the same exact numbers that the record holds.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

/// "30 x 4 / 5 = 24": what a measure brings to the total. Empty when the record's numbers cannot be read.
std::string share_words(const record::MeasureScore& measure);
/// "100 x (24 + 22 + 20 + 14) / 100 = 80.67 (exactly 242/3)".
std::string total_words(const record::Scores& scores);

/// One member's mark for a measure (or a part of it), and whether it counts.
struct MemberMark {
  std::string_view member;
  const record::Mark* mark;
  bool counted;
};
/// The marks of `measure`: those that count first, then those set aside.
std::vector<MemberMark> marks_of(const record::Scores& scores, std::string_view measure);

}  // namespace remit::report

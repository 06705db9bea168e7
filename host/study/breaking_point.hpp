// Where the funded set of a stream changes when one number moves. Each application has a line: a number that orders it against the others
// and is p + q x when the number is x. The order changes only where two lines meet, and thresholds are crossed at values of their own; these
// are all the places where the set can change, and they are looked at from the nearest on.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/rational.hpp"
#include "study/redeciding.hpp"

namespace remit::study {

struct Line {
  std::uint32_t application;
  base::Rational p, q;
};
struct Problem {
  std::vector<Line> lines;
  std::vector<base::Rational> thresholds;              // where one is crossed
  base::Rational now;
  std::optional<base::Rational> least, most;           // as far as it can move; none: without end
  bool above_least = false;                            // it must stay above the least
  std::function<Standing(const base::Rational&)> stand_at;
  Standing standing;                                   // as it is
};
struct BreakingPoint {
  bool found = false, past = false;
  base::Rational at;
  bool given_up = false;                               // `at`: nothing changes up to here, and further was not looked
  Standing then;
};
/// The nearest above `now` (`up`) or below. `nearer`: one that is no nearer than this need not be found.
BreakingPoint breaking_point(const Problem& problem, bool up, const std::optional<base::Rational>& nearer = {});
/// The fraction with the smallest denominator strictly between two.
base::Rational simplest_between(const base::Rational& a, const base::Rational& b);

}  // namespace remit::study

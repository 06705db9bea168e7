// A measure: a scored criterion of a stream or of a pack.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/rational.hpp"

namespace remit::base {

struct Measure {
  std::string id, title, clause;      // clause: of a pack's measure; empty for a stream's own
  Rational weight = 1;
  Rational low = 0, high = 5;         // the scale, both included
  std::optional<Rational> minimum;    // the least mean that can be ranked; none asks nothing
  struct Part {
    std::string id, title;
  };
  std::vector<Part> parts;            // marked instead of the measure itself; averaged inside it
  int use = -1;                       // index in Pack::uses: a plug-in gives the mean, and nobody marks it
};

/// What applications of a stream are scored by. Measures, threshold and tie-break come together from one source.
struct Scoring {
  std::vector<Measure> measures;
  std::optional<Rational> minimum_total;   // of 100; none asks nothing
  std::vector<std::uint16_t> tie_break;    // indices in measures, in order
  bool from_pack = false;
};

}  // namespace remit::base

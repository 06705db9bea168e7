// The parts of sensitivity_of: what can move in one stream, and how far it can.
#pragma once
#include <cstdint>
#include <vector>

#include "study/breaking_point.hpp"
#include "study/sensitivity.hpp"

namespace remit::study {

/// One stream under study: who could be ranked, and how all stand now.
struct Stage {
  Redeciding& again;
  std::uint32_t stream;
  Standing standing;
  std::vector<std::uint32_t> contenders;   // nothing but their totals stands between them and a rank
};

/// Applications that stand otherwise, into the edge.
void tell(const Stage& stage, const Standing& then, Edge& edge);
/// Looks both ways; what comes out too long to be exact is told in the edge.
void look_both_ways(const Stage& stage, const Problem& problem, Move& move);

/// Weights, the lowest total, and the lowest mean of each measure.
void add_scoring_moves(const Stage& stage, std::vector<Move>& out);
/// Numbers and amounts among the pack's parameters.
void add_parameter_moves(const Stage& stage, std::vector<Move>& out);
/// What each assessor's marks could do, and what happens without them.
void add_assessors(const Stage& stage, StreamSensitivity& out);

}  // namespace remit::study

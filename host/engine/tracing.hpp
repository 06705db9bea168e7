// Pooled money traced back: what each agency bears of an award, where the sources of a stream are several agencies'.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/decided.hpp"

namespace remit::engine {

/// What one agency bears of one award.
struct Borne {
  std::string agency;
  std::int64_t amount;   // pence
};

/// The award of `application` split among the agencies of its stream's sources, in proportion to what each gave, by name; the parts sum to
/// the award. Empty unless the parameter `pooled_tracing` of the pack is `proportional` at the date of the round, something is awarded, and
/// two agencies at least stand among the sources: the method is the partnership's to choose, and none is a default. Each award is split
/// by itself.
std::vector<Borne> trace_back(const Decided& decided, std::uint32_t application);

}  // namespace remit::engine

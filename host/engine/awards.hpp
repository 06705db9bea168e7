// What an allocator awards in one stream, held to the budget and to the elements. One award that cannot stand is a fault of the
// whole: then nothing is proposed in the stream, and its ranked applications go to a person.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/decided.hpp"

namespace remit::engine {

struct Award {
  policy::Answer::Said::Award kind = policy::Answer::Said::Award::nothing;
  std::int64_t amount = 0;                 // pence
  std::vector<std::uint32_t> elements;     // places in the application's list, in its order
};
struct Awards {
  std::string fault;                       // why they cannot stand; empty when they do
  std::vector<Award> of;                   // by place in `ranked`; empty with a fault
};
/// Of stream `stream`, whose ranked applications are `ranked`; the allocator of the pack was asked about them (View::answers).
Awards read_awards(const View& view, std::uint32_t stream, std::span<const Ranking::Place> ranked);

}  // namespace remit::engine

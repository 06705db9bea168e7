// What a sentence can answer at all, as far as its tree and the types of its fields show.
#pragma once
#include <cstdint>

#include "rules/tree.hpp"
#include "rules/words.hpp"

namespace remit::rules {

/// Bits by Tri: 1 no, 2 yes, 4 unknown. Never leaves out what can happen; may hold what cannot.
using Answers = std::uint8_t;
inline constexpr Answers can_be_no = 1, can_be_yes = 2, can_be_unknown = 4;

Answers possible(const Tree& tree, const Roots& roots, std::uint32_t node);

}  // namespace remit::rules

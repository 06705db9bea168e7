// A round names the pack that decides it. No other decides it by accident.
#pragma once
#include <string>

#include "intake/read_round.hpp"
#include "policy/pack.hpp"

namespace remit::engine {

/// What the round of `heading` is pinned to instead of `pack`, in words that can follow "the round is pinned to "; empty when
/// it may be decided by it.
std::string pinned_to_another(const intake::Heading& heading, const policy::Pack& pack);

}  // namespace remit::engine

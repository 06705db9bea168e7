// What the parts of a pack say of each other.
#pragma once
#include "base/problem.hpp"
#include "policy/pack.hpp"

namespace remit::policy {

/// Names in one place of a pack for which nothing stands in the other: a decision's `because`, the scope that a parameter gives
/// a conflict, the measures that the parameter `tie_break` orders. A pack with one of these must not load.
base::Problems contradictions(const Pack& pack);

}  // namespace remit::policy

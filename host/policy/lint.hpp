// What can be seen of a loaded pack without a round.
#pragma once
#include "base/problem.hpp"
#include "policy/pack.hpp"

namespace remit::policy {

/// Mistakes that a pack loads with and should not be used with: numbers that cite a source which states none, silences that
/// lead to nothing, rules that can never fail, hold, arise or apply, what is named twice. In the order of files and lines.
base::Problems lint(const Pack& pack);
/// What a reader may want to know and nothing need be done about: parameters that no rule reads.
base::Problems notes(const Pack& pack);

}  // namespace remit::policy

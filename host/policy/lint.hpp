// What can be seen of a loaded pack without a round.
#pragma once
#include "base/problem.hpp"
#include "policy/pack.hpp"

namespace remit::policy {

/// Mistakes that a pack loads with and should not be used with: the same clause-less or silent places that a reader of the
/// source would object to. In the order of files and lines.
base::Problems lint(const Pack& pack);

}  // namespace remit::policy

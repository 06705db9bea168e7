// Two texts of a pack over one round: what is decided otherwise, and which rule is the first to make it so.
#pragma once
#include <string>

#include "engine/decided.hpp"
#include "study/comparison.hpp"

namespace remit::study {

/// Both are of the same round: the same bytes, read under each pack's record types. `place` names the field that says where an application
/// is for ("application.ward", "applicant.ward"; empty: none does). Throws base::Refused (exit 2) when there is no such field, or when the
/// two do not hold the same applications.
RoundComparison compare(const engine::Decided& before, const engine::Decided& after, const std::string& place);

}  // namespace remit::study

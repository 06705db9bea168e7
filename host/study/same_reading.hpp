// Whether two packs read a round alike, so that one intake serves both: the same record types with the same fields in the same order, and
// the same scoring for streams that have none of their own.
#pragma once
#include <cstdint>

#include "policy/pack.hpp"

namespace remit::study {

/// `second`: the date of the round. When in doubt: no, and the round is read twice.
bool same_reading(const policy::Pack& a, const policy::Pack& b, std::int64_t second);

}  // namespace remit::study

// A case of a pack that decides every application by itself (procedure each/1): its base holds `as_of` and `applications`, and no round
// around them.
#pragma once
#include <string>

#include "intake/json.hpp"
#include "policy/pack.hpp"

namespace remit::study {

/// `round`: {"as_of": "2026-03-31", "applications": [...]}; `as_of` of the case, where it is not empty, stands for today instead. The answer
/// is {"records":[...]} with a record for each application, in their order. Throws base::Refused (exit 2) with every mistake.
std::string decide_each(const intake::Json& round, const std::string& place, const std::string& as_of, const policy::Pack& pack);

}  // namespace remit::study

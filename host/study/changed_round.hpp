// The round of a case: a base, changed at a few paths. "applications/A1/title" is a field, "needs/+" one more record, and null
// takes away what stands there; items of lists are found by their id, by `field=value`, or by their place.
#pragma once
#include <string>

#include "intake/json.hpp"

namespace remit::study {

/// Sets, adds or takes away what `path` names in `document`. Throws std::invalid_argument in words when the path leads nowhere.
void put(intake::Json& document, const std::string& path, const intake::Json& value);
/// `base` with every change made, in order; `sheets` {member: {application: {measure: mark}}} written out as scores, each with a
/// justification unless `unjustified` lists [member, application, measure]. Throws as `put` does.
intake::Json changed_round(const intake::Json& base, const intake::Json& change);
/// Whether two values are the same, the order of keys aside.
bool same(const intake::Json& a, const intake::Json& b);
intake::Json text_value(std::string text);

}  // namespace remit::study

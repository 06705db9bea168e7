// A record type that a round holds in a file of its own: `record "body" { key = "id", file = "bodies.json", ... }`.
#pragma once
#include <string>

#include "base/schema.hpp"
#include "lua/spec.hpp"

namespace remit::lua {

/// Whether records of this type are the pack's own: neither what every round has nor worked out by Remit.
bool is_own(const base::RecordType& type);
/// Reads `key`, `file` and `plural`, before the fields are read. The name of the field that must come first, which is added where
/// the pack does not declare it; empty when the type has no file of its own, or had one before.
std::string begin_table(Spec& spec, base::RecordType& type);
/// Once the fields are read: makes its list a field of `records`, and an item of that known to sentences as `other_body`.
void end_table(Spec& spec, base::RecordType& type);

}  // namespace remit::lua

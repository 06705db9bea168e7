// What a reader lets through without an answer in it.
#pragma once
#include "base/schema.hpp"

namespace remit::base {

/// Whether a field that must be given may be given empty: a text that is no id, a list, a group. A required number, date or word cannot.
inline bool may_be_empty(const Field& field) {
  return (field.type == Type::text && !field.is_id) || field.type == Type::answer || field.type == Type::list || field.type == Type::record;
}

}  // namespace remit::base

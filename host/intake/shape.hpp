// A record type as the readers use it: which fields stand in which group, and what has to hold once a record is read.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/emptiness.hpp"
#include "base/value.hpp"

namespace remit::intake {

// Until a record is finished, `word` of an absent value says what stood there; 0: nothing did.
inline constexpr std::uint16_t given_null = 1, given_empty = 2, given_wrong = 3;

struct Shape {
  static constexpr std::uint16_t none = 0xffff;
  struct Group {
    std::vector<std::uint16_t> fields, required, fallbacks;   // without derived ones
    std::uint16_t first = none;                               // a reader's guess: the field that came first in the last record
  };
  struct Entry {                            // of a field, what a reader looks at most: close together
    std::string_view name;
    base::Type type;
    bool is_id;
  };
  const base::RecordType* type = nullptr;
  std::vector<Entry> entries;
  std::vector<Group> groups;                // 0: the top
  std::vector<std::uint16_t> group_of;      // for a field that is a group: its place in `groups`
  std::vector<Shape*> items;                // for a list of records: the shape of its items
  std::vector<std::uint16_t> group_fields;  // the fields that are groups, inner ones first
  bool plain = true;                        // no stated defaults, and nothing required but leaves at the top
  std::vector<std::uint16_t> next;          // a reader's guess: the field that came after this one in the last record

  std::size_t size() const { return type->fields.size(); }
  const base::Field& field(std::size_t i) const { return type->fields[i]; }
  /// The field `name` in a group; `none` when there is no such field to be read.
  std::uint16_t find(std::size_t group, std::string_view name) const;
};

/// The shapes of record types and of all that they hold. The types must stay alive.
class Shapes {
 public:
  Shape& of(const base::RecordType& type);

 private:
  std::unordered_map<const base::RecordType*, std::unique_ptr<Shape>> shapes_;
};

using base::may_be_empty;   // an empty text or list is a finding of the pack, an empty amount is a mistake

/// Completes one group of a record: marks groups that hold an answer, puts in the stated defaults, and calls
/// `missing(field, empty)` for each required field that was not given; those of a group that nobody gave are not asked for.
/// Returns whether the group holds an answer.
template <class Missing>
bool finish_group(const Shape& shape, std::size_t group, base::Value* values, Missing&& missing, bool asked = true) {
  const Shape::Group& g = shape.groups[group];
  bool any = asked;
  for (const std::uint16_t f : g.fields) {
    base::Value& v = values[f];
    if (shape.group_of[f] != Shape::none &&
        finish_group(shape, shape.group_of[f], values, missing, v.word == given_empty && shape.field(f).required)) {
      v = base::Value();
      v.kind = base::Kind::record;
    }
    any = any || v.answered() || v.word == given_wrong;
  }
  if (any) {
    for (const std::uint16_t f : g.required) {
      const base::Value& v = values[f];
      if (v.answered() || v.word == given_wrong) continue;
      const bool empty = v.word == given_empty;
      if (!empty || !may_be_empty(shape.field(f))) missing(shape.field(f), empty);
    }
  }
  for (const std::uint16_t f : g.fields)
    if (!values[f].answered()) values[f] = base::Value();
  if (any)
    for (const std::uint16_t f : g.fallbacks)
      if (!values[f].answered()) values[f] = shape.field(f).fallback;
  return any;
}

/// The same for most records: those of a plain shape, in which every value is answered or was not given at all. False, and
/// nothing done, when a required one is missing.
inline bool finish_plain(const Shape& shape, base::Value* values) {
  for (const std::uint16_t f : shape.groups[0].required)
    if (!values[f].answered()) return false;
  for (const std::uint16_t f : shape.group_fields) {
    base::Value group;
    for (const std::uint16_t inner : shape.groups[shape.group_of[f]].fields)
      if (values[inner].answered()) {
        group.kind = base::Kind::record;
        break;
      }
    values[f] = group;
  }
  return true;
}

/// "`title` is missing: every application needs it", or "`amount` is empty; expected an amount ..."
std::string missing_message(const Shape& shape, const base::Field& field, bool empty);
/// "`stauts` is not a field of an application; the nearest is `status`"
std::string unknown_message(const Shape& shape, std::size_t group, std::string_view name);

}  // namespace remit::intake

// What a record may hold. One description serves the readers (JSON, CSV), the sentences of the policy language, the
// canonical form that is digested, and the fields that a record of a decision lists as read.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.hpp"

namespace remit::base {

enum class Type : std::uint8_t {
  text,
  yes_no,
  count,         // a whole number
  number,        // an exact number: 4, 3.25
  money,         // pounds, at most two decimals
  date,          // a day
  moment,        // a day, or a day and a time
  organisation,  // the id of an organisation of the round
  one_of,        // one of Field::words
  answer,        // a text, or yes or no
  list,          // of Field::item
  record,        // a group of further fields
};

struct RecordType;

struct Field {
  std::string name;                 // "objectives"
  std::string path;                 // "specification.objectives", within its record
  std::string label;                // in the words of people: "objectives of the specification"
  Type type = Type::text;
  bool required = false;            // absent: the input is refused
  bool is_id = false;               // names a record, its own or another; required means that it cannot be empty
  bool derived = false;             // computed by the host; never read from an input
  std::string refers;               // the record type whose id it holds (its items, for lists); empty: it refers to none
  std::vector<std::string> words;   // for one_of, and for list of one_of
  std::vector<std::pair<std::string, std::string>> refused;   // words that are none of these, and what to say instead
  Type item = Type::text;           // for list: the type of its items
  const RecordType* item_type = nullptr;  // for list of record
  Value fallback;                   // the stated default: read as the value when the field is absent
  int parent = -1;                  // index of the group it stands in, or -1
};

/// The fields of a kind of record, depth first: a group's own entry comes just before its fields. The index of a field
/// here is the index of its value in a record (a group's value is Kind::record without items when anything in it is
/// answered, else absent).
struct RecordType {
  std::string name;                 // "application"; also what sentences call an item of it
  std::vector<Field> fields;

  // of a pack's own record types that a round holds in files of their own: field 0 tells one record from another
  std::string plural;               // "bodies": what lists of them are called; empty: no file of a round holds this type
  std::vector<std::string> stems;   // what their file, and their list in a document, may be called: "body", "bodies"

  /// Index of the field at "specification.objectives", or -1.
  int find(std::string_view path) const;
  /// Index of the field `name` in the group at index `parent` (-1: the top), or -1.
  int find_in(int parent, std::string_view name) const;
  /// Names of the fields directly in the group at index `parent`, in order, without derived ones unless asked for.
  std::vector<std::string> names_in(int parent, bool with_derived = false) const;

  /// Appends a field; a dotted path ("specification.objectives") must name a group that stands already. Returns its index.
  /// Throws std::invalid_argument when there is no such group, or a field of this path already.
  int add(Field field);
};

/// All record types of a round, by name; stable addresses.
class Schema {
 public:
  /// A new type without fields; the one that stands when there is one of this name.
  RecordType& make(std::string name);
  RecordType* find(std::string_view name);
  const RecordType* find(std::string_view name) const;
  std::vector<std::string> names() const;
  const std::vector<std::unique_ptr<RecordType>>& types() const { return types_; }

 private:
  std::vector<std::unique_ptr<RecordType>> types_;
};

}  // namespace remit::base

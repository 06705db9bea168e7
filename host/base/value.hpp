// The one shape in which every fact travels, from the reader to the rules and into the record: a tagged value of
// sixteen bytes. A record is an array of values, one for each field of its RecordType; what was not answered is
// `absent`. Values never own what they point at: an Arena (or the input's bytes) does, and outlives them.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "base/rational.hpp"

namespace remit::base {

enum class Kind : std::uint8_t {
  absent,  // missing, null, empty, or only white space
  yes_no,  // integer: 0 or 1
  count,   // integer
  money,   // integer: pence
  date,    // integer: seconds since 1970-01-01T00:00:00 of that day's start; means the whole day
  moment,  // integer: seconds since 1970-01-01T00:00:00, local, no zone
  text,    // text, size: UTF-8, trimmed, never empty
  word,    // text, size and word: one of the field's words
  ratio,   // ratio: an exact fraction that is no whole number
  list,    // items, size: never empty
  record,  // items, size: one value for each field of its type
};

struct Value {
  Kind kind = Kind::absent;
  std::uint16_t word = 0;   // index in Field::words, for Kind::word
  std::uint32_t size = 0;   // bytes of a text, items of a list, fields of a record
  union {
    std::int64_t integer;
    const char* text;
    const Value* items;
    const Rational* ratio;
  };

  constexpr Value() : integer(0) {}
  static constexpr Value of(Kind kind, std::int64_t integer) {
    Value v;
    v.kind = kind;
    v.integer = integer;
    return v;
  }
  static constexpr Value yes(bool b) { return of(Kind::yes_no, b ? 1 : 0); }
  static constexpr Value of_text(std::string_view s) {
    Value v;
    if (s.empty()) return v;
    v.kind = Kind::text;
    v.size = static_cast<std::uint32_t>(s.size());
    v.text = s.data();
    return v;
  }
  static constexpr Value of_word(std::string_view s, std::uint16_t index) {
    Value v = of_text(s);
    v.kind = Kind::word;
    v.word = index;
    return v;
  }
  static constexpr Value of_items(Kind kind, std::span<const Value> items) {
    Value v;
    if (items.empty()) return v;
    v.kind = kind;
    v.size = static_cast<std::uint32_t>(items.size());
    v.items = items.data();
    return v;
  }

  bool answered() const { return kind != Kind::absent; }
  /// The bytes of a text or word; empty for every other kind.
  std::string_view str() const {
    return kind == Kind::text || kind == Kind::word ? std::string_view(text, size) : std::string_view();
  }
  /// The items of a list or the fields of a record; empty for every other kind.
  std::span<const Value> list() const {
    return kind == Kind::list || kind == Kind::record ? std::span<const Value>(items, size) : std::span<const Value>();
  }
  bool is_yes() const { return kind == Kind::yes_no && integer != 0; }
};
static_assert(sizeof(Value) == 16);

}  // namespace remit::base

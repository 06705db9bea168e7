// What a function returned, copied out of Lua: a small tree, bounded in depth, size and length of text.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/rational.hpp"

struct lua_State;

namespace remit::lua {

struct Answer {
  enum class Kind : std::uint8_t { nothing, yes_no, number, text, money, date, moment, table };
  Kind kind = Kind::nothing;
  std::int64_t integer = 0;              // yes_no: 0 or 1; money: pence; date, moment: seconds
  base::Rational number;                 // number
  std::string text;                      // text: valid UTF-8 without control characters, cut; number that is none: "not-a-number"
  std::vector<Answer> items;             // table: the list part, 1..n
  std::vector<std::pair<std::string, Answer>> fields;   // table: the named part, by name

  /// The entry `name`, or null.
  const Answer* find(std::string_view name) const;
  /// As people read it: "true", "47", "£60,000.00" without the sign ("60000.00"), texts as they are, tables as "(table)".
  std::string words() const;
};

struct AnswerLimits {
  int depth = 8;
  std::size_t entries = 1000;     // of all tables together
  std::size_t text = 4000;        // bytes of one text
};

/// Reads the value on top of the stack of `L` (leaves it there). False with the reason for a function, a table key that is
/// neither a text nor a place in a list, a view of a record, or more than the limits.
bool read_answer(lua_State* L, const AnswerLimits& limits, Answer& out, std::string& why_not);

}  // namespace remit::lua

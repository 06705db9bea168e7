// Money, days, moments and fractions inside functions. Each is a value of its own: it compares and adds with its kind, and
// with a plain number only where that means something.
//
// Money, dates and moments are light userdata, three bits of which say what they are: no allocation, `==` compares them, and
// they can be keys of tables. Fractions are full userdata (a fraction that is whole becomes an integer).
//
//   money    + - money; * whole number or fraction, if the product is whole pence; < <= money; - money
//   date     < <= date or moment: a date is its whole day (a moment on that day is neither before nor after it, and <= and
//            >= hold); days_between counts
//   fraction + - * unary minus, // and % by numbers and fractions; < <= numbers and fractions
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/rational.hpp"
#include "base/value.hpp"
#include "lua/state.hpp"

namespace remit::lua {

enum class Amount : std::uint8_t { none = 0, money = 1, date = 2, moment = 3 };

/// Sets the metatables of both representations.
void open_amounts(lua_State* L);

/// Raises OVERFLOW when it needs more than 61 bits.
void push_amount(lua_State* L, Amount kind, std::int64_t value);
inline void push_money(lua_State* L, std::int64_t pence) { push_amount(L, Amount::money, pence); }
/// An integer when it is whole and fits, else a fraction.
void push_rational(lua_State* L, const base::Rational& r);

Amount amount_at(lua_State* L, int index, std::int64_t& value);
/// The fraction or integer at `index`; a float that is whole counts as one. Empty for anything else.
std::optional<base::Rational> rational_at(lua_State* L, int index);
bool is_fraction(lua_State* L, int index);

/// "a whole number", "a number", "text", "money", "a date", "a record", "a list", "nothing", ...: for messages.
std::string kind_name(lua_State* L, int index);
/// As `type` answers: "number", "text"...
const char* type_word(lua_State* L, int index);
/// The text of a number, money, date, moment, fraction, boolean, string; "(table)", "(function)", "(record)", "(list)" else.
/// Never an address, never depends on the C library.
std::string value_text(lua_State* L, int index);
/// The shortest decimal digits that read back as the same float; "not-a-number", "infinity", "-infinity".
std::string float_text(double d);

}  // namespace remit::lua

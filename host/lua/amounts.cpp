#include "lua/amounts.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <string>

#include "base/date.hpp"
#include "base/money.hpp"
#include "lua/sandbox.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

using base::Rational;

constexpr int tag_bits = 3;
const char fraction_key = 0;   // its address is where the registry keeps the metatable of fractions

Rational fraction_of(const void* memory) {
  Rational r;
  std::memcpy(static_cast<void*>(&r), memory, sizeof r);   // Lua aligns to 8 bytes, a Rational wants 16
  return r;
}

/// Says it as Lua would, so that one translator words them all.
[[noreturn]] void disagree(lua_State* L, const char* what, const char* joint) {
  const std::string a = type_word(L, 1), b = type_word(L, 2);
  lua_pushfstring(L, "attempt to %s %s %s %s", what, a.c_str(), joint, b.c_str());
  lua_error(L);
  std::abort();
}

/// -1, 0, 1; the first and last second of a date are its midnight and 23:59:59.
int compare_for(lua_State* L, bool or_equal) {
  std::int64_t a = 0, b = 0;
  const Amount kind_a = amount_at(L, 1, a), kind_b = amount_at(L, 2, b);
  if (kind_a == Amount::money && kind_b == Amount::money) return or_equal ? a <= b : a < b;
  const auto is_day = [](Amount k) { return k == Amount::date || k == Amount::moment; };
  if (is_day(kind_a) && is_day(kind_b)) {
    const std::int64_t last_a = a + (kind_a == Amount::date ? base::seconds_a_day - 1 : 0);
    const std::int64_t last_b = b + (kind_b == Amount::date ? base::seconds_a_day - 1 : 0);
    return or_equal ? a <= last_b : last_a < b;
  }
  const auto left = rational_at(L, 1), right = rational_at(L, 2);
  if (left && right) return or_equal ? *left <= *right : *left < *right;
  disagree(L, "compare", "with");
}

int less(lua_State* L) {
  lua_pushboolean(L, compare_for(L, false));
  return 1;
}
int less_or_equal(lua_State* L) {
  lua_pushboolean(L, compare_for(L, true));
  return 1;
}

Rational floored(const Rational& r) {
  base::int128 whole = r.num() / r.den();
  if (r.num() < 0 && r.num() % r.den() != 0) --whole;
  return Rational(whole, 1);
}

/// Money times a number; the product must be whole pence.
void push_product(lua_State* L, std::int64_t pence, const Rational& by) {
  const Rational product = Rational(pence) * by;
  if (!product.whole())
    Sandbox::fail(L, "BAD_ARGUMENT", "this part of the money is not a whole number of pence; compare shares instead: `share(part, whole)`");
  if (product > Rational(INT64_MAX) || product < Rational(INT64_MIN)) throw base::Overflow("the sum of money is too large");
  push_money(L, static_cast<std::int64_t>(product.num()));
}

template <char Op>
int arithmetic(lua_State* L) {
  std::int64_t a = 0, b = 0;
  const Amount kind_a = amount_at(L, 1, a), kind_b = amount_at(L, 2, b);
  if constexpr (Op == '+' || Op == '-') {
    if (kind_a == Amount::money && kind_b == Amount::money) {
      if (Op == '-' && b == INT64_MIN) throw base::Overflow("the sum of money is too large");
      push_money(L, base::add_pence(a, Op == '+' ? b : -b));
      return 1;
    }
  }
  const auto left = rational_at(L, 1), right = rational_at(L, 2);
  if constexpr (Op == '*') {
    if ((kind_a == Amount::money && right) || (kind_b == Amount::money && left)) {
      push_product(L, kind_a == Amount::money ? a : b, kind_a == Amount::money ? *right : *left);
      return 1;
    }
  }
  if (!left || !right) disagree(L, Op == '+' ? "add" : Op == '-' ? "subtract" : Op == '*' ? "multiply" : "divide", "and");
  if constexpr (Op == '+') push_rational(L, *left + *right);
  if constexpr (Op == '-') push_rational(L, *left - *right);
  if constexpr (Op == '*') push_rational(L, *left * *right);
  if constexpr (Op == '/') push_rational(L, *left / *right);
  if constexpr (Op == 'q') push_rational(L, floored(*left / *right));
  if constexpr (Op == '%') push_rational(L, *left - floored(*left / *right) * *right);
  return 1;
}

int negative(lua_State* L) {
  std::int64_t pence = 0;
  if (amount_at(L, 1, pence) == Amount::money) {
    push_money(L, -pence);
  } else if (is_fraction(L, 1)) {
    push_rational(L, Rational(0) - *rational_at(L, 1));
  } else {
    disagree(L, "negate", "and");
  }
  return 1;
}

int same_fraction(lua_State* L) {
  lua_pushboolean(L, is_fraction(L, 1) && is_fraction(L, 2) && *rational_at(L, 1) == *rational_at(L, 2));
  return 1;
}

int joined(lua_State* L) {
  for (int i = 1; i <= 2; ++i)
    if (view_at(L, i) != nullptr || lua_istable(L, i) || lua_isnoneornil(L, i) || lua_isboolean(L, i) || lua_isfunction(L, i)) {
      lua_pushfstring(L, "attempt to concatenate a %s value", type_word(L, i));
      return lua_error(L);
    }
  const std::string text = value_text(L, 1) + value_text(L, 2);
  sandbox_of(L).charge(L, static_cast<std::int64_t>(text.size() / 16));
  push_text(L, text);
  return 1;
}

constexpr luaL_Reg operators[] = {
    {"__lt", guarded<less>},
    {"__le", guarded<less_or_equal>},
    {"__add", guarded<arithmetic<'+'>>},
    {"__sub", guarded<arithmetic<'-'>>},
    {"__mul", guarded<arithmetic<'*'>>},
    {"__div", guarded<arithmetic<'/'>>},
    {"__idiv", guarded<arithmetic<'q'>>},
    {"__mod", guarded<arithmetic<'%'>>},
    {"__unm", guarded<negative>},
    {"__eq", guarded<same_fraction>},
    {"__concat", guarded<joined>},
    {nullptr, nullptr},
};

void push_operators(lua_State* L) {
  lua_createtable(L, 0, 11);
  for (const luaL_Reg* op = operators; op->name != nullptr; ++op) {
    lua_pushcfunction(L, op->func);
    lua_setfield(L, -2, op->name);
  }
}

}  // namespace

void open_amounts(lua_State* L) {
  push_operators(L);
  lua_pushlightuserdata(L, nullptr);
  lua_pushvalue(L, -2);
  lua_setmetatable(L, -2);   // of all light userdata
  lua_pop(L, 2);
  push_operators(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &fraction_key);
}

void push_amount(lua_State* L, Amount kind, std::int64_t value) {
  constexpr std::int64_t most = std::int64_t{1} << (63 - tag_bits);
  if (value >= most || value < -most) throw base::Overflow("the sum of money is too large");
  const auto bits = (static_cast<std::uint64_t>(value) << tag_bits) | static_cast<std::uint64_t>(kind);
  lua_pushlightuserdata(L, reinterpret_cast<void*>(bits));
}

Amount amount_at(lua_State* L, int index, std::int64_t& value) {
  if (lua_type(L, index) != LUA_TLIGHTUSERDATA) return Amount::none;
  const auto bits = reinterpret_cast<std::uint64_t>(lua_touserdata(L, index));
  value = static_cast<std::int64_t>(bits) >> tag_bits;
  return static_cast<Amount>(bits & ((1U << tag_bits) - 1));
}

void push_rational(lua_State* L, const Rational& r) {
  if (r.whole() && r.num() >= INT64_MIN && r.num() <= INT64_MAX) {
    lua_pushinteger(L, static_cast<lua_Integer>(r.num()));
    return;
  }
  void* memory = lua_newuserdatauv(L, sizeof(Rational), 0);
  std::memcpy(memory, &r, sizeof r);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &fraction_key);
  lua_setmetatable(L, -2);
}

bool is_fraction(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || lua_getmetatable(L, index) == 0) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &fraction_key);
  const bool same = lua_rawequal(L, -1, -2) != 0;
  lua_pop(L, 2);
  return same;
}

std::optional<Rational> rational_at(lua_State* L, int index) {
  if (lua_type(L, index) == LUA_TNUMBER) {
    int exact = 0;
    const lua_Integer n = lua_tointegerx(L, index, &exact);
    if (exact != 0) return Rational(n);
    return std::nullopt;
  }
  if (is_fraction(L, index)) return fraction_of(lua_touserdata(L, index));
  return std::nullopt;
}

std::string float_text(double d) {
  if (std::isnan(d)) return "not-a-number";
  if (std::isinf(d)) return d > 0 ? "infinity" : "-infinity";
  char digits[64];
  const auto end = std::to_chars(digits, digits + sizeof digits, d, std::chars_format::general, 14).ptr;
  std::string text(digits, end);
  if (text.find_first_not_of("-0123456789") == std::string::npos) text += ".0";
  return text;
}

const char* type_word(lua_State* L, int index) {
  std::int64_t value = 0;
  switch (amount_at(L, index, value)) {
    case Amount::money: return "money";
    case Amount::date: return "date";
    case Amount::moment: return "moment";
    case Amount::none: break;
  }
  if (lua_type(L, index) != LUA_TUSERDATA) return luaL_typename(L, index);
  if (const View* view = view_at(L, index)) return view->is_list() ? "list" : "record";
  return is_fraction(L, index) ? "fraction" : "handle";
}

std::string kind_name(lua_State* L, int index) {
  const std::string_view type = type_word(L, index);
  if (type == "string") return "text";
  if (type == "nil" || type == "no value") return "nothing (not answered)";
  if (type == "boolean") return "yes or no";
  if (type == "money") return "money";
  return "a " + std::string(type);
}

std::string value_text(lua_State* L, int index) {
  std::int64_t value = 0;
  switch (amount_at(L, index, value)) {
    case Amount::money: return base::money_text(value);
    case Amount::date: return base::moment_text(base::Value::of(base::Kind::date, value));
    case Amount::moment: return base::moment_text(base::Value::of(base::Kind::moment, value));
    case Amount::none: break;
  }
  switch (lua_type(L, index)) {
    case LUA_TNIL: return "nil";
    case LUA_TBOOLEAN: return lua_toboolean(L, index) != 0 ? "true" : "false";
    case LUA_TNUMBER:
      return lua_isinteger(L, index) != 0 ? std::to_string(lua_tointeger(L, index)) : float_text(lua_tonumber(L, index));
    case LUA_TSTRING: return std::string(text_at(L, index));
    default: break;
  }
  if (is_fraction(L, index)) return rational_at(L, index)->exact();
  return "(" + std::string(type_word(L, index)) + ")";
}

}  // namespace remit::lua

// math, and: days_between pounds one_of count sum any all mean share ratio
#include <cmath>
#include <optional>

#include "base/date.hpp"
#include "base/money.hpp"
#include "lua/amounts.hpp"
#include "lua/library_parts.hpp"
#include "lua/sandbox.hpp"

namespace remit::lua {
namespace {

using base::Rational;

/// A number of any kind: exact where it can be, else the float (which only the bare dialect has).
bool is_number(lua_State* L, int index) { return lua_type(L, index) == LUA_TNUMBER || is_fraction(L, index); }

Rational floored(const Rational& r) {
  base::int128 whole = r.num() / r.den();
  if (r.num() < 0 && r.num() % r.den() != 0) --whole;
  return Rational(whole, 1);
}

int rounded(lua_State* L, const char* name, bool up) {
  if (!is_number(L, 1)) bad_argument(L, name, 1, "a number");
  if (const auto exact = rational_at(L, 1)) {
    push_rational(L, up ? Rational(0) - floored(Rational(0) - *exact) : floored(*exact));
  } else {
    const double d = up ? std::ceil(lua_tonumber(L, 1)) : std::floor(lua_tonumber(L, 1));
    lua_Integer n = 0;
    if (lua_numbertointeger(d, &n)) lua_pushinteger(L, n);
    else lua_pushnumber(L, d);
  }
  return 1;
}

/// The greatest or least argument; all of one kind, or the comparison says what does not fit.
int extreme(lua_State* L, const char* name, bool greatest) {
  const int n = lua_gettop(L);
  if (n == 0) bad_argument(L, name, 1, "at least one value");
  sandbox_of(L).charge(L, n);
  luaL_checkstack(L, 4, name);
  int best = 1;
  for (int i = 1; i <= n; ++i) {
    std::int64_t value = 0;
    if (!is_number(L, i) && amount_at(L, i, value) == Amount::none) bad_argument(L, name, i, "numbers, money or dates");
    if (i > 1 && lua_compare(L, greatest ? best : i, greatest ? i : best, LUA_OPLT) != 0) best = i;
  }
  lua_pushvalue(L, best);
  return 1;
}

/// Pushes item `i` of the list at 1, or what the function at 2 makes of it.
void push_value_of(lua_State* L, lua_Integer i, bool has_function) {
  sandbox_of(L).charge(L, 2);
  if (has_function) lua_pushvalue(L, 2);
  push_list_item(L, 1, i);
  if (has_function) sandbox_of(L).call_back(L, 1, 1);
}

/// Checks the arguments of a function on lists; the length of the list.
lua_Integer begin_list(lua_State* L, const char* name, bool needs_function) {
  const lua_Integer size = need_list(L, 1, name);
  if ((needs_function || !lua_isnoneornil(L, 2)) && lua_isfunction(L, 2) == 0) bad_argument(L, name, 2, "a function that looks at one item");
  lua_settop(L, 2);
  return size;
}

int quantified(lua_State* L, const char* name, bool looked_for) {
  const lua_Integer size = begin_list(L, name, true);
  for (lua_Integer i = 1; i <= size; ++i) {
    push_value_of(L, i, true);
    const bool answer = lua_toboolean(L, -1) != 0;
    lua_pop(L, 1);
    if (answer == looked_for) {
      lua_pushboolean(L, looked_for);
      return 1;
    }
  }
  lua_pushboolean(L, !looked_for);
  return 1;
}

struct Total {
  bool money = false;
  lua_Integer size = 0;
  Rational value;
};

Total total_of(lua_State* L, const char* name) {
  Total total;
  total.size = begin_list(L, name, false);
  const bool has_function = !lua_isnil(L, 2);
  for (lua_Integer i = 1; i <= total.size; ++i) {
    push_value_of(L, i, has_function);
    std::int64_t pence = 0;
    const bool money = amount_at(L, -1, pence) == Amount::money;
    const auto number = money ? std::optional<Rational>(Rational(pence)) : rational_at(L, -1);
    if (!number || (i > 1 && money != total.money))
      Sandbox::fail(L, "TYPE_MISMATCH", "`" + std::string(name) + "` needs numbers, or money throughout; item " + std::to_string(i) + " is " + kind_name(L, -1));
    total.money = money;
    total.value = total.value + *number;
    lua_pop(L, 1);
  }
  return total;
}

/// Two numbers, or two sums of money, as exact numbers.
std::pair<Rational, Rational> two_alike(lua_State* L, const char* name) {
  std::int64_t a = 0, b = 0;
  const bool money_a = amount_at(L, 1, a) == Amount::money, money_b = amount_at(L, 2, b) == Amount::money;
  if (money_a && money_b) return {Rational(a), Rational(b)};
  const auto left = rational_at(L, 1), right = rational_at(L, 2);
  if (left && right) return {*left, *right};
  Sandbox::fail(L, "BAD_ARGUMENT", "`" + std::string(name) + "` needs two numbers or two sums of money, not " + kind_name(L, 1) + " and " + kind_name(L, 2));
}

std::int64_t day_of(lua_State* L, int index) {
  std::int64_t second = 0;
  const Amount kind = amount_at(L, index, second);
  if (kind != Amount::date && kind != Amount::moment) bad_argument(L, "days_between", index, "two dates");
  const std::int64_t day = second / base::seconds_a_day;
  return second % base::seconds_a_day < 0 ? day - 1 : day;
}

}  // namespace

// ---- math ------------------------------------------------------------------------------------------------------------

int script::abs(lua_State* L) {
  std::int64_t pence = 0;
  if (amount_at(L, 1, pence) == Amount::money) push_money(L, pence < 0 ? -pence : pence);
  else if (const auto exact = rational_at(L, 1)) push_rational(L, *exact < Rational(0) ? Rational(0) - *exact : *exact);
  else if (lua_type(L, 1) == LUA_TNUMBER) lua_pushnumber(L, std::fabs(lua_tonumber(L, 1)));
  else bad_argument(L, "abs", 1, "a number or money");
  return 1;
}

int script::ceil(lua_State* L) { return rounded(L, "ceil", true); }
int script::floor(lua_State* L) { return rounded(L, "floor", false); }
int script::max(lua_State* L) { return extreme(L, "max", true); }
int script::min(lua_State* L) { return extreme(L, "min", false); }

int script::to_integer(lua_State* L) {
  const auto exact = rational_at(L, 1);
  if (exact && exact->whole()) push_rational(L, *exact);
  else lua_pushnil(L);
  return 1;
}

int script::fmod(lua_State* L) {
  if (!is_number(L, 1)) bad_argument(L, "fmod", 1, "a number");
  if (!is_number(L, 2)) bad_argument(L, "fmod", 2, "a number");
  const auto a = rational_at(L, 1), b = rational_at(L, 2);
  if (a && b) {
    const Rational quotient = *a / *b;   // throws for 0
    push_rational(L, *a - Rational(quotient.num() / quotient.den(), 1) * *b);
  } else {
    lua_pushnumber(L, std::fmod(lua_tonumber(L, 1), lua_tonumber(L, 2)));   // exact by definition, so the same everywhere
  }
  return 1;
}

// ---- money, dates, choices -------------------------------------------------------------------------------------------

int script::days_between(lua_State* L) {
  lua_pushinteger(L, day_of(L, 2) - day_of(L, 1));
  return 1;
}

int script::pounds(lua_State* L) {
  std::int64_t pence = 0;
  if (is_text(L, 1)) {
    if (!base::read_money(need_text(L, 1, "pounds"), pence)) Sandbox::fail(L, "BAD_ARGUMENT", "`pounds` cannot read this text as a sum of money. Write `pounds(\"12.50\")`");
    push_money(L, pence);
    return 1;
  }
  const auto exact = rational_at(L, 1);
  if (!exact) bad_argument(L, "pounds", 1, "a number");
  const Rational sum = *exact * Rational(100);
  if (!sum.whole()) Sandbox::fail(L, "BAD_ARGUMENT", "`pounds` needs whole pence");
  if (sum > Rational(INT64_MAX) || sum < Rational(INT64_MIN)) throw base::Overflow("pounds");
  push_money(L, static_cast<std::int64_t>(sum.num()));
  return 1;
}

int script::one_of(lua_State* L) {
  const int n = lua_gettop(L);
  if (n < 2) bad_argument(L, "one_of", 2, "a value and what it may be");
  sandbox_of(L).charge(L, n);
  luaL_checkstack(L, 4, "one_of");
  const std::string kind = type_word(L, 1);
  bool found = false;
  for (int i = 2; i <= n; ++i) {
    if (!lua_isnil(L, 1) && !lua_isnil(L, i) && kind != type_word(L, i) && !(is_number(L, 1) && is_number(L, i)))
      Sandbox::fail(L, "TYPE_MISMATCH", "`one_of` compares " + kind_name(L, 1) + " with " + kind_name(L, i) + ", which can never be the same");
    found = found || lua_compare(L, 1, i, LUA_OPEQ) != 0;
  }
  lua_pushboolean(L, found);
  return 1;
}

// ---- lists -----------------------------------------------------------------------------------------------------------

int script::count(lua_State* L) {
  const lua_Integer size = begin_list(L, "count", false);
  lua_Integer n = size;
  if (!lua_isnil(L, 2)) {
    n = 0;
    for (lua_Integer i = 1; i <= size; ++i) {
      push_value_of(L, i, true);
      n += lua_toboolean(L, -1);
      lua_pop(L, 1);
    }
  }
  lua_pushinteger(L, n);
  return 1;
}

int script::any(lua_State* L) { return quantified(L, "any", true); }
int script::all(lua_State* L) { return quantified(L, "all", false); }

int script::sum(lua_State* L) {
  const Total total = total_of(L, "sum");
  if (!total.money) {
    push_rational(L, total.value);
    return 1;
  }
  if (total.value > Rational(INT64_MAX) || total.value < Rational(INT64_MIN)) throw base::Overflow("sum");
  push_money(L, static_cast<std::int64_t>(total.value.num()));
  return 1;
}

int script::mean(lua_State* L) {
  const Total total = total_of(L, "mean");
  if (total.size == 0) {
    lua_pushnil(L);
    return 1;
  }
  if (total.money)
    Sandbox::fail(L, "BAD_ARGUMENT", "the `mean` of money may not be whole pence. Compare `sum(list)` with `pounds(n) * count(list)`");
  push_rational(L, total.value / Rational(total.size));
  return 1;
}

int script::share(lua_State* L) {
  const auto [part, whole] = two_alike(L, "share");
  push_rational(L, part * Rational(100) / whole);
  return 1;
}

int script::ratio(lua_State* L) {
  const auto [a, b] = two_alike(L, "ratio");
  push_rational(L, a / b);
  return 1;
}

}  // namespace remit::lua

// type tostring tonumber ipairs pairs error assert select
#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/freeze.hpp"
#include "lua/library_parts.hpp"
#include "lua/sandbox.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

/// A key that has an order: yes/no before numbers before texts before amounts.
struct Key {
  enum class Kind : unsigned char { yes_no, number, text, money, date, moment };
  Kind kind = Kind::number;
  bool whole = true;
  std::int64_t integer = 0;
  long double real = 0;          // holds every 64-bit integer exactly
  std::string_view text;

  bool operator<(const Key& other) const {
    if (kind != other.kind) return kind < other.kind;
    if (kind == Kind::text) return text < other.text;
    if (whole && other.whole) return integer < other.integer;
    return (whole ? static_cast<long double>(integer) : real) < (other.whole ? static_cast<long double>(other.integer) : other.real);
  }
};

/// The key at `index`. False for one that has no order the same in every run: tables, functions, records.
bool read_key(lua_State* L, int index, Key& key) {
  std::int64_t value = 0;
  switch (amount_at(L, index, value)) {
    case Amount::money: key.kind = Key::Kind::money; break;
    case Amount::date: key.kind = Key::Kind::date; break;
    case Amount::moment: key.kind = Key::Kind::moment; break;
    case Amount::none:
      switch (lua_type(L, index)) {
        case LUA_TBOOLEAN:
          key.kind = Key::Kind::yes_no;
          key.integer = lua_toboolean(L, index);
          return true;
        case LUA_TNUMBER:
          key.whole = lua_isinteger(L, index) != 0;
          if (key.whole) key.integer = lua_tointeger(L, index);
          else key.real = lua_tonumber(L, index);
          return true;
        case LUA_TSTRING:
          key.kind = Key::Kind::text;
          key.text = text_at(L, index);
          return true;
        default: return false;
      }
  }
  key.integer = value;
  return true;
}

void push_key(lua_State* L, const Key& key) {
  switch (key.kind) {
    case Key::Kind::yes_no: lua_pushboolean(L, static_cast<int>(key.integer)); return;
    case Key::Kind::number:
      if (key.whole) lua_pushinteger(L, key.integer);
      else lua_pushnumber(L, static_cast<double>(key.real));
      return;
    case Key::Kind::text: push_text(L, key.text); return;
    case Key::Kind::money: push_amount(L, Amount::money, key.integer); return;
    case Key::Kind::date: push_amount(L, Amount::date, key.integer); return;
    case Key::Kind::moment: push_amount(L, Amount::moment, key.integer); return;
  }
}

int next_item(lua_State* L) {
  sandbox_of(L).charge_turn(L);
  const lua_Integer i = lua_tointeger(L, 2) + 1;
  lua_pushinteger(L, i);
  push_list_item(L, 1, i);
  return lua_isnil(L, -1) ? 1 : 2;
}

/// Upvalues: the sorted keys, the table, the place.
int next_key(lua_State* L) {
  sandbox_of(L).charge_turn(L);
  lua_Integer i = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    ++i;
    if (lua_rawgeti(L, lua_upvalueindex(1), i) == LUA_TNIL) return 1;
    lua_pushvalue(L, -1);
    lua_gettable(L, lua_upvalueindex(2));
    if (!lua_isnil(L, -1)) break;   // removed while walking
    lua_pop(L, 2);
    sandbox_of(L).charge(L, 1);
  }
  lua_pushinteger(L, i);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

}  // namespace

int script::type(lua_State* L) {
  luaL_checkstack(L, 2, "type");
  if (lua_isnone(L, 1)) bad_argument(L, "type", 1, "a value");
  lua_pushstring(L, type_word(L, 1));
  return 1;
}

int script::to_string(lua_State* L) {
  if (is_text(L, 1)) {
    lua_settop(L, 1);
    return 1;
  }
  push_text(L, value_text(L, 1));
  return 1;
}

int script::to_number(lua_State* L) {
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TNUMBER || is_fraction(L, 1)) return 1;
  if (!is_text(L, 1)) {
    lua_pushnil(L);
    return 1;
  }
  const std::string_view text = base::trim(need_text(L, 1, "tonumber"));
  base::Rational number;
  if (!text.contains('/') && base::Rational::read(text, number)) push_rational(L, number);
  else lua_pushnil(L);
  return 1;
}

int script::ipairs(lua_State* L) {
  need_list(L, 1, "ipairs");
  lua_pushcfunction(L, guarded<next_item>);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

int script::pairs(lua_State* L) {
  if (const View* view = view_at(L, 1)) {
    Sandbox::fail(L, "TYPE_MISMATCH", view->is_list() ? "`pairs` walks tables. A list of the application is walked with `ipairs`"
                                                      : "a record cannot be walked with `pairs`. Read its fields by name");
  }
  if (lua_type(L, 1) != LUA_TTABLE) bad_argument(L, "pairs", 1, "a table");
  lua_settop(L, 1);
  if (!push_hidden(L, 1)) lua_pushvalue(L, 1);
  std::vector<Key> keys;
  lua_pushnil(L);
  while (lua_next(L, 2) != 0) {
    lua_pop(L, 1);
    if (!read_key(L, -1, keys.emplace_back()))
      Sandbox::fail(L, "BAD_ARGUMENT", "`pairs` cannot walk this table: a key of it is " + kind_name(L, -1) + ", which has no order");
    sandbox_of(L).charge(L, 4);
  }
  std::ranges::sort(keys, std::less<>());
  lua_createtable(L, static_cast<int>(keys.size()), 0);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    push_key(L, keys[i]);
    lua_rawseti(L, -2, static_cast<lua_Integer>(i + 1));
  }
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, guarded<next_key>, 3);
  return 1;
}

int script::error(lua_State* L) {
  if (!is_text(L, 1)) bad_argument(L, "error", 1, "a text that says what is wrong");
  Sandbox::fail(L, "FAILED", "the rule says: " + base::printable(text_at(L, 1).substr(0, 400), 200));
}

int script::assert_that(lua_State* L) {
  if (lua_toboolean(L, 1) != 0) return lua_gettop(L);
  if (lua_isnone(L, 1)) bad_argument(L, "assert", 1, "a condition");
  if (!lua_isnoneornil(L, 2) && !is_text(L, 2)) bad_argument(L, "assert", 2, "a text that says what is wrong");
  Sandbox::fail(L, "FAILED", is_text(L, 2) ? "the rule says: " + base::printable(text_at(L, 2).substr(0, 400), 200) : "what `assert` was given does not hold");
}

int script::select(lua_State* L) {
  const int n = lua_gettop(L);
  sandbox_of(L).charge(L, n / 4);
  if (is_text(L, 1) && text_at(L, 1) == "#") {
    lua_pushinteger(L, n - 1);
    return 1;
  }
  const lua_Integer i = need_integer(L, 1, "select");
  if (i == 0 || i < -(n - 1)) Sandbox::fail(L, "BAD_ARGUMENT", "`select` counts from 1, or from the end with -1");
  if (i < 0) return static_cast<int>(-i);
  return i >= n ? 0 : n - static_cast<int>(i);
}

}  // namespace remit::lua

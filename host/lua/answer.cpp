#include "lua/answer.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "base/date.hpp"
#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/freeze.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

class Reader {
 public:
  Reader(lua_State* L, const AnswerLimits& limits, std::string& why_not) : L_(L), limits_(limits), why_not_(why_not) {}

  bool read(int index, int depth, Answer& out) {
    if (++entries_ > limits_.entries) return refuse("it has more than " + std::to_string(limits_.entries) + " entries");
    std::int64_t value = 0;
    if (const Amount kind = amount_at(L_, index, value); kind != Amount::none) {
      out.kind = kind == Amount::money ? Answer::Kind::money : kind == Amount::date ? Answer::Kind::date : Answer::Kind::moment;
      out.integer = value;
      return true;
    }
    switch (lua_type(L_, index)) {
      case LUA_TNIL: return true;
      case LUA_TBOOLEAN:
        out.kind = Answer::Kind::yes_no;
        out.integer = lua_toboolean(L_, index);
        return true;
      case LUA_TSTRING:
        out.kind = Answer::Kind::text;
        out.text = base::printable(cut(text_at(L_, index)), limits_.text);
        return true;
      case LUA_TTABLE: return read_table(index, depth, out);
      default: break;
    }
    if (lua_type(L_, index) == LUA_TNUMBER || is_fraction(L_, index)) {
      out.kind = Answer::Kind::number;
      if (const auto exact = rational_at(L_, index)) out.number = *exact;
      else out.text = value_text(L_, index);
      return true;
    }
    return refuse("it holds a " + std::string(type_word(L_, index)));
  }

 private:
  /// Cut before anything walks it: a result may be a quarter of a megabyte.
  std::string_view cut(std::string_view text) const { return text.substr(0, limits_.text + 8); }

  bool refuse(std::string why) {
    why_not_ = std::move(why);
    return false;
  }

  bool read_table(int index, int depth, Answer& out) {
    if (depth >= limits_.depth) return refuse("tables stand more than " + std::to_string(limits_.depth) + " deep in it");
    out.kind = Answer::Kind::table;
    luaL_checkstack(L_, 4, "answer");
    if (!push_hidden(L_, index)) {
      if (lua_getmetatable(L_, index) != 0) {
        lua_pop(L_, 1);
        return refuse("it holds something of the host");
      }
      lua_pushvalue(L_, index);
    }
    const int table = lua_gettop(L_);
    const auto length = static_cast<lua_Integer>(lua_rawlen(L_, table));
    for (lua_Integer i = 1; i <= length; ++i) {
      lua_rawgeti(L_, table, i);
      if (!read(lua_gettop(L_), depth + 1, out.items.emplace_back())) return false;
      lua_pop(L_, 1);
    }
    if (!read_fields(table, length, depth, out)) return false;
    lua_settop(L_, table - 1);
    return true;
  }

  bool read_fields(int table, lua_Integer length, int depth, Answer& out) {
    lua_pushnil(L_);
    while (lua_next(L_, table) != 0) {
      if (lua_isinteger(L_, -2) != 0 && lua_tointeger(L_, -2) >= 1 && lua_tointeger(L_, -2) <= length) {
        lua_pop(L_, 1);
        continue;
      }
      if (!is_text(L_, -2)) return refuse("a table in it has a key that is neither a name nor a place in a list");
      out.fields.emplace_back(base::printable(text_at(L_, -2).substr(0, 208)), Answer{});
      if (!read(lua_gettop(L_), depth + 1, out.fields.back().second)) return false;
      lua_pop(L_, 1);
    }
    std::ranges::sort(out.fields, {}, [](const auto& field) -> const std::string& { return field.first; });
    return true;
  }

  lua_State* L_;
  const AnswerLimits& limits_;
  std::string& why_not_;
  std::size_t entries_ = 0;
};

}  // namespace

const Answer* Answer::find(std::string_view name) const {
  for (const auto& [key, value] : fields)
    if (key == name) return &value;
  return nullptr;
}

std::string Answer::words() const {
  switch (kind) {
    case Kind::nothing: return "";
    case Kind::yes_no: return integer != 0 ? "true" : "false";
    case Kind::number: return text.empty() ? number.exact() : text;
    case Kind::text: return text;
    case Kind::money: return base::money_text(integer);
    case Kind::date: return base::moment_text(base::Value::of(base::Kind::date, integer));
    case Kind::moment: return base::moment_text(base::Value::of(base::Kind::moment, integer));
    case Kind::table: return "(table)";
  }
  return "";
}

bool read_answer(lua_State* L, const AnswerLimits& limits, Answer& out, std::string& why_not) {
  out = {};
  const int top = lua_gettop(L);
  const bool good = Reader(L, limits, why_not).read(top, 0, out);
  lua_settop(L, top);
  return good;
}

}  // namespace remit::lua

// The values that sentences compare with, checked against the field they are compared with.
#include <lua.hpp>

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/loading.hpp"

namespace remit::lua {

using base::Field;
using base::Kind;
using base::Type;
using base::Value;

namespace {

bool answer_at(Loading& loading, int index, Answer& out, std::string& why_not) {
  lua_pushvalue(loading.L(), index);
  bool read = read_answer(loading.L(), {}, out, why_not);
  lua_pop(loading.L(), 1);
  return read;
}

Value text_constant(Loading& loading, const Field& field, Type type, const std::string& whose, const Answer& a) {
  if (type != Type::one_of) return Value::of_text(loading.keep(a.text));
  auto at = std::ranges::find(field.words, a.text);
  if (at != field.words.end()) return Value::of_word(loading.keep(a.text), static_cast<std::uint16_t>(at - field.words.begin()));
  std::string near = base::nearest(a.text, field.words);
  std::vector<std::string> quoted;
  for (const auto& w : field.words) quoted.push_back("\"" + w + "\"");
  loading.problem("UNKNOWN_WORD", "`" + whose + "` is never \"" + base::printable(a.text, 60) + "\"; " +
                                      (near.empty() ? "it is one of " + base::join_and(quoted, " or ") : "the nearest is \"" + near + "\""), a.text);
  return {};
}

Value moment_constant(Loading& loading, const std::string& whose, const Answer& a) {
  Value v;
  if (a.kind == Answer::Kind::text && base::read_moment(a.text, v)) return v;
  if (a.kind == Answer::Kind::date || a.kind == Answer::Kind::moment)
    return Value::of(a.kind == Answer::Kind::date ? Kind::date : Kind::moment, a.integer);
  loading.problem("WRONG_TYPE", "`" + whose + "` is a date; compare it with one like \"2012-03-31\", or with another date field", a.text);
  return {};
}

}  // namespace

Value constant_for(Loading& loading, int index, const Field& field, Type type, const std::string& whose) {
  Answer a;
  std::string why;
  auto wrong = [&](const std::string& should) {
    const std::string found = a.kind == Answer::Kind::text ? "\"" + base::printable(a.text, 60) + "\"" : a.kind == Answer::Kind::money ? "an amount of money" : a.words();
    loading.problem("WRONG_TYPE", "`" + whose + "` is " + should + "; it was given " + found, a.kind == Answer::Kind::text ? a.text : a.words());
    return Value();
  };
  if (lua_isnoneornil(loading.L(), index)) {
    loading.problem("WRONG_TYPE", "`" + whose + "` is compared with nothing; to ask whether it was answered, write `" + whose + ":is_answered()`", "nil");
    return {};
  }
  if (!answer_at(loading, index, a, why) || a.kind == Answer::Kind::table)
    return wrong("compared with one value");
  switch (type) {
    case Type::text:
    case Type::one_of:
    case Type::organisation:
      return a.kind == Answer::Kind::text ? text_constant(loading, field, type, whose, a) : wrong("a text, in quotes");
    case Type::answer:
      if (a.kind == Answer::Kind::yes_no) return Value::yes(a.integer != 0);
      return a.kind == Answer::Kind::text ? text_constant(loading, field, Type::text, whose, a) : wrong("a text in quotes, or yes or no");
    case Type::yes_no:
      if (a.kind == Answer::Kind::text && (a.text == "yes" || a.text == "no")) return wrong("yes or no, without quotes");
      return a.kind == Answer::Kind::yes_no ? Value::yes(a.integer != 0) : wrong("yes or no");
    case Type::money:
      if (a.kind == Answer::Kind::number) return wrong("an amount of money: write `pounds(" + a.words() + ")`");
      return a.kind == Answer::Kind::money ? Value::of(Kind::money, a.integer) : wrong("an amount of money, like `pounds(25000)`");
    case Type::count:
    case Type::number: {
      if (a.kind != Answer::Kind::number || a.text == "not-a-number") return wrong("a number");
      base::Rational exact = exact_number(loading, index, "`" + whose + "`");
      if (exact.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(exact.num()));
      auto* kept = loading.loaded.tree.arena.make<base::Rational>(1);
      *kept = exact;
      Value v;
      v.kind = Kind::ratio;
      v.ratio = kept;
      return v;
    }
    case Type::date:
    case Type::moment: return moment_constant(loading, whose, a);
    case Type::list:
    case Type::record: break;
  }
  return wrong("no single value");
}

base::Rational exact_number(Loading& loading, int index, const std::string& what) {
  Answer a;
  std::string why;
  if (!answer_at(loading, index, a, why) || a.kind != Answer::Kind::number || a.text == "not-a-number") {
    loading.problem("WRONG_TYPE", what + " is a number");
    return {};
  }
  if (lua_type(loading.L(), index) != LUA_TNUMBER || lua_isinteger(loading.L(), index)) return a.number;
  // A decimal at file level was written by a person: the fraction that its shortest text says, not the nearest double.
  char text[64];
  std::snprintf(text, sizeof text, "%.12g", lua_tonumber(loading.L(), index));
  base::Rational exact;
  if (!base::Rational::read(text, exact)) loading.problem("WRONG_TYPE", what + " is a number with few decimals, or `ratio(1, 3)`");
  return exact;
}

void define_constants(Loading& loading) {
  lua_State* L = loading.L();
  for (const char* word : {"pass", "fail", "not_applicable", "refer"}) {
    lua_pushstring(L, word);
    loading.sandbox.define_everywhere(word);
  }
  for (auto [name, value] : {std::pair{"yes", 1}, {"no", 0}}) {
    lua_pushboolean(L, value);
    loading.sandbox.define_everywhere(name);
  }
  for (const char* word : {"must", "should", "proposed", "data", "context", "blocks", "refers", "warns", "recuse", "exclude", "sealed", "tighten_only",
                           "parameter_only", "replaceable", "first", "points", "days", "when_opened", "when_decided"}) {
    lua_pushstring(L, word);
    loading.sandbox.define(word);
  }
}

}  // namespace remit::lua

#include "intake/answer.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "intake/limits.hpp"

namespace remit::intake {

using base::Kind;
using base::Type;
using base::Value;

namespace {

std::string found(const Given& given) {
  switch (given.kind) {
    case Given::text: return "found the text " + ticked(given.str);
    case Given::number: return "found the number " + ticked(given.str);
    case Given::yes: return "found `true`";
    case Given::no: return "found `false`";
    case Given::cell: break;
  }
  return "found " + ticked(given.str);
}

bool wrong_type(const base::Field& field, Type type, const Given& given, Wrong& wrong) {
  wrong = {"WRONG_TYPE", "expected " + expectation(field, type) + ", " + found(given)};
  return false;
}
bool loses(const Given& given, std::string_view why, Wrong& wrong) {
  wrong = {"LOSES_DIGITS", ticked(given.str) + std::string(why)};
  return false;
}

/// Whether `s` is made of digits, one at least, and of characters of `others`.
bool digits_and(std::string_view s, std::string_view others) {
  return s.find_first_of("0123456789") != s.npos &&
         std::all_of(s.begin(), s.end(), [&](char c) { return (c >= '0' && c <= '9') || others.contains(c); });
}
std::size_t digits_of(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool with_exponent(const Given& given) {
  return given.kind != Given::text && given.str.find_first_of("eE") != given.str.npos && digits_and(given.str, "eE+-.");
}

char folded(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c + 32);
  return c == ' ' || c == '-' ? '_' : c;
}
bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return folded(x) == folded(y); });
}

bool read_text(const base::Field& field, Type type, const Given& given, base::Arena& arena, Value& out, Wrong& wrong) {
  if (given.kind != Given::text && given.kind != Given::cell) return wrong_type(field, type, given, wrong);
  if (given.str.size() > limits::text_bytes) {
    wrong = {"TOO_LARGE", "the text has " + std::to_string(given.str.size()) + " bytes; at most " +
                              std::to_string(limits::text_bytes) + " are read"};
    return false;
  }
  if (!given.plain && std::memchr(given.str.data(), '\0', given.str.size()) != nullptr) {
    wrong = {"BAD_CHARACTER", "the text holds a NUL character; remove it"};
    return false;
  }
  if (field.is_id) {
    if (given.str.size() > limits::id_bytes) {
      wrong = {"TOO_LARGE", "the id has " + std::to_string(given.str.size()) + " bytes; at most " +
                                std::to_string(limits::id_bytes) + " are read"};
      return false;
    }
    if (std::any_of(given.str.begin(), given.str.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; })) {
      wrong = {"BAD_CHARACTER",
               "the id " + ticked(given.str) + " holds a line break or another control character; remove it"};
      return false;
    }
  }
  out = Value::of_text(given.kind == Given::cell ? arena.copy(given.str) : given.str);
  return true;
}

bool read_yes_no(const Given& given, Value& out) {
  if (given.kind == Given::yes || given.kind == Given::no) {
    out = Value::yes(given.kind == Given::yes);
    return true;
  }
  if (given.kind != Given::cell) return false;
  for (const std::string_view word : {"yes", "y", "true"})
    if (same_word(given.str, word)) return out = Value::yes(true), true;
  for (const std::string_view word : {"no", "n", "false"})
    if (same_word(given.str, word)) return out = Value::yes(false), true;
  return false;
}

bool read_count(const base::Field& field, const Given& given, Value& out, Wrong& wrong) {
  if (given.kind != Given::number && given.kind != Given::cell) return wrong_type(field, Type::count, given, wrong);
  std::string_view digits = given.str;
  if (digits.starts_with('-')) digits.remove_prefix(1);
  if (!digits.empty() && digits_of(digits) == digits.size()) {
    std::int64_t n = 0;
    for (const char c : digits.substr(0, limits::digits)) n = n * 10 + (c - '0');
    if (digits.size() > limits::digits || n > limits::count) return loses(given, " is too large a number", wrong);
    out = Value::of(Kind::count, digits.size() < given.str.size() ? -n : n);
    return true;
  }
  if (with_exponent(given)) return loses(given, " is written with an exponent; write all its digits", wrong);
  return wrong_type(field, Type::count, given, wrong);
}

bool read_number(const base::Field& field, const Given& given, base::Arena& arena, Value& out, Wrong& wrong) {
  base::Rational n;
  if (given.kind != Given::yes && given.kind != Given::no && base::Rational::read(given.str, n)) {
    if (n.whole()) {
      out = Value::of(Kind::count, static_cast<std::int64_t>(n.num()));
    } else {
      out.kind = Kind::ratio;
      out.ratio = std::construct_at(arena.make<base::Rational>(1), n);
    }
    return true;
  }
  if (with_exponent(given)) return loses(given, " is written with an exponent; write all its digits", wrong);
  if (digits_of(given.str) > limits::digits && digits_and(given.str, "-./"))
    return loses(given, " has more than " + std::to_string(limits::digits) + " digits", wrong);
  return wrong_type(field, Type::number, given, wrong);
}

bool read_amount(const base::Field& field, const Given& given, Value& out, Wrong& wrong) {
  std::int64_t pence;
  if (given.kind != Given::yes && given.kind != Given::no && base::read_money(given.str, pence)) {
    out = Value::of(Kind::money, pence);
    return true;
  }
  if (with_exponent(given)) return loses(given, " is written with an exponent; write all its digits", wrong);
  std::string_view bare = given.str;
  while (bare.starts_with("£") || bare.starts_with('-')) bare.remove_prefix(bare.starts_with('-') ? 1 : 2);
  const std::size_t dot = bare.find('.');
  if (digits_and(bare, ",.") && dot != bare.npos && bare.size() - dot > 3 &&
      digits_of(bare.substr(dot + 1)) == bare.size() - dot - 1)
    return loses(given, " has more than two decimals; amounts are in pounds and pence", wrong);
  if (digits_of(bare) >= limits::digits && digits_and(bare, ",.")) return loses(given, " is too large an amount", wrong);
  return wrong_type(field, Type::money, given, wrong);
}

bool read_day(const base::Field& field, Type type, const Given& given, Value& out, Wrong& wrong) {
  Value read;
  if ((given.kind == Given::text || given.kind == Given::cell) && base::read_moment(given.str, read) &&
      (type == Type::moment || read.kind == Kind::date)) {
    out = read;
    return true;
  }
  return wrong_type(field, type, given, wrong);
}

bool read_word(const base::Field& field, Type type, const Given& given, base::Arena& arena, Value& out, Wrong& wrong) {
  for (const auto& [word, instead] : field.refused)
    if (given.str == word) return wrong = {"REFUSED_CODE", ticked(word) + " is refused: " + instead}, false;
  if (given.kind != Given::text && given.kind != Given::cell) return wrong_type(field, type, given, wrong);
  for (std::size_t i = 0; i < field.words.size(); ++i) {
    const std::string& word = field.words[i];
    if (given.kind == Given::text ? given.str != word : !same_word(given.str, word)) continue;
    out = Value::of_word(given.kind == Given::text ? given.str : arena.copy(word), static_cast<std::uint16_t>(i));
    return true;
  }
  wrong = {"UNKNOWN_WORD",
           "expected " + expectation(field, type) + ", found " + ticked(given.str) + suggestion(given.str, field.words)};
  return false;
}

}   // namespace

bool read_answer(const base::Field& field, Type type, const Given& given, base::Arena& arena, Value& out, Wrong& wrong) {
  switch (type) {
    case Type::text:
    case Type::organisation: return read_text(field, type, given, arena, out, wrong);
    case Type::answer: return read_yes_no(given, out) || read_text(field, type, given, arena, out, wrong);
    case Type::yes_no: return read_yes_no(given, out) || wrong_type(field, type, given, wrong);
    case Type::count: return read_count(field, given, out, wrong);
    case Type::number: return read_number(field, given, arena, out, wrong);
    case Type::money: return read_amount(field, given, out, wrong);
    case Type::date:
    case Type::moment: return read_day(field, type, given, out, wrong);
    case Type::one_of: return read_word(field, type, given, arena, out, wrong);
    case Type::list:
    case Type::record: break;
  }
  return wrong_type(field, type, given, wrong);
}

std::string expectation(const base::Field& field, Type type) {
  switch (type) {
    case Type::text: return field.is_id ? "an id as a text" : "a text";
    case Type::yes_no: return "yes or no (true or false)";
    case Type::count: return "a whole number like 3";
    case Type::number: return "a number like 4 or 3.25";
    case Type::money: return "an amount in pounds like 60000.00";
    case Type::date: return "a day like 2012-03-31";
    case Type::moment: return "a day like 2012-03-31, or a day and a time like 2012-03-31T17:00:00";
    case Type::organisation: return "the id of an organisation as a text";
    case Type::one_of: {
      std::vector<std::string> words;
      for (const auto& word : field.words) words.push_back('`' + word + '`');
      return base::join_and(words, " or ");
    }
    case Type::answer: return "a text, or yes or no (true or false)";
    case Type::list: return "a list in [ ]";
    case Type::record: return "a group of fields in { }";
  }
  return {};
}

std::string ticked(std::string_view words) { return '`' + base::printable(words, 60) + '`'; }

std::string with_article(std::string_view noun) {
  return (noun.find_first_of("aeiouAEIOU") == 0 ? "an " : "a ") + base::spoken(noun);
}

std::string suggestion(std::string_view word, std::span<const std::string> names) {
  const std::string near = base::nearest(word, names);
  return near.empty() ? std::string() : "; the nearest is `" + near + '`';
}

}   // namespace remit::intake

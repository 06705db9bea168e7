// The pieces of canonical JSON that records are made of. Everything appends to a buffer that its caller keeps.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/value.hpp"

namespace remit::record {

/// `s` as a JSON text with quotes.
void append_text(std::string_view s, std::string& out);
void append_integer(std::int64_t n, std::string& out);
/// A fraction exactly, without quotes: `242/3`; with quotes; and with quotes to two decimals, as totals are shown.
void append_digits(const base::Rational& n, std::string& out);
void append_exact(const base::Rational& n, std::string& out);
void append_total(const base::Rational& n, std::string& out);
/// A comma, unless an object or list has just been opened.
inline void append_comma(std::string& out) {
  if (out.back() != '{' && out.back() != '[') out += ',';
}
/// `"key":`, with a comma before it where one is needed. The key is a plain word.
void append_key(std::string_view key, std::string& out);
/// `"key":"text"`, with a comma before it where one is needed; nothing at all when the text is empty.
void append_member(std::string_view key, std::string_view text, std::string& out);
/// The same, for a text that may be empty and still stands.
void append_stated(std::string_view key, std::string_view text, std::string& out);
/// `"key":true`. Not an overload: a literal would turn into a bool before it turned into a text.
void append_flag(std::string_view key, bool yes, std::string& out);

/// A fact as records show it: texts, dates and words as texts, money "60000.00", counts as numbers (as text beyond 2^53,
/// where JSON numbers lose digits), fractions exact ("13/4"), lists as lists, a list of records as the number of its items, a
/// group of fields as true, and null for what was not answered.
void append_value(const base::Value& value, std::string& out);

/// Whether `a` comes before `b` among the keys of canonical JSON: by UTF-16 code units.
bool sorts_before(std::string_view a, std::string_view b);

}  // namespace remit::record

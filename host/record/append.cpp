#include "record/append.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>

#include "base/date.hpp"
#include "base/money.hpp"
#include "intake/json.hpp"

namespace remit::record {
namespace {

constexpr std::uint64_t every_byte(std::uint8_t b) { return 0x0101010101010101ULL * b; }
constexpr std::uint64_t has_zero(std::uint64_t w) { return (w - every_byte(1)) & ~w & every_byte(0x80); }

/// Whether any byte of the word has to be escaped: a control character, a quote or a backslash.
constexpr bool needs_escape(std::uint64_t w) {
  const std::uint64_t control = (w - every_byte(0x20)) & ~w & every_byte(0x80);
  return (control | has_zero(w ^ every_byte('"')) | has_zero(w ^ every_byte('\\'))) != 0;
}

bool plain(std::string_view s) {
  std::size_t i = 0;
  for (; i + 8 <= s.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, s.data() + i, 8);
    if (needs_escape(word)) return false;
  }
  for (; i < s.size(); ++i) {
    const auto c = static_cast<unsigned char>(s[i]);
    if (c < 0x20 || c == '"' || c == '\\') return false;
  }
  return true;
}

void append_quoted(std::string_view s, std::string& out) {
  out += '"';
  out += s;
  out += '"';
}

void append_list(const base::Value& list, std::string& out) {
  const auto items = list.list();
  if (items.front().kind == base::Kind::record) return append_integer(static_cast<std::int64_t>(items.size()), out);
  out += '[';
  for (const auto& item : items) {
    append_comma(out);
    append_value(item, out);
  }
  out += ']';
}

}  // namespace

void append_text(std::string_view s, std::string& out) {
  if (plain(s)) return append_quoted(s, out);
  intake::write_json_text(s, out);
}

void append_integer(std::int64_t n, std::string& out) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, n).ptr;
  out.append(digits, end);
}

void append_digits(const base::Rational& n, std::string& out) {
  if (!n.small()) {
    out += n.exact();
    return;
  }
  append_integer(static_cast<std::int64_t>(n.num()), out);
  if (n.whole()) return;
  out += '/';
  append_integer(static_cast<std::int64_t>(n.den()), out);
}

void append_exact(const base::Rational& n, std::string& out) {
  out += '"';
  append_digits(n, out);
  out += '"';
}

void append_total(const base::Rational& n, std::string& out) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 400;
  if (n.num() < 0 || n.num() > most || n.den() > most) return append_quoted(n.decimals(), out);
  const auto num = static_cast<std::int64_t>(n.num()), den = static_cast<std::int64_t>(n.den());
  const std::int64_t hundredths = (num * 200 + den) / (den * 2);   // half up
  out += '"';
  append_integer(hundredths / 100, out);
  const auto left = static_cast<int>(hundredths % 100);
  const char after[] = {'.', static_cast<char>('0' + left / 10), static_cast<char>('0' + left % 10), '"'};
  out.append(after, sizeof after);
}

void append_key(std::string_view key, std::string& out) {
  append_comma(out);
  append_quoted(key, out);
  out += ':';
}

void append_member(std::string_view key, std::string_view text, std::string& out) {
  if (!text.empty()) append_stated(key, text, out);
}

void append_stated(std::string_view key, std::string_view text, std::string& out) {
  append_key(key, out);
  append_text(text, out);
}

void append_flag(std::string_view key, bool yes, std::string& out) {
  append_key(key, out);
  out += yes ? "true" : "false";
}

void append_value(const base::Value& value, std::string& out) {
  using enum base::Kind;
  constexpr std::int64_t exact = std::int64_t{1} << 53;
  switch (value.kind) {
    case absent: out += "null"; return;
    case yes_no: out += value.integer != 0 ? "true" : "false"; return;
    case count:
      if (value.integer >= -exact && value.integer <= exact) return append_integer(value.integer, out);
      return append_quoted(std::to_string(value.integer), out);
    case money: return append_quoted(base::money_text(value.integer), out);
    case date:
    case moment: return append_quoted(base::moment_text(value), out);
    case text:
    case word: return append_text(value.str(), out);
    case ratio: return append_quoted(value.ratio->exact(), out);
    case list: return append_list(value, out);
    case record: out += "true"; return;
  }
}

bool sorts_before(std::string_view a, std::string_view b) {
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (x == a.end() || y == b.end()) return x == a.end() && y != b.end();
  // UTF-8 sorts as UTF-16 does, but for characters beyond U+FFFF (first byte 0xf0 and up): their surrogates come before
  // U+E000 to U+FFFF (first byte 0xee and 0xef).
  const auto p = static_cast<unsigned char>(*x), q = static_cast<unsigned char>(*y);
  if (p >= 0xee && q >= 0xee && (p >= 0xf0) != (q >= 0xf0)) return p >= 0xf0;
  return p < q;
}

}  // namespace remit::record

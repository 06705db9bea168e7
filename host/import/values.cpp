#include "import/values.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "base/date.hpp"

namespace remit::import {

namespace {

constexpr int most_digits = 15;

struct Decimal {
  bool negative = false;
  std::string digits;   // without leading zeros; empty: zero
  int point = 0;        // digits before the decimal point; may be negative
};

std::optional<Decimal> read_decimal(std::string_view s) {
  Decimal d;
  if (s.starts_with('-') || s.starts_with('+')) d.negative = s.front() == '-', s.remove_prefix(1);
  bool any = false, after_point = false;
  std::size_t i = 0;
  for (; i < s.size() && ((s[i] >= '0' && s[i] <= '9') || (s[i] == '.' && !after_point)); ++i) {
    if (s[i] == '.') {
      after_point = true;
      continue;
    }
    any = true;
    if (d.digits.empty() && s[i] == '0') d.point -= after_point;
    else if (d.digits.size() < 400) d.digits += s[i], d.point += !after_point;
    else d.point += !after_point;
  }
  if (!any) return {};
  if (i < s.size() && (s[i] == 'e' || s[i] == 'E')) {
    bool minus = false;
    if (++i < s.size() && (s[i] == '-' || s[i] == '+')) minus = s[i++] == '-';
    int exponent = 0;
    const std::size_t from = i;
    for (; i < s.size() && s[i] >= '0' && s[i] <= '9' && exponent < 10000; ++i) exponent = exponent * 10 + (s[i] - '0');
    if (i == from) return {};
    d.point += minus ? -exponent : exponent;
  }
  if (i != s.size()) return {};
  return d;
}

/// At most `most` digits, half up; no zeros at the end.
void round_to(Decimal& d, std::ptrdiff_t most) {
  if (most < 0) d.digits.clear();
  else if (d.digits.size() > static_cast<std::size_t>(most)) {
    const bool up = d.digits[static_cast<std::size_t>(most)] >= '5';
    d.digits.resize(static_cast<std::size_t>(most));
    if (up) {
      std::size_t at = d.digits.size();
      while (at > 0 && d.digits[at - 1] == '9') d.digits[--at] = '0';
      if (at > 0) ++d.digits[at - 1];
      else d.digits.insert(d.digits.begin(), '1'), ++d.point;
    }
  }
  while (d.digits.ends_with('0')) d.digits.pop_back();
}

std::string written(const Decimal& d) {
  if (d.digits.empty()) return "0";
  std::string out = d.negative ? "-" : "";
  const int size = static_cast<int>(d.digits.size());
  if (d.point <= 0) {
    out += "0." + std::string(static_cast<std::size_t>(-d.point), '0') + d.digits;
  } else if (d.point >= size) {
    out += d.digits + std::string(static_cast<std::size_t>(d.point - size), '0');
  } else {
    out += d.digits.substr(0, static_cast<std::size_t>(d.point)) + '.' + d.digits.substr(static_cast<std::size_t>(d.point));
  }
  return out;
}

}  // namespace

std::string plain_number(std::string_view digits) {
  auto d = read_decimal(digits);
  if (!d) return {};
  round_to(*d, most_digits);
  if (!d->digits.empty() && (d->point > most_digits + 1 || d->point < -most_digits)) return {};
  return written(*d);
}

std::string day_of_serial(std::string_view digits, bool time, bool from_1904) {
  const auto d = read_decimal(digits);
  if (!d || d->negative || d->point > 7) return {};
  // whole days, then the fraction in millionths of a second: no floating point decides
  std::string all = d->point > 0 ? d->digits : std::string(static_cast<std::size_t>(std::min(-d->point, 20)), '0') + d->digits;
  const std::size_t whole = d->point > 0 ? static_cast<std::size_t>(d->point) : 0;
  if (all.size() < whole) all.resize(whole, '0');
  std::int64_t days = 0;
  for (const char c : all.substr(0, whole)) days = days * 10 + (c - '0');
  std::string fraction = all.substr(whole, 12);
  fraction.resize(12, '0');
  std::int64_t part = 0;
  for (const char c : fraction) part = part * 10 + (c - '0');   // of 10^12
  const std::int64_t seconds = time ? (part * base::seconds_a_day / 1'000'000 + 500'000) / 1'000'000 : 0;
  if (days == 0 && !from_1904) return {};                       // a time without a day
  if (from_1904) days += 1462;
  else if (days < 60) ++days;                                   // spreadsheets count a 29 February 1900
  else if (days == 60) return {};
  if (days < 1 || days > 2'958'465) return {};
  constexpr std::int64_t epoch = 25'569;                        // 1970-01-01
  base::Value value;
  value.kind = time ? base::Kind::moment : base::Kind::date;
  value.integer = (days - epoch) * base::seconds_a_day + seconds;
  return base::moment_text(value);
}

Shows shown_by(std::string_view code) {
  bool day = false, time = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = static_cast<char>(code[i] | 0x20);
    if (code[i] == '"') {
      while (++i < code.size() && code[i] != '"') {}
    } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
      ++i;
    } else if (code[i] == '[') {
      const std::size_t end = code.find(']', i);
      if (end == code.npos) break;
      i = end;
    } else if (c == 'd' || c == 'y') {
      day = true;
    } else if (c == 'h' || c == 's') {
      time = true;
    } else if (c == 'e' || code[i] == '0' || code[i] == '#' || code[i] == '?') {
      if (!day && !time) return Shows::number;   // "General" and every pattern of digits
    }
  }
  return !day ? Shows::number : time ? Shows::day_and_time : Shows::day;
}

Shows shown_by(std::size_t format) {
  if (format == 22) return Shows::day_and_time;
  if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31) || format == 36 || (format >= 50 && format <= 58)) return Shows::day;
  return Shows::number;
}

bool is_error(std::string_view text) {
  constexpr std::array<std::string_view, 9> shown = {"#REF!", "#N/A", "#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
  if (std::ranges::find(shown, text) != shown.end()) return true;
  return text.starts_with("Err:") && text.size() == 7 && text.find_first_not_of("0123456789", 4) == text.npos;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned code = 0;
    bool is = i + 7 <= text.size() && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_';
    for (std::size_t k = 2; is && k < 6; ++k) {
      const char c = text[i + k];
      const bool digit = c >= '0' && c <= '9', letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
      is = digit || letter;
      code = code * 16 + static_cast<unsigned>(digit ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    if (!is || code == 0 || (code >= 0xd800 && code <= 0xdfff)) {
      out += text[i];
      continue;
    }
    if (code < 0x80) out += static_cast<char>(code);
    else if (code < 0x800) out += static_cast<char>(0xc0 | (code >> 6)), out += static_cast<char>(0x80 | (code & 0x3f));
    else out += static_cast<char>(0xe0 | (code >> 12)), out += static_cast<char>(0x80 | ((code >> 6) & 0x3f)), out += static_cast<char>(0x80 | (code & 0x3f));
    i += 6;
  }
  return out;
}

}  // namespace remit::import

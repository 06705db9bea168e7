#include "base/money.hpp"

#include "base/rational.hpp"

namespace remit::base {

namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

std::uint64_t magnitude(std::int64_t n) {
  return n < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
}

std::string two_digits(std::uint64_t n) { return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)}; }

/// Takes the sign and the pound sign, in either order, and the spaces that accounting formats put after it.
bool take_signs(std::string_view& text) {
  bool negative = false, pound = false;
  for (;;) {
    if (!negative && text.starts_with('-')) {
      negative = true;
      text.remove_prefix(1);
    } else if (!pound && text.starts_with("£")) {
      pound = true;
      text.remove_prefix(2);
      while (text.starts_with(' ')) text.remove_prefix(1);
    } else {
      return negative;
    }
  }
}

}  // namespace

bool read_money(std::string_view text, std::int64_t& pence) {
  const bool negative = take_signs(text);
  std::int64_t sum = 0;
  const auto take_digit = [&](char c) {   // counts away from zero on the right side, so that the least amount fits too
    const int d = negative ? -(c - '0') : c - '0';
    return !__builtin_mul_overflow(sum, 10, &sum) && !__builtin_add_overflow(sum, d, &sum);
  };
  std::size_t at = 0, since_comma = 0;
  bool commas = false;
  for (; at < text.size() && (digit(text[at]) || text[at] == ','); ++at) {
    if (text[at] == ',') {
      if (since_comma == 0 || since_comma > 3 || (commas && since_comma != 3)) return false;
      commas = true;
      since_comma = 0;
    } else {
      if (!take_digit(text[at])) return false;
      ++since_comma;
    }
  }
  if (since_comma == 0 || (commas && since_comma != 3)) return false;
  int decimals = 0;
  if (at < text.size() && text[at] == '.') {
    for (++at; at < text.size() && digit(text[at]) && decimals < 2; ++at, ++decimals)
      if (!take_digit(text[at])) return false;
    if (decimals == 0) return false;
  }
  if (at != text.size()) return false;
  for (; decimals < 2; ++decimals)
    if (!take_digit('0')) return false;
  pence = sum;
  return true;
}

std::string money_text(std::int64_t pence) {
  const std::uint64_t n = magnitude(pence);
  return (pence < 0 ? "-" : "") + std::to_string(n / 100) + '.' + two_digits(n % 100);
}

std::string money_for_people(std::int64_t pence) {
  const std::uint64_t n = magnitude(pence);
  std::string pounds = std::to_string(n / 100);
  for (std::size_t at = pounds.size(); at > 3; at -= 3) pounds.insert(at - 3, 1, ',');
  return (pence < 0 ? "-£" : "£") + pounds + (n % 100 != 0 ? '.' + two_digits(n % 100) : std::string());
}

std::int64_t add_pence(std::int64_t a, std::int64_t b) {
  std::int64_t sum;
  if (__builtin_add_overflow(a, b, &sum)) throw Overflow("the sum of money has more pence than 64 bits hold");
  return sum;
}

}  // namespace remit::base

#include "base/rational.hpp"

#include <algorithm>
#include <numeric>

namespace remit::base {

namespace {

__extension__ typedef unsigned __int128 uint128;

constexpr int128 least = static_cast<int128>(uint128{1} << 127);   // has no opposite, so it counts as too large

[[noreturn]] void too_large() { throw Overflow("the fraction has more digits than 128 bits hold"); }

int128 times(int128 a, int128 b) {
  int128 out;
  if (__builtin_mul_overflow(a, b, &out) || out == least) too_large();
  return out;
}
int128 plus(int128 a, int128 b) {
  int128 out;
  if (__builtin_add_overflow(a, b, &out) || out == least) too_large();
  return out;
}
uint128 magnitude(int128 n) { return n < 0 ? uint128{0} - static_cast<uint128>(n) : static_cast<uint128>(n); }

uint128 common_divisor(uint128 a, uint128 b) {
  while (b != 0) {
    if ((a >> 64) == 0 && (b >> 64) == 0) return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    a %= b;
    std::swap(a, b);
  }
  return a;
}

/// Whether sums of products of two such numbers stay within 64 bits.
bool tiny(int128 n) { return n < (int128{1} << 31) && n > -(int128{1} << 31); }

int128 divided_down(int128 n, int128 d) { return n / d - (n % d < 0 ? 1 : 0); }

std::string unsigned_text(uint128 n) {
  if (n >> 64 == 0) return std::to_string(static_cast<std::uint64_t>(n));
  char digits[40];
  char* at = digits + sizeof digits;
  do {
    *--at = static_cast<char>('0' + static_cast<int>(n % 10));
    n /= 10;
  } while (n != 0);
  return {at, digits + sizeof digits};
}

bool digits_only(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}
std::int64_t digits_value(std::string_view s, std::int64_t start = 0) {
  for (char c : s) start = start * 10 + (c - '0');
  return start;
}

}  // namespace

Rational::Rational(int128 num, int128 den) : num_(num), den_(den) {
  if (den == 0) throw std::domain_error("a fraction cannot be divided by zero");
  if (num == least || den == least) too_large();
  if (den_ < 0) {
    num_ = -num_;
    den_ = -den_;
  }
  if (den_ == 1) return;
  if (small()) {
    const auto n = static_cast<std::int64_t>(num_), d = static_cast<std::int64_t>(den_);
    const std::int64_t divisor = std::gcd(n, d);
    num_ = n / divisor;
    den_ = d / divisor;
    return;
  }
  const auto shared = static_cast<int128>(common_divisor(magnitude(num_), static_cast<uint128>(den_)));
  num_ /= shared;
  den_ /= shared;
}

Rational operator+(const Rational& a, const Rational& b) {
  if (a.den_ == b.den_) return {plus(a.num_, b.num_), a.den_};
  if (tiny(a.num_) && tiny(a.den_) && tiny(b.num_) && tiny(b.den_)) return {a.num_ * b.den_ + b.num_ * a.den_, a.den_ * b.den_};
  // Over the least common denominator, so that long sums stay as small as they can.
  const auto shared = static_cast<int128>(common_divisor(static_cast<uint128>(a.den_), static_cast<uint128>(b.den_)));
  const int128 a_by = b.den_ / shared, b_by = a.den_ / shared;
  return {plus(times(a.num_, a_by), times(b.num_, b_by)), times(a.den_, a_by)};
}

Rational operator-(const Rational& a, const Rational& b) {
  Rational minus_b = b;
  minus_b.num_ = -minus_b.num_;
  return a + minus_b;
}

Rational operator*(const Rational& a, const Rational& b) {
  if (tiny(a.num_) && tiny(a.den_) && tiny(b.num_) && tiny(b.den_)) return {a.num_ * b.num_, a.den_ * b.den_};
  const Rational left(a.num_, b.den_), right(b.num_, a.den_);   // shortened crosswise before they grow
  Rational out;
  out.num_ = times(left.num_, right.num_);
  out.den_ = times(left.den_, right.den_);
  return out;
}

Rational operator/(const Rational& a, const Rational& b) {
  if (b.num_ == 0) throw std::domain_error("a fraction cannot be divided by zero");
  return a * Rational(b.den_, b.num_);
}

// By whole parts, then by the reciprocals of what is left: exact, and nothing in it can overflow.
std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  if (a.den_ == b.den_) return a.num_ <=> b.num_;
  if (a.small() && b.small()) return a.num_ * b.den_ <=> b.num_ * a.den_;
  int128 an = a.num_, ad = a.den_, bn = b.num_, bd = b.den_;
  bool turned = false;
  for (;;) {
    const int128 a_whole = divided_down(an, ad), b_whole = divided_down(bn, bd);
    if (a_whole != b_whole) return (a_whole < b_whole) != turned ? std::strong_ordering::less : std::strong_ordering::greater;
    const int128 a_left = an - a_whole * ad, b_left = bn - b_whole * bd;
    if (a_left == 0 || b_left == 0) {
      if (a_left == b_left) return std::strong_ordering::equal;
      return (a_left == 0) != turned ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    an = ad, ad = a_left;
    bn = bd, bd = b_left;
    turned = !turned;
  }
}

std::string Rational::exact() const {
  std::string out = to_text(num_);
  if (den_ != 1) out += '/' + to_text(den_);
  return out;
}

std::string Rational::rounded(int places) const {
  std::string out = decimals(places);
  if (places > 0) {
    out.resize(out.find_last_not_of('0') + 1);
    if (out.back() == '.') out.pop_back();
  }
  return out == "-0" ? "0" : out;
}

std::string Rational::decimals(int places) const {
  const auto den = static_cast<uint128>(den_);
  uint128 whole = magnitude(num_) / den, left = magnitude(num_) % den;
  std::string after;
  for (int i = 0; i < places; ++i) {
    uint128 next = 0;
    char digit = '0';
    for (int j = 0; j < 10; ++j) {   // left * 10, without leaving 128 bits
      next += left;
      if (next >= den) {
        next -= den;
        ++digit;
      }
    }
    after += digit;
    left = next;
  }
  if (left >= den - left) {   // half up, away from zero
    auto at = after.rbegin();
    for (; at != after.rend() && *at == '9'; ++at) *at = '0';
    if (at != after.rend())
      ++*at;
    else
      ++whole;
  }
  std::string out = unsigned_text(whole);
  if (!after.empty()) out += '.' + after;
  if (num_ < 0 && out.find_first_not_of("0.") != out.npos) out.insert(out.begin(), '-');
  return out;
}

bool Rational::read(std::string_view text, Rational& out) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t mark = text.find_first_of("./");
  const std::string_view first = text.substr(0, mark);
  const std::string_view second = mark == text.npos ? std::string_view() : text.substr(mark + 1);
  if (!digits_only(first) || first.size() > 18) return false;
  std::int64_t num = digits_value(first), den = 1;
  if (mark != text.npos) {
    if (!digits_only(second) || second.size() > 18) return false;
    if (text[mark] == '/') {
      den = digits_value(second);
      if (den == 0) return false;
    } else {
      if (first.size() + second.size() > 18) return false;
      num = digits_value(second, num);
      for (std::size_t i = 0; i < second.size(); ++i) den *= 10;
    }
  }
  out = Rational(negative ? -num : num, den);
  return true;
}

std::string to_text(int128 n) { return (n < 0 ? "-" : "") + unsigned_text(magnitude(n)); }

}  // namespace remit::base

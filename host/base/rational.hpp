// Exact fractions for scores, weights and shares. Held in lowest terms with a positive denominator, so equal values
// have equal members. 128 bits each way; what does not fit throws Overflow and never wraps.
#pragma once
#include <compare>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace remit::base {

__extension__ typedef __int128 int128;

struct Overflow : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t whole) : num_(whole) {}
  /// num / den in lowest terms. Throws std::domain_error when den is 0.
  Rational(int128 num, int128 den);

  int128 num() const { return num_; }
  int128 den() const { return den_; }
  bool whole() const { return den_ == 1; }
  /// Whether numerator and denominator have at most 62 bits: sums and differences of such cannot leave 64.
  bool small() const {
    constexpr int128 most = int128{1} << 62;
    return num_ < most && num_ > -most && den_ < most;
  }

  friend Rational operator+(const Rational& a, const Rational& b);
  friend Rational operator-(const Rational& a, const Rational& b);
  friend Rational operator*(const Rational& a, const Rational& b);
  /// Throws std::domain_error when b is 0.
  friend Rational operator/(const Rational& a, const Rational& b);
  friend bool operator==(const Rational& a, const Rational& b) = default;
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  /// "242/3", or "4" when whole.
  std::string exact() const;
  /// At most `places` decimals, half up (away from zero), trailing zeros dropped: "80.67", "4". Only for printing.
  std::string rounded(int places = 2) const;
  /// Exactly `places` decimals, half up: "80.67", "80.00", as totals are printed.
  std::string decimals(int places = 2) const;
  /// Reads "4", "-3.25" or "11/3" exactly. False on anything else, or more than 18 digits.
  static bool read(std::string_view text, Rational& out);

 private:
  int128 num_ = 0;
  int128 den_ = 1;
};

/// The decimal digits of a 128-bit integer.
std::string to_text(int128 n);

}  // namespace remit::base

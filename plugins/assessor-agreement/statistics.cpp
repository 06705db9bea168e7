#include "statistics.hpp"

#include <map>

namespace agreement {

using Whole = boost::multiprecision::cpp_int;

namespace {

struct Sums {
  std::int64_t count = 0;
  Exact sum, of_squares;
  void add(const Exact& x) {
    ++count;
    sum += x;
    of_squares += x * x;
  }
  /// The sum of (x - y)^2 over all pairs of different marks, both ways round: 2 (n sum x^2 - (sum x)^2).
  Exact squared_differences() const { return 2 * (count * of_squares - sum * sum); }
};

Whole rounded_down(const Exact& number) {
  const Whole num = numerator(number), den = denominator(number);
  Whole out = num / den;
  if (num < 0 && out * den != num) --out;
  return out;
}

}  // namespace

Exact median_of_others(const std::vector<Exact>& sorted, std::size_t left_out) {
  const auto other = [&](std::size_t i) -> const Exact& { return sorted[i < left_out ? i : i + 1]; };
  const std::size_t others = sorted.size() - 1;
  if (others % 2 != 0) return other(others / 2);
  return (other(others / 2 - 1) + other(others / 2)) / 2;
}

std::optional<Exact> alpha(const std::vector<std::vector<Exact>>& units) {
  Sums all;
  std::map<std::size_t, Exact> within;   // by how many marks a unit has: fractions stay short
  std::size_t paired = 0;
  for (const auto& unit : units) {
    if (unit.size() < 2) continue;
    ++paired;
    Sums of_unit;
    for (const Exact& mark : unit) {
      of_unit.add(mark);
      all.add(mark);
    }
    within[unit.size()] += of_unit.squared_differences();
  }
  const Exact expected = all.squared_differences();   // times n (n - 1)
  if (paired < 2 || expected == 0) return std::nullopt;
  Exact observed;                                      // times n
  for (const auto& [marks, squares] : within) observed += squares / Exact(marks - 1);
  return 1 - Exact(all.count - 1) * observed / expected;
}

std::string words(const Exact& number) {
  const Exact hundredfold = number * 100;
  if (denominator(hundredfold) != 1) return number.str();
  const Whole hundredths = numerator(hundredfold);
  const Whole size = abs(hundredths);
  std::string out = (hundredths < 0 ? "-" : "") + Whole(size / 100).str();
  if (const int left = static_cast<int>(size % 100); left != 0) {
    out += '.';
    out += static_cast<char>('0' + left / 10);
    if (left % 10 != 0) out += static_cast<char>('0' + left % 10);
  }
  return out;
}

std::string decimals(const Exact& number) {
  const Whole thousandths = rounded_down(number * 1000);
  const Whole size = abs(thousandths);
  std::string left = Whole(size % 1000).str();
  left.insert(0, 3 - left.size(), '0');
  return (thousandths < 0 ? "-" : "") + Whole(size / 1000).str() + '.' + left;
}

}  // namespace agreement

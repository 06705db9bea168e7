#include "likeness.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace similar {

namespace {

constexpr std::size_t prefix_letters = 4;

struct Matches {
  std::int64_t letters = 0;        // that match
  std::int64_t out_of_order = 0;   // matched letters that stand in another order; twice Jaro's transpositions
};

/// Letters match when they are equal and no further apart than half the longer word, less one.
Matches match(const std::u32string& a, const std::u32string& b) {
  const std::size_t half = std::max(a.size(), b.size()) / 2, reach = half > 0 ? half - 1 : 0;
  std::array<bool, most_letters> in_a{}, in_b{};
  Matches out;
  for (std::size_t i = 0; i < a.size(); ++i)
    for (std::size_t k = i > reach ? i - reach : 0; k < std::min(b.size(), i + reach + 1); ++k)
      if (!in_b[k] && a[i] == b[k]) {
        in_a[i] = in_b[k] = true;
        ++out.letters;
        break;
      }
  for (std::size_t i = 0, k = 0; i < a.size(); ++i) {
    if (!in_a[i]) continue;
    while (!in_b[k]) ++k;
    out.out_of_order += a[i] != b[k++];
  }
  return out;
}

}  // namespace

std::vector<std::uint64_t> letter_groups(const Words& words) {
  std::vector<std::uint64_t> out;
  for (const std::u32string& word : words) {
    const std::u32string padded = U"  " + word + U" ";
    for (std::size_t i = 0; i + 2 < padded.size(); ++i)
      out.push_back(std::uint64_t{padded[i]} << 42 | std::uint64_t{padded[i + 1]} << 21 | std::uint64_t{padded[i + 2]});
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  return out;
}

Fraction groups_in_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::int64_t common = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    common += *x == *y;
    const bool x_on = *x <= *y, y_on = *y <= *x;
    x += x_on;
    y += y_on;
  }
  return {2 * common, static_cast<std::int64_t>(a.size() + b.size())};
}

Fraction jaro_winkler(const std::u32string& a, const std::u32string& b) {
  // which letters match may hang on which word is gone through, so that is always the shorter one, or the first of equal ones
  const bool a_first = a.size() != b.size() ? a.size() < b.size() : a < b;
  const auto [m, out_of_order] = a_first ? match(a, b) : match(b, a);
  if (m == 0) return {0, 1};
  const auto la = static_cast<std::int64_t>(a.size()), lb = static_cast<std::int64_t>(b.size());
  // (m/la + m/lb + (2m - out_of_order)/2m) / 3
  const Fraction jaro{2 * m * m * (la + lb) + la * lb * (2 * m - out_of_order), 6 * m * la * lb};
  std::int64_t same = 0;
  for (std::size_t i = 0; i < std::min({prefix_letters, a.size(), b.size()}) && a[i] == b[i]; ++i) ++same;
  return {10 * jaro.num + same * (jaro.den - jaro.num), 10 * jaro.den};
}

Fraction word_by_word(const Words& a, const Words& b) {
  Fraction least{1, 1};
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (has_digit(a[i]) || has_digit(b[i])) return {0, 1};
    if (const Fraction word = jaro_winkler(a[i], b[i]); word < least) least = word;
  }
  return least;
}

bool has_digit(const std::u32string& word) {
  return std::ranges::any_of(word, [](char32_t c) {
    if (c < 128) return c >= U'0' && c <= U'9';
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
  });
}

}  // namespace similar

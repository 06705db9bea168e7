// Text as people type it: trimming, checking, and the nearest name to a misspelt one.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::base {

/// Whether two texts are the same bytes: for short ones, of which records and rules compare many.
inline bool same_bytes(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  const auto eight = [](const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    return word;
  };
  const auto four = [](const char* at) {
    std::uint32_t word;
    std::memcpy(&word, at, 4);
    return word;
  };
  const char *p = a.data(), *q = b.data();
  if (size > 32) return std::memcmp(p, q, size) == 0;
  if (size >= 8) {   // the last word may overlap the one before
    for (std::size_t i = 0; i + 8 < size; i += 8)
      if (eight(p + i) != eight(q + i)) return false;
    return eight(p + size - 8) == eight(q + size - 8);
  }
  if (size >= 4) return four(p) == four(q) && four(p + size - 4) == four(q + size - 4);
  return size == 0 || (p[0] == q[0] && p[size / 2] == q[size / 2] && p[size - 1] == q[size - 1]);
}

/// Without leading and trailing white space (ASCII, and the no-break and zero-width spaces that spreadsheets leave).
std::string_view trim(std::string_view s);
bool valid_utf8(std::string_view s);
/// The nearest of `names` to `word` (letters swapped, dropped, added or changed; case, `-`, `_` and spaces count for
/// less), else the only one that begins with `word`, or empty when none is near enough to suggest. Ties go to the first in
/// alphabetical order.
std::string nearest(std::string_view word, std::span<const std::string> names);
std::string nearest(std::string_view word, std::span<const std::string_view> names);
/// "a, b and c"; "a" for one; empty for none.
std::string join_and(std::span<const std::string> parts, std::string_view last = " and ");
/// `text` without control characters, cut at `most` bytes on a character's edge with "..." after it.
std::string printable(std::string_view text, std::size_t most = 200);
/// "use_of_funding" -> "use of funding".
std::string spoken(std::string_view name);

}  // namespace remit::base

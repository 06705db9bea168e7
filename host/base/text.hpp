// Text as people type it: trimming, checking, and the nearest name to a misspelt one.
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::base {

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

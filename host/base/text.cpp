#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace remit::base {

namespace {

bool ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// U+00A0, U+2007, U+200B, U+202F, U+2060, U+FEFF: what spreadsheets and web pages leave around a cell.
constexpr std::array<std::string_view, 6> wide_spaces = {"\xc2\xa0",     "\xe2\x80\x87", "\xe2\x80\x8b",
                                                         "\xe2\x80\xaf", "\xe2\x81\xa0", "\xef\xbb\xbf"};

/// Bytes of the character at the front of `s`, or 0 when it is no UTF-8.
std::size_t character_size(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xbf) { return byte(i) >= low && byte(i) <= high; };
  const unsigned c = byte(0);
  if (c < 0x80) return 1;
  if (c >= 0xc2 && c <= 0xdf) return follows(1) ? 2 : 0;
  if (c >= 0xe0 && c <= 0xef) return follows(1, c == 0xe0 ? 0xa0 : 0x80, c == 0xed ? 0x9f : 0xbf) && follows(2) ? 3 : 0;
  if (c >= 0xf0 && c <= 0xf4) return follows(1, c == 0xf0 ? 0x90 : 0x80, c == 0xf4 ? 0x8f : 0xbf) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

/// C0, DEL and C1 controls, and the marks that turn the direction of writing (U+202A..E, U+2066..9): they can make a line
/// on a screen lie.
bool is_control(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7f;
  if (character.size() == 2) return byte(0) == 0xc2 && byte(1) < 0xa0;
  if (character.starts_with("\xe2\x80")) return byte(2) >= 0xaa && byte(2) <= 0xae;
  if (character.starts_with("\xe2\x81")) return byte(2) >= 0xa6 && byte(2) <= 0xa9;
  return false;
}

// Distances are counted in half letters: a wrong, missing, extra or swapped letter is 2, a matter of case or of the
// mark between words is 1.
constexpr int letter = 2, slight = 1;

bool joint(char c) { return c == '-' || c == '_' || c == ' '; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
int presence(char c) { return joint(c) ? slight : letter; }
int change(char a, char b) {
  if (a == b) return 0;
  return lower(a) == lower(b) || (joint(a) && joint(b)) ? slight : letter;
}

constexpr std::size_t longest_word = 80;

/// The distance of two words, or anything over `most` when it is more.
int distance(std::string_view a, std::string_view b, int most) {
  std::array<std::array<int, longest_word + 1>, 3> rows;
  auto *before = &rows[0], *above = &rows[1], *here = &rows[2];
  (*above)[0] = 0;
  for (std::size_t j = 1; j <= b.size(); ++j) (*above)[j] = (*above)[j - 1] + presence(b[j - 1]);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int least = (*here)[0] = (*above)[0] + presence(a[i - 1]);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      int best = std::min({(*above)[j - 1] + change(a[i - 1], b[j - 1]), (*above)[j] + presence(a[i - 1]),
                           (*here)[j - 1] + presence(b[j - 1])});
      if (i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]))
        best = std::min(best, (*before)[j - 2] + letter);
      (*here)[j] = best;
      least = std::min(least, best);
    }
    if (least > most + letter) return least;
    std::swap(before, above);
    std::swap(above, here);
  }
  return (*above)[b.size()];
}

/// One letter in three may be wrong, but one at least and three at most.
int forgiven(std::size_t size) { return letter * static_cast<int>(std::clamp<std::size_t>(size / 3, 1, 3)); }

/// The one name that `word` is the beginning of, when there is just one.
template <class Name>
std::string_view only_longer_of(std::string_view word, std::span<const Name> names) {
  constexpr std::size_t telling = 4;
  std::string_view found;
  for (const std::string_view name : names) {
    if (word.size() < telling || !name.starts_with(word)) continue;
    if (!found.empty()) return {};
    found = name;
  }
  return found;
}

template <class Name>
std::string nearest_of(std::string_view word, std::span<const Name> names) {
  if (word.empty() || word.size() > longest_word) return {};
  int least = forgiven(word.size()) + 1;
  std::string_view best;
  for (const std::string_view name : names) {
    if (name.empty() || name.size() > longest_word) continue;
    const auto longer = static_cast<int>(std::max(name.size(), word.size()) - std::min(name.size(), word.size()));
    if (longer * slight > least) continue;
    const int d = distance(word, name, least);
    if (d >= letter * static_cast<int>(name.size())) continue;   // nothing of it is left
    if (d < least || (d == least && !best.empty() && name < best)) {
      least = d;
      best = name;
    }
  }
  return std::string(best.empty() ? only_longer_of(word, names) : best);
}

}  // namespace

std::string_view trim(std::string_view s) {
  const auto trim_front = [&] {
    if (ascii_space(s.front())) return s.remove_prefix(1), true;
    if (static_cast<unsigned char>(s.front()) < 0x80) return false;
    for (const auto wide : wide_spaces)
      if (s.starts_with(wide)) return s.remove_prefix(wide.size()), true;
    return false;
  };
  const auto trim_back = [&] {
    if (ascii_space(s.back())) return s.remove_suffix(1), true;
    if (static_cast<unsigned char>(s.back()) < 0x80) return false;
    for (const auto wide : wide_spaces)
      if (s.ends_with(wide)) return s.remove_suffix(wide.size()), true;
    return false;
  };
  while (!s.empty() && trim_front()) {
  }
  while (!s.empty() && trim_back()) {
  }
  return s;
}

bool valid_utf8(std::string_view s) {
  while (!s.empty()) {
    const std::size_t size = character_size(s);
    if (size == 0) return false;
    s.remove_prefix(size);
  }
  return true;
}

std::string nearest(std::string_view word, std::span<const std::string> names) { return nearest_of(word, names); }
std::string nearest(std::string_view word, std::span<const std::string_view> names) { return nearest_of(word, names); }

std::string join_and(std::span<const std::string> parts, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += i + 1 == parts.size() ? last : ", ";
    out += parts[i];
  }
  return out;
}

std::string printable(std::string_view text, std::size_t most) {
  if (text.size() <= most && std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 0x7f; })) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t size = character_size(text);
    std::string_view shown = size == 0 ? "?" : text.substr(0, size);
    if (is_control(shown)) shown = ascii_space(shown.front()) ? " " : "";
    if (out.size() + shown.size() > most) return out + "...";
    out += shown;
    text.remove_prefix(size == 0 ? 1 : size);
  }
  return out;
}

std::string spoken(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace remit::base

#include "report/layout.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.hpp"

namespace remit::report {
namespace {

struct Range {
  char32_t first, last;
};
// Characters that take no column of their own, and those that take two.
constexpr std::array<Range, 5> marks{{{0x300, 0x36f}, {0x200b, 0x200f}, {0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfeff, 0xfeff}}};
constexpr std::array<Range, 9> wide{{{0x1100, 0x115f}, {0x2e80, 0xa4cf}, {0xac00, 0xd7a3}, {0xf900, 0xfaff}, {0xfe30, 0xfe6f},
                                     {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd}}};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [&](const Range& r) { return c >= r.first && c <= r.last; });
}

/// The character at `at`, which moves behind it. The text is known to be UTF-8.
char32_t next_character(std::string_view s, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(s[at++]);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  char32_t c = lead & (0x3fu >> more);
  for (int i = 0; i < more && at < s.size(); ++i) c = (c << 6) | (static_cast<unsigned char>(s[at++]) & 0x3fu);
  return c;
}

std::size_t width_of(char32_t c) {
  if (c < 0x300) return 1;
  return is_in(marks, c) ? 0 : is_in(wide, c) ? 2 : 1;
}

}  // namespace

std::size_t seen_width(std::string_view s) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < s.size();) {
    const char32_t c = next_character(s, at);
    if (c == '\x1b') at = std::min(s.find('m', at), s.size() - 1) + 1;   // a colour
    else width += width_of(c);
  }
  return width;
}

std::string fitted(std::string_view s, std::size_t width) {
  std::string clean = base::printable(s, s.size());
  if (seen_width(clean) <= width) return clean;
  std::size_t used = 0, end = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t w = width_of(next_character(clean, at));
    if (used + w + 1 > width) break;
    used += w;
    end = at;
  }
  clean.resize(end);
  while (clean.ends_with(' ')) clean.pop_back();
  return clean + "…";
}

std::string Paint::with(std::string_view code, std::string_view s) const {
  if (!on_) return std::string(s);
  return "\x1b[" + std::string(code) + "m" + std::string(s) + "\x1b[0m";
}

void append_wrapped(std::string_view first, std::string_view text, std::size_t width, std::string& out) {
  const std::size_t indent = seen_width(first);
  const std::string clean = base::printable(text, text.size());
  out += first;
  std::size_t used = indent;
  bool fresh = true;   // nothing stands on this line yet
  for (std::size_t at = 0; at < clean.size();) {
    const std::size_t end = std::min(clean.find(' ', at), clean.size());
    const std::string_view word = std::string_view(clean).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const std::size_t w = seen_width(word);
    if (!fresh && used + 1 + w > width) {
      out += '\n';
      out.append(indent, ' ');
      used = indent;
      fresh = true;
    }
    if (!fresh) out += ' ';
    used += w + (fresh ? 0 : 1);
    out += word;
    fresh = false;
  }
  out += '\n';
}

void Table::fit(std::size_t width) {
  widths_.assign(columns_.size(), 0);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    widths_[c] = seen_width(columns_[c].heading);
    for (const auto& row : rows_) widths_[c] = std::max(widths_[c], seen_width(base::printable(row[c], row[c].size())));
  }
  std::size_t total = 2 * (columns_.size() - 1);
  for (const std::size_t w : widths_) total += w;
  constexpr std::size_t least = 12;
  for (std::size_t c = 0; c < columns_.size() && total > width; ++c) {
    if (!columns_[c].gives_way || widths_[c] <= least) continue;
    const std::size_t cut = std::min(total - width, widths_[c] - least);
    widths_[c] -= cut;
    total -= cut;
  }
}

std::size_t Table::start(std::size_t c) const {
  std::size_t at = 0;
  for (std::size_t i = 0; i < c; ++i) at += widths_[i] + 2;
  return at;
}

std::string Table::heading() const {
  std::vector<std::string> cells;
  for (const auto& column : columns_) cells.push_back(column.heading);
  return line(cells);
}

std::string Table::line(const std::vector<std::string>& cells) const {
  std::string out;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c != 0) out += "  ";
    const std::string cell = fitted(cells[c], widths_[c]);
    const std::size_t pad = widths_[c] - seen_width(cell);
    if (columns_[c].right) out.append(pad, ' ');
    out += cell;
    if (!columns_[c].right) out.append(pad, ' ');
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace remit::report

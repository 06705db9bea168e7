// Text in columns on a terminal: widths in characters as they are seen, not in bytes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace remit::report {

/// How many columns a terminal needs for `s`.
std::size_t seen_width(std::string_view s);
/// `s` without control characters, at most `width` columns wide, with "…" at the end when something was cut.
std::string fitted(std::string_view s, std::size_t width);

/// Colours, or plain text when they are not wanted.
class Paint {
 public:
  explicit Paint(bool on) : on_(on) {}
  std::string bold(std::string_view s) const { return with("1", s); }
  std::string dim(std::string_view s) const { return with("2", s); }
  std::string good(std::string_view s) const { return with("32", s); }
  std::string bad(std::string_view s) const { return with("31", s); }
  std::string doubt(std::string_view s) const { return with("33", s); }

 private:
  std::string with(std::string_view code, std::string_view s) const;
  bool on_;
};

/// Appends `text` in lines of at most `width` columns, the first after `first`, the others indented as far as it is wide.
void append_wrapped(std::string_view first, std::string_view text, std::size_t width, std::string& out);

struct Column {
  std::string heading;
  bool right = false;        // numbers and money stand at the right
  bool gives_way = false;    // is cut when the table is too wide
};

/// A table whose columns are as wide as what stands in them.
class Table {
 public:
  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  std::size_t size() const { return rows_.size(); }
  /// Works out the widths; call once, after the last row.
  void fit(std::size_t width);
  std::string heading() const;
  std::string row(std::size_t i) const { return line(rows_[i]); }
  /// The column at which column `c` starts.
  std::size_t start(std::size_t c) const;

 private:
  std::string line(const std::vector<std::string>& cells) const;

  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::size_t> widths_;
};

}  // namespace remit::report

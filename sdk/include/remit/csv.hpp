/* The rows of a CSV file that a pack or a round supplies (remit::file), by RFC 4180: headings first; commas, semicolons or tabs,
 * whichever the headings have most of; line ends LF or CRLF; cells in quotes may hold all of them; a byte order mark is passed
 * over. Nothing is guessed: a file that is not UTF-8, or whose quotes do not match, is refused with its line.
 *
 *   remit::csv_reader rows(*areas.bytes(), "areas");
 *   const std::size_t area = rows.column("area");
 *   while (rows.next()) take(rows.cell(area), rows.line());
 */
#ifndef REMIT_CSV_HPP
#define REMIT_CSV_HPP

#include <algorithm>
#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cpp/utf8.hpp"
#include "cpp/values.hpp"

namespace remit {

class csv_reader {
 public:
  /// `bytes` must outlive the reader; `name` is what messages call the file. Reads the headings.
  csv_reader(std::string_view bytes, std::string_view name) : rest_(bytes), name_(name) {
    if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
    check_text();
    const auto first = rest_.substr(0, rest_.find('\n'));
    for (const char one : {';', '\t'})
      if (std::count(first.begin(), first.end(), one) > std::count(first.begin(), first.end(), comma_)) comma_ = one;
    if (!next_row()) fail(1, "has no headings");
    for (const auto cell : cells_) headings_.push_back(lowered(cell));
  }

  /// The place of the column with this heading; small and capital letters are alike.
  std::optional<std::size_t> find(std::string_view heading) const {
    const std::string wanted = lowered(heading);
    const auto found = std::find(headings_.begin(), headings_.end(), wanted);
    if (found == headings_.end()) return std::nullopt;
    if (std::find(found + 1, headings_.end(), wanted) != headings_.end()) fail(1, "has the heading \"" + std::string(heading) + "\" twice");
    return static_cast<std::size_t>(found - headings_.begin());
  }
  /// The same for one that must be there.
  std::size_t column(std::string_view heading) const {
    if (const auto found = find(heading)) return *found;
    std::string all;
    for (const auto& one : headings_) all += (all.empty() ? "" : ", ") + one;
    fail(1, "has no heading \"" + std::string(heading) + "\"; it has " + all);
  }

  /// Goes to the next row that holds anything; false after the last.
  bool next() {
    while (next_row()) {
      if (std::all_of(cells_.begin(), cells_.end(), [](std::string_view cell) { return cell.empty(); })) continue;
      for (std::size_t i = headings_.size(); i < cells_.size(); ++i)
        if (!cells_[i].empty()) fail(line_, "has more cells than headings");
      return true;
    }
    return false;
  }
  /// A cell of this row without the blanks around it; empty where the row is shorter. Good as long as the reader and its bytes.
  std::string_view cell(std::size_t column) const { return column < cells_.size() ? cells_[column] : std::string_view{}; }
  /// On which the row begins, from 1.
  std::size_t line() const { return line_; }

  /// Throws remit::failure, "areas: line 7 " and the words; left to itself it ends bind(), and the host refuses the pack with them.
  [[noreturn]] void fail(std::size_t line, const std::string& words) const {
    throw failure(name_ + ": line " + std::to_string(line) + " " + words);
  }

 private:
  static std::string lowered(std::string_view text) {
    std::string made(text);
    for (char& c : made)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
  }
  static std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t") - first + 1);
  }

  void check_text() const {
    std::size_t line = 1;
    for (auto left = rest_; !left.empty(); ++line) {
      const auto size = std::min(left.find('\n'), left.size() - 1) + 1;
      if (!is_utf8(left.substr(0, size))) fail(line, "is not UTF-8; save the file as CSV in UTF-8");
      left.remove_prefix(size);
    }
  }

  // A cell in quotes, its first quote being passed already. Only where a quote stands doubled is anything copied.
  std::string_view quoted() {
    std::string* copy = nullptr;
    for (std::size_t at = 0;;) {
      const auto quote = rest_.find('"', at);
      if (quote == std::string_view::npos) fail(line_, "has a quote that is never closed");
      if (quote + 1 < rest_.size() && rest_[quote + 1] == '"') {
        if (!copy) copy = &copies_.emplace_back();
        copy->append(rest_, at, quote + 1 - at);
        at = quote + 2;
        continue;
      }
      if (copy) copy->append(rest_, at, quote - at);
      const std::string_view made = copy ? std::string_view(*copy) : rest_.substr(0, quote);
      lines_ += static_cast<std::size_t>(std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
      rest_.remove_prefix(quote + 1);
      rest_.remove_prefix(std::min(rest_.find_first_not_of(comma_ == '\t' ? " " : " \t"), rest_.size()));
      if (!rest_.empty() && rest_[0] != comma_ && rest_[0] != '\n' && rest_[0] != '\r') fail(line_, "has letters after the quote that closes a cell");
      return made;
    }
  }
  std::string_view plain() {
    const char ends[] = {comma_, '\n', '\0'};
    const auto size = std::min(rest_.find_first_of(ends), rest_.size());
    auto made = rest_.substr(0, size);
    rest_.remove_prefix(size);
    if (!made.empty() && made.back() == '\r') made.remove_suffix(1);
    if (made.find('\r') != std::string_view::npos) fail(line_, "has a carriage return alone; lines end with LF or CRLF");
    if (made.find('"') != std::string_view::npos) fail(line_, "has a quote in the middle of a cell; the whole cell must be in quotes, and this one doubled");
    return made;
  }
  bool next_row() {
    cells_.clear();
    if (rest_.empty()) return false;
    line_ = lines_;
    for (;;) {
      const auto first = rest_.find_first_not_of(comma_ == '\t' ? " " : " \t");
      if (first != std::string_view::npos && rest_[first] == '"') {
        rest_.remove_prefix(first + 1);
        cells_.push_back(trimmed(quoted()));
      } else {
        cells_.push_back(trimmed(plain()));
      }
      if (rest_.substr(0, 2) == "\r\n") rest_.remove_prefix(1);
      else if (!rest_.empty() && rest_[0] == '\r') fail(line_, "has a line end of another kind after a quote");
      if (rest_.empty()) return true;
      const char end = rest_[0];
      rest_.remove_prefix(1);
      if (end == '\n') {
        ++lines_;
        return true;
      }
    }
  }

  std::string_view rest_;
  std::string name_;
  char comma_ = ',';
  std::vector<std::string> headings_;
  std::vector<std::string_view> cells_;
  std::deque<std::string> copies_;   // cells with doubled quotes, as they are meant
  std::size_t lines_ = 1, line_ = 1;
};

}  // namespace remit

#endif

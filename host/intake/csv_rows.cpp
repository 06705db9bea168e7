#include "intake/csv_rows.hpp"

#include <csv.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>

#include "base/text.hpp"

namespace remit::intake {

namespace {

/// What stands most often in the first line, outside quotes.
char separator_of(std::string_view text) {
  std::size_t commas = 0, semicolons = 0, tabs = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') {
      if (commas + semicolons + tabs > 0) break;
      continue;
    }
    commas += c == ',', semicolons += c == ';', tabs += c == '\t';
  }
  if (semicolons > commas && semicolons >= tabs) return ';';
  return tabs > commas ? '\t' : ',';
}

/// libcsv tells neither lines nor places, so it is fed line by line: what it reports meanwhile stands on that line.
class Rows {
 public:
  Rows(const FileText& file, Mistakes& mistakes, const std::function<void(const CsvRow&)>& take)
      : file_(file), mistakes_(mistakes), take_(take) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
  }
  ~Rows() { csv_free(&parser_); }
  Rows(const Rows&) = delete;

  bool read(std::string_view text) {
    csv_set_delim(&parser_, static_cast<unsigned char>(separator_of(text)));
    const char line_end = text.contains('\n') ? '\n' : '\r';
    for (line_ = 1; !text.empty(); ++line_) {
      const std::size_t size = std::min(text.find(line_end), text.size() - 1) + 1;
      if (csv_parse(&parser_, text.data(), size, on_cell, on_row, this) != size) return failed(line_ > row_start_);
      text.remove_prefix(size);
    }
    --line_;   // a last row without a line end stands on the last line
    return csv_fini(&parser_, on_cell, on_row, this) == 0 || failed(true);
  }

 private:
  static void on_cell(void* bytes, std::size_t size, void* self) {
    auto& rows = *static_cast<Rows*>(self);
    const std::string_view cell(static_cast<const char*>(bytes), size);
    const char line_end = cell.contains('\n') ? '\n' : '\r';
    rows.lines_.push_back(rows.line_ - static_cast<int>(std::count(cell.begin(), cell.end(), line_end)));
    rows.bytes_ += cell;
    rows.ends_.push_back(rows.bytes_.size());
  }
  static void on_row(int, void* self) { static_cast<Rows*>(self)->end_row(); }

  void end_row() {
    row_.cells.clear();
    std::size_t from = 0;
    bool any = false;
    for (const std::size_t end : ends_) {
      row_.cells.push_back(base::trim(std::string_view(bytes_).substr(from, end - from)));
      any = any || !row_.cells.back().empty();
      from = end;
    }
    row_.lines = lines_;
    row_.line = lines_.empty() ? line_ : lines_.front();
    if (any) take_(row_);
    bytes_.clear(), ends_.clear(), lines_.clear();
    row_start_ = line_ + 1;
  }

  bool failed(bool unclosed) {
    if (csv_error(&parser_) != CSV_EPARSE) throw std::bad_alloc();
    base::Problem p;
    p.code = "BAD_CSV";
    p.file = file_.name();
    p.line = row_start_;
    p.message =
        unclosed ? "a cell of this row has opening quotes and no closing ones; everything after them was taken for its text"
                 : "quotes stand inside a cell; put the whole cell in quotes, and write each quote inside it twice";
    mistakes_.add(std::move(p));
    return false;
  }

  const FileText& file_;
  Mistakes& mistakes_;
  const std::function<void(const CsvRow&)>& take_;
  csv_parser parser_;
  std::string bytes_;   // of the row at hand
  std::vector<std::size_t> ends_;
  std::vector<int> lines_;
  CsvRow row_;
  int line_ = 1, row_start_ = 1;
};

bool readable(std::string_view bytes, const FileText& file, Mistakes& mistakes) {
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
    mistakes.add(file.problem("BAD_UTF8", bytes.data(), "", "this is UTF-16; save it as \"CSV UTF-8\""));
    return false;
  }
  if (base::valid_utf8(bytes)) return true;
  while (!bytes.empty()) {
    const std::size_t size = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    if (!base::valid_utf8(bytes.substr(0, size))) break;
    bytes.remove_prefix(size);
  }
  mistakes.add(file.problem("BAD_UTF8", bytes.data(), "", "the line is not UTF-8; save the sheet as \"CSV UTF-8\""));
  return false;
}

}   // namespace

bool read_csv(const FileText& file, Mistakes& mistakes, const std::function<void(const CsvRow&)>& take) {
  std::string_view bytes = file.bytes();
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  if (!readable(bytes, file, mistakes)) return false;
  return Rows(file, mistakes, take).read(bytes);
}

}   // namespace remit::intake

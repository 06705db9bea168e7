#include "import/ods.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/limits.hpp"
#include "import/markup.hpp"
#include "import/values.hpp"

namespace remit::import {

namespace {

class Ods {
 public:
  Ods(const std::string& file, Archive& archive) : archive_(archive) { book_.file = file; }

  Workbook read() {
    if (auto manifest = archive_.read("META-INF/manifest.xml"); manifest && manifest->contains("encryption-data"))
      refuse("LOCKED_WORKBOOK", "the workbook is locked by a password; open it, take the password away and save it");
    if (archive_.has_beginning("Scripts/") || archive_.has_ending(".xba") || has_basic_module())
      refuse("MACRO_WORKBOOK", "the workbook carries macros, which are never run here; save it without them");
    auto bytes = archive_.read("content.xml");
    if (!bytes) refuse("BROKEN_WORKBOOK", "the file is no workbook, or a damaged one: it has no contents");
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, "content.xml");
    const pugi::xml_node root = child_of(document, "document-content");
    find_hidden_styles(child_of(root, "automatic-styles"));
    const pugi::xml_node sheets = child_of(child_of(root, "body"), "spreadsheet");
    if (!sheets) refuse("WRONG_WORKBOOK", "it is a document of LibreOffice, but no workbook");
    for (pugi::xml_node t = sheets.first_child(); t; t = t.next_sibling()) {
      if (!is_named(t, "table")) continue;
      if (book_.sheets.size() == limits::sheets) refuse("TOO_LARGE", "the workbook has more than " + std::to_string(limits::sheets) + " sheets");
      Grid& grid = book_.sheets.emplace_back();
      grid.name = std::string(base::trim(attribute_of(t, "name")));
      grid.hidden = hidden_styles_.contains(std::string(attribute_of(t, "style-name")));
      row_ = column_ = 0;
      read_columns(t, grid, 0);
      GridBuilder builder(book_.file, grid, cells_);
      read_rows(t, grid, builder, 0);
    }
    return std::move(book_);
  }

 private:
  static constexpr int most_levels = 64;   // groups inside groups, and runs of text inside runs

  [[noreturn]] void refuse(const char* code, std::string message) const { base::refuse({code, book_.file, 0, 0, {}, std::move(message), {}, {}}); }

  /// An empty library of Basic comes with many workbooks; one that lists modules does not.
  bool has_basic_module() {
    const auto library = archive_.read("Basic/Standard/script-lb.xml");
    return library && library->contains("library:element");
  }

  void find_hidden_styles(const pugi::xml_node& styles) {
    for (pugi::xml_node s = styles.first_child(); s; s = s.next_sibling())
      if (attribute_of(child_of(s, "table-properties"), "display") == "false") hidden_styles_.insert(std::string(attribute_of(s, "name")));
  }

  static bool is_hidden(const pugi::xml_node& node) {
    const std::string_view visibility = attribute_of(node, "visibility");
    return visibility == "collapse" || visibility == "filter";
  }
  static std::size_t repeated(const pugi::xml_node& node, std::string_view name) { return std::max<std::size_t>(number_of(node, name, 1), 1); }

  void read_columns(const pugi::xml_node& table, Grid& grid, int level) {
    if (level > most_levels) return;
    for (pugi::xml_node c = table.first_child(); c; c = c.next_sibling()) {
      const std::string_view name = local_name(c.name());
      if (name == "table-column-group" || name == "table-header-columns" || name == "table-columns") read_columns(c, grid, level + 1);
      if (name != "table-column") continue;
      const std::size_t times = repeated(c, "number-columns-repeated");
      if (is_hidden(c))
        for (std::size_t i = column_; i < std::min(column_ + times, limits::columns); ++i) grid.hidden_columns.insert(i);
      column_ += std::min(times, limits::columns);
    }
  }

  void read_rows(const pugi::xml_node& table, Grid& grid, GridBuilder& builder, int level) {
    if (level > most_levels) return;
    for (pugi::xml_node r = table.first_child(); r; r = r.next_sibling()) {
      const std::string_view name = local_name(r.name());
      if (name == "table-row-group" || name == "table-header-rows" || name == "table-rows") read_rows(r, grid, builder, level + 1);
      if (name != "table-row") continue;
      const std::size_t times = std::min(repeated(r, "number-rows-repeated"), limits::rows);
      const std::vector<std::pair<std::size_t, Cell>> cells = read_row(r, grid);
      for (std::size_t i = 0; i < times && row_ + i <= limits::rows; ++i) {
        if (cells.empty() && i >= 1) break;   // the empty rows below the last one
        for (const auto& [column, cell] : cells) builder.put(row_ + i, column, cell);
      }
      if (is_hidden(r))
        for (std::size_t i = 0; i < std::min<std::size_t>(times, 10'000); ++i) grid.hidden_rows.insert(row_ + i);
      row_ += times;
    }
  }

  std::vector<std::pair<std::size_t, Cell>> read_row(const pugi::xml_node& row, Grid& grid) {
    std::vector<std::pair<std::size_t, Cell>> out;
    std::size_t column = 0;
    for (pugi::xml_node c = row.first_child(); c; c = c.next_sibling()) {
      const bool covered = is_named(c, "covered-table-cell");
      if (!covered && !is_named(c, "table-cell")) continue;
      const std::size_t times = std::min(repeated(c, "number-columns-repeated"), limits::columns + 1);
      const Cell cell = covered ? Cell() : cell_of(c);
      if (!cell.empty()) {
        for (std::size_t i = 0; i < times && column + i <= limits::columns; ++i) out.emplace_back(column + i, cell);
        if (out.size() > limits::columns + 1) refuse("TOO_LARGE", "the sheet `" + base::printable(grid.name, 60) + "` has more than " + std::to_string(limits::columns) + " columns");
      }
      const std::size_t wide = repeated(c, "number-columns-spanned"), high = repeated(c, "number-rows-spanned");
      if ((wide > 1 || high > 1) && wide <= limits::columns && high <= limits::rows) grid.merged.push_back({row_, column, row_ + high - 1, column + wide - 1});
      column += times;
    }
    return out;
  }

  static void gather(const pugi::xml_node& node, std::string& out, int level) {
    if (level > most_levels) return;
    for (pugi::xml_node n = node.first_child(); n; n = n.next_sibling()) {
      if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata) out += n.value();
      else if (is_named(n, "s")) out.append(std::min<std::size_t>(number_of(n, "c", 1), 1000), ' ');
      else if (is_named(n, "line-break")) out += '\n';
      else if (is_named(n, "tab")) out += ' ';
      else if (!is_named(n, "annotation")) gather(n, out, level + 1);
    }
  }

  static std::string text_of(const pugi::xml_node& cell) {
    std::string out;
    for (pugi::xml_node p = cell.first_child(); p; p = p.next_sibling()) {
      if (!is_named(p, "p") && !is_named(p, "h")) continue;
      if (!out.empty()) out += '\n';
      gather(p, out, 0);
    }
    return std::string(base::trim(out));
  }

  Cell cell_of(const pugi::xml_node& c) const {
    const std::string_view type = attribute_of(c, "value-type");   // office's, or calcext's for what only LibreOffice knows
    const bool formula = !attribute_of(c, "formula").empty();
    const std::string text = text_of(c);
    const std::string value(attribute_of(c, "value"));
    bool error = is_error(text);
    for (pugi::xml_attribute a = c.first_attribute(); a; a = a.next_attribute())
      error = error || (local_name(a.name()) == "value-type" && std::string_view(a.value()) == "error");
    if (error) return {Cell::Kind::error, formula, base::printable(text, 40)};
    if (type == "float" || type == "currency" || type == "percentage") {
      std::string plain = plain_number(value);
      if (plain.empty()) return {Cell::Kind::error, formula, base::printable(value, 40)};
      return {Cell::Kind::number, formula, std::move(plain)};
    }
    if (type == "date") {
      const std::string day = std::string(attribute_of(c, "date-value")).substr(0, 19);
      return {day.contains('T') ? Cell::Kind::moment : Cell::Kind::date, formula, base::printable(day, 19)};
    }
    if (type == "boolean") return {Cell::Kind::yes_no, formula, is_on(attribute_of(c, "boolean-value")) ? "yes" : "no"};
    const std::string own(attribute_of(c, "string-value"));
    const std::string shown = !text.empty() ? text : std::string(base::trim(own));
    if (shown.empty() && formula && type.empty()) return {Cell::Kind::error, true, "a formula that was never worked out"};
    if (shown.empty()) return {};
    return {Cell::Kind::text, formula, shown};
  }

  Archive& archive_;
  Workbook book_;
  std::set<std::string> hidden_styles_;
  std::size_t row_ = 0, column_ = 0, cells_ = 0;
};

}  // namespace

Workbook read_ods(const std::string& file, Archive& archive) { return Ods(file, archive).read(); }

}  // namespace remit::import

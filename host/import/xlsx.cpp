#include "import/xlsx.hpp"

#include <map>
#include <utility>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/limits.hpp"
#include "import/markup.hpp"
#include "import/values.hpp"

namespace remit::import {

namespace {

class Xlsx {
 public:
  Xlsx(const std::string& file, Archive& archive) : archive_(archive) { book_.file = file; }

  Workbook read() {
    const std::string start = target_of_type("", "officeDocument");
    main_ = start.empty() ? "xl/workbook.xml" : start;
    if (main_.ends_with(".bin")) refuse("WRONG_WORKBOOK", "it is a binary workbook (.xlsb); save it as .xlsx");
    if (archive_.has_ending("vbaproject.bin")) refuse("MACRO_WORKBOOK", "the workbook carries macros, which are never run here; save it as .xlsx without them");
    read_strings();
    read_styles();
    read_sheets();
    return std::move(book_);
  }

 private:
  [[noreturn]] void refuse(const char* code, std::string message) const { base::refuse({code, book_.file, 0, 0, {}, std::move(message), {}, {}}); }

  /// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml" or "/xl/worksheets/sheet1.xml", as a part of `of` names it.
  static std::string resolved(const std::string& of, std::string_view target) {
    std::string whole = target.starts_with('/') ? std::string(target.substr(1)) : of.substr(0, of.rfind('/') + 1) + std::string(target);
    for (std::size_t up = whole.find("/../"); up != whole.npos && up > 0; up = whole.find("/../")) {
      const std::size_t before = whole.rfind('/', up - 1);
      whole.erase(before == whole.npos ? 0 : before + 1, up + 4 - (before == whole.npos ? 0 : before + 1));
    }
    return whole;
  }
  static std::string relations_of(const std::string& part) {
    const std::size_t slash = part.rfind('/') + 1;
    return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
  }
  struct Relation {
    std::string id, type, target;
  };
  std::vector<Relation> relations(const std::string& part) {
    std::vector<Relation> out;
    auto bytes = archive_.read(relations_of(part));
    if (!bytes) return out;
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, relations_of(part));
    const pugi::xml_node all = child_of(document, "Relationships");
    for (pugi::xml_node r = all.first_child(); r; r = r.next_sibling())
      out.push_back({std::string(attribute_of(r, "Id")), std::string(attribute_of(r, "Type")), resolved(part, attribute_of(r, "Target"))});
    return out;
  }
  std::string target_of_type(const std::string& part, std::string_view ending) {
    for (const Relation& r : relations(part))
      if (r.type.ends_with("/" + std::string(ending))) return r.target;
    return {};
  }

  static void gather(const pugi::xml_node& node, std::string& out) {
    for (pugi::xml_node n = node.first_child(); n; n = n.next_sibling()) {
      if (is_named(n, "t")) out += n.text().get();
      else if (is_named(n, "r")) out += child_of(n, "t").text().get();   // a run; how it is read aloud (`rPh`) is no text
    }
  }

  void read_strings() {
    const std::string part = target_of_type(main_, "sharedStrings");
    auto bytes = part.empty() ? std::nullopt : archive_.read(part);
    if (!bytes) return;
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, part);
    const pugi::xml_node all = child_of(document, "sst");
    for (pugi::xml_node item = all.first_child(); item; item = item.next_sibling()) {
      if (!is_named(item, "si")) continue;
      strings_.emplace_back();
      gather(item, strings_.back());
    }
  }

  void read_styles() {
    const std::string part = target_of_type(main_, "styles");
    auto bytes = part.empty() ? std::nullopt : archive_.read(part);
    if (!bytes) return;
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, part);
    const pugi::xml_node root = child_of(document, "styleSheet");
    std::map<std::size_t, Shows> own;
    const pugi::xml_node formats = child_of(root, "numFmts");
    for (pugi::xml_node f = formats.first_child(); f; f = f.next_sibling()) own[number_of(f, "numFmtId", 0)] = shown_by(attribute_of(f, "formatCode"));
    const pugi::xml_node cells = child_of(root, "cellXfs");
    for (pugi::xml_node x = cells.first_child(); x; x = x.next_sibling()) {
      if (!is_named(x, "xf")) continue;
      const std::size_t format = number_of(x, "numFmtId", 0);
      styles_.push_back(own.contains(format) ? own[format] : shown_by(format));
    }
  }

  void read_sheets() {
    auto bytes = archive_.read(main_);
    if (!bytes) refuse("BROKEN_WORKBOOK", "the file is no workbook, or a damaged one: it has no list of sheets");
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, main_);
    const pugi::xml_node root = child_of(document, "workbook");
    from_1904_ = is_on(attribute_of(child_of(root, "workbookPr"), "date1904"));
    std::map<std::string, std::string> targets;
    for (const Relation& r : relations(main_))
      if (r.type.ends_with("/worksheet")) targets[r.id] = r.target;
    const pugi::xml_node sheets = child_of(root, "sheets");
    for (pugi::xml_node s = sheets.first_child(); s; s = s.next_sibling()) {
      const auto target = targets.find(std::string(attribute_of(s, "id")));
      if (!is_named(s, "sheet") || target == targets.end()) continue;   // a sheet of a chart holds no cells
      if (book_.sheets.size() == limits::sheets) refuse("TOO_LARGE", "the workbook has more than " + std::to_string(limits::sheets) + " sheets");
      Grid& grid = book_.sheets.emplace_back();
      grid.name = std::string(base::trim(attribute_of(s, "name")));
      const std::string_view state = attribute_of(s, "state");
      grid.hidden = state == "hidden" || state == "veryHidden";
      read_sheet(grid, target->second);
    }
  }

  void read_sheet(Grid& grid, const std::string& part) {
    auto bytes = archive_.read(part);
    if (!bytes) refuse("BROKEN_WORKBOOK", "the file is damaged: the sheet `" + base::printable(grid.name, 60) + "` is missing from it");
    pugi::xml_document document;
    parse_markup(document, *bytes, book_.file, part);
    const pugi::xml_node root = child_of(document, "worksheet");
    const pugi::xml_node columns = child_of(root, "cols");
    for (pugi::xml_node c = columns.first_child(); c; c = c.next_sibling()) {
      if (!is_on(attribute_of(c, "hidden"))) continue;
      const std::size_t last = std::min(number_of(c, "max", 0), limits::columns);
      for (std::size_t n = std::max<std::size_t>(number_of(c, "min", 1), 1); n <= last; ++n) grid.hidden_columns.insert(n - 1);
    }
    GridBuilder builder(book_.file, grid, cells_);
    std::size_t next_row = 0;
    const pugi::xml_node data = child_of(root, "sheetData");
    for (pugi::xml_node r = data.first_child(); r; r = r.next_sibling()) {
      if (!is_named(r, "row")) continue;
      const std::size_t row = std::max<std::size_t>(number_of(r, "r", next_row + 1), 1) - 1;
      if (is_on(attribute_of(r, "hidden")) && row < limits::rows) grid.hidden_rows.insert(row);
      read_row(r, row, builder);
      next_row = row + 1;
    }
    const pugi::xml_node merges = child_of(root, "mergeCells");
    for (pugi::xml_node m = merges.first_child(); m; m = m.next_sibling()) {
      const std::string ref(attribute_of(m, "ref"));
      const std::size_t colon = ref.find(':');
      Merged range;
      if (colon != ref.npos && read_cell_name(ref.substr(0, colon), range.top, range.left) && read_cell_name(ref.substr(colon + 1), range.bottom, range.right))
        grid.merged.push_back(range);
    }
  }

  void read_row(const pugi::xml_node& node, std::size_t row, GridBuilder& builder) {
    std::size_t next = 0;
    for (pugi::xml_node c = node.first_child(); c; c = c.next_sibling()) {
      if (!is_named(c, "c")) continue;
      std::size_t at = next, own_row = row;
      const std::string ref(attribute_of(c, "r"));
      if (!ref.empty() && !read_cell_name(ref, own_row, at)) refuse("BROKEN_WORKBOOK", "the file is damaged: it has a cell `" + base::printable(ref, 20) + '`');
      builder.put(row, at, cell_of(c));
      next = at + 1;
    }
  }

  Cell cell_of(const pugi::xml_node& c) const {
    const std::string_view type = attribute_of(c, "t");
    Cell cell;
    cell.formula = static_cast<bool>(child_of(c, "f"));
    std::string raw = child_of(c, "v").text().get();
    if (type == "inlineStr") {
      raw.clear();
      gather(child_of(c, "is"), raw);
    }
    if (raw.empty() && cell.formula && !child_of(c, "v")) {
      cell.kind = Cell::Kind::error;
      cell.text = "a formula that was never worked out";
      return cell;
    }
    if (type == "s") {
      const std::size_t index = static_cast<std::size_t>(std::strtoull(raw.c_str(), nullptr, 10));
      return text_cell(index < strings_.size() ? strings_[index] : std::string(), cell.formula);
    }
    if (type == "str" || type == "inlineStr") return text_cell(raw, cell.formula);
    const std::string value(base::trim(raw));
    if (value.empty()) return {};
    cell.text = value;
    if (type == "b") return {Cell::Kind::yes_no, cell.formula, is_on(value) ? "yes" : "no"};
    if (type == "e") return {Cell::Kind::error, cell.formula, base::printable(value, 40)};
    if (type == "d") return {value.contains('T') ? Cell::Kind::moment : Cell::Kind::date, cell.formula, base::printable(value.substr(0, 19), 19)};
    return number_cell(value, number_of(c, "s", 0), cell.formula);
  }

  static Cell text_cell(const std::string& raw, bool formula) {
    const std::string text = unescaped(raw);
    const std::string_view trimmed = base::trim(text);
    if (trimmed.empty()) return {};
    return {Cell::Kind::text, formula, std::string(trimmed)};
  }

  Cell number_cell(const std::string& value, std::size_t style, bool formula) const {
    const Shows shows = style < styles_.size() ? styles_[style] : Shows::number;
    if (shows != Shows::number) {
      const bool time = shows == Shows::day_and_time;
      if (std::string day = day_of_serial(value, time, from_1904_); !day.empty()) return {time ? Cell::Kind::moment : Cell::Kind::date, formula, std::move(day)};
    }
    std::string plain = plain_number(value);
    if (plain.empty()) return {Cell::Kind::error, formula, base::printable(value, 40)};
    return {Cell::Kind::number, formula, std::move(plain)};
  }

  Archive& archive_;
  Workbook book_;
  std::string main_;
  std::vector<std::string> strings_;
  std::vector<Shows> styles_;
  bool from_1904_ = false;
  std::size_t cells_ = 0;
};

}  // namespace

Workbook read_xlsx(const std::string& file, Archive& archive) { return Xlsx(file, archive).read(); }

}  // namespace remit::import

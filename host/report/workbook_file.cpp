#include "report/workbook_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <deque>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"

namespace remit::report {

namespace {

constexpr std::size_t looks = 8;
constexpr std::int64_t most_pence = 100'000'000'000'000;   // fifteen digits: beyond, a cell would lose pence

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// "_x0041_" as such: a reader takes it for a character otherwise.
std::string safe(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("_x") && i + 6 < text.size() && text[i + 6] == '_') out += "_x005F";
    out += text[i];
  }
  return out;
}

/// Days from 1899-12-30, as spreadsheets count, with the time as their fraction.
bool serial_of(const std::string& iso, double& serial, bool& time) {
  base::Value value;
  if (!base::read_moment(iso, value)) return false;
  constexpr std::int64_t epoch = 25'569;
  time = value.kind == base::Kind::moment;
  serial = static_cast<double>(epoch) + static_cast<double>(value.integer) / static_cast<double>(base::seconds_a_day);
  return serial >= 367;
}

}  // namespace

struct WorkbookSheet::State {
  lxw_worksheet* sheet = nullptr;
  std::string name;
  std::array<lxw_format*, looks> formats{};
  lxw_format* of(Look look) const { return formats[static_cast<std::size_t>(look)]; }
};

struct WorkbookFile::State {
  int file = -1;
  lxw_workbook* book = nullptr;
  std::array<lxw_format*, looks> formats{};
  std::deque<WorkbookSheet::State> sheets;
};

void WorkbookSheet::text(std::size_t row, std::size_t column, std::string_view text, Look look) {
  const lxw_error fault = worksheet_write_string(state_->sheet, row_of(row), column_of(column), safe(text).c_str(), state_->of(look));
  if (fault == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    base::refuse({"TOO_LARGE", {}, 0, 0, {}, "a cell of a workbook holds 32,767 characters, and a text of the sheet `" + state_->name + "`, row " + std::to_string(row + 1) + ", has more: `" +
                  base::printable(text, 60) + "`; take another form, such as json", {}, {}});
}

void WorkbookSheet::pounds(std::size_t row, std::size_t column, std::int64_t pence) {
  if (pence > most_pence || pence < -most_pence) return text(row, column, base::money_text(pence));
  worksheet_write_number(state_->sheet, row_of(row), column_of(column), static_cast<double>(pence) / 100, state_->of(Look::money));
}

void WorkbookSheet::number(std::size_t row, std::size_t column, const std::string& digits) {
  std::size_t significant = 0;
  for (const char c : digits) significant += c >= '0' && c <= '9';
  if (significant > 15 || digits.find_first_not_of("0123456789.-") != digits.npos) return text(row, column, digits);
  worksheet_write_number(state_->sheet, row_of(row), column_of(column), std::strtod(digits.c_str(), nullptr), state_->of(Look::number));
}

void WorkbookSheet::moment(std::size_t row, std::size_t column, const std::string& iso) {
  double serial = 0;
  bool time = false;
  if (!serial_of(iso, serial, time)) return text(row, column, iso);
  worksheet_write_number(state_->sheet, row_of(row), column_of(column), serial, state_->of(time ? Look::moment : Look::day));
}

void WorkbookSheet::yes_no(std::size_t row, std::size_t column, bool yes) { text(row, column, yes ? "yes" : "no"); }

void WorkbookSheet::note(std::size_t row, std::size_t column, const std::string& text) {
  lxw_comment_options options{};
  char author[] = "Remit";
  options.author = author;
  options.width = 420;
  options.height = 180;
  worksheet_write_comment_opt(state_->sheet, row_of(row), column_of(column), base::printable(text, 4000).c_str(), &options);
}

void WorkbookSheet::widths(const std::vector<double>& of_columns) {
  for (std::size_t c = 0; c < of_columns.size(); ++c) worksheet_set_column(state_->sheet, column_of(c), column_of(c), of_columns[c], nullptr);
}
void WorkbookSheet::format(std::size_t column, double width, Look look) {
  worksheet_set_column(state_->sheet, column_of(column), column_of(column), width, look == Look::plain ? nullptr : state_->of(look));
}
void WorkbookSheet::freeze(std::size_t rows, std::size_t columns) {
  worksheet_freeze_panes(state_->sheet, row_of(rows), column_of(columns));
  worksheet_repeat_rows(state_->sheet, row_of(rows) - 1, row_of(rows) - 1);
}
void WorkbookSheet::filter(std::size_t first_row, std::size_t last_row, std::size_t last_column) {
  worksheet_autofilter(state_->sheet, row_of(first_row), 0, row_of(last_row), column_of(last_column));
}

void WorkbookSheet::choose(std::size_t first_row, std::size_t last_row, std::size_t column, const std::vector<std::string>& words) {
  std::size_t length = 0;
  std::vector<std::string> kept = words;
  std::vector<char*> list;
  for (std::string& word : kept) length += word.size() + 1, list.push_back(word.data());
  if (length > 255) return;   // more than a drop-down list holds
  list.push_back(nullptr);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = list.data();
  worksheet_data_validation_range(state_->sheet, row_of(first_row), column_of(column), row_of(last_row), column_of(column), &rule);
}

void WorkbookSheet::choose_from(std::size_t first_row, std::size_t last_row, std::size_t column, const std::string& range) {
  std::string kept = range;
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = kept.data();
  rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  worksheet_data_validation_range(state_->sheet, row_of(first_row), column_of(column), row_of(last_row), column_of(column), &rule);
}

void WorkbookSheet::only(std::size_t first_row, std::size_t last_row, std::size_t column, Typed what, const std::string& say) {
  lxw_data_validation rule{};
  std::string kept = base::printable(say, 200);
  rule.validate = what == Typed::amount ? LXW_VALIDATION_TYPE_DECIMAL : what == Typed::whole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DATE;
  rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  rule.value_datetime = {1901, 1, 1, 0, 0, 0};
  rule.error_message = kept.data();
  worksheet_data_validation_range(state_->sheet, row_of(first_row), column_of(column), row_of(last_row), column_of(column), &rule);
}

WorkbookFile::WorkbookFile(const std::string& title, const std::string& made_on) : state_(std::make_unique<State>()) {
  State& s = *state_;
  // The library writes to a path alone; this one is memory.
  s.file = ::memfd_create("remit-workbook", MFD_CLOEXEC);
  if (s.file < 0) base::refuse({"CANNOT_WRITE", {}, 0, 0, {}, "there is no memory for a workbook", {}, {}});
  s.book = workbook_new(("/proc/self/fd/" + std::to_string(s.file)).c_str());
  std::string kept = base::printable(title, 200), author = "Remit";
  lxw_doc_properties properties{};
  properties.title = kept.data();
  properties.author = author.data();
  base::Value day;
  properties.created = base::read_moment(made_on, day) ? static_cast<time_t>(day.integer) : 1;
  workbook_set_properties(s.book, &properties);
  for (lxw_format*& format : s.formats) {
    format = workbook_add_format(s.book);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }
  const auto of = [&](Look look) { return s.formats[static_cast<std::size_t>(look)]; };
  format_set_bold(of(Look::heading));
  format_set_text_wrap(of(Look::heading));
  format_set_bg_color(of(Look::heading), 0xE8EEF4);
  format_set_bottom(of(Look::heading), LXW_BORDER_THIN);
  format_set_bold(of(Look::title));
  format_set_font_size(of(Look::title), 13);
  format_set_text_wrap(of(Look::wrapped));
  format_set_num_format(of(Look::money), "\"£\"#,##0.00");
  format_set_num_format(of(Look::number), "General");
  format_set_num_format(of(Look::day), "d mmm yyyy");
  format_set_num_format(of(Look::moment), "d mmm yyyy hh:mm:ss");
}

WorkbookFile::~WorkbookFile() {
  if (state_->book != nullptr) workbook_close(state_->book);   // frees it too
  if (state_->file >= 0) ::close(state_->file);
}

WorkbookSheet WorkbookFile::add(const std::string& name) {
  WorkbookSheet::State& sheet = state_->sheets.emplace_back();
  sheet.name = name;
  sheet.sheet = workbook_add_worksheet(state_->book, name.c_str());
  sheet.formats = state_->formats;
  if (sheet.sheet == nullptr) base::refuse({"BAD_NAME", {}, 0, 0, {}, "no sheet can be called `" + base::printable(name, 40) + '`', {}, {}});
  worksheet_set_landscape(sheet.sheet);   // printed: A4, as wide as a page
  worksheet_set_paper(sheet.sheet, 9);
  worksheet_fit_to_pages(sheet.sheet, 1, 0);
  WorkbookSheet out;
  out.state_ = &sheet;
  return out;
}

std::string WorkbookFile::finish() {
  State& s = *state_;
  const lxw_error fault = workbook_close(s.book);
  s.book = nullptr;
  struct stat facts {};
  if (fault != LXW_NO_ERROR || ::fstat(s.file, &facts) != 0)
    base::refuse({"CANNOT_WRITE", {}, 0, 0, {}, std::string("the workbook cannot be written: ") + lxw_strerror(fault), {}, {}});
  std::string out(static_cast<std::size_t>(facts.st_size), '\0');
  std::size_t got = 0;
  while (got < out.size()) {
    const ssize_t n = ::pread(s.file, out.data() + got, out.size() - got, static_cast<off_t>(got));
    if (n <= 0) base::refuse({"CANNOT_WRITE", {}, 0, 0, {}, "the workbook cannot be read back", {}, {}});
    got += static_cast<std::size_t>(n);
  }
  return out;
}

}  // namespace remit::report

// An XLSX workbook while it is written (libxlsxwriter stands in workbook_file.cpp alone). Equal calls give equal bytes: no clock
// and no name of a machine goes into it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace remit::report {

enum class Look { plain, heading, title, wrapped, money, number, day, moment };

class WorkbookSheet {
 public:
  /// Throws base::Refused (exit 2) for a text longer than a cell holds, 32,767 characters.
  void text(std::size_t row, std::size_t column, std::string_view text, Look look = Look::plain);
  void pounds(std::size_t row, std::size_t column, std::int64_t pence);
  /// `digits`: "54.5"; a text where no cell keeps so many.
  void number(std::size_t row, std::size_t column, const std::string& digits);
  /// "2012-03-31" or "2012-03-31T17:00:00"; a text before 1901, where spreadsheets have no days.
  void moment(std::size_t row, std::size_t column, const std::string& iso);
  void yes_no(std::size_t row, std::size_t column, bool yes);
  /// A note that a cell shows when it is pointed at.
  void note(std::size_t row, std::size_t column, const std::string& text);

  void widths(const std::vector<double>& of_columns);
  /// A column of amounts or days shows what is typed into it as such.
  void format(std::size_t column, double width, Look look);
  /// Headings stay in sight above `rows` and left of `columns`.
  void freeze(std::size_t rows, std::size_t columns);
  void filter(std::size_t first_row, std::size_t last_row, std::size_t last_column);
  /// Only these words may be typed; they drop down.
  void choose(std::size_t first_row, std::size_t last_row, std::size_t column, const std::vector<std::string>& words);
  /// The same for what stands in another sheet: "=Streams!$A$2:$A$200".
  void choose_from(std::size_t first_row, std::size_t last_row, std::size_t column, const std::string& range);
  enum class Typed { amount, whole, day };
  void only(std::size_t first_row, std::size_t last_row, std::size_t column, Typed what, const std::string& say);

 private:
  friend class WorkbookFile;
  struct State;
  State* state_ = nullptr;
};

class WorkbookFile {
 public:
  /// `title` and `made_on` ("2012-03-31") stand in its properties.
  WorkbookFile(const std::string& title, const std::string& made_on);
  ~WorkbookFile();
  WorkbookFile(const WorkbookFile&) = delete;
  WorkbookFile& operator=(const WorkbookFile&) = delete;

  WorkbookSheet add(const std::string& name);
  /// The bytes of the file; once, at the end. Throws base::Refused (exit 2) when there is no room for it.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace remit::report

// A workbook as rows of cells, whatever program saved it: what each cell shows, without its looks. Readers of XLSX, ODS and
// CSV make it; everything after them knows no file format.
#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace remit::import {

struct Cell {
  enum class Kind : std::uint8_t {
    empty,
    text,      // trimmed, UTF-8
    number,    // its digits, plain: "60000.1"; at most 15 of them, as spreadsheets keep
    yes_no,    // "yes" or "no"
    date,      // "2012-03-31"
    moment,    // "2012-03-31T17:00:00"
    error,     // as the sheet shows it: "#REF!"; or a formula that was never worked out
  };
  Kind kind = Kind::empty;
  bool formula = false;   // its value is what the program worked out when it saved
  std::string text = {};

  bool empty() const { return kind == Kind::empty; }
};

/// Cells that are shown as one, all ends included, from 0. What they hold stands in the first.
struct Merged {
  std::size_t top = 0, left = 0, bottom = 0, right = 0;
};

struct Grid {
  std::string name;                          // of the sheet
  bool hidden = false;
  std::vector<std::vector<Cell>> rows;       // each as long as its last cell that holds anything
  std::set<std::size_t> hidden_rows, hidden_columns;
  std::vector<Merged> merged;

  /// The cell at a place; an empty one where there is none.
  const Cell& at(std::size_t row, std::size_t column) const;
  /// The same, with what merged cells hold in each of their places.
  const Cell& shown(std::size_t row, std::size_t column) const;
  std::size_t width() const;
};

struct Workbook {
  std::string file;                          // as the user named it
  std::vector<Grid> sheets;
};

/// "C14" for row 13, column 2.
std::string cell_name(std::size_t row, std::size_t column);
/// "C" for column 2.
std::string column_name(std::size_t column);
/// Row and column of "C14", "$C$14" too. False when it is none.
bool read_cell_name(const std::string& name, std::size_t& row, std::size_t& column);

/// Puts a cell in its place; the grid grows. Throws base::Refused (exit 2) beyond the limits of import/limits.hpp.
class GridBuilder {
 public:
  GridBuilder(std::string file, Grid& grid, std::size_t& cells) : file_(std::move(file)), grid_(grid), cells_(cells) {}
  void put(std::size_t row, std::size_t column, Cell cell);

 private:
  std::string file_;
  Grid& grid_;
  std::size_t& cells_;      // of the whole workbook, gaps included
};

}  // namespace remit::import

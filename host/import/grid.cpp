#include "import/grid.hpp"

#include <algorithm>

#include "base/problem.hpp"
#include "import/limits.hpp"

namespace remit::import {

namespace {
const Cell nothing;
}

const Cell& Grid::at(std::size_t row, std::size_t column) const {
  return row < rows.size() && column < rows[row].size() ? rows[row][column] : nothing;
}

const Cell& Grid::shown(std::size_t row, std::size_t column) const {
  const Cell& own = at(row, column);
  if (!own.empty()) return own;
  for (const Merged& m : merged)
    if (row >= m.top && row <= m.bottom && column >= m.left && column <= m.right) return at(m.top, m.left);
  return own;
}

std::size_t Grid::width() const {
  std::size_t most = 0;
  for (const auto& row : rows) most = std::max(most, row.size());
  return most;
}

std::string column_name(std::size_t column) {
  std::string out;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (n - 1) % 26));
  return out;
}

std::string cell_name(std::size_t row, std::size_t column) { return column_name(column) + std::to_string(row + 1); }

bool read_cell_name(const std::string& name, std::size_t& row, std::size_t& column) {
  std::size_t letters = 0, digits = 0, r = 0, c = 0;
  for (const char ch : name) {
    if (ch == '$') continue;
    if (ch >= 'A' && ch <= 'Z' && digits == 0 && ++letters <= 3) c = c * 26 + static_cast<std::size_t>(ch - 'A') + 1;
    else if (ch >= '0' && ch <= '9' && letters > 0 && ++digits <= 7) r = r * 10 + static_cast<std::size_t>(ch - '0');
    else return false;
  }
  if (r == 0 || c == 0 || r > limits::rows || c > limits::columns) return false;
  row = r - 1;
  column = c - 1;
  return true;
}

void GridBuilder::put(std::size_t row, std::size_t column, Cell cell) {
  if (cell.empty()) return;
  const auto too_large = [&](const std::string& what) {
    base::refuse({"TOO_LARGE", file_, 0, 0, {}, "the sheet `" + grid_.name + "` has more than " + what, {}, {}});
  };
  if (row >= limits::rows) too_large(std::to_string(limits::rows) + " rows");
  if (column >= limits::columns) too_large(std::to_string(limits::columns) + " columns");
  const std::size_t rows_more = row >= grid_.rows.size() ? row + 1 - grid_.rows.size() : 0;
  const std::size_t before = row < grid_.rows.size() ? grid_.rows[row].size() : 0;
  cells_ += rows_more + (column >= before ? column + 1 - before : 0);
  if (cells_ > limits::cells)
    base::refuse({"TOO_LARGE", file_, 0, 0, {}, "the workbook has more than " + std::to_string(limits::cells) + " cells, the gaps between them included", {}, {}});
  if (rows_more > 0) grid_.rows.resize(row + 1);
  if (column >= grid_.rows[row].size()) grid_.rows[row].resize(column + 1);
  grid_.rows[row][column] = std::move(cell);
}

}  // namespace remit::import

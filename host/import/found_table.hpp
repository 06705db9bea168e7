// Which tables the sheets of workbooks hold, where their headings stand, and what each column means.
#pragma once
#include <algorithm>
#include <string>
#include <vector>

#include "base/measure.hpp"
#include "import/grid.hpp"
#include "import/heading_words.hpp"
#include "import/mapping.hpp"
#include "intake/sheet_plan.hpp"

namespace remit::import {

/// A person or a measure as headings and sheets may name it.
struct Named {
  std::string id;
  std::vector<Words> names;   // the id, the full name, what is unlike all others in it
};
struct KnownNames {
  std::vector<Named> members, measures;
};

/// A column of marks in a wide score sheet. What is empty is said elsewhere: by the sheet's name, or another column.
struct MarkColumn {
  std::string member, measure;
  bool justification = false;
};

/// A part of a sheet, ends left out: all of it, as long as it holds one table.
struct Area {
  std::size_t top = 0, left = 0, bottom = static_cast<std::size_t>(-1), right = static_cast<std::size_t>(-1);
  /// How far down and to the right it goes in a grid.
  std::size_t last_row(const Grid& grid) const { return std::min(bottom, grid.rows.size()); }
  std::size_t last_column(const Grid& grid, std::size_t row) const { return std::min(right, grid.rows[row].size()); }
};

struct FoundColumn {
  std::size_t at = 0;            // in the grid
  std::string heading;           // all its lines: "Ann Lee / Need"
  std::string path;              // what it holds; empty: passed over
  bool is_mark = false;
  MarkColumn mark = {};
};

struct FoundTable {
  const Workbook* book = nullptr;
  const Grid* grid = nullptr;
  const intake::SheetPlan* plan = nullptr;
  std::size_t top = 0, bottom = 0;       // rows of its headings
  Area area = {};                        // of the sheet: another table may stand below or beside it
  std::vector<FoundColumn> columns;
  std::string member, measure;           // of all its marks, where the sheet's name says so
  const FoundColumn* find(std::string_view path) const;
};

struct Found {
  std::vector<FoundTable> tables;
  std::vector<Question> questions;
  std::vector<std::string> notes;        // what was passed over, and where
};

/// Looks through all sheets. `marks`: whether columns may be marks of `names`; without it score sheets are not looked for.
Found find_tables(const std::vector<Workbook>& books, const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names);

/// What one column of `grid` holds in the rows of `area` from `first` on fits `field`: of 100 cells that hold anything; -1 when none does.
int fit_of(const Grid& grid, const Area& area, std::size_t column, std::size_t first, const base::Field& field);

/// The mark that a heading names, judged with what the sheet's name says. False when it names neither member nor measure.
bool read_mark_heading(const Words& heading, const KnownNames& names, MarkColumn& out);
/// All ways in which a person or a measure is named, without those that two share.
std::vector<Named> distinct_names(const std::vector<std::pair<std::string, std::string>>& ids_and_names, bool of_people);

}  // namespace remit::import

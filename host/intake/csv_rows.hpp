// The rows of a CSV file, with the lines that they stand on (sole user of libcsv).
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "intake/mistakes.hpp"

namespace remit::intake {

struct CsvRow {
  std::vector<std::string_view> cells;   // trimmed; valid until the next row
  std::vector<int> lines;                // on which each cell begins
  int line = 0;                          // of the first cell
};

/// Calls `take` for each row that holds anything, the heading first. Commas, semicolons or tabs may stand between cells,
/// whichever the first line has most of; line ends may be LF, CRLF or CR; a byte order mark is passed over; cells in quotes may
/// hold line breaks. False, with the mistake added, when the file is not UTF-8 or its quotes do not match.
bool read_csv(const FileText& file, Mistakes& mistakes, const std::function<void(const CsvRow&)>& take);

}  // namespace remit::intake

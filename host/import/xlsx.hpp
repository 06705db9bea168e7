// XLSX: the workbooks of Excel, and of whatever else writes them.
//
// liborcus would have read them, but Debian 12's gives no cell at all of a workbook whose parts are named from the root (as
// openpyxl writes them), never says that a sheet is hidden, and in ODS neither merged cells nor hidden rows. So the parts are
// read here: with libzip and pugixml, and the digits of a number as they stand in the file.
#pragma once
#include "import/archive.hpp"
#include "import/grid.hpp"

namespace remit::import {

/// Throws base::Refused (exit 2) when it is damaged, over a limit, or carries macros.
Workbook read_xlsx(const std::string& file, Archive& archive);

}  // namespace remit::import

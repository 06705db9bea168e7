// CSV as a workbook of one sheet, in whatever encoding a spreadsheet program saved it.
#pragma once
#include <string>
#include <string_view>

#include "import/grid.hpp"

namespace remit::import {

/// UTF-8, UTF-16 with its mark, or Windows-1252, as Excel saves "CSV". The sheet is called as the file, without folder and
/// ending. Throws base::Refused (exit 2) for what is no text, or whose quotes do not match.
Workbook read_plain_table(const std::string& file, std::string_view bytes);

}  // namespace remit::import

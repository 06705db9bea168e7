// Bytes -> Workbook, by what the file is and not by what it is called.
#pragma once
#include <string>

#include "import/grid.hpp"

namespace remit::import {

/// XLSX, ODS or CSV. Texts are checked to be UTF-8. Throws base::Refused (exit 2) for a file that is empty, damaged, locked by
/// a password, over a limit, of another kind, or that carries macros; the message says what to do.
Workbook open_workbook(const std::string& file, std::string_view bytes);

}  // namespace remit::import

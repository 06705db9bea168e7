// ODS: the workbooks of LibreOffice (see xlsx.hpp for why its parts are read here).
#pragma once
#include "import/archive.hpp"
#include "import/grid.hpp"

namespace remit::import {

/// Throws base::Refused (exit 2) when it is damaged, over a limit, locked, or carries macros.
Workbook read_ods(const std::string& file, Archive& archive);

}  // namespace remit::import

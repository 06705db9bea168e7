#include "import/open_workbook.hpp"

#include <algorithm>
#include <array>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/archive.hpp"
#include "import/limits.hpp"
#include "import/ods.hpp"
#include "import/plain_table.hpp"
#include "import/xlsx.hpp"

namespace remit::import {

namespace {

[[noreturn]] void refuse(const std::string& file, const char* code, std::string message) { base::refuse({code, file, 0, 0, {}, std::move(message), {}, {}}); }

/// The container of old Office files, in which new ones lie too when they are locked by a password.
void refuse_old(const std::string& file, std::string_view bytes) {
  std::string wanted;
  for (const char c : std::string_view("EncryptedPackage")) wanted += c, wanted += '\0';
  if (bytes.find(wanted) != bytes.npos) refuse(file, "LOCKED_WORKBOOK", "the workbook is locked by a password; open it, take the password away and save it");
  refuse(file, "WRONG_WORKBOOK", "it is a workbook or document of old Office (.xls, .doc); open it and save it as .xlsx");
}

Workbook unpacked(const std::string& file, std::string_view bytes) {
  Archive archive(file, bytes);
  if (archive.has("xl/workbook.bin")) refuse(file, "WRONG_WORKBOOK", "it is a binary workbook (.xlsb); save it as .xlsx");
  if (archive.has("[Content_Types].xml") && !archive.has_beginning("xl/")) refuse(file, "WRONG_WORKBOOK", "it is a document of Office, but no workbook");
  if (archive.has("[Content_Types].xml") || archive.has("xl/workbook.xml")) return read_xlsx(file, archive);
  if (archive.has("content.xml")) return read_ods(file, archive);
  if (archive.has_ending(".iwa")) refuse(file, "WRONG_WORKBOOK", "it is a workbook of Numbers; export it as Excel");
  refuse(file, "WRONG_WORKBOOK", "it is an archive, but no workbook; give the workbook itself: XLSX, ODS or CSV");
}

void check_texts(const Workbook& book) {
  for (const Grid& grid : book.sheets) {
    if (!base::valid_utf8(grid.name)) refuse(book.file, "BAD_UTF8", "the name of a sheet is no UTF-8; the file is damaged");
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
      for (std::size_t c = 0; c < grid.rows[r].size(); ++c)
        if (!base::valid_utf8(grid.rows[r][c].text)) refuse(book.file, "BAD_UTF8", "the cell " + cell_name(r, c) + " of the sheet `" + grid.name + "` is no UTF-8; the file is damaged");
  }
}

}  // namespace

Workbook open_workbook(const std::string& file, std::string_view bytes) {
  if (bytes.empty()) refuse(file, "EMPTY_WORKBOOK", "the file is empty");
  if (bytes.size() > limits::workbook_bytes) refuse(file, "TOO_LARGE", "the workbook is larger than " + std::to_string(limits::workbook_bytes >> 20) + " MiB");
  if (bytes.starts_with("\xd0\xcf\x11\xe0")) refuse_old(file, bytes);
  if (bytes.starts_with("%PDF")) refuse(file, "WRONG_WORKBOOK", "it is a PDF; give the workbook that it was made from");
  Workbook book = bytes.starts_with("PK") ? unpacked(file, bytes) : read_plain_table(file, bytes);
  check_texts(book);
  const bool any = std::ranges::any_of(book.sheets, [](const Grid& g) { return std::ranges::any_of(g.rows, [](const auto& row) { return !row.empty(); }); });
  if (!any) refuse(file, "EMPTY_WORKBOOK", "no sheet of the workbook holds anything");
  return book;
}

}  // namespace remit::import

#include "import/plain_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/limits.hpp"
#include "import/values.hpp"
#include "intake/csv_rows.hpp"

namespace remit::import {

namespace {

void append_utf8(std::uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xc0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xe0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | (code >> 18));
    out += static_cast<char>(0x80 | ((code >> 12) & 0x3f));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
    out += static_cast<char>(0x80 | (code & 0x3f));
  }
}

// What Windows-1252 has at 0x80 to 0x9f, where Latin 1 has control characters; 0: nothing.
constexpr std::array<std::uint16_t, 32> windows = {
    0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

std::string from_windows(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t code = byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80U] : byte;
    append_utf8(code == 0 ? 0xfffd : code, out);
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big) {
  std::string out;
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<std::uint32_t>(big ? (a << 8) | b : (b << 8) | a);
  };
  for (std::size_t i = 2; i + 1 < bytes.size(); i += 2) {
    std::uint32_t code = unit(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 3 < bytes.size() && unit(i + 2) >= 0xdc00 && unit(i + 2) < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (unit(i + 2) - 0xdc00);
      i += 2;
    } else if (code >= 0xd800 && code < 0xe000) {
      code = 0xfffd;
    }
    append_utf8(code, out);
  }
  return out;
}

std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) return from_utf16(bytes, bytes.front() == '\xfe');
  return base::valid_utf8(bytes) ? std::string(bytes) : from_windows(bytes);
}

}  // namespace

Workbook read_plain_table(const std::string& file, std::string_view bytes) {
  const std::string text = as_utf8(bytes);
  for (const char c : std::string_view(text).substr(0, 4096))
    if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t')
      base::refuse({"WRONG_WORKBOOK", file, 0, 0, {}, "it is no workbook that can be read: give XLSX, ODS or CSV", {}, {}});
  Workbook book{file, {}};
  Grid& grid = book.sheets.emplace_back();
  grid.name = file.substr(file.rfind('/') + 1);
  grid.name = grid.name.substr(0, grid.name.rfind('.'));
  std::size_t cells = 0;
  GridBuilder builder(file, grid, cells);
  intake::Mistakes mistakes;
  std::size_t next = 0;
  intake::read_csv(intake::FileText(file, text), mistakes, [&](const intake::CsvRow& row) {
    // rows stand where their lines do, so that a cell is found again; one with line breaks inside takes several lines
    const std::size_t at = std::max(next, row.line > 0 ? static_cast<std::size_t>(row.line) - 1 : 0);
    for (std::size_t c = 0; c < row.cells.size(); ++c)
      if (!row.cells[c].empty()) builder.put(at, c, {is_error(row.cells[c]) ? Cell::Kind::error : Cell::Kind::text, false, std::string(row.cells[c])});
    next = at + 1;
  });
  mistakes.refuse_if_any();
  return book;
}

}  // namespace remit::import

// A round as the files of its folder, and where in the workbooks each of its records came from.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "intake/json.hpp"
#include "intake/read_round.hpp"

namespace remit::import {

struct RoundFile {
  std::string name;      // "applications.ndjson"
  std::string bytes;
};
/// `round`: the document with all tables in it. Its applications and scores become files of their own, and so do records of the
/// pack's own types, those named in `own`.
std::vector<RoundFile> files_of(const intake::Json& round, const std::vector<std::string>& own);
/// The files as read_round takes them.
intake::Source source_of(const std::vector<RoundFile>& files, const std::string& place);

/// Where a record came from: "applications[3].elements[2]" -> its sheet and row, and the cell of each of its fields.
struct Origin {
  std::string file, sheet;
  std::size_t row = 0;
  std::map<std::string, std::string> cells;   // path -> "C14"
};
using Origins = std::map<std::string, Origin>;
/// A mistake that read_round found in `files_of`, told of the workbook's cell instead.
base::Problem told_of_cells(base::Problem problem, const Origins& origins);

/// One row of CSV, quoted where it must be.
void append_csv_row(const std::vector<std::string>& cells, std::string& out);

}  // namespace remit::import

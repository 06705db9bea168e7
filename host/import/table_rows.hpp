// The rows of a found table as records still loose: values by path, names not yet looked up. What cannot be used is told.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.hpp"
#include "import/found_table.hpp"
#include "import/mapping.hpp"
#include "import/round_files.hpp"
#include "intake/json.hpp"

namespace remit::import {

struct TableRow {
  const FoundTable* table = nullptr;
  std::map<std::string, intake::Json> values;   // by path; keys and references as they stand in the cells
  Origin origin;

  std::string text(const std::string& path) const {
    const auto at = values.find(path);
    return at == values.end() ? std::string() : at->second.str();
  }
};

/// One cell of marks in a wide sheet, or one row of a long one.
struct LooseMark {
  std::string member, application, measure, part;
  intake::Json score;             // null: a justification alone
  std::string justification;
  Origin origin;
};

/// What reading the cells of all tables shares.
struct CellReading {
  const Mapping& mapping;
  base::Problems problems = {};
  std::vector<Question> questions = {};
  std::vector<std::string> notes = {};

  void problem(const Origin& origin, const std::string& path, const std::string& heading, std::string message);
  /// The answer of a cell, with the words that the mapping knows; null where it says nothing or cannot be used.
  intake::Json answer(const Cell& cell, const base::Field& field, const Origin& origin, const std::string& path, const std::string& heading);
};

/// The rows of a table, without headings that are repeated, totals, notes and empty rows.
std::vector<TableRow> rows_of(const FoundTable& table, CellReading& reading);
/// The marks of a score sheet, wide or long.
std::vector<LooseMark> marks_of(const FoundTable& table, CellReading& reading);

}  // namespace remit::import

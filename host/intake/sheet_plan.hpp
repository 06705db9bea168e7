// A round as the sheets of a workbook: which tables there are, and which field stands in which column. What is written to a
// workbook and what is read from one are planned here together, so that a workbook that Remit wrote gives the same round back.
//
// A record is a row. Its groups are columns of their own ("Specification: description"), a list of texts is one cell with an
// item on each line, and a list of records is a sheet of its own, which names the record that it belongs to first.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/schema.hpp"
#include "intake/appeal_types.hpp"
#include "intake/json.hpp"
#include "intake/round_document.hpp"

namespace remit::intake {

struct SheetPlan {
  struct Column {
    std::string path;                     // "specification.objectives"; of a key: "application"
    std::string heading;                  // "Specification: objectives"
    const base::Field* field = nullptr;   // never null
  };
  std::string table;                      // "applications", "applications.elements", "round"
  std::string name;                       // of the sheet: "Elements"
  const base::RecordType* type = nullptr; // of its rows; of `round`: the document
  bool upright = false;                   // one record, its fields below each other
  std::size_t keys = 0;                   // how many columns come first that name the record it belongs to
  std::vector<Column> columns;
  int parent = -1;                        // the plan whose records hold these as a list, or -1
  std::string list;                       // the path of that list

  /// The column of this path, or -1.
  int find(std::string_view path) const;
};

/// Stands in the first cell of a sheet that is for people alone.
inline constexpr std::string_view passed_over_sheet = "remit import passes this sheet over";

/// All sheets of a round, a table after the one that holds it; their order is that in which a person reads them. `types` and
/// its schema must stay alive.
std::vector<SheetPlan> sheet_plans(const DocumentTypes& types);

/// The sheets of appeals, which stand beside a round. An appeal has no name of its own: on its sheet it has a number, by which the
/// sheets of its fresh panel, marks and declarations name it.
struct AppealSheets {
  /// `schema` must stay alive, and this too while its plans are used.
  explicit AppealSheets(const base::Schema& schema);
  AppealSheets(const AppealSheets&) = delete;

  void add_to(std::vector<SheetPlan>& plans) const;
  /// A list of appeals with their numbers, as the sheets hold it; and without them, as appeals.json does.
  static Json numbered(Json appeals);
  static Json plain(Json appeals);

  AppealTypes types;
  base::RecordType with_number;
};
/// The plan of this table, or null.
const SheetPlan* find_plan(const std::vector<SheetPlan>& plans, std::string_view table);

}  // namespace remit::intake

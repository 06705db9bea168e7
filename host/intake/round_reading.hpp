// A round while it is read: its tables with the places they came from, and the mistakes so far. The steps below are
// those of read_round, in order; each leaves out what an earlier mistake has taken away, so that one mistake is told once.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "intake/mistakes.hpp"
#include "intake/read_round.hpp"
#include "intake/record_reader.hpp"
#include "intake/round.hpp"
#include "intake/round_document.hpp"

namespace remit::intake {

/// One table as a file gave it.
struct Sheet {
  const FileText* file = nullptr;   // null: no file has this table
  std::string prefix;               // of its records in a document: "organisations"; empty: a record for each line
  std::vector<Row> rows;            // once settled: as in the Table, row for row
  bool whole = true;                // false: part of it was lost to a mistake, so an unknown id may be no mistake
};

struct Reading {
  explicit Reading(const base::Schema& schema, bool records_alone = false)
      : types(schema, records_alone), round(std::make_unique<Round>()), records(types.own.size()) {}

  DocumentTypes types;
  bool known_alone = false;                // fields that the schema lacks are left out
  Mistakes mistakes;
  std::vector<std::unique_ptr<FileText>> files;
  std::unique_ptr<Round> round;
  Sheet streams, organisations, members, declarations, applications;
  std::vector<Sheet> records;              // of the pack's own types, as DocumentTypes::own
  const base::Value* document = nullptr;   // null: round.json could not be read
  Sheet scores;                            // rows only of a document's own
  bool scores_in_csv = false;
  std::string panel = "panel";             // what messages call it

  /// A mistake at `path` of the record of `row`: "elements[2].needs[1]".
  void mistake(const Sheet& sheet, const Row& row, const char* code, const std::string& path, std::string message);
  /// The line on which that stands.
  static int line_of(const Sheet& sheet, const Row& row, const std::string& path = {});
};

/// "there is no stream `x`; the nearest is `y`"
std::string unknown_id_message(const Reading& reading, std::string_view what, std::string_view id, const Table& table);

void read_files(Reading& reading, const Source& source, const base::Schema& schema);
/// Sorts the tables and finds ids used twice.
void settle_tables(Reading& reading);
/// The same for the members of a panel and their declarations alone.
void settle_people(Reading& reading);
/// What each stream is scored by.
void settle_scoring(Reading& reading, const base::Scoring& pack_scoring);
/// Everything that must hold between records.
void check_records(Reading& reading);
/// Every id of a field that says of which record it is the id.
void check_references(Reading& reading, const base::Schema& schema);
/// The same for the members of a panel and their declarations alone.
void check_people(Reading& reading);
/// Nobody is a panel: a quorum, where one is given, is 1 or more. It stands at `path` of the record of `row`.
void check_quorum(Reading& reading, const Sheet& sheet, const Row& row, const base::Value& quorum, const std::string& path);
void read_marks(Reading& reading);
std::string digest_of_round(const Reading& reading);

}  // namespace remit::intake

// Workbooks as officers keep them -> the files of a round. The path: bytes -> sheets -> tables, each heading matched to a
// field -> records -> one checked round. What is not sure is asked, never guessed; what cannot be used is named by its cell.
#pragma once
#include <string>
#include <vector>

#include "base/measure.hpp"
#include "base/schema.hpp"
#include "import/assemble.hpp"
#include "import/mapping.hpp"
#include "import/open_workbook.hpp"
#include "import/round_files.hpp"

namespace remit::import {

struct Imported {
  std::vector<RoundFile> files;        // empty while there are questions or problems
  std::vector<Question> questions;     // what has to be said first
  base::Problems problems;             // every cell that cannot be used, and every mistake of the round as a whole
  std::vector<std::string> notes;      // what was passed over, hidden or taken in a way worth knowing
  std::size_t applications = 0, scores = 0, streams = 0, members = 0, appeals = 0;
  std::size_t records = 0;             // of the pack's own types
  bool records_alone = false;          // there is nothing that a panel decides: `remit assess` takes it
  std::string id;                      // of the round
};

/// The partnership or pack that a sheet `Round` or the mapping names: which pack's fields are looked for. Empty: none does.
std::string named_pack(const std::vector<Workbook>& books, const Mapping& mapping);

/// `schema` and `pack_scoring` are the pack's that will decide. Nothing is written.
Imported import_round(const std::vector<Workbook>& books, const base::Schema& schema, const base::Scoring& pack_scoring, const Mapping& mapping);

}  // namespace remit::import

// Found tables -> one document of the round's shape, with where each of its records came from. Every cell that cannot be used
// is named; nothing is filled in.
#pragma once
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "import/found_table.hpp"
#include "import/mapping.hpp"
#include "import/round_files.hpp"
#include "intake/json.hpp"

namespace remit::import {

struct Assembled {
  intake::Json round;
  Origins origins;
  base::Problems problems;             // each names its cell
  std::vector<Question> questions;     // facts that no sheet holds
  std::vector<std::string> notes;      // rows passed over, and hidden ones that were read
};

/// `partnership` and what else of the round's own no sheet says is asked for.
/// `records_alone`: it holds the pack's own records, and no applications that a panel decides.
Assembled assemble(const std::vector<FoundTable>& tables, const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names, bool records_alone);

}  // namespace remit::import

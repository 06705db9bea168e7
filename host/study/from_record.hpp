// A case from a real record: the application and what it stands in, with personal fields replaced, and what the record says as what must
// follow.
#pragma once
#include <string>
#include <vector>

#include "intake/json.hpp"
#include "intake/round.hpp"
#include "policy/pack.hpp"

namespace remit::study {

struct FromRecord {
  std::string name;                  // of its files, from the record's digest: "from_1a2b3c4d"
  intake::Json base;                 // a round in one document
  intake::Json cases;                // a list of one case
};

/// `record`: a `remit.record/1`; `document`: the round.json that it was decided from; `round`: the same as read with `pack`. Kept are the
/// application's stream with all its applications and their marks, the panel and the declarations. Names, titles, ids of organisations, members and
/// applications, and whatever is free text, are replaced; words that are compared (outcomes, objectives) stay. Eligibility,
/// findings, conflicts, the total, the rank, the decision and its money are expected. Throws base::Refused (exit 2) when the round does not hold the
/// application.
FromRecord case_from(const intake::Json& record, const intake::Json& document, const intake::Round& round, const policy::Pack& pack);

}  // namespace remit::study

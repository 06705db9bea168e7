// Which items of its source a pack carries, and which cases prove them: read from the pack, its tests, and the list of the items in
// its clauses.csv.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "policy/pack.hpp"

namespace remit::cli {

/// One item of the source, "WI-042".
struct Clause {
  std::string ref, kind, force;            // as clauses.csv lists it, else of the first rule or entry that carries it
  std::vector<std::string> carried_by;     // "requirement at-most-three-areas"
  std::vector<std::string> proved_by;      // "governance.json: a fourth area", of policies/<area>/tests
  bool open() const { return carried_by.empty(); }
  /// Whether it is of a kind that decides about people's money: eligibility, scoring, conflict, appeal, decision.
  bool decides() const;
};

/// By id. A row that only clauses.csv lists is there too: nothing carries it. Throws base::Refused (exit 2) for a file of cases that
/// is no JSON, and for a list without the columns row, ref, kind, force.
std::map<std::string, Clause> clauses_of(const policy::Pack& pack);

/// SOURCES.md of the pack: what stands above its table now, and the table anew, a line for each row. Words that people wrote about a row
/// that no case proves, or not wholly ("text", "open: why"), stay.
std::string sources_of(const policy::Pack& pack, const std::map<std::string, Clause>& clauses);

}  // namespace remit::cli

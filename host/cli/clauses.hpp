// Which items of its source a pack carries, and which cases prove them: read from the pack, its tests and its SOURCES.md.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "policy/pack.hpp"

namespace remit::cli {

/// One item of the source, "WI-042".
struct Clause {
  std::string ref, kind, force;            // of the first rule or entry that carries it; force is empty of an entry
  std::vector<std::string> carried_by;     // "requirement at-most-three-areas"
  std::vector<std::string> proved_by;      // "governance.json: a fourth area", of policies/<area>/tests
  bool open() const { return carried_by.empty(); }
};

/// By id. A row that only SOURCES.md names is there too: nothing carries it. Throws base::Refused (exit 2) for a file of cases that
/// is no JSON.
std::map<std::string, Clause> clauses_of(const policy::Pack& pack);

}  // namespace remit::cli

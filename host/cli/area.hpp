// The packs that are found, and what each says of itself: for `remit areas`, `remit compare-areas` and `remit pack crosswalk`.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "policy/crosswalk.hpp"

namespace remit::cli {

/// Every pack in the places where packs are looked for, by id; of two with one id, the first.
struct FoundPacks {
  struct Broken {
    std::string id;
    base::Problem problem;               // the first
  };
  std::vector<std::shared_ptr<const policy::Pack>> areas;    // frameworks: no other pack extends them, and they say something
  std::vector<std::shared_ptr<const policy::Pack>> others;   // layers of others; crosswalks and nothing else
  std::vector<Broken> broken;                                // do not load
  std::vector<std::shared_ptr<const policy::Pack>> all() const;
};
FoundPacks find_packs();

/// What stands where a framework says something of a matter, or that it is silent.
struct Stated {
  std::string words, clause;             // words: empty when it says neither
  bool silent = false;                   // words say what is not there
};
/// One pack, as a row of the table. Every id with the words that people read.
struct Area {
  struct Named {
    std::string id, title, clause;
  };
  struct Codes {
    std::string id, title, clause, of;
    std::vector<std::string> codes;
  };
  std::shared_ptr<const policy::Pack> pack;
  std::vector<Named> outcomes, decisions, appeals, conflicts;
  std::vector<Codes> classifications;
  std::vector<policy::IdSet> levels, other_outcomes;   // other_outcomes: sets of which some are named and not listed as outcomes
  Stated outcomes_silence, decision, appeal, conflict;   // of outcomes and decisions: only silences
  std::size_t rows = 0, open = 0;        // of `remit pack clauses`
};
/// Reads the pack's rules, entries and silences; for the rows also its cases and SOURCES.md.
Area area_of(std::shared_ptr<const policy::Pack> pack);

/// "format":"remit.areas/1".
std::string areas_as_json(const FoundPacks& found, const std::vector<Area>& areas);

}  // namespace remit::cli

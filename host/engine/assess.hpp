// Requirements, classifications and conflicts of records other than applications: the round, its streams, panel and members,
// and the records of the pack's own types. Each is assessed by itself; nothing is ranked and nothing is funded.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/decided.hpp"

namespace remit::engine {

/// How often records of all lists in `records` may be looked at in one run, counted before anything is asked: for each rule
/// the records that it is asked of, times the records of each list that it looks through.
inline constexpr std::size_t most_looks = 10'000'000;

/// What a rule said of one record. The words are made at once: there are few records, and each is written.
struct Said {
  std::uint16_t rule;                            // index in Pack::requirements, classifications or record_conflicts
  policy::Outcome outcome;
  std::vector<policy::Read> reads;
  std::string cause;                             // of an error
  policy::Explanation words;                     // of fail and refer
};
struct SaidClass {
  Said said;
  std::string code, clause;                      // of the case that fits; empty unless the outcome is pass
};
struct SaidConflict {
  Said said;                                     // fail: it arises; error: it cannot be told
  std::string member;                            // id of the member it is about; empty when the record names none
};

/// One record, assessed.
struct Assessment {
  std::string type, id, title;                   // title: of its field `title` or `name`; may be empty
  std::vector<Said> findings;                    // of requirements, in the order of the pack; none that a plug-in answers: `decide` asks those
  std::vector<SaidConflict> conflicts;           // those that arise
  std::vector<SaidClass> classifications;
};

struct Assessed {
  View view;
  std::vector<Assessment> records;               // sorted by type, then id
};

/// The names of the types that the pack has rules of, sorted: "body", "round", ...
std::vector<std::string> assessed_types(const policy::Pack& pack);

/// Assesses every record of those types. The result points into `round` and `pack`, which must outlive it.
Assessed assess(const intake::Round& round, const policy::Pack& pack);

/// Throws base::Refused (exit 2) when the rules of the pack would look through the records of this round more than `most_looks`
/// times, naming the rule that looks most.
void check_looks(const intake::Round& round, const policy::Pack& pack);

}  // namespace remit::engine

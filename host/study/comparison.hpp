// What one text of a pack makes of a round, and what another makes of the same: the differences, as plain values. Money is in pence, totals
// are exact, and everything stands in the order of streams and ids, so that no order in a file changes a byte of it.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/publication.hpp"

namespace remit::study {

/// Where an application stands under one text.
struct Position {
  std::string_view decision, why;    // "approve-total", "funded-whole"
  std::int64_t amount = 0;           // pence
  std::uint32_t rank = 0;            // 0: none
  std::string total;                 // exact, "242/3"; empty: it has none, or it may not be read
};

/// The first rule that made the difference, in the order of the procedure.
struct Cause {
  std::string rule, clause;          // "within-award-limits", "4.2"; of a measure "measure need", of a value "parameter minimum_total"
  std::string through;               // the application whose change moved this one; empty: its own
  std::string words;                 // "met before, not met now: asks for more than £50,000"
  std::vector<std::string> values;   // parameters that the rule reads and that are not the same: "largest-award: £60,000 before, £50,000 now (4.2)"
};

/// A finding that is not the same: on an application, or (`subject`) on the round, a stream, the panel or a member.
struct FindingChange {
  std::string rule, clause, title;
  std::string_view was, now;         // "pass"; empty: the rule was not asked
  std::string_view effect_was, effect_now;   // "blocks"
  std::string of, subject;           // "stream", "family-support"; empty: the application
};

struct Change {
  std::string application, title, applicant, name, stream;
  Position before, after;
  Cause cause;                       // of what was flipped or moved; no rule: only findings are not the same
  std::vector<FindingChange> findings;

  bool flipped() const { return before.decision != after.decision; }
  bool moved_rank() const { return before.rank != after.rank; }
  bool moved_money() const { return before.amount != after.amount; }
};

struct Totals {
  std::int64_t applications = 0, flipped = 0, ranks = 0, money = 0, findings = 0;   // `money`: applications; `findings`: findings
  std::int64_t pounds_before = 0, pounds_after = 0;   // proposed, in pence
  std::int64_t gained = 0, lost = 0;                  // pence more and pence less, added up over applications
  std::map<std::pair<std::string, std::string>, std::int64_t> flips;   // ("decline", "approve-total") -> how many
};

/// Applications that have one thing in common: the type of the applicant, or a place.
struct Group {
  std::string by, value;             // "applicant.type", "voluntary"; value empty: not answered
  std::int64_t applications = 0, funded_before = 0, funded_after = 0, flipped = 0;
  std::int64_t requested = 0, before = 0, after = 0;  // pence
};

struct StreamMoney {
  std::string id, title;
  std::int64_t budget = 0, before = 0, after = 0;     // proposed, in pence
  std::vector<Change> kept = {};     // ranked, and nothing of it is another: of a stream small enough to be drawn whole
};

struct RoundComparison {
  std::string id, title;
  std::vector<std::string> warnings;
  Totals totals;
  std::vector<StreamMoney> streams;
  std::vector<Change> changes;       // by stream, then application: only those in which anything is not the same
  std::vector<FindingChange> findings;   // on the round, its streams, panel and members
  std::vector<Group> groups;         // by what they have in common, then its value
};

/// A change and the line of the list of meant changes that names it; 0: none does.
struct ExpectedRow {
  std::string round, application, what, before, after;
  int line = 0;
};
/// What the list of meant changes makes of it.
struct Expectation {
  std::string file;
  std::size_t listed = 0, changes = 0;
  std::vector<ExpectedRow> others;       // came, and are not listed
  std::vector<ExpectedRow> missing;      // are listed, and did not come
  bool holds() const { return others.empty() && missing.empty(); }
};

struct PackName {
  std::string id, version, digest;
};
struct Comparison {
  PackName before, after;
  std::vector<RoundComparison> rounds;
  std::string redacted = {};         // "public", "on-request"; empty: nothing was left out
  std::optional<Expectation> expected = {};   // when a list was given
};

/// The totals of all rounds together.
Totals sum_of(const std::vector<RoundComparison>& rounds);
/// Leaves out what `to` may not read, as the table of publication says of "remit.comparison/1".
void redact(Comparison& comparison, record::Publication to);

}  // namespace remit::study

// How firm a result is: how far each weight, each threshold and each assessor would have to move before another set of applications gets
// money. Found exactly where the arithmetic allows it: totals are fractions of straight lines in a weight, a threshold or a shift of marks,
// so that an order can only change where two of them meet; every such meeting is looked at, nearest first, and the engine decides again at it
// and just past it. Parameters of rules are tried at every value that the rules read beside them, and then by doubling and halving.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/decided.hpp"
#include "record/publication.hpp"

namespace remit::study {

/// The nearest value in one direction that changes the set.
struct Edge {
  bool found = false;                // false: none does; `at` then says as far as it was looked, or is empty: however far
  std::string at;                    // exact: "226/5"
  bool past = false;                 // at `at` itself the set is the same, and changes just past it
  bool beyond_scale = false;         // of marks: some mark would leave its scale before that
  std::string how;                   // "exact", "tried" (at all values that rules read beside it), "halving"; why it was not looked at
  std::vector<std::string> gains, loses;   // applications that get money there, and that do not any more
};
/// One thing that could move. `kind`: "weight", "minimum_total", "minimum", "parameter"; of an assessor "marks" (all of the assessor's marks
/// in the stream, as a share of each scale) or "one" (those of one application).
struct Move {
  std::string kind, id, title, clause;
  std::string now, unit;             // exact; "points", "pounds", "of the scale"; of marks "0"
  Edge down, up;
  std::string application_down, application_up;   // of "one": whose marks
};
struct LeftOut {
  std::string member, name;
  std::vector<std::string> gains, loses;   // without this assessor
  std::size_t unscored = 0;          // applications that nobody else scored
};
struct StreamSensitivity {
  std::string id, title, note;       // why nothing was looked at; else empty
  std::size_t applications = 0;
  std::vector<std::string> funded;
  std::vector<Move> moves;           // weights, thresholds and parameters
  std::vector<Move> marks;           // by assessor
  std::vector<LeftOut> left_out;
};
struct RoundSensitivity {
  std::string id, title;
  std::vector<StreamSensitivity> streams;
};
struct Sensitivity {
  std::string pack, version, digest;
  std::vector<RoundSensitivity> rounds;
  std::string redacted = {};
};

/// `decided` is of `round` and `pack`, with the ledger of what rules read. The round is changed while this runs, and is as it was when it
/// returns.
RoundSensitivity sensitivity_of(intake::Round& round, const policy::Pack& pack, const engine::Decided& decided, policy::Plugins* plugins);
/// Leaves out what `to` may not read.
void redact(Sensitivity& sensitivity, record::Publication to);

}  // namespace remit::study

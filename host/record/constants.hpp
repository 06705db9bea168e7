// What every record of a round repeats, turned into JSON once. A record is then mostly copying: the pack, the parameters
// and the silences are whole fragments, and each rule brings the words that do not depend on the application.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/decided.hpp"

namespace remit::record {

/// What a record says of the run that made it, beside what was decided.
struct Run {
  std::string engine = "0.1.0";   // version of Remit
  bool what_if = false;           // another pack than the pinned one decided
};

/// The unchanging words of one rule, in the places that sorted keys give them within a finding.
struct RuleText {
  std::string clause, force_to_layer, reading_to_rule, title;   // `"clause":"4.5.3 b2",`, ...
};

/// The key of a field that was read: `"application.title":`, and its place among all such keys in sorted order.
struct ReadKey {
  std::string key;
  std::uint32_t order = 0;
};

/// Shared by all threads; points into `decided`, which outlives it.
struct RoundConstants {
  const engine::Decided* decided = nullptr;
  Run run;
  std::vector<std::uint32_t> order;                  // applications by stream, then id: the order of records
  std::vector<RuleText> criteria;                    // as Pack::criteria
  std::vector<std::vector<ReadKey>> read_keys;       // by root, by field
  std::vector<std::int64_t> left_before;             // by application: pence left when its rank came up; 0 without a rank
  std::vector<std::uint32_t> sharing;                // by application: how many of its stream have its rank
  std::vector<std::vector<std::uint32_t>> stream_recusals;   // by stream: the first recusal of each member out of it
  std::vector<std::uint32_t> panel_recusals;                 // the same, of each member out of the panel
  std::vector<std::vector<std::string>> measure_ends;        // by stream, by measure: from "measure" to "weight", in two parts
  std::vector<std::vector<std::uint16_t>> marks_order;       // by stream: measures in sorted order of their ids

  // Fragments of JSON, without a leading comma unless said.
  std::string applicant_end;
  std::string as_of, engine_to_input, pack, panel_id, parameters, procedure, silences, what_if, round, plugins, input;
  std::array<std::string, 6> decision_clause_to_decision, decision_title;
};

RoundConstants constants_of(const engine::Decided& decided, Run run);

}  // namespace remit::record

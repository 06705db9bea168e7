// What every record of a round repeats, turned into JSON once. A record is then mostly copying: the pack, the parameters
// and the silences are whole fragments, and each rule brings the words that do not depend on the application.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/decided.hpp"
#include "record/pack_texts.hpp"

namespace remit::record {

/// What a record says of the run that made it, beside what was decided.
struct Run {
  std::string engine = "0.1.0";   // version of Remit
  bool what_if = false;           // another pack than the pinned one decided
  std::string publisher = {};     // who signed the installed pack, as canonical JSON; empty: nobody, or it was read from a folder
};

/// The unchanging words of one measure, and its parts in the sorted order of their ids.
struct MeasureText {
  std::string high_to_mean;       // `{"high":"5","mean":`
  std::string measure_to_met;     // `,"measure":"need","met":`
  std::string minimum_to_weight;  // `,"minimum":"2","title":"Need","weight":"30"}`
  std::string key;                // `"need":`
  std::vector<std::uint16_t> parts;
  std::vector<std::string> part_keys;   // in the order of the measure's parts
};

/// A stream as its records need it.
struct StreamText {
  std::vector<MeasureText> measures;
  std::vector<std::uint16_t> sorted_measures;   // indices, by id
  std::string threshold;                        // `,"threshold":"50"` or empty
  std::string silences_to_ties;                 // `,"silences":[...],"stream":"...","ties":[`
  std::vector<std::uint32_t> recusals;          // the first of each member who is out of the stream or the panel
  std::uint32_t tie_rank = 0;                   // the rank that the panel must choose in; 0: none
  std::uint32_t line_rank = 0;                  // the first rank that is not funded whole; 0: none
};

/// Shared by all threads; points into `decided`, which outlives it.
struct RoundConstants {
  const engine::Decided* decided = nullptr;
  std::vector<policy::PluginIdentity> plugins;  // as Pack::plugins; empty when the pack asks none
  Run run;
  std::vector<std::uint32_t> order;             // applications by stream, then id: the order of records
  std::vector<RuleText> criteria, requirements; // as Pack::criteria, Pack::requirements
  std::vector<std::vector<ReadKey>> read_keys;  // by root, by field
  std::vector<std::int64_t> left_before;        // by application: pence left when its rank came up; 0 without a rank
  std::vector<StreamText> streams;

  // Fragments that records share, and those of the document.
  std::string as_of_to_conflicts, engine, format_to_taking_part, plugins_to_amount, round_to_scores, what_if_to_missed;
  std::string pack;
  std::vector<std::string> parameters_to_plugins;  // by stream: what was in force when it opened may differ
  std::array<std::string, 6> clause_to_elements;   // by Proposed: `","clause":"4.5.6","decision":"approve-total","elements":[`
  std::array<std::string, 6> holds_back;           // `,"holds_back":"offer"` or empty
  std::array<std::string, 6> title;                // `,"title":"..."` or empty

  const intake::Round& round() const { return *decided->view.round; }
  const policy::Pack& policy() const { return *decided->view.pack; }
  const base::Value& application(std::uint32_t row, std::uint16_t field) const {
    return round().applications.at(row, field);
  }
};

RoundConstants constants_of(const engine::Decided& decided, Run run);

}  // namespace remit::record

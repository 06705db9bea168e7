// Records of appeals as they are read back, for reports. What the keys mean is said in docs/decision-record.md.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "intake/json.hpp"
#include "record/record.hpp"

namespace remit::record {

struct AppealFinding {
  std::string rule, title, outcome, clause, force, reading, message, cause;
  bool asks = false;                       // about what the rule asks for besides
  std::vector<Shortfall> shortfalls;
};
struct PanelCheck {
  std::string rule, clause, outcome, message;
};
struct FreshPanel {
  bool constituted = false, fit = false;
  std::string id, reason;                  // reason: why there is none
  std::optional<std::int64_t> quorum;
  std::vector<Member> members;
  std::vector<PanelCheck> checks;

  std::string_view name_of(std::string_view member) const;
};
struct Change {
  std::string kind, measure, first, second, points, message;
};
struct Standing {
  std::string decision;
  std::int64_t amount = 0, rank = 0;       // pence; 0: no rank
  std::vector<std::string> elements;
};
struct Moved {
  std::string application;
  Standing first, second;
};
struct AppealRecord {
  std::string engine, procedure, round, stream, application, as_of, input, digest;
  bool what_if = false;
  std::string ground, received, views, by, by_name;
  std::string outcome;                     // "admitted", "not_admitted", "incomplete", "refer", "no_provision"
  std::vector<AppealFinding> findings;
  FreshPanel panel;
  DecisionRecord first;
  std::optional<DecisionRecord> second;
  std::string not_again;                   // why there is no second
  std::vector<Change> changes;
  std::vector<Moved> elsewhere;
  std::int64_t left_first = 0, left_second = 0;   // of the stream's budget, when there is a second
  PackText pack;
  std::vector<ParameterValue> parameters;  // what the framework settles about appeals
  std::vector<Silence> silences;           // and what it does not
};

/// Throws base::Refused (exit 2) when it is no `remit.appeal/1`, or a key that must be there is not; `file` is named.
AppealRecord read_appeal_record(const intake::Json& json, const std::string& file);

}  // namespace remit::record

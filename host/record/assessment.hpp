// The record of one assessment, `remit.assessment/1`: written in canonical form, and read back for reports. What its keys mean is
// said in docs/decision-record.md.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/assess.hpp"
#include "record/constants.hpp"
#include "record/record.hpp"

namespace remit::record {

/// Appends each record that is `wanted`, as canonical JSON followed by `end`. Empty `type`: all types.
void write_assessments(const engine::Assessed& assessed, const Run& run, std::string_view type, std::string_view end,
                       const std::function<void(std::string_view)>& write);
/// The `remit.assessments/1` document around them.
std::string assessments_document(const engine::Assessed& assessed, const Run& run, std::string_view type);

struct AssessedConflict {
  Finding finding;          // outcome fail: it arises
  std::string member, action;
};
struct AssessedClass {
  std::string rule, title, outcome, code, clause, message, cause, reading, layer, gives;
  std::vector<Fact> read;
};
struct AssessmentRecord {
  std::string engine, round, type, id, title, as_of, input, digest;
  bool what_if = false;
  PackText pack;
  std::vector<Finding> findings;
  std::vector<AssessedConflict> conflicts;
  std::vector<AssessedClass> classifications;
  std::vector<Silence> silences;
};
/// Reads one record. `file` is named when it is none: base::Refused (exit 2).
AssessmentRecord read_assessment(const intake::Json& record, const std::string& file);

}  // namespace remit::record

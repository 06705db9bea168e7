// Assessments for people: by type, what passes, what does not and why; and one record with all that was looked at.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "record/assessment.hpp"
#include "report/text.hpp"

namespace remit::report {

/// Appends the text of all `records`, which are sorted by type and id. `round`: its id, said where there are none. `of_one_type`: only
/// that type was asked about, so only the silences that touch it are told.
void write_assessments(std::string_view round, const std::vector<record::AssessmentRecord>& records, bool of_one_type, const TextStyle& style, std::string& out);
/// Appends everything that was said of one record; with `rule` only what that rule said. False, and nothing appended, when no
/// rule of that name was asked.
bool write_assessment_explained(const record::AssessmentRecord& record, std::string_view rule, const TextStyle& style, std::string& out);

}  // namespace remit::report

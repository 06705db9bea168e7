// The ranked list as CSV (RFC 4180), safe to open in a spreadsheet.
#pragma once
#include <string>
#include <string_view>

#include "record/record.hpp"

namespace remit::report {

/// Appends a heading and one line for each application, by stream, rank, then id: application, applicant, stream, rank,
/// total, decision, amount, reason. A text that a spreadsheet would take for a formula gets an apostrophe before it.
void write_csv(const record::DecisionDocument& document, std::string& out);

/// One cell of any such table: quoted where RFC 4180 asks for it, and never the start of a formula.
void append_csv_cell(std::string_view text, std::string& out);

}  // namespace remit::report

// One record as an <article> of the HTML report.
#pragma once
#include <string>

#include "record/record.hpp"

namespace remit::report {

/// Appends the article, with its explanation from the record alone; names of members come from `document`.
void write_html_record(const record::DecisionDocument& document, const record::DecisionRecord& record, std::string& out);

}  // namespace remit::report

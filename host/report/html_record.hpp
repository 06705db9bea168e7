// One record as an <article> of the HTML report.
#pragma once
#include <string>

#include "record/record.hpp"
#include "report/html_rules.hpp"

namespace remit::report {

/// Appends the article, with its explanation from the record alone; names of members come from `document`. `rules`: what the page
/// tells of them once, and the article leaves out; null: nothing.
void write_html_record(const record::DecisionDocument& document, const record::DecisionRecord& record, const RulesTold* rules, std::string& out);

}  // namespace remit::report

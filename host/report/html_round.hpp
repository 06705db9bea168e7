// The parts of the page that are about the round as a whole: conflicts of interest, what was found of the round, the silences
// of the framework, and the text that decided.
#pragma once
#include <string>

#include "record/record.hpp"

namespace remit::report {

void write_html_conflicts(const record::DecisionDocument& document, std::string& out);
void write_html_findings(const record::DecisionDocument& document, std::string& out);
void write_html_silences(const record::DecisionDocument& document, std::string& out);
void write_html_text(const record::DecisionDocument& document, std::string& out);

}  // namespace remit::report

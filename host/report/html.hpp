// One HTML file that needs nothing else: no script, no network, no fonts. Reads on a phone, prints on paper.
#pragma once
#include <string>

#include "record/record.hpp"

namespace remit::report {

/// Appends the page. Each record has its own <article id="application-ID">.
void write_html(const record::DecisionDocument& document, std::string& out);

}  // namespace remit::report

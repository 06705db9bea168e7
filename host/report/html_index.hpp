// Finding one application of many: all of them by the name of who applied, each a link to its record.
#pragma once
#include <string>

#include "record/record.hpp"

namespace remit::report {

void write_html_index(const record::DecisionDocument& document, std::string& out);

}  // namespace remit::report

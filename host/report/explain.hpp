// `remit explain`: why one application stands where it stands, in plain words.
#pragma once
#include <string>
#include <string_view>

#include "record/record.hpp"
#include "report/text.hpp"

namespace remit::report {

/// Appends the explanation of `record`, a record of `document`. With `rule`, only what that rule found; false, and nothing
/// appended, when no rule of that name was asked.
bool write_explanation(const record::DecisionDocument& document, const record::DecisionRecord& record,
                       std::string_view rule, const TextStyle& style, std::string& out);

}  // namespace remit::report

// The words of records as people outside the office read them: sentences, and what a field is called instead of its name.
#pragma once
#include <string>
#include <string_view>

#include "record/record.hpp"

namespace remit::letters {

/// "it asks for £3,400" -> "It asks for £3,400."
std::string sentence(std::string_view text);
/// The first letter a capital; ASCII only.
std::string with_capital(std::string_view text);
/// `text` with what people call each field in the place of its path: "no, or partner[1].evidence an answer" -> "no, or evidence
/// of the partner's agreement an answer". A path without a label loses its dots and underscores.
std::string without_paths(const record::DecisionDocument& document, std::string_view text);
/// What was asked and not met: the measure's or field's name in `what`, and "at most £3,000 was needed; yours was £3,400" in `needed`.
struct Needed {
  std::string what, needed;
};
Needed needed_words(const record::DecisionDocument& document, const record::DecisionRecord& record, const record::Missed& missed);
/// "1.33" for "4/3".
std::string mark_words(std::string_view exact);

/// What a partnership has settled, as its applicants read it: "15 days", "no", "it takes the place of the first finding".
std::string settled_words(const record::ParameterValue& parameter);

}  // namespace remit::letters

// What `remit compare` shows of a comparison: words, JSON, or a page. Each is made from the same values, redacted or not.
#pragma once
#include <string>

#include "study/comparison.hpp"

namespace remit::cli {

/// "applicant type community", "place Glen Valley".
std::string group_words(const study::Group& group);
/// "small-group [minute 2.2]: met before, not met now".
std::string finding_words(const study::FindingChange& finding);
/// Totals first, then round by round what is not the same.
std::string comparison_text(const study::Comparison& comparison, bool colour);
/// "format":"remit.comparison/1", canonical, with a line end.
std::string comparison_json(const study::Comparison& comparison);
/// What stands between the head and the end of its page, for pages of others.
std::string comparison_sections(const study::Comparison& comparison);
/// A page that needs nothing else.
std::string comparison_html(const study::Comparison& comparison);

}  // namespace remit::cli

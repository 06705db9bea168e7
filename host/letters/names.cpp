#include "letters/names.hpp"

#include <algorithm>

namespace remit::letters {

const std::vector<std::string_view>& all_names() {
  static const std::vector<std::string_view> names{
      "about", "agency", "amount", "appeal_facts", "appeal_silences", "appeals", "applicant", "asked", "budget", "chair", "clause",
      "comments", "cost", "counted", "day", "decision", "decision_clause", "document", "elements", "failed", "found", "framework",
      "has_appeal_facts", "has_appeal_silences", "has_appeals", "has_comments", "has_elements", "has_failed", "has_items", "has_leaves",
      "has_left_out", "has_marks", "has_members", "has_missed", "has_out", "has_pending", "has_reasons", "has_returns",
      "has_returns_at_end", "has_short", "has_stays_out", "has_streams", "held", "high", "in_part", "in_proposal", "ineligible", "items",
      "leaves", "left", "left_out", "mark", "marks", "mean", "measure", "members", "met", "minimum", "missed", "name", "needed", "no_money",
      "number", "other_reason", "out", "outcome", "part", "pending", "project", "proposal", "question", "quorum", "rank", "reading",
      "reason", "reasons", "reference", "returns", "returns_at_end", "round", "rule", "sent_on", "set_aside", "short", "stays_out",
      "stream", "streams", "threshold", "title", "too_low", "total", "unfit", "value", "what", "who", "why", "words"};
  return names;
}

bool is_name(std::string_view name) { return std::ranges::binary_search(all_names(), name); }

}  // namespace remit::letters

#include "policy/appeal_sections.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace remit::policy {

namespace {

bool has_digit(std::string_view s) { return std::ranges::any_of(s, [](char c) { return c >= '0' && c <= '9'; }); }

/// The sections that a clause names: "4.5.6, 4.5.9 s3 (gap)" -> 4.5.6 and 4.5.9; a clause without numbers is its own.
std::vector<std::string_view> sections_of(std::string_view clause) {
  std::vector<std::string_view> out;
  while (!clause.empty()) {
    std::string_view part = base::trim(clause.substr(0, clause.find(',')));
    clause.remove_prefix(std::min(clause.size(), clause.find(',') == clause.npos ? clause.size() : clause.find(',') + 1));
    std::string_view section = part;
    while (!part.empty()) {
      const std::string_view word = part.substr(0, part.find(' '));
      if (has_digit(word)) {
        section = word;
        break;
      }
      part = base::trim(part.substr(word.size()));
    }
    if (!section.empty()) out.push_back(section);
  }
  return out;
}

}  // namespace

bool is_of_appeals(const Pack& pack, std::string_view clause) {
  const auto sections = sections_of(clause);
  return pack.appeals.empty() || std::ranges::any_of(pack.appeals, [&](const Appeal& rule) {
    return std::ranges::any_of(sections_of(rule.clause), [&](auto s) { return std::ranges::find(sections, s) != sections.end(); });
  });
}

}  // namespace remit::policy

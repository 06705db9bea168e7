#include "policy/appeal_sections.hpp"

#include <algorithm>

#include "policy/sections.hpp"

namespace remit::policy {

bool is_of_appeals(const Pack& pack, std::string_view clause) {
  const auto sections = sections_of(clause);
  return pack.appeals.empty() || std::ranges::any_of(pack.appeals, [&](const Appeal& rule) {
    return std::ranges::any_of(sections_of(rule.clause), [&](auto s) { return std::ranges::find(sections, s) != sections.end(); });
  });
}

bool is_of_appeals(const Pack& pack, const NoProvision& silence) {
  if (!pack.appeals.empty()) return is_of_appeals(pack, silence.clause);
  const auto named = [](const NoProvision& s) { return s.id.starts_with("appeal"); };
  return named(silence) || std::ranges::none_of(pack.no_provisions, named);
}

}  // namespace remit::policy

#include "policy/section_status.hpp"

#include <algorithm>

namespace remit::policy {

namespace {

std::string named(const Entry& entry, std::string_view name) {
  const auto found = std::ranges::find(entry.more, name, &std::pair<std::string, std::string>::first);
  return found == entry.more.end() ? std::string() : found->second;
}

}  // namespace

std::vector<SectionStatus> section_statuses(const Pack& pack) {
  std::vector<SectionStatus> out;
  for (const auto& entry : pack.entries) {
    SectionStatus one{named(entry, "section"), named(entry, "status"), entry.clause};
    if (entry.kind == "note" && !one.section.empty() && !one.status.empty()) out.push_back(std::move(one));
  }
  std::ranges::stable_sort(out, {}, &SectionStatus::section);
  return out;
}

const SectionStatus* section_of(const std::vector<SectionStatus>& sections, std::string_view clause) {
  const SectionStatus* found = nullptr;
  for (const auto& one : sections) {
    if (!clause.starts_with(one.section)) continue;
    const char after = clause.size() > one.section.size() ? clause[one.section.size()] : ' ';
    if (after >= '0' && after <= '9') continue;
    if (found == nullptr || one.section.size() > found->section.size()) found = &one;
  }
  return found;
}

}  // namespace remit::policy

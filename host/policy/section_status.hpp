// What single sections of a source are: a paper may report what was decided beside what it only suggests. A pack says so in notes with
// `section` and `status`; reports show it at their head, and `remit check` holds rules to it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.hpp"

namespace remit::policy {

struct SectionStatus {
  std::string section, status, clause;   // "4", "proposed", and where the source says so
};

/// Of the notes of the pack that have both, by section. Empty: the pack says nothing of single sections.
std::vector<SectionStatus> section_statuses(const Pack& pack);

/// The one among `sections` that a clause stands in: the longest that the first section which it cites begins with ("3.4.3" before "3"
/// for "3.4.3 b1", none for "13"). Null where it stands in none.
const SectionStatus* section_of(const std::vector<SectionStatus>& sections, std::string_view clause);

}  // namespace remit::policy

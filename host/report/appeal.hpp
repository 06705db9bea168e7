// What `remit appeal` prints: each appeal with its answer, something that a chair can read aloud.
#pragma once
#include <span>
#include <string>

#include "record/appeal_record.hpp"
#include "report/text.hpp"

namespace remit::report {

/// Appends all appeals of a round, which `round` names for when there are none.
void write_appeals(std::string_view round, std::span<const record::AppealRecord> appeals, const TextStyle& style, std::string& out);

}  // namespace remit::report

// What is proposed for one application, and why, in words that a chair can read aloud.
#pragma once
#include <cstdint>
#include <string>

#include "record/constants.hpp"
#include "record/findings.hpp"

namespace remit::record {

/// Appends what follows `"proposal":{"amount":"` up to its closing brace. `findings` has turned to the application.
void write_proposal(const RoundConstants& constants, const FindingWriter& findings, std::uint32_t application, std::string& out);
/// Appends what the money would have needed to be, where the money was the reason, with a comma where needed.
void write_missed_money(const RoundConstants& constants, std::uint32_t application, std::string& out);

}  // namespace remit::record

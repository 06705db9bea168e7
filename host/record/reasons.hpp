// The reasons of a proposal: each with the rule or the step of the procedure that it rests on.
#pragma once
#include <cstdint>
#include <string>

#include "record/constants.hpp"
#include "record/findings.hpp"

namespace remit::record {

/// Appends the reasons as members of a list. `findings` has turned to the application.
void write_reasons(const RoundConstants& constants, const FindingWriter& findings, std::uint32_t application, std::string& out);

}  // namespace remit::record

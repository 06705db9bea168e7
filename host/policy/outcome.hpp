// The six things that can be said of a record by a rule.
#pragma once
#include <cstdint>
#include <string_view>

namespace remit::policy {

enum class Outcome : std::uint8_t { pass, fail, refer, not_applicable, no_provision, error };
std::string_view word(Outcome);   // "pass", "fail", "refer", "not_applicable", "no_provision", "error"

}  // namespace remit::policy

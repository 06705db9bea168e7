// Every name that a template may use. What a letter does not fill is simply not there; what no letter fills is a mistake.
#pragma once
#include <string_view>
#include <vector>

namespace remit::letters {

/// In alphabetical order; docs/letters.md says what each holds.
const std::vector<std::string_view>& all_names();
bool is_name(std::string_view name);

}  // namespace remit::letters

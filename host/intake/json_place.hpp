// Finds a field again in a JSON text that was read already, so that a mistake between records can name its line.
#pragma once
#include <string_view>

namespace remit::intake {

/// `record` points at the `{` of an object that is known to be JSON and lies before `end`. Returns where the value at `path`
/// ("elements[2].needs[1]") begins, or as far towards it as the text goes: the object itself for an absent field.
const char* find_in_json(const char* record, const char* end, std::string_view path);

}  // namespace remit::intake

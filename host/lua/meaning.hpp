// What an entry of a pack says, apart from how it is laid out: for the lock of overrides, which tells whether a rule has changed.
#pragma once
#include <map>
#include <string>
#include <string_view>

namespace remit::lua {

/// The parts of `word "id" { key = ..., ... }` in a file, by key, each as it is written there without comments, breaks, the
/// commas that may be left out, and the brackets round a single text; and under "local x" each name of the file that those use,
/// or that such a one uses. Empty when the entry is not there. `row` and `effect_reason` are left out: they change nothing that
/// is asked or said.
std::map<std::string, std::string> meaning_of(std::string_view source, std::string_view word, std::string_view id);

}  // namespace remit::lua

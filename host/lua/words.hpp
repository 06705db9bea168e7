// A word of the language: `criterion "added-value" { ... }`.
#pragma once
#include "lua/spec.hpp"

namespace remit::lua {

/// Makes `name` a word of the file level: called with an id, then with a table, which `take` reads.
void define_word(Loading& loading, const char* name, void (*take)(Spec&));

/// Adds to `type` the fields in the table at `index` of the spec's body, as the word `record` does, under the group `group`.
void add_fields(Spec& spec, base::RecordType& type, int index, const std::string& group);
/// "1.0.0"
bool is_version(std::string_view text);
/// The use of a plug-in that `plugin = "id/item"` in the body names, or -1 when there is none (or after reporting).
int plugin_use(Spec& spec, policy::Capability capability, bool or_round_check = false);

}  // namespace remit::lua

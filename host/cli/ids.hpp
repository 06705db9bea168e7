// What a plug-in or a pack may be called.
#pragma once
#include <string>
#include <string_view>

namespace remit::cli {

/// Small letters, digits and hyphens, a letter first and no hyphen last; at most 60.
bool is_id(std::string_view name);
/// The id that is nearest to what was typed: "River Towns" gives "river-towns". Empty when nothing of it can stand in one.
std::string nearest_id(std::string_view name);

}  // namespace remit::cli

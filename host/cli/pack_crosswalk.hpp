#pragma once
#include "cli/commands.hpp"

namespace remit::cli {

/// Adds `remit pack crosswalk A B` to the command `remit pack`.
void add_pack_crosswalk(Command& pack, Program& program);

}  // namespace remit::cli

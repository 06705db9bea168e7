// A pack that was opened, checked: what the pack itself says, and what this machine adds, which are its lock and its plug-ins.
#pragma once
#include <string>
#include <vector>

#include "policy/pack.hpp"
#include "study/check.hpp"

namespace remit::cli {

/// Everything that `remit check` finds of `pack`, in the order in which it is told. `plugins`: folders to look for plug-ins in, before the
/// usual ones.
study::Checked checked(const policy::Pack& pack, const std::vector<std::string>& plugins);

}  // namespace remit::cli

// The plug-ins of a pack, opened for a command: where they are looked for, and the round whose files they are given.
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "policy/pack.hpp"

namespace remit::cli {

/// Those that the pack uses, ready to answer; null when it uses none. `folders`: --plugins. `round`: what the user named, a folder,
/// a document or "-"; empty: there is none. Throws base::Refused: exit code 3 for what is missing or does not fit, 4 for what is
/// not trusted.
std::unique_ptr<policy::Plugins> open_plugins(const policy::Pack& pack, const std::string& round, const std::vector<std::string>& folders);

}  // namespace remit::cli

// The commands about native plug-ins. `remit plugin` and the program `remit-plugin` have the same ones.
#pragma once
#include <string>

#include "cli/commands.hpp"

namespace remit::cli {

/// Adds each to `parent`, whose commands are called as `called` ("remit plugin").
void add_plugin_list(Program& program, Command& parent, const std::string& called);
void add_plugin_inspect(Program& program, Command& parent, const std::string& called);
void add_plugin_trust(Program& program, Command& parent, const std::string& called);
void add_plugin_validate(Program& program, Command& parent, const std::string& called);
void add_plugin_manifest(Program& program, Command& parent, const std::string& called);
/// `plugin` below `remit new`, or `new` of `remit-plugin`.
void add_new_plugin(Program& program, Command& parent, const std::string& name, const std::string& called);

}  // namespace remit::cli

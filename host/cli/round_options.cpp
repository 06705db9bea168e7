#include "cli/round_options.hpp"

#include "cli/command_line.hpp"
#include "cli/session.hpp"

namespace remit::cli {

void add_plugins(Command& command, std::vector<std::string>& folders) {
  command.add_option("--plugins", folders, "a folder to look for plug-ins in, before REMIT_PLUGINS and those that came with Remit; may be repeated")->one_at_a_time();
}

void add_what_if(Command& command, Wanted& wanted, const std::string& noted) {
  command.add_option("--pack", wanted.pack, "another pack than the round's own: its id or folder (with --what-if); the pack of applications by themselves");
  command.add_flag("--what-if", wanted.what_if, "allow a pack that the round is not pinned to; " + noted);
  command.add_option("--as-of", wanted.as_of, "the date that stands for today, instead of the round's own");
}

}  // namespace remit::cli

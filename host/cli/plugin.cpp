#include "cli/plugin_commands.hpp"
#include "cli/workbooks.hpp"

namespace remit::cli {

void add_plugin(Program& program) {
  auto* command = program.app.add_subcommand("plugin", "look at native plug-ins, check them, and say which are trusted");
  command->require_subcommand();
  command->footer("examples:\n  remit plugin list\n  remit plugin validate build/my-plugin.so\n  remit plugin trust plugins/my-plugin.so");
  add_plugin_list(program, *command, "remit plugin list");
  add_plugin_inspect(program, *command, "remit plugin inspect");
  add_plugin_validate(program, *command, "remit plugin validate");
  add_plugin_trust(program, *command, "remit plugin trust");
  add_plugin_manifest(program, *command, "remit plugin manifest");
}

void add_new(Program& program) {
  auto* command = program.app.add_subcommand("new", "begin a pack, a plug-in or a workbook");
  command->require_subcommand();
  command->footer("examples:\n  remit new pack river-towns --title \"River Towns: youth grants\"\n  remit new plugin school-places\n  remit new workbook small-grants");
  add_new_pack(program, *command);
  add_new_workbook(program, *command);
  add_new_plugin(program, *command, "plugin", "remit new plugin");
}

}  // namespace remit::cli

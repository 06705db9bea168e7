// The program `remit-plugin`: the worker in which the host runs a plug-in, and the commands of those who write one. It knows nothing of
// packs and rounds, and comes with the SDK.
#include <csignal>
#include <iostream>
#include <string_view>

#include "base/problem.hpp"
#include "cli/command_line.hpp"
#include "cli/plugin_commands.hpp"
#include "plugins/worker.hpp"

namespace {

int run(int count, char** words) {
  using namespace remit::cli;
  std::signal(SIGPIPE, SIG_IGN);
  Command app{"Looks at native plug-ins of Remit, checks them, and begins new ones.", "remit-plugin"};
  app.footer("examples:\n  remit-plugin new school-places\n  remit-plugin validate build/school-places.so\nremit-plugin COMMAND --help says more of each.");
  app.require_subcommand();
  Program program{app, false, {}};
  add_new_plugin(program, app, "new", "remit-plugin new");
  add_plugin_validate(program, app, "remit-plugin validate");
  add_plugin_inspect(program, app, "remit-plugin inspect");
  add_plugin_list(program, app, "remit-plugin list");
  add_plugin_trust(program, app, "remit-plugin trust");
  add_plugin_manifest(program, app, "remit-plugin manifest");
  if (const auto told = app.read(count, words)) return *told;
  try {
    return program.chosen();
  } catch (const remit::base::Refused& refused) {
    for (const auto& problem : refused.problems) std::cerr << problem.text() << "\n";
    return refused.exit_code;
  } catch (const std::exception& e) {
    std::cerr << "remit-plugin: a fault in Remit itself, not in your files: " << e.what() << "\n";
    return 2;
  }
}

}  // namespace

int main(int count, char** words) {
  if (count == 2 && std::string_view(words[1]) == "worker") remit::plugins::run_worker();
  return run(count, words);
}

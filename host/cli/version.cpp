#include "cli/commands.hpp"
#include "cli/session.hpp"

namespace remit::cli {

void add_version(Program& program) {
  auto* command = program.app.add_subcommand("version", "which Remit this is");
  command->footer("example:\n  remit version");
  command->callback([&program] {
    program.chosen = [] {
      print("remit " REMIT_VERSION "\n");
      return 0;
    };
  });
}

}  // namespace remit::cli

#include "cli/run.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "base/problem.hpp"
#include "cli/commands.hpp"
#include "cli/compare_command.hpp"
#include "cli/letter_commands.hpp"
#include "cli/log.hpp"
#include "cli/workbooks.hpp"

namespace remit::cli {

namespace {

bool wants_colour(const std::string& choice) {
  if (choice == "always") return true;
  if (choice == "never" || std::getenv("NO_COLOR")) return false;
  return ::isatty(STDOUT_FILENO) == 1;
}

void interrupted(int) { std::_Exit(130); }

}  // namespace

int run(int count, char** words) {
  std::signal(SIGINT, interrupted);
  std::signal(SIGPIPE, SIG_IGN);
  Command app{"Remit decides funding rounds by a partnership's own rules and explains every decision.\nIt proposes; a named human decides.", "remit"};
  app.footer("examples:\n  remit decide policies/northern-ireland/rounds/family-support-2012\n  remit explain policies/northern-ireland/rounds/family-support-2012 FS-01\n"
             "  remit check policies/northern-ireland\nremit COMMAND --help says more of each.");
  app.require_subcommand();
  std::string level = "warn", colour = "auto";
  app.add_option("--log-level", level, "what the log on standard error tells: trace, debug, info, warn, error, off")
      ->one_of({"trace", "debug", "info", "warn", "error", "off"});
  app.add_option("--color,--colour", colour, "auto, always or never")->one_of({"auto", "always", "never"});
  app.fallthrough();
  Program program{app, false, {}};
  add_decide(program);
  add_explain(program);
  add_replay(program);
  add_appeal(program);
  add_assess(program);
  add_letters(program);
  add_papers(program);
  add_pack(program);
  add_areas(program);
  add_compare_areas(program);
  add_check(program);
  add_parameters(program);
  add_editor(program);
  add_test(program);
  add_error(program);
  add_compare(program);
  add_bench(program);
  add_import(program);
  add_plugin(program);
  add_new(program);
  add_version(program);
  if (const auto told = app.read(count, words)) return *told;
  start_log(level);
  program.colour = wants_colour(colour);
  try {
    return program.chosen();
  } catch (const base::Refused& refused) {
    for (const auto& problem : refused.problems) std::cerr << problem.text() << "\n";
    return refused.exit_code;
  } catch (const std::exception& e) {
    std::cerr << "remit: a fault in Remit itself, not in your files: " << e.what() << "\n";
    return 2;
  }
}

}  // namespace remit::cli

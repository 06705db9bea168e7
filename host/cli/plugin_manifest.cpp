
#include <iostream>

#include "base/problem.hpp"
#include "cli/plugin_commands.hpp"
#include "cli/whole_files.hpp"
#include "plugins/examine.hpp"

namespace remit::cli {

namespace {

int run(const std::string& file) {
  const auto examined = plugins::examine(file, plugins::usual_places());
  base::Refused refused;
  refused.exit_code = 3;
  for (const auto& wrong : examined.wrong) refused.problems.push_back({"PLUGIN_REFUSED", file, 0, 0, {}, wrong, {}, {}});
  if (!refused.problems.empty()) throw refused;
  WholeFiles files;
  files.add(plugins::manifest_file_of(file), plugins::write_manifest(examined.manifest));
  files.keep();
  return 0;
}

}  // namespace

void add_plugin_manifest(Program& program, Command& parent, const std::string& called) {
  auto* command = parent.add_subcommand("manifest", "write the manifest of a library beside it, from what its code says");
  auto file = std::make_shared<std::string>();
  command->add_option("library", *file, "the library")->required();
  command->footer("example:\n  " + called + " build/my-plugin.so");
  command->callback([file, &program] { program.chosen = [file] { return run(*file); }; });
}

}  // namespace remit::cli

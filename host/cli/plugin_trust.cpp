
#include <iostream>

#include "base/problem.hpp"
#include "cli/plugin_commands.hpp"
#include "plugins/examine.hpp"
#include "plugins/lock.hpp"

namespace remit::cli {

namespace {

int run(const std::string& file, bool in_process) {
  const auto manifest_file = plugins::manifest_file_of(file);
  const auto manifest = plugins::manifest_at(manifest_file);
  const auto folder = manifest_file.parent_path();
  const auto digest = plugins::SealedCopy::of_file(folder / manifest.library).digest();
  if (digest != manifest.digest)
    base::refuse({"PLUGIN_CHANGED", manifest_file.string(), 0, 0, {}, "this manifest is of another library: its digest is " + manifest.digest + ", that of " + manifest.library + " is " + digest, {}, {}}, 4);
  plugins::trust(folder, manifest, in_process);
  std::cout << manifest.id << " " << manifest.version << " is trusted, " << (in_process ? "inside the host's own process" : "in a process of its own") << "\n  " << digest << "\n  "
            << (folder / plugins::lock_name).string() << "\n";
  return 0;
}

}  // namespace

void add_plugin_trust(Program& program, Command& parent, const std::string& called) {
  auto* command = parent.add_subcommand("trust", "write this library into the lock of its folder: from then on it may be used, and no other under its name");
  auto file = std::make_shared<std::string>();
  auto in_process = std::make_shared<bool>(false);
  command->add_option("file", *file, "the library, with its manifest beside it")->required();
  command->add_flag("--in-process", *in_process, "let it run inside the host's own process: faster, and what it breaks is the host");
  command->footer("examples:\n  " + called + " plugins/charity-register.so\n  " + called + " plugins/charity-register.so --in-process");
  command->callback([file, in_process, &program] { program.chosen = [file, in_process] { return run(*file, *in_process); }; });
}

}  // namespace remit::cli

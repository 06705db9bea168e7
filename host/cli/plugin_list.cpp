
#include <iostream>

#include "base/text.hpp"
#include "cli/plugin_commands.hpp"
#include "plugins/registry.hpp"

namespace remit::cli {

namespace {

int run(const std::vector<std::string>& folders) {
  const auto places = plugins::usual_places(folders);
  const auto found = plugins::find_plugins(places);
  for (const auto& one : found) {
    std::vector<std::string> items;
    for (const auto& item : one.manifest.items) items.push_back(item.name + " (" + base::spoken(policy::word(item.capability)) + ")");
    std::cout << one.manifest.id << " " << one.manifest.version << "  " << (one.in_process ? "trusted, in process" : one.trusted ? "trusted, isolated" : "not trusted") << "\n  "
              << one.manifest.title << "\n  " << base::join_and(items) << "\n  " << one.library.string() << "\n";
  }
  if (!found.empty()) return 0;
  std::cout << "there is no plug-in in these folders:\n";
  for (const auto& folder : places.folders) std::cout << "  " << folder.string() << "\n";
  return 0;
}

}  // namespace

void add_plugin_list(Program& program, Command& parent, const std::string& called) {
  auto* command = parent.add_subcommand("list", "the plug-ins that are found, and whether they are trusted");
  auto folders = std::make_shared<std::vector<std::string>>();
  command->add_option("--plugins", *folders, "a folder to look in first; may be given several times")->type_name("DIR");
  command->footer("examples:\n  " + called + "\n  " + called + " --plugins build/plugins");
  command->callback([folders, &program] { program.chosen = [folders] { return run(*folders); }; });
}

}  // namespace remit::cli

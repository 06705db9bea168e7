
#include <iostream>

#include "base/text.hpp"
#include "cli/plugin_commands.hpp"
#include "plugins/examine.hpp"
#include "plugins/lock.hpp"

namespace remit::cli {

namespace {

void list(const char* what, const std::vector<std::string>& names) {
  if (!names.empty()) std::cout << "    " << what << base::join_and(names) << "\n";
}

void show(const plugins::Manifest& manifest) {
  std::cout << manifest.id << " " << manifest.version << "\n  " << manifest.title << "\n  speaks " << manifest.abi_major << "." << manifest.abi_minor << " of the contract\n";
  for (const auto& item : manifest.items) {
    std::cout << "  " << manifest.id << "/" << item.name << ": " << base::spoken(policy::word(item.capability)) << (item.serial ? ", one call at a time" : "") << "\n    " << item.title << "\n";
    list("is sent ", item.reads);
    if (item.reads.empty()) std::cout << "    is sent nothing of any record\n";
    list("gives ", item.columns);
    list("is handed the files ", item.files);
    list("takes the settings ", item.settings);
  }
}

// Nothing of the library runs.
int run(const std::string& file) {
  const auto manifest_file = plugins::manifest_file_of(file);
  const auto manifest = plugins::manifest_at(manifest_file);
  const auto copy = plugins::SealedCopy::of_file(manifest_file.parent_path() / manifest.library);
  std::vector<std::string> wrong;
  const auto elf = plugins::look_over(copy.bytes(), wrong);
  show(manifest);
  std::cout << "  library " << manifest.library << ", " << copy.bytes().size() << " bytes\n    " << copy.digest() << "\n";
  if (copy.digest() != manifest.digest) wrong.push_back("the manifest is of another library: it says " + manifest.digest);
  list("is linked with ", elf.needed);
  list("exports ", elf.exports);
  const auto lock = plugins::lock_of(manifest_file.parent_path());
  const auto* trusted = lock.find(manifest.id);
  std::cout << "  " << (trusted == nullptr                      ? "it is not trusted in its folder"
                        : trusted->digest != copy.digest()      ? "another library of this id is trusted in its folder"
                        : trusted->in_process                   ? "it is trusted in its folder, inside the host's own process"
                                                                : "it is trusted in its folder, in a process of its own")
            << "\n";
  for (const auto& one : wrong) std::cout << "  wrong: " << one << "\n";
  return wrong.empty() ? 0 : 1;
}

}  // namespace

void add_plugin_inspect(Program& program, Command& parent, const std::string& called) {
  auto* command = parent.add_subcommand("inspect", "what a plug-in is and what it would be sent, without running it");
  auto file = std::make_shared<std::string>();
  command->add_option("file", *file, "the library, with its manifest beside it")->required();
  command->footer("example:\n  " + called + " plugins/charity-register.so");
  command->callback([file, &program] { program.chosen = [file] { return run(*file); }; });
}

}  // namespace remit::cli

// remit editor: the files that make editors complete, explain and check the names of a pack while it is written.
#include <filesystem>

#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/editor.hpp"
#include "cli/session.hpp"
#include "cli/whole_files.hpp"
#include "lua/load.hpp"
#include "study/editor_files.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

EditorHelp write_editor_files(const fs::path& folder) {
  lua::LoadOptions options;
  options.search = pack_places();
  const auto pack = lua::load_pack(folder, options);
  EditorHelp made;
  WholeFiles files;
  std::error_code none;
  for (const study::EditorFile& file : study::editor_files(*pack)) {
    const fs::path to = folder / file.path;
    const bool there = fs::exists(to, none);
    if (there && !file.ours) {
      made.kept.push_back(to.string());
    } else if (!there || base::read_file(to) != file.text) {
      files.add(to, file.text);
      made.written.push_back(to.string());
    }
  }
  files.keep();
  return made;
}

namespace {

int run(const std::string& name) {
  const fs::path folder = lua::find_pack(name, pack_places());
  const EditorHelp made = write_editor_files(folder);
  std::string out;
  for (const std::string& file : made.written) out += file + "\n";
  for (const std::string& file : made.kept) out += file + " is there already and stays as it is\n";
  print(out + (made.written.empty() ? "nothing has changed since it was written last\n" : "") +
        "open the folder " + folder.lexically_normal().string() + " itself in the editor; run this again when records, parameters or plug-ins have changed\n");
  return 0;
}

}  // namespace

void add_editor(Program& program) {
  auto* command = program.app.add_subcommand("editor", "write what editors need to complete, explain and check the names of a pack");
  auto name = std::make_shared<std::string>();
  command->add_option("pack", *name, "the pack's folder, or its id")->required();
  command->footer("examples:\n  remit editor policies/small-grants\n  remit editor my-packs/river-towns");
  command->callback([name, &program] { program.chosen = [name] { return run(*name); }; });
}

}  // namespace remit::cli

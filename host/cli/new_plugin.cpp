#include <unistd.h>


#include <algorithm>
#include <array>
#include <iostream>
#include <string_view>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/ids.hpp"
#include "cli/plugin_commands.hpp"
#include "cli/whole_files.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

// Beside the program as it was installed, wherever that is now; else where it was built.
fs::path templates() {
  std::error_code none;
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path().parent_path() / "share/remit-sdk/template";
  for (const fs::path& place : {beside, fs::path(REMIT_SOURCE "/sdk/template")})
    if (fs::is_directory(place, none)) return place;
  base::refuse({"NO_TEMPLATE", beside.string(), 0, 0, {}, "the templates of plug-ins are not there; they come with the package remit-sdk", {}, {}});
}

// Names that CMake, or the build made with it, has taken for targets of its own.
constexpr std::array<std::string_view, 10> taken = {"all", "clean", "depend", "help", "install", "none", "package", "preinstall", "test", "uninstall"};

std::string filled(std::string text, const std::string& id) {
  std::string underscored = id, title = id;
  std::ranges::replace(underscored, '-', '_');
  std::ranges::replace(title, '-', ' ');
  title[0] = static_cast<char>(title[0] - 'a' + 'A');
  const std::array<std::pair<std::string, std::string>, 3> words = {{{"@ID@", id}, {"@UNDERSCORED@", underscored}, {"@TITLE@", title}}};
  for (const auto& [word, with] : words)
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + with.size())) text.replace(at, word.size(), with);
  return text;
}

int run(const std::string& id, const std::string& language, const std::string& out) {
  if (!is_id(id)) base::refuse({"BAD_ID", {}, 0, 0, {}, "`" + id + "` is no id of a plug-in: small letters, digits and hyphens, a letter first", {}, {}});
  if (std::ranges::find(taken, id) != taken.end())
    base::refuse({"BAD_ID", {}, 0, 0, {}, "`" + id + "` is a name that every build has taken for itself; choose a longer one, such as `" + id + "-rules`", {}, {}});
  const fs::path from = templates() / (language == "c" ? "c" : "cpp"), to = out.empty() ? fs::path(id) : fs::path(out);
  std::error_code none;
  if (fs::exists(to, none) && !fs::is_empty(to, none)) base::refuse({"EXISTS", to.string(), 0, 0, {}, "there is something already; name another folder with `--out`", {}, {}});
  std::vector<fs::path> sources;
  for (const auto& entry : fs::recursive_directory_iterator(from))
    if (entry.is_regular_file()) sources.push_back(entry.path());
  std::ranges::sort(sources);
  WholeFiles files;
  for (const auto& source : sources) {
    const std::string text = base::read_file(source);
    files.add(to / filled(source.lexically_relative(from).string(), id), filled(text, id));
  }
  files.keep();
  std::cout << to.string() << " holds a plug-in that builds, validates and has a test; its README.md says how to go on\n"
            << "  cd " << to.string() << "\n  cmake --workflow --preset check\n  remit-plugin validate build/" << id << ".so\n";
  return 0;
}

}  // namespace

void add_new_plugin(Program& program, Command& parent, const std::string& name, const std::string& called) {
  auto* command = parent.add_subcommand(name, "begin a native plug-in: a source, a test and a build that work");
  auto id = std::make_shared<std::string>(), language = std::make_shared<std::string>("cpp"), out = std::make_shared<std::string>();
  command->add_option("name", *id, "its id: small letters, digits and hyphens")->required();
  command->add_option("--language", *language, "cpp or c")->one_of({"cpp", "c"});
  command->add_option("--out", *out, "the folder to write; by default one of the plug-in's name")->type_name("DIR");
  command->footer("examples:\n  " + called + " school-places\n  " + called + " school-places --language c --out ~/school-places");
  command->callback([=, &program] { program.chosen = [=] { return run(*id, *language, *out); }; });
}

}  // namespace remit::cli

#include "plugins/supplies.hpp"

#include <algorithm>

#include "base/problem_words.hpp"
#include "base/text.hpp"

namespace remit::plugins {

namespace fs = std::filesystem;

namespace {

using Given = std::vector<std::pair<std::string, std::string>>;
using Names = std::vector<std::string> ItemManifest::*;

bool gives(const Given& given, std::string_view name) {
  return std::ranges::any_of(given, [&](const auto& one) { return one.first == name; });
}

// Every name that is given must be one that the plug-in knows, and every one that a used item needs must be given.
void check(const Given& given, const Manifest& manifest, std::span<const ItemManifest* const> used, Names names, const char* what, std::vector<std::string>& wrong) {
  std::vector<std::string> known;
  for (const auto& item : manifest.items)
    for (const auto& name : item.*names) known.emplace_back(bare(name));
  for (const auto& [name, value] : given) {
    if (std::ranges::find(known, name) != known.end()) continue;
    const std::string near = base::nearest(name, known);
    wrong.push_back(std::string("it knows no ") + what + " `" + name + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
  }
  std::vector<std::string> told;
  for (const ItemManifest* item : used)
    for (const auto& name : item->*names)
      if (!can_do_without(name) && !gives(given, name) && std::ranges::find(told, name) == told.end()) {
        wrong.push_back("`" + item->name + "` needs the " + what + " `" + name + "`: write " + what + "s = { " + name + " = ... }");
        told.push_back(name);
      }
}

bool stays_inside(const fs::path& path) {
  return !path.empty() && path.is_relative() && std::ranges::none_of(path, [](const fs::path& part) { return part == ".."; });
}

}  // namespace

void supply(const policy::Pack& pack, const policy::PluginNeed& need, std::span<const ItemManifest* const> used, const fs::path& round_folder,
            Material& material, policy::PluginIdentity& identity, std::vector<std::string>& wrong) {
  check(need.settings, material.manifest, used, &ItemManifest::settings, "setting", wrong);
  check(need.files, material.manifest, used, &ItemManifest::files, "file", wrong);
  material.opening.settings = need.settings;
  for (const auto& [name, path] : need.files) {
    const bool wanted = std::ranges::any_of(used, [&](const ItemManifest* item) { return std::ranges::any_of(item->files, [&](const auto& file) { return bare(file) == name; }); });
    if (!wanted) continue;
    if (!stays_inside(path)) {
      wrong.push_back("the file `" + name + "` is `" + path + "`, which leads out of the folder of its files");
      continue;
    }
    const fs::path in_round = round_folder / "data" / need.id / path, in_pack = fs::path(pack.place) / "data" / need.id / path;
    std::error_code none;
    const bool of_round = !round_folder.empty() && fs::exists(in_round, none);
    if (!of_round && !fs::exists(in_pack, none)) {
      const bool needed = std::ranges::any_of(used, [&](const ItemManifest* item) { return std::ranges::find(item->files, name) != item->files.end(); });
      if (needed) wrong.push_back("the file `" + name + "` is neither " + (round_folder.empty() ? "" : in_round.string() + " nor ") + in_pack.string());
      continue;
    }
    try {
      SealedCopy copy = SealedCopy::of_file(of_round ? in_round : in_pack);
      material.opening.files.emplace_back(name, copy.bytes().size());
      identity.files.emplace_back(name, copy.digest());
      material.files.push_back(std::move(copy));
    } catch (const base::Refused& refused) {
      for (const auto& problem : refused.problems) wrong.push_back("the file `" + name + "`: " + base::uncoded(problem));
    }
  }
  std::ranges::sort(identity.files);
}

}  // namespace remit::plugins

#include "plugins/registry.hpp"

#include <algorithm>
#include <map>

#include "base/problem_words.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "plugins/elf_check.hpp"
#include "plugins/examine.hpp"
#include "plugins/open_set.hpp"
#include "plugins/resolve.hpp"
#include "plugins/supplies.hpp"
#include "policy/pack.hpp"

namespace remit::plugins {

namespace fs = std::filesystem;
using policy::Capability;
using policy::PluginNeed;

namespace {

std::string with_nearest(const std::string& word, const std::vector<std::string>& names) {
  const std::string near = base::nearest(word, names);
  return near.empty() ? std::string() : "; the nearest is `" + near + "`";
}

/// All manifests of the folders. Those that cannot be read, and doubles, by the id that their file's name says.
struct Scan {
  std::vector<Found> found;
  std::vector<std::pair<std::string, base::Problem>> wrong;
};

std::vector<fs::path> manifests_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    if (entry.path().filename().string().ends_with(".plugin.json")) files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

/// One library in two folders is one plug-in, and the first is taken. Two libraries of one id, wherever they are, are no choice that
/// the order of folders should make. `gives_way`: it is from a folder that came with the program, and a named one may have another.
void add(Found made, bool gives_way, Scan& out) {
  const auto same = std::ranges::find(out.found, made.manifest.id, [](const Found& one) { return one.manifest.id; });
  if (same == out.found.end()) return out.found.push_back(std::move(made));
  const bool one_folder = same->manifest_file.parent_path() == made.manifest_file.parent_path();
  if (!one_folder && (gives_way || same->manifest.digest == made.manifest.digest)) return;
  base::Problem problem;
  problem.code = "PLUGIN_TWICE";
  problem.file = made.manifest_file.string();
  problem.message = std::string("this is a second") + (one_folder ? "" : ", different") + " plug-in `" + made.manifest.id + "`; the first is " +
                    same->manifest_file.string() + "; remove one of them" + (one_folder ? "" : ", or leave its folder out");
  out.wrong.emplace_back(made.manifest.id, std::move(problem));
}

Scan scan(const Places& places) {
  Scan out;
  for (std::size_t f = 0; f < places.folders.size(); ++f) {
    const auto& folder = places.folders[f];
    for (const auto& file : manifests_in(folder)) {
      const std::string stem = file.filename().string().substr(0, file.filename().string().size() - std::string_view(".plugin.json").size());
      Found made;
      try {
        made.manifest = manifest_at(file);
      } catch (const base::Refused& refused) {
        for (const auto& problem : refused.problems) out.wrong.emplace_back(stem, problem);
        continue;
      }
      made.manifest_file = file;
      made.library = folder / made.manifest.library;
      add(std::move(made), f + places.own >= places.folders.size(), out);
    }
  }
  return out;
}

/// Opens what one pack needs; everything wrong is collected.
class Opener {
 public:
  Opener(const policy::Pack& pack, const fs::path& round_folder, const Places& places) : pack_(pack), round_(round_folder), places_(places) {}

  std::unique_ptr<policy::Plugins> run() {
    auto set = std::make_unique<OpenSet>(pack_);
    if (pack_.plugins.empty()) return set;
    scan_ = scan(places_);
    std::vector<std::shared_ptr<Material>> materials;
    std::vector<bool> in_process(pack_.plugins.size());
    for (std::size_t n = 0; n < pack_.plugins.size(); ++n) {
      materials.push_back(std::make_shared<Material>());
      need_ = &pack_.plugins[n];
      policy::PluginIdentity identity;
      in_process[n] = prepare(n, *materials[n], identity, *set);
      set->add(std::move(identity));
    }
    stop_if_wrong();
    for (std::size_t n = 0; n < materials.size(); ++n) {   // nothing of theirs runs until all that can be read of them is right
      need_ = &pack_.plugins[n];
      std::vector<std::string> wrong;
      std::unique_ptr<Adapter> adapter;
      if (!materials[n]->opening.items.empty()) adapter = (in_process[n] ? start_in_process : start_isolated)(materials[n], places_, wrong);
      for (auto& why : wrong) problem("PLUGIN_REFUSED", std::move(why));
      set->add(materials[n], std::move(adapter));
    }
    stop_if_wrong();
    return set;
  }

 private:
  void problem(const char* code, std::string message, int exit_code = 3) {
    refused_.problems.push_back({code, need_->file, need_->line, 0, {}, "plugin `" + need_->id + "`: " + std::move(message), {}, {}});
    worst_ = std::max(worst_, exit_code);
  }
  void stop_if_wrong() {
    if (refused_.problems.empty()) return;
    refused_.exit_code = worst_;
    throw refused_;
  }

  // Whether it may run in this process.
  bool prepare(std::size_t n, Material& material, policy::PluginIdentity& identity, OpenSet& set) {
    identity.id = need_->id;
    const Found* found = find();
    if (found == nullptr) return false;
    const bool in_process = check_library(*found, material);
    identity.version = found->manifest.version;
    identity.digest = found->manifest.digest;
    if (const auto least = base::Version::read(need_->version); least && !base::Version::read(found->manifest.version)->serves(*least))
      problem("PLUGIN_VERSION", "the pack needs version " + need_->version + " or a later one of the same first number; here is " + found->manifest.version);
    material.manifest = found->manifest;
    use_items(n, material, set);
    std::vector<const ItemManifest*> used;
    for (const auto& item : material.opening.items) used.push_back(material.manifest.find(item.name));
    std::vector<std::string> wrong;
    supply(pack_, *need_, used, round_, material, identity, wrong);
    for (auto& why : wrong) problem("PLUGIN_SUPPLY", std::move(why));
    return in_process;
  }

  const Found* find() {
    bool told = false;
    for (const auto& [id, wrong] : scan_.wrong) {
      if (id != need_->id) continue;
      refused_.problems.push_back(wrong);
      worst_ = std::max(worst_, 3);
      told = true;
    }
    std::vector<std::string> ids;
    for (const auto& one : scan_.found) {
      if (one.manifest.id == need_->id) return told ? nullptr : &one;
      ids.push_back(one.manifest.id);
    }
    if (told) return nullptr;
    std::vector<std::string> folders;
    for (const auto& folder : places_.folders) folders.push_back(folder.string());
    problem("NO_PLUGIN", "it is in none of the folders of plug-ins (" + base::join_and(folders) + ")" + with_nearest(need_->id, ids) + "; put its library and manifest into one, or name its folder with `--plugins`");
    return nullptr;
  }

  bool check_library(const Found& found, Material& material) {
    try {
      const Lock lock = lock_of(found.manifest_file.parent_path());
      material.library = SealedCopy::of_file(found.library);
      const std::string digest = material.library.digest();
      const Trusted* trusted = lock.find(need_->id);
      if (trusted == nullptr) {
        problem("PLUGIN_NOT_TRUSTED", "it is not trusted on this machine; whoever answers for that can write `remit plugin trust " + found.library.string() + "`", 4);
      } else if (trusted->digest != digest) {
        problem("PLUGIN_CHANGED", found.library.string() + " is not the library that was trusted: its digest is " + digest + ", trusted was " + trusted->digest + "; if it was replaced on purpose, write `remit plugin trust " + found.library.string() + "`", 4);
        return false;
      }
      if (found.manifest.digest != digest)
        problem("PLUGIN_CHANGED", "the manifest " + found.manifest_file.string() + " is of another library: its digest is " + found.manifest.digest + ", that of " + found.library.string() + " is " + digest);
      std::vector<std::string> wrong;
      look_over(material.library.bytes(), wrong);
      for (auto& why : wrong) problem("PLUGIN_REFUSED", std::move(why));
      return trusted != nullptr && trusted->in_process;
    } catch (const base::Refused& refused) {
      for (const auto& one : refused.problems) problem(one.code.c_str(), base::uncoded(one), refused.exit_code == 4 ? 4 : 3);
      return false;
    }
  }

  void use_items(std::size_t n, Material& material, OpenSet& set) {
    for (std::size_t u = 0; u < pack_.uses.size(); ++u) {
      const policy::PluginUse& use = pack_.uses[u];
      if (use.need != n) continue;
      if (use.item.empty()) {
        use_facts(u, material, set);
        continue;
      }
      const ItemManifest* item = material.manifest.find(use.item);
      if (item == nullptr) {
        std::vector<std::string> names;
        for (const auto& one : material.manifest.items) names.push_back(one.name);
        problem("PLUGIN_ITEM", use.by + " asks `" + need_->id + "/" + use.item + "`, and it has no item `" + use.item + "`" + with_nearest(use.item, names) + "; it offers " + base::join_and(names));
        continue;
      }
      const bool across = use.or_round_check && item->capability == Capability::round_check;
      if (item->capability != use.capability && !across) {
        problem("PLUGIN_ITEM", use.by + " asks `" + need_->id + "/" + use.item + "`, which is a " + base::spoken(policy::word(item->capability)) + "; there it takes a " +
                                   base::spoken(policy::word(use.capability)) + (use.or_round_check ? " or a round check" : ""));
        continue;
      }
      set.use(u, {bound(*item, material)}, item->capability);
    }
  }

  // The items whose columns hold the facts that the pack declares.
  void use_facts(std::size_t u, Material& material, OpenSet& set) {
    const base::RecordType* type = pack_.schema.find("facts");
    std::vector<OpenSet::Part> parts;
    std::vector<std::string> columns;
    for (const auto& item : material.manifest.items) columns.insert(columns.end(), item.columns.begin(), item.columns.end());
    std::vector<std::string> names;
    for (const auto& column : columns) names.push_back(column.substr(0, column.find(':')));
    for (std::size_t f = 0; f < need_->facts.size(); ++f) {
      const base::Field& field = type->fields[need_->facts[f]];
      bool there = false;
      for (const auto& item : material.manifest.items) {
        for (std::size_t c = 0; c < item.columns.size(); ++c) {
          if (item.columns[c].substr(0, item.columns[c].find(':')) != field.name) continue;
          there = true;
          const std::string kind = item.columns[c].substr(item.columns[c].find(':') + 1);
          if (!holds(field.type, kind)) problem("PLUGIN_FACT", "the pack declares the fact `" + field.name + "` as another kind than it has: write `" + field.name + " = " + kind + "`");
          else put(parts, item, c, f, material);
        }
      }
      if (!there) problem("PLUGIN_FACT", "it has no column `" + field.name + "`" + with_nearest(field.name, names) + (names.empty() ? "; it supplies no facts" : ""));
    }
    set.use(u, std::move(parts), Capability::data_source);
  }

  static bool holds(base::Type type, std::string_view kind) {
    using base::Type;
    switch (type) {
      case Type::yes_no: return kind == "yes_no";
      case Type::count: return kind == "count";
      case Type::number: return kind == "number" || kind == "count";
      case Type::money: return kind == "money";
      case Type::date: return kind == "date";
      case Type::moment: return kind == "moment" || kind == "date";
      case Type::text: return kind == "text";
      default: return false;
    }
  }

  void put(std::vector<OpenSet::Part>& parts, const ItemManifest& item, std::size_t column, std::size_t fact, Material& material) {
    const OpenSet::Part fresh = bound(item, material);
    auto at = std::ranges::find(parts, fresh.item, &OpenSet::Part::item);
    if (at == parts.end()) at = parts.insert(parts.end(), fresh);
    at->facts.emplace_back(column, fact);
  }

  // The item's place in the opening; bound once, however often the pack uses it.
  OpenSet::Part bound(const ItemManifest& item, Material& material) {
    auto& items = material.opening.items;
    const auto at = std::ranges::find(items, item.name, &Opening::Item::name);
    if (at != items.end()) return {static_cast<std::size_t>(at - items.begin()), {}};
    std::vector<std::string> wrong;
    Reads reads = resolve(pack_, *need_, item, wrong);
    for (auto& why : wrong) problem("PLUGIN_FIELD", std::move(why));
    items.push_back({item.name, item.capability, reads.names});
    material.reads.push_back(std::move(reads));
    material.columns.push_back(item.columns);
    return {items.size() - 1, {}};
  }

  const policy::Pack& pack_;
  const fs::path& round_;
  const Places& places_;
  Scan scan_;
  const PluginNeed* need_ = nullptr;
  base::Refused refused_;
  int worst_ = 0;
};

}  // namespace

std::unique_ptr<policy::Plugins> open_plugins(const policy::Pack& pack, const fs::path& round_folder, const Places& places) {
  return Opener(pack, round_folder, places).run();
}

std::vector<Found> find_plugins(const Places& places) {
  Scan found = scan(places);
  base::Refused refused;
  refused.exit_code = 3;
  for (auto& [id, problem] : found.wrong) refused.problems.push_back(std::move(problem));
  if (!refused.problems.empty()) throw refused;
  for (auto& one : found.found) {
    const Lock lock = lock_of(one.manifest_file.parent_path());
    const Trusted* trusted = lock.find(one.manifest.id);
    one.trusted = trusted != nullptr && trusted->digest == one.manifest.digest;
    one.in_process = one.trusted && trusted->in_process;
  }
  std::ranges::sort(found.found, {}, [](const Found& one) { return one.manifest.id; });
  return std::move(found.found);
}

}  // namespace remit::plugins

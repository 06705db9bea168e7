#include "cli/adopted_layers.hpp"

#include <algorithm>
#include <map>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "cli/session.hpp"
#include "pack/installed.hpp"
#include "pack/limits.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

struct AdoptedLayers::Found {
  pack::Store store{pack::Store::usual_folder()};
  std::map<std::string, pack::Installed> used;
  std::vector<fs::path> pinned;   // where the packs lie that an adopted layer above was adopted with

  std::vector<fs::path> places_of(const std::string& id) {
    std::error_code none;
    for (const auto& place : pinned)
      if (fs::exists(place / id / "pack.lua", none)) return {place};
    for (const auto& place : own_places())
      if (fs::exists(place / id / "pack.lua", none)) return {place};
    if (!pack::is_pack_id(id)) return {};
    auto installed = pack::find_installed(store, id, std::nullopt);
    if (!installed) return {};
    const fs::path place = installed->folder.parent_path();
    pinned.insert(pinned.end(), installed->search.begin(), installed->search.end());
    used.emplace(id, std::move(*installed));
    return {place};
  }
};

AdoptedLayers::AdoptedLayers() : found_(std::make_shared<Found>()) {}

std::function<std::vector<fs::path>(const std::string& id)> AdoptedLayers::places() const {
  return [found = found_](const std::string& id) { return found->places_of(id); };
}

void AdoptedLayers::check(const policy::Pack& pack) const {
  for (const auto& [id, installed] : found_->used)
    for (const auto& wanted : installed.layers) {
      const auto layer = std::ranges::find(pack.layers, wanted.id, &policy::Layer::id);
      if (layer != pack.layers.end() && layer->themes.empty() && layer->digest != wanted.digest)
        base::refuse({"NOT_AS_ADOPTED", pack.place, 0, 0, {}, id + " " + installed.adoption.version.text() + " was adopted with another text of " + wanted.id + " " + wanted.version + " than lies in " + layer->place +
                      "; take away what lies there, or adopt " + id + " again", {}, {}}, 4);
    }
}

namespace {

bool is_adopted(const policy::Layer& layer) {
  const fs::path store = pack::Store::usual_folder();
  std::error_code none;
  return !store.empty() && fs::weakly_canonical(layer.place, none).string().starts_with(fs::weakly_canonical(store / "packs", none).string() + "/");
}

std::vector<pack::LockedLayer> layers_of(const policy::Pack& pack) {
  std::vector<pack::LockedLayer> out;
  for (const auto& layer : pack.layers)
    if (layer.id != pack.id) out.push_back({layer.id, layer.version, layer.digest, is_adopted(layer)});
  return out;
}

}  // namespace

std::vector<pack::Adoption> adoptions_below(const policy::Pack& pack) {
  std::vector<pack::Adoption> out;
  for (const auto& layer : pack.layers) {
    if (layer.id == pack.id || !is_adopted(layer)) continue;
    const auto version = base::Version::read(layer.version);
    const pack::Adoptions adoptions = pack::Store(pack::Store::usual_folder()).adoptions();
    if (const auto* act = version ? adoptions.of(layer.id, *version) : nullptr) out.push_back(*act);
  }
  return out;
}

std::string lock_of_layers(const policy::Pack& pack) {
  const auto layers = layers_of(pack);
  return std::ranges::any_of(layers, &pack::LockedLayer::installed) ? pack::write_lock(pack.id, layers) : std::string();
}

void check_layer_lock(const policy::Pack& pack) {
  const fs::path file = fs::path(pack.place) / layer_lock;
  std::error_code none;
  if (!fs::exists(file, none)) return;
  const auto wanted = pack::read_lock(base::read_file(file, pack::limits::list_bytes), file.string());
  const auto there = layers_of(pack);
  for (std::size_t i = 0; i < std::max(wanted.size(), there.size()); ++i) {
    if (i < wanted.size() && i < there.size() && wanted[i].id == there[i].id && wanted[i].digest == there[i].digest) continue;
    const auto name = [](const pack::LockedLayer& one) { return one.id + " " + one.version + (one.installed ? ", adopted" : ""); };
    const std::string was = i < wanted.size() ? name(wanted[i]) : "nothing", is = i < there.size() ? name(there[i]) : "nothing";
    base::refuse({"LAYERS_CHANGED", file.string(), 0, 0, {}, "the pack was read on " + was + ", and now stands on " + (was == is ? "another text of it" : is) + "; read what changed (`remit pack diff`), then `remit pack lock " + pack.place + "`", {}, {}}, 3);
  }
}

}  // namespace remit::cli

#include "cli/checking.hpp"

#include <filesystem>

#include "cli/override_lock.hpp"
#include "cli/plugging.hpp"
#include "cli/session.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

// The same pack once more, open to be looked into. Its layers are where they were found.
lua::Studied to_study(const policy::Pack& pack) {
  lua::LoadOptions options;
  for (const auto& layer : pack.layers) options.search.push_back(fs::path(layer.place).parent_path());
  for (const auto& place : pack_places()) options.search.push_back(place);
  return lua::load_to_study(lua::read_layers(pack.place, options), options);
}

}  // namespace

study::Checked checked(const policy::Pack& pack, const std::vector<std::string>& plugins) {
  study::Checked made = study::check(to_study(pack), pack.place);
  const auto add = [&](study::Weight weight, const base::Problems& problems) {
    for (const auto& problem : problems) made.findings.push_back({weight, problem});
  };
  const LockFindings locks = against_locks(pack);
  add(study::Weight::warning, locks.unlocked);
  add(study::Weight::error, locks.changed);
  try {   // what stands in the way of asking its plug-ins on this machine; the pack itself may be right
    open_plugins(pack, {}, plugins);
  } catch (const base::Refused& refused) {
    add(study::Weight::warning, refused.problems);
  }
  study::sort_findings(made.findings);
  return made;
}

}  // namespace remit::cli

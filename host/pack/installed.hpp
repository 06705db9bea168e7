// An adopted pack, ready to be loaded: its original bytes are verified again each time, its files are those bytes' files, and the text
// that was then loaded is the text of the lock, layer by layer.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/version.hpp"
#include "pack/bundle.hpp"
#include "pack/resolve.hpp"
#include "pack/store.hpp"
#include "policy/pack.hpp"

namespace remit::pack {

/// A layer as it was when the pack was adopted.
struct LockedLayer {
  std::string id, version, digest;   // digest: of its rules, as records have it
  bool installed = false;            // from the store; else from a folder of packs, as those that came with Remit
};
std::string write_lock(const std::string& pack, const std::vector<LockedLayer>& layers);
/// Throws base::Refused (exit code 4).
std::vector<LockedLayer> read_lock(std::string_view bytes, const std::string& file);

struct Installed {
  Adoption adoption;
  std::filesystem::path folder;                 // of its files
  std::vector<std::filesystem::path> search;    // where the installed packs that it needs lie: before all other places
  std::vector<LockedLayer> layers;
};

/// The text in use of a pack, or the version asked for; nothing when none of it is installed. Throws base::Refused (exit code 4): its
/// bytes, its files, its signature or its lock are not those that were adopted, or its key is no longer trusted.
std::optional<Installed> find_installed(const Store& store, const std::string& id, const std::optional<base::Version>& version);
/// Throws base::Refused (exit code 4) when what was loaded from there is not the text of the lock.
void check_loaded(const Installed& installed, const policy::Pack& pack);
/// The versions of a pack that lie in the store and were adopted.
std::vector<Candidate> installed_versions(const Store& store, const std::string& id);
/// `{"digest":...,"id":...,"keys":[...],"release":7}`: what records say of who published it; empty when nobody signed.
std::string publisher_text(const Adoption& adoption);

}  // namespace remit::pack

// From a pack to plug-ins that answer: every plug-in that it declares is found, checked against its manifest and against what the
// operator trusts, loaded in a worker and bound, or all that is wrong is told at once.
#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "plugins/lock.hpp"
#include "plugins/manifest.hpp"
#include "plugins/places.hpp"
#include "policy/plugins.hpp"

namespace remit::plugins {

/// Everything that the pack needs, ready to answer. `round_folder` is where the round's files are (empty: there is none); the files
/// of plug-ins are looked for in ROUND/data/<plug-in>/ and then in PACK/data/<plug-in>/. `pack` must outlive what is returned.
/// Call `ask` on the thread that called this, for workers end with it. An exporter is asked as all others; its bytes are in the last
/// answer.
/// Throws base::Refused with all that is wrong, before an application is touched: exit code 4 when a plug-in is not trusted or not
/// the one that was trusted, else 3. A pack without plug-ins gives an empty set; then nothing is looked for.
std::unique_ptr<policy::Plugins> open_plugins(const policy::Pack& pack, const std::filesystem::path& round_folder, const Places& places);

/// A plug-in as it lies in a folder, before anything of it runs.
struct Found {
  Manifest manifest;
  std::filesystem::path library, manifest_file;
  bool trusted = false;                 // the folder's lock names it, with the digest that the manifest states
  bool in_process = false;
};
/// All plug-ins of these places, by id; of one library in two folders the first counts. Throws base::Refused (exit code 3): a manifest
/// that cannot be read, or two plug-ins of one id, naming both files.
std::vector<Found> find_plugins(const Places& places);

}  // namespace remit::plugins

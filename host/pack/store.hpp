// Where adopted packs lie on this machine:
//     trust.json              whom it believes
//     adoptions.ndjson        what was adopted, by whom and why; which text is in use follows from it
//     registries.json         the last index of each registry that was seen here
//     packs/ID/VERSION/       pack.remitpack and its .minisig as they came, lock.json, and the files unpacked, to be read by people
// Nothing here is written by this room: it says what there is, and the command line writes files whole (cli/whole_files.hpp).
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "base/version.hpp"
#include "pack/adoptions.hpp"
#include "pack/seen.hpp"
#include "pack/trust.hpp"

namespace remit::pack {

class Store {
 public:
  explicit Store(std::filesystem::path folder) : folder_(std::move(folder)) {}
  /// REMIT_STORE, else remit/ below XDG_DATA_HOME or ~/.local/share. Empty when none of them is set: then nothing is installed.
  static std::filesystem::path usual_folder();

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path trust_file() const { return folder_ / "trust.json"; }
  std::filesystem::path adoptions_file() const { return folder_ / "adoptions.ndjson"; }
  std::filesystem::path registries_file() const { return folder_ / "registries.json"; }
  std::filesystem::path place(const std::string& id, const base::Version& version) const { return folder_ / "packs" / id / version.text(); }
  std::filesystem::path packed_file(const std::string& id, const base::Version& version) const { return place(id, version) / "pack.remitpack"; }
  std::filesystem::path lock_file(const std::string& id, const base::Version& version) const { return place(id, version) / "lock.json"; }
  /// Its files, in a folder that bears the pack's name.
  std::filesystem::path files_folder(const std::string& id, const base::Version& version) const { return place(id, version) / id; }

  /// Where there is no file: nobody is trusted, and signatures are required; nothing was adopted; no index was seen.
  /// Throw base::Refused (exit code 4): a file that is not as Remit writes it, or that anybody on this machine may change.
  Trust trust() const;
  Adoptions adoptions() const;
  std::vector<SeenIndex> seen() const;

 private:
  std::filesystem::path folder_;
};

/// What stands in `file`.minisig; nothing when there is no such file.
std::optional<std::string> signatures_of(const std::filesystem::path& file);

}  // namespace remit::pack

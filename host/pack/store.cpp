#include "pack/store.hpp"

#include <cstdlib>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace fs = std::filesystem;

fs::path Store::usual_folder() {
  const auto set = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value == nullptr ? "" : value);
  };
  if (const fs::path own = set("REMIT_STORE"); !own.empty()) return own;
  if (const fs::path data = set("XDG_DATA_HOME"); data.is_absolute()) return data / "remit";
  if (const fs::path home = set("HOME"); home.is_absolute()) return home / ".local/share/remit";
  return {};
}

namespace {

// What decides whom this machine believes. Whoever may write it, or replace it in its folder, decides.
std::string read_own(const fs::path& file) {
  std::error_code none;
  for (const fs::path& each : {file, file.parent_path()})
    if (const auto is = fs::status(each, none); fs::exists(is) && (is.permissions() & fs::perms::others_write) != fs::perms::none)
      base::refuse({"ANYBODY_WRITES", each.string(), 0, 0, {}, "anybody on this machine may change it, and with it what is trusted and used here: look it over, then `chmod o-w " + each.string() + "`", {}, {}}, 4);
  return base::read_file(file, limits::list_bytes, 4);
}

}  // namespace

Trust Store::trust() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(fs::symlink_status(trust_file(), none))) return {};
  return read_trust(read_own(trust_file()), trust_file().string());
}

Adoptions Store::adoptions() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(fs::symlink_status(adoptions_file(), none))) return {};
  return {read_own(adoptions_file()), adoptions_file().string()};
}

std::vector<SeenIndex> Store::seen() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(fs::symlink_status(registries_file(), none))) return {};
  return read_seen(read_own(registries_file()), registries_file().string());
}

std::optional<std::string> signatures_of(const fs::path& file) {
  const fs::path beside = file.string() + ".minisig";
  std::error_code none;
  if (!fs::exists(beside, none)) return std::nullopt;
  return base::read_file(beside, limits::key_bytes * limits::signatures);
}

}  // namespace remit::pack

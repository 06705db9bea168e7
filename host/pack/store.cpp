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

Trust Store::trust() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(trust_file(), none)) return {};
  return read_trust(base::read_file(trust_file(), limits::list_bytes), trust_file().string());
}

Adoptions Store::adoptions() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(adoptions_file(), none)) return {};
  return {base::read_file(adoptions_file(), limits::list_bytes), adoptions_file().string()};
}

std::optional<std::string> signatures_of(const fs::path& file) {
  const fs::path beside = file.string() + ".minisig";
  std::error_code none;
  if (!fs::exists(beside, none)) return std::nullopt;
  return base::read_file(beside, limits::key_bytes * limits::signatures);
}

}  // namespace remit::pack

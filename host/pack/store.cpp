#include "pack/store.hpp"

#include <cstdlib>
#include <fstream>

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
  return read_trust(read_whole(trust_file(), limits::list_bytes), trust_file().string());
}

Adoptions Store::adoptions() const {
  std::error_code none;
  if (folder_.empty() || !fs::exists(adoptions_file(), none)) return {};
  return {read_whole(adoptions_file(), limits::list_bytes), adoptions_file().string()};
}

std::string read_whole(const fs::path& file, std::size_t most) {
  const auto refuse = [&](const std::string& message) { base::refuse({"NO_FILE", file.string(), 0, 0, {}, message, {}, {}}); };
  std::error_code none;
  if (!fs::is_regular_file(file, none)) refuse(fs::exists(file, none) ? "it is no ordinary file" : "there is no such file");
  std::ifstream in(file, std::ios::binary);
  std::string bytes;
  char piece[65536];
  while (in.read(piece, sizeof piece) || in.gcount() > 0) {
    bytes.append(piece, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most) refuse("it is larger than " + std::to_string(most) + " bytes");
  }
  if (!in.eof()) refuse("it cannot be read");
  return bytes;
}

std::optional<std::string> signatures_of(const fs::path& file) {
  const fs::path beside = file.string() + ".minisig";
  std::error_code none;
  if (!fs::exists(beside, none)) return std::nullopt;
  return read_whole(beside, limits::key_bytes * limits::signatures);
}

}  // namespace remit::pack

#include "plugins/places.hpp"

#include <cstdlib>
#include <string_view>
#include <system_error>

namespace remit::plugins {

namespace fs = std::filesystem;

Places usual_places(const std::vector<std::string>& given) {
  Places places;
  for (const auto& folder : given) places.folders.emplace_back(folder);
  if (const char* set = std::getenv("REMIT_PLUGINS")) {
    std::string_view rest = set;
    while (!rest.empty()) {
      const auto colon = rest.find(':');
      if (colon != 0) places.folders.emplace_back(rest.substr(0, colon));
      rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
    }
  }
  std::error_code none;
  const fs::path running = fs::read_symlink("/proc/self/exe", none), beside = running.parent_path();
  places.folders.push_back(beside.parent_path() / "plugins");
  places.folders.push_back(beside.parent_path() / "lib/remit/plugins");
  places.program = beside / "remit-plugin";
  const fs::path own = beside.parent_path() / "libexec/remit/remit-plugin";   // installed: the program's own, whatever SDK is there too
  if (running != places.program && fs::exists(own, none)) places.program = own;
  return places;
}

}  // namespace remit::plugins

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
  const fs::path beside = fs::read_symlink("/proc/self/exe", none).parent_path();
  places.folders.push_back(beside.parent_path() / "plugins");
  places.folders.push_back(beside.parent_path() / "lib/remit/plugins");
  places.program = beside / "remit-plugin";
  return places;
}

}  // namespace remit::plugins

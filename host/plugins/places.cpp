#include "plugins/places.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace remit::plugins {

namespace fs = std::filesystem;

namespace {

// Whatever it is called: one folder is searched once, and named once.
void add(const fs::path& folder, std::vector<fs::path>& folders) {
  std::error_code none;
  const bool there = std::ranges::any_of(folders, [&](const fs::path& one) { return one == folder || fs::equivalent(one, folder, none); });
  if (!there) folders.push_back(folder);
}

}  // namespace

Places usual_places(const std::vector<std::string>& given) {
  Places places;
  for (const auto& folder : given) add(folder, places.folders);
  if (const char* set = std::getenv("REMIT_PLUGINS")) {
    std::string_view rest = set;
    while (!rest.empty()) {
      const auto colon = rest.find(':');
      if (colon != 0) add(rest.substr(0, colon), places.folders);
      rest.remove_prefix(colon == rest.npos ? rest.size() : colon + 1);
    }
  }
  std::error_code none;
  const fs::path running = fs::read_symlink("/proc/self/exe", none), beside = running.parent_path();
  const std::size_t named = places.folders.size();
  add(beside.parent_path() / "plugins", places.folders);
  add(beside.parent_path() / "lib/remit/plugins", places.folders);
  places.own = places.folders.size() - named;
  places.program = beside / "remit-plugin";
  const fs::path own = beside.parent_path() / "libexec/remit/remit-plugin";   // installed: the program's own, whatever SDK is there too
  if (running != places.program && fs::exists(own, none)) places.program = own;
  return places;
}

}  // namespace remit::plugins

#include "cli/plugging.hpp"

#include "cli/log.hpp"
#include "plugins/registry.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

std::unique_ptr<policy::Plugins> open_plugins(const policy::Pack& pack, const std::string& round, const std::vector<std::string>& folders) {
  if (pack.uses.empty()) return nullptr;
  plugins::Places places = plugins::usual_places(folders);
  places.talk = log_warning;
  fs::path folder;
  if (!round.empty() && round != "-") folder = fs::is_directory(round) ? fs::path(round) : fs::path(round).parent_path();
  return plugins::open_plugins(pack, folder, places);
}

}  // namespace remit::cli

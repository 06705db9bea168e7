#define BOOST_DLL_USE_STD_FS
#include "plugins/library.hpp"

#include <dlfcn.h>
#include <fcntl.h>

#include <boost/dll/shared_library.hpp>
#include <deque>
#include <mutex>
#include <system_error>

#include "base/text.hpp"

namespace remit::plugins {

namespace {

// "/proc/self/fd/7: undefined symbol: foo" says nothing of where it was read from.
std::string in_words(std::string said, const std::string& path) {
  for (auto at = said.find(path + ": "); at != said.npos; at = said.find(path + ": ")) said.erase(at, path.size() + 2);
  constexpr std::string_view missing = "undefined symbol: ";
  if (said.starts_with(missing)) {
    const std::string symbol = said.substr(missing.size(), said.find(' ', missing.size()) - missing.size());
    return "it needs `" + symbol + "`, which no library has that it is linked with";
  }
  return "it cannot be loaded: " + base::printable(said, 300);
}

// Lives for ever, so that nothing unloads it; all are held in one place that is never destroyed, so that none counts as lost.
boost::dll::shared_library* kept_for_ever() {
  static std::mutex one_at_a_time;
  static auto& all = *new std::deque<boost::dll::shared_library>;
  const std::lock_guard lock(one_at_a_time);
  return &all.emplace_back();
}

}  // namespace

Loaded load_library(int file) {
  Loaded loaded;
  // A name of its own for ever: the loader would take a second file of the same name for the first.
  const int kept = ::fcntl(file, F_DUPFD_CLOEXEC, 3);
  if (kept < 0) return {nullptr, "it cannot be loaded: too many files are open"};
  const std::string path = "/proc/self/fd/" + std::to_string(kept);
  std::error_code error;
  namespace dll = boost::dll;
  dll::shared_library* library = kept_for_ever();
  library->load(path, dll::load_mode::rtld_now | dll::load_mode::rtld_local, error);
  if (error) {
    const char* said = ::dlerror();
    return {nullptr, in_words(said == nullptr ? error.message() : said, path)};
  }
  if (!library->has("remit_plugin_entry_v1")) return {nullptr, "it has no function `remit_plugin_entry_v1`"};
  loaded.plugin = library->get<const remit_plugin*()>("remit_plugin_entry_v1")();
  return loaded;
}

}  // namespace remit::plugins

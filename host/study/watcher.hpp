// Tells when a file of a folder was saved (inotify), so that tests run again at each save.
#pragma once
#include <filesystem>
#include <map>
#include <set>
#include <vector>

namespace remit::study {

class Watcher {
 public:
  /// Watches `folder` and every folder below it. Throws base::Refused (exit 2) when the system cannot.
  explicit Watcher(const std::filesystem::path& folder) : Watcher(std::vector<std::filesystem::path>{folder}) {}
  /// The same for several.
  explicit Watcher(const std::vector<std::filesystem::path>& folders);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Waits until something is saved, put there or taken away; editors save in several steps, so it waits until they have been quiet for a
  /// moment. What names *.lua, *.json, *.ndjson or *.csv counts. In which of the folders it was, by their places.
  std::set<std::size_t> wait();
  /// Whether something was saved since, without waiting.
  bool pending();

 private:
  bool read_events(int milliseconds);
  void add(const std::filesystem::path& folder, std::size_t place);

  int file_ = -1;
  std::map<int, std::set<std::size_t>> places_;   // by what the system calls a folder: below which of those that were named it lies
  std::set<std::size_t> saved_;                   // in which of them something was, since the last wait
};

}  // namespace remit::study

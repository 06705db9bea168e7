// Tells when a file of a folder was saved (inotify), so that tests run again at each save.
#pragma once
#include <filesystem>
#include <set>
#include <string>

namespace remit::study {

class Watcher {
 public:
  /// Watches `folder` and every folder below it. Throws base::Refused (exit 2) when the system cannot.
  explicit Watcher(const std::filesystem::path& folder);
  ~Watcher();
  Watcher(const Watcher&) = delete;
  Watcher& operator=(const Watcher&) = delete;

  /// Waits until something is saved, put there or taken away; editors save in several steps, so it waits until they have been quiet for a
  /// moment. What names *.lua, *.json, *.ndjson or *.csv counts.
  void wait();
  /// Whether something was saved since, without waiting.
  bool pending();

 private:
  bool read_events(int milliseconds);
  void add(const std::filesystem::path& folder);

  int file_ = -1;
};

}  // namespace remit::study

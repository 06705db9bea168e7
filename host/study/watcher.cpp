#include "study/watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/problem.hpp"

namespace remit::study {

namespace fs = std::filesystem;

namespace {

constexpr int quiet_milliseconds = 15;   // an editor's temporary file, its rename, its backup

bool counts(const fs::path& name) {
  const std::string extension = name.extension().string();
  return extension == ".lua" || extension == ".json" || extension == ".ndjson" || extension == ".csv";
}

[[noreturn]] void cannot(const fs::path& folder) {
  base::refuse({"CANNOT_WATCH", folder.string(), 0, 0, {}, std::string("it cannot be watched: ") + std::strerror(errno), {}, {}});
}

}  // namespace

Watcher::Watcher(const std::vector<fs::path>& folders) : file_(::inotify_init1(IN_CLOEXEC)) {
  if (file_ < 0) cannot(folders.front());
  for (std::size_t place = 0; place < folders.size(); ++place) {
    add(folders[place], place);
    std::error_code none;
    for (const auto& entry : fs::recursive_directory_iterator(folders[place], none))
      if (entry.is_directory()) add(entry.path(), place);
  }
}

Watcher::~Watcher() { ::close(file_); }

void Watcher::add(const fs::path& folder, std::size_t place) {
  const int watch = ::inotify_add_watch(file_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
  if (watch < 0) cannot(folder);
  places_[watch].insert(place);
}

// Whether something that counts happened within `milliseconds` (-1: however long it takes).
bool Watcher::read_events(int milliseconds) {
  pollfd ready{file_, POLLIN, 0};
  if (::poll(&ready, 1, milliseconds) <= 0) return false;
  alignas(inotify_event) std::array<char, 8192> bytes;
  const ssize_t size = ::read(file_, bytes.data(), bytes.size());
  bool found = false;
  for (ssize_t at = 0; at < size;) {
    inotify_event event;
    std::memcpy(&event, bytes.data() + at, sizeof event);
    if (event.len > 0 && counts(bytes.data() + at + sizeof event)) {
      found = true;
      saved_.insert(places_[event.wd].begin(), places_[event.wd].end());
    }
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
  return found;
}

std::set<std::size_t> Watcher::wait() {
  while (!read_events(-1)) {
  }
  while (read_events(quiet_milliseconds)) {
  }
  return std::exchange(saved_, {});
}

bool Watcher::pending() { return read_events(0); }

}  // namespace remit::study

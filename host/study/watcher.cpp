#include "study/watcher.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

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

Watcher::Watcher(const fs::path& folder) : file_(::inotify_init1(IN_CLOEXEC)) {
  if (file_ < 0) cannot(folder);
  add(folder);
  std::error_code none;
  for (const auto& entry : fs::recursive_directory_iterator(folder, none))
    if (entry.is_directory()) add(entry.path());
}

Watcher::~Watcher() { ::close(file_); }

void Watcher::add(const fs::path& folder) {
  if (::inotify_add_watch(file_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE) < 0) cannot(folder);
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
    if (event.len > 0) found |= counts(bytes.data() + at + sizeof event);
    at += static_cast<ssize_t>(sizeof event + event.len);
  }
  return found;
}

void Watcher::wait() {
  while (!read_events(-1)) {
  }
  while (read_events(quiet_milliseconds)) {
  }
}

bool Watcher::pending() { return read_events(0); }

}  // namespace remit::study

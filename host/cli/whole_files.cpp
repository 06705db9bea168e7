#include "cli/whole_files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/problem.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

std::string temporary(const fs::path& path) { return path.string() + ".part"; }

[[noreturn]] void cannot_write(const fs::path& path, int why) {
  base::refuse({"CANNOT_WRITE", path.string(), 0, 0, {}, std::string("it cannot be written: ") + std::strerror(why) + "; nothing was changed", {}, {}});
}

// 0, or what went wrong.
int write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

WholeFiles::~WholeFiles() {
  for (const auto& path : pending_) ::unlink(temporary(path).c_str());
}

void WholeFiles::add(const fs::path& path, std::string_view bytes) {
  std::error_code ignored;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), ignored);
  if (fs::is_directory(path, ignored)) cannot_write(path, EISDIR);
  const int file = ::open(temporary(path).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) cannot_write(path, errno);
  pending_.push_back(path);
  int why = write_all(file, bytes);
  if (::close(file) != 0 && why == 0) why = errno;
  if (why != 0) cannot_write(path, why);
}

void WholeFiles::keep() {
  for (const auto& path : pending_)
    if (std::rename(temporary(path).c_str(), path.c_str()) != 0) cannot_write(path, errno);
  pending_.clear();
}

}  // namespace remit::cli

#include "plugins/sealed_copy.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/problem.hpp"

namespace remit::plugins {

namespace {

[[noreturn]] void cannot_read(const std::filesystem::path& path, const std::string& why) {
  base::refuse({"PLUGIN_FILE", path.string(), 0, 0, {}, why, {}, {}}, 3);
}

// Newer kernels may refuse to run what is not marked so; older ones do not know the mark.
int memory_file() {
  constexpr unsigned mark_executable = 0x10u;
  const unsigned flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  int file = ::memfd_create("remit-plugin", flags | mark_executable);
  if (file < 0) file = ::memfd_create("remit-plugin", flags);
  if (file < 0) cannot_read("memory", std::string("no room for a copy: ") + std::strerror(errno));
  return file;
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

struct Open {
  int file;
  ~Open() { ::close(file); }
};

}  // namespace

SealedCopy::SealedCopy(SealedCopy&& other) noexcept : file_(std::exchange(other.file_, -1)), bytes_(std::exchange(other.bytes_, {})) {}

SealedCopy& SealedCopy::operator=(SealedCopy&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

SealedCopy::~SealedCopy() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
  if (file_ >= 0) ::close(file_);
}

std::string SealedCopy::digest() const { return base::digest_of(bytes_); }

SealedCopy SealedCopy::of_file(const std::filesystem::path& path, std::size_t most) {
  const Open from{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)};
  if (from.file < 0) cannot_read(path, errno == ENOENT ? "there is no such file" : std::string("it cannot be read: ") + std::strerror(errno));
  struct stat about {};
  if (::fstat(from.file, &about) != 0 || !S_ISREG(about.st_mode)) cannot_read(path, "it is no ordinary file");
  SealedCopy copy;
  copy.file_ = memory_file();
  std::vector<char> buffer(1 << 18);
  for (std::size_t total = 0;;) {
    const ssize_t n = ::read(from.file, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) cannot_read(path, std::string("it cannot be read: ") + std::strerror(errno));
    if (n == 0) break;
    total += static_cast<std::size_t>(n);
    if (total > most) cannot_read(path, "it is larger than " + std::to_string(most >> 20) + " MiB");
    if (!write_all(copy.file_, {buffer.data(), static_cast<std::size_t>(n)})) cannot_read(path, "no room for a copy in memory");
  }
  copy.seal();
  return copy;
}

SealedCopy SealedCopy::of_bytes(std::string_view bytes) {
  SealedCopy copy;
  copy.file_ = memory_file();
  if (!write_all(copy.file_, bytes)) cannot_read("memory", "no room for a copy");
  copy.seal();
  return copy;
}

void SealedCopy::seal() {
  if (::fcntl(file_, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
    cannot_read("memory", std::string("a copy cannot be sealed: ") + std::strerror(errno));
  struct stat about {};
  if (::fstat(file_, &about) != 0) cannot_read("memory", std::strerror(errno));
  const auto size = static_cast<std::size_t>(about.st_size);
  if (size == 0) return;
  void* at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file_, 0);
  if (at == MAP_FAILED) cannot_read("memory", std::strerror(errno));
  bytes_ = {static_cast<const char*>(at), size};
}

}  // namespace remit::plugins

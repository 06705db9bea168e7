// A file read once into memory that nobody can change any more. What is digested, looked over and loaded are then the same bytes,
// whatever happens to the file meanwhile.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace remit::plugins {

inline constexpr std::size_t most_library_bytes = std::size_t{1} << 30;   // also of a file that is handed to a plug-in
inline constexpr std::size_t most_page_bytes = std::size_t{16} << 20;     // of a manifest, or a lock

class SealedCopy {
 public:
  SealedCopy() = default;
  SealedCopy(SealedCopy&& other) noexcept;
  SealedCopy& operator=(SealedCopy&& other) noexcept;
  ~SealedCopy();

  int file() const { return file_; }              // closed on exec
  std::string_view bytes() const { return bytes_; }
  std::string digest() const;                     // "blake2b-256:..."

  /// Throws base::Refused (exit code 3): no such file, no ordinary one, more than `most` bytes. Waits for nobody.
  static SealedCopy of_file(const std::filesystem::path& path, std::size_t most = most_library_bytes);
  static SealedCopy of_bytes(std::string_view bytes);

 private:
  void seal();

  int file_ = -1;
  std::string_view bytes_;
};

}  // namespace remit::plugins

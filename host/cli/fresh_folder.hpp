// A new folder of nobody else's, which goes when it was not put to use.
#pragma once
#include <filesystem>
#include <string_view>

#include "pack/bundle.hpp"

namespace remit::cli {

class FreshFolder {
 public:
  /// Below `parent`. Throws base::Refused (exit code 2).
  explicit FreshFolder(const std::filesystem::path& parent);
  FreshFolder(const FreshFolder&) = delete;
  FreshFolder& operator=(const FreshFolder&) = delete;
  ~FreshFolder();

  const std::filesystem::path& path() const { return path_; }
  /// Writes the files of a pack into a folder of its id; comes back with that.
  std::filesystem::path unpack(const pack::Bundle& bundle);
  /// What lies at `to` already goes: the two change places at once. Throws base::Refused (exit code 2).
  void move_to(const std::filesystem::path& to);

 private:
  std::filesystem::path path_;
};

}  // namespace remit::cli

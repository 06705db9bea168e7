// Several files that are all written, or none of them: under temporary names first, synced, then all renamed.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

class WholeFiles {
 public:
  WholeFiles() = default;
  WholeFiles(const WholeFiles&) = delete;
  WholeFiles& operator=(const WholeFiles&) = delete;
  /// Removes what was added and never kept.
  ~WholeFiles();

  /// Writes the bytes beside `path`; makes its folder where there is none. Throws base::Refused (exit code 2).
  void add(const std::filesystem::path& path, std::string_view bytes);
  /// Gives every file its name, in the order in which they were added. Throws base::Refused (exit code 2).
  void keep();

 private:
  std::vector<std::filesystem::path> pending_;
};

}  // namespace remit::cli

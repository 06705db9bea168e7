#include "cli/fresh_folder.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "base/problem.hpp"
#include "cli/whole_files.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

FreshFolder::FreshFolder(const fs::path& parent) {
  std::string name = (parent / ".fresh-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) base::refuse({"CANNOT_WRITE", parent.string(), 0, 0, {}, std::string("no folder can be made in it: ") + std::strerror(errno) + "; nothing was changed", {}, {}});
  path_ = name;
  fs::permissions(path_, fs::perms(0755));
}

FreshFolder::~FreshFolder() {
  std::error_code none;
  if (!path_.empty()) fs::remove_all(path_, none);
}

fs::path FreshFolder::unpack(const pack::Bundle& bundle) {
  WholeFiles files;
  for (const auto& [path, bytes] : bundle.files) files.add(path_ / bundle.manifest.id / path, bytes);
  files.keep();
  return path_ / bundle.manifest.id;
}

void FreshFolder::move_to(const fs::path& to) {
  fs::create_directories(to.parent_path());
  const bool replaces = fs::exists(to);
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, to.c_str(), replaces ? RENAME_EXCHANGE : RENAME_NOREPLACE) != 0)
    base::refuse({"CANNOT_WRITE", to.string(), 0, 0, {}, std::string("it cannot be put in its place: ") + std::strerror(errno) + "; nothing was changed", {}, {}});
  if (!replaces) path_.clear();
}

}  // namespace remit::cli

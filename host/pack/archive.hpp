// The archive inside a packed pack: ustar, of which exactly one form is read and written. Ordinary files alone, by path, without
// owner, time or extension: so that the same files are the same bytes anywhere, and so that whatever else an archive can say (links,
// devices, folders, long names, sizes in base 256, what follows its end) is refused by name and not by luck. Everything stays in
// memory: reading writes no file.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace remit::pack {

struct PackedFile {
  std::string path;          // "parameters/applications.lua"
  std::string_view bytes;    // points into what was read
};

/// What is wrong with a path in a pack, in words that follow "`path` "; empty when it may stand there: letters, digits, `.`, `_`, `-`
/// and `/`, no part that is empty, `.`, `..` or begins with a point.
std::string wrong_with_path(std::string_view path);

/// The archive of these files, which must be in order (`pack.json` first, then by their bytes), of paths that may stand there and
/// within the limits.
std::string write_archive(std::span<const PackedFile> files);
/// The files of an archive. `archive` is named in messages and must outlive what comes back. Throws base::Refused (exit code 3).
std::vector<PackedFile> read_archive(std::string_view bytes, const std::string& archive);

/// Whether `a` stands before `b` in an archive.
bool stands_before(std::string_view a, std::string_view b);

inline constexpr const char* manifest_name = "pack.json";

}  // namespace remit::pack

// A file read whole, however large it says it is.
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

namespace remit::base {

/// All bytes of an ordinary file, or of what a shell hands over as one, of at most `most` bytes. Throws Refused (NO_FILE, with this exit code) where there is none, it is a
/// folder or device, cannot be read, or is larger.
std::string read_file(const std::filesystem::path& path, std::size_t most = std::size_t{1} << 30, int exit_code = 2);

}  // namespace remit::base

#include "base/file.hpp"

#include <fstream>

#include "base/problem.hpp"

namespace remit::base {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path, std::size_t most, int exit_code) {
  const auto refuse_it = [&](const std::string& message) { refuse({"NO_FILE", path.string(), 0, 0, {}, message, {}, {}}, exit_code); };
  std::error_code none;
  const bool handed_over = path.native().starts_with("/dev/") && !fs::is_directory(path, none);   // /dev/stdin, or a shell's <(...)
  if (!handed_over && !fs::is_regular_file(path, none)) {
    refuse_it(fs::is_directory(path, none) ? "this is a folder, and a file is needed" : fs::exists(path, none) ? "it is no ordinary file" : "there is no such file, or it cannot be read");
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) refuse_it("it cannot be read");
  std::string bytes;
  char piece[65536];
  while (in.read(piece, sizeof piece) || in.gcount() > 0) {
    bytes.append(piece, static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > most) refuse_it("it is larger than " + std::to_string(most) + " bytes");
  }
  if (!in.eof()) refuse_it("it cannot be read");
  return bytes;
}

}  // namespace remit::base

// The reader of archives. Whatever it takes, it would have written in the very same bytes: an archive has one form.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/problem.hpp"
#include "pack/archive.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    const auto files = remit::pack::read_archive(bytes, "x");
    for (const auto& file : files)
      if (!remit::pack::wrong_with_path(file.path).empty()) std::abort();
    if (remit::pack::write_archive(files) != bytes) std::abort();
  } catch (const remit::base::Refused& refused) {
    if (refused.exit_code != 3 || refused.problems.empty()) std::abort();
  }
  return 0;
}

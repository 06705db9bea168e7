// The reader of pack.json. Whatever it takes, it would have written in the very same bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/problem.hpp"
#include "pack/manifest.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    if (remit::pack::write_manifest(remit::pack::read_manifest(bytes, "x")) != bytes) std::abort();
  } catch (const remit::base::Refused& refused) {
    if (refused.exit_code != 3 || refused.problems.empty()) std::abort();
  }
  return 0;
}

// A packed pack from its outer bytes: decompression, archive, pack.json, digests.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/problem.hpp"
#include "pack/bundle.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto bundle = remit::pack::open_bundle({reinterpret_cast<const char*>(data), size}, "x");
    if (bundle.files.size() != bundle.manifest.files.size()) std::abort();
  } catch (const remit::base::Refused& refused) {
    if (refused.exit_code != 3 || refused.problems.empty()) std::abort();
  }
  return 0;
}

// Everything else that is read from outside: keys, signatures, trust files, indexes and what was seen of them, lists of adoptions.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "pack/adoptions.hpp"
#include "pack/index.hpp"
#include "pack/minisign.hpp"
#include "pack/seen.hpp"
#include "pack/trust.hpp"

namespace {

template <class Read>
bool taken(Read read) {
  try {
    read();
    return true;
  } catch (const remit::base::Refused& refused) {
    if (refused.exit_code != 4 || refused.problems.empty()) std::abort();
    return false;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace pack = remit::pack;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  taken([&] { pack::read_signatures(bytes, "x"); });
  taken([&] { pack::read_public_key(bytes, "x"); });
  taken([&] {
    if (!pack::needs_password(bytes, "x")) pack::read_secret_key(bytes, {}, "x");   // scrypt would be most of the time
  });
  taken([&] {
    const auto trust = pack::read_trust(bytes, "x");
    const std::string again = pack::write_trust(trust);
    if (pack::write_trust(pack::read_trust(again, "x")) != again) std::abort();
  });
  taken([&] {
    if (pack::write_index(pack::read_index(bytes, "x")) != bytes) std::abort();
  });
  taken([&] {
    if (pack::write_seen(pack::read_seen(bytes, "x")) != bytes) std::abort();
  });
  taken([&] {
    if (pack::Adoptions(bytes, "x").bytes() != bytes) std::abort();
  });
  return 0;
}

// For libFuzzer: three times in four what is inside is changed and packed again, for a changed frame does not unpack at all. The
// checksums of its headers are then made right again two times in three.
#include <algorithm>
#include <cstring>
#include <string>

#include "base/problem.hpp"
#include "mutations.hpp"
#include "pack/compression.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  if (seed % 4 == 0) return LLVMFuzzerMutate(data, size, most);
  constexpr std::size_t room = 1 << 16;
  std::string inside;
  try {
    inside = remit::pack::decompress({reinterpret_cast<const char*>(data), size}, "x");
  } catch (const remit::base::Refused&) {
    return LLVMFuzzerMutate(data, size, most);
  }
  if (inside.size() > room) return LLVMFuzzerMutate(data, size, most);
  const std::size_t before = inside.size();
  inside.resize(room);
  auto* bytes = reinterpret_cast<std::uint8_t*>(inside.data());
  inside.resize(LLVMFuzzerMutate(bytes, before, room));
  if (seed % 4 != 1) mend_checksums(reinterpret_cast<std::uint8_t*>(inside.data()), inside.size());
  const std::string packed = remit::pack::compress(inside);
  if (packed.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, packed.data(), packed.size());
  return packed.size();
}

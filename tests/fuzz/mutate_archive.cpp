// For libFuzzer: a changed header would never come past its checksum, so every other time the checksums are made right again.
#include <cstddef>
#include <cstdint>
#include <cstdio>

#include "mutations.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most, unsigned seed) {
  size = LLVMFuzzerMutate(data, size, most);
  if (seed % 2 == 0) mend_checksums(data, size);
  return size;
}

// What the targets of archives do after libFuzzer changed something, so that the change is seen by more than the first check.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>

/// Gives every entry of the archive in `data` the checksum of its header, as far as sizes can be followed.
inline void mend_checksums(std::uint8_t* data, std::size_t size) {
  constexpr std::size_t block = 512;
  for (std::size_t at = 0; at + block <= size;) {
    std::uint8_t* header = data + at;
    unsigned sum = 8 * ' ';
    std::size_t length = 0;
    for (std::size_t i = 0; i < block; ++i)
      if (i < 148 || i >= 156) sum += header[i];
    if (sum == 8 * ' ') break;
    for (std::size_t i = 124; i < 135 && header[i] >= '0' && header[i] <= '7'; ++i) length = length * 8 + (header[i] - '0');
    char digits[8];
    std::snprintf(digits, sizeof digits, "%06o", sum & 0777777U);
    for (std::size_t i = 0; i < 7; ++i) header[148 + i] = static_cast<std::uint8_t>(digits[i]);
    header[155] = ' ';
    at += block + (length + block - 1) / block * block;
  }
}

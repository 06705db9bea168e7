// BLAKE2b-256 of many texts at once. One text alone leaves most of a vector register idle; here each lane of the registers
// works on a text of its own, and takes the next one when it is done. The digests are those of base/digest.hpp.
#pragma once
#include <array>
#include <span>
#include <string_view>

namespace remit::base {

/// A text in two pieces, and where its 64 hexadecimal digits go.
struct Digestible {
  std::string_view first, second;
  char* digits = nullptr;
};

inline constexpr std::size_t digest_digits = 64;

/// Writes the digits of each. They may stand beside the pieces, not in them.
void digest_all(std::span<const Digestible> texts);

}  // namespace remit::base

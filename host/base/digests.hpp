// BLAKE2b-256 of many texts at once. One text alone leaves most of a vector register idle; here each lane of the registers
// works on a text of its own, and takes the next one when it is done. The digests are those of base/digest.hpp.
#pragma once
#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace remit::base {

/// A text in two pieces, and where its 64 hexadecimal digits go.
struct Digestible {
  std::string_view first, second;
  char* digits = nullptr;
};

inline constexpr std::size_t digest_digits = 64;

/// Writes the digits of each. They may stand beside the pieces, not in them.
void digest_all(std::span<const Digestible> texts);

/// A way in which digest_all can work; all write the same digits. The program itself is built for any processor of its kind, and
/// asks at run time which of the others this one can do.
using DigestAll = void (*)(std::span<const Digestible> texts);
/// Those that this processor can do, the fastest for many texts last.
const std::vector<DigestAll>& ways_to_digest();

}  // namespace remit::base

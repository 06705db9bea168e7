// BLAKE2b-256, the digest of inputs, packs and records (sole user of libsodium in the core).
#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace remit::base {

class Digest {
 public:
  Digest();
  void update(std::string_view bytes);
  /// "blake2b-256:" and 64 hexadecimal digits, of all bytes so far. The object is spent.
  std::string finish();

  static constexpr std::size_t text_size = 12 + 64;

 private:
  alignas(64) std::array<unsigned char, 384> state_;
};

std::string digest_of(std::string_view bytes);

}  // namespace remit::base

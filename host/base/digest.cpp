#include "base/digest.hpp"

#include <sodium/core.h>
#include <sodium/crypto_generichash.h>

#include <new>

namespace remit::base {

namespace {

constexpr std::size_t digest_bytes = 32;

crypto_generichash_state* state_in(std::array<unsigned char, 384>& bytes) {
  static_assert(sizeof(crypto_generichash_state) == 384 && alignof(crypto_generichash_state) <= 64);
  return std::launder(reinterpret_cast<crypto_generichash_state*>(bytes.data()));
}

}  // namespace

Digest::Digest() {
  // Chooses the code for this processor's vector registers. Should it fail, the portable code gives the same digest.
  [[maybe_unused]] static const int ready = sodium_init();
  new (state_.data()) crypto_generichash_state;
  crypto_generichash_init(state_in(state_), nullptr, 0, digest_bytes);
}

void Digest::update(std::string_view bytes) {
  crypto_generichash_update(state_in(state_), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
}

std::string Digest::finish() {
  std::array<unsigned char, digest_bytes> out;
  crypto_generichash_final(state_in(state_), out.data(), out.size());
  std::string text = "blake2b-256:";
  text.reserve(text_size);
  for (const unsigned char byte : out) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

std::string digest_of(std::string_view bytes) {
  Digest digest;
  digest.update(bytes);
  return digest.finish();
}

}  // namespace remit::base

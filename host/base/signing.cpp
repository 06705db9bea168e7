#include "base/signing.hpp"

#include <sodium/core.h>
#include <sodium/crypto_generichash.h>
#include <sodium/crypto_pwhash_scryptsalsa208sha256.h>
#include <sodium/crypto_sign.h>
#include <sodium/randombytes.h>
#include <sodium/utils.h>

namespace remit::base {

namespace {

using LongDigest = std::array<unsigned char, 64>;

// Keys and signatures need the library's random source and its checks of the processor.
void prepare() {
  [[maybe_unused]] static const int ready = sodium_init();
}

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
std::string_view text_of(const LongDigest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

LongDigest long_digest(std::string_view bytes) {
  LongDigest out;
  crypto_generichash(out.data(), out.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
  return out;
}

}  // namespace

SecretKey::SecretKey(SecretKey&& other) noexcept : id(other.id), key(other.key) { wipe(other.key); }

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept {
  id = other.id;
  key = other.key;
  if (this != &other) wipe(other.key);
  return *this;
}

SecretKey::~SecretKey() { wipe(key); }

SecretKey SecretKey::make() {
  prepare();
  SecretKey made;
  std::array<unsigned char, 32> published;
  fill_at_random(made.id);
  crypto_sign_keypair(published.data(), made.key.data());
  return made;
}

PublicKey SecretKey::publish() const {
  PublicKey out;
  out.id = id;
  crypto_sign_ed25519_sk_to_pk(out.key.data(), key.data());
  return out;
}

Signature sign_bytes(std::string_view bytes, const SecretKey& key) {
  prepare();
  Signature out;
  crypto_sign_detached(out.data(), nullptr, bytes_of(bytes), bytes.size(), key.key.data());
  return out;
}

bool holds_for_bytes(const Signature& signature, std::string_view bytes, const PublicKey& key) {
  prepare();
  return crypto_sign_verify_detached(signature.data(), bytes_of(bytes), bytes.size(), key.key.data()) == 0;
}

Signature sign_digest(std::string_view bytes, const SecretKey& key) { return sign_bytes(text_of(long_digest(bytes)), key); }

bool holds_for_digest(const Signature& signature, std::string_view bytes, const PublicKey& key) { return holds_for_bytes(signature, text_of(long_digest(bytes)), key); }

std::array<unsigned char, 32> key_check(std::string_view bytes) {
  std::array<unsigned char, 32> out;
  crypto_generichash(out.data(), out.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
  return out;
}

bool stretch_password(std::string_view password, std::span<const unsigned char, 32> salt, PasswordCost cost, std::span<unsigned char> out) {
  prepare();
  return crypto_pwhash_scryptsalsa208sha256(out.data(), out.size(), password.data(), password.size(), salt.data(), cost.operations, cost.memory) == 0;
}

void fill_at_random(std::span<unsigned char> out) {
  prepare();
  randombytes_buf(out.data(), out.size());
}

void wipe(std::string& secret) {
  sodium_memzero(secret.data(), secret.size());
  secret.clear();
}

void wipe(std::span<unsigned char> secret) { sodium_memzero(secret.data(), secret.size()); }

std::string to_base64(std::span<const unsigned char> bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();   // the zero at its end
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 || end != text.data() + text.size())
    return std::nullopt;
  out.resize(size);
  return out;
}

}  // namespace remit::base

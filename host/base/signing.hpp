// Ed25519 signatures over BLAKE2b-512, and the password that keeps a secret key: the parts of the minisign format that are
// arithmetic (libsodium). How keys and signatures are written down is host/pack/minisign.hpp.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace remit::base {

using KeyId = std::array<unsigned char, 8>;
using Signature = std::array<unsigned char, 64>;

struct PublicKey {
  KeyId id{};
  std::array<unsigned char, 32> key{};
  bool operator==(const PublicKey&) const = default;
};

/// Forgotten when it goes: its bytes are wiped.
class SecretKey {
 public:
  SecretKey() = default;
  SecretKey(SecretKey&& other) noexcept;
  SecretKey& operator=(SecretKey&& other) noexcept;
  ~SecretKey();
  /// A key that nobody has had before.
  static SecretKey make();
  PublicKey publish() const;

  KeyId id{};
  std::array<unsigned char, 64> key{};   // the seed, then the public key
};

/// Of the digest of `bytes`, as minisign's `ED`.
Signature sign_digest(std::string_view bytes, const SecretKey& key);
bool holds_for_digest(const Signature& signature, std::string_view bytes, const PublicKey& key);
/// Of `bytes` themselves: for what is short, as a trusted comment.
Signature sign_bytes(std::string_view bytes, const SecretKey& key);
bool holds_for_bytes(const Signature& signature, std::string_view bytes, const PublicKey& key);

/// What a password costs to try: scrypt's measures, as libsodium counts them.
struct PasswordCost {
  std::uint64_t operations = 0, memory = 0;
};
inline constexpr PasswordCost usual_cost{33'554'432, 1'073'741'824};   // minisign's own: a second or two, and 1 GiB
inline constexpr PasswordCost most_cost{134'217'728, 2'147'483'648};   // a key file that asks for more is refused

/// BLAKE2b-256, by which a secret key knows whether a password was the right one.
std::array<unsigned char, 32> key_check(std::string_view bytes);
/// Fills `out` from a password and 32 bytes of salt. False when the memory for it is not there.
bool stretch_password(std::string_view password, std::span<const unsigned char, 32> salt, PasswordCost cost, std::span<unsigned char> out);
void fill_at_random(std::span<unsigned char> out);
/// Overwrites what nobody may read any more.
void wipe(std::string& secret);
void wipe(std::span<unsigned char> secret);

std::string to_base64(std::span<const unsigned char> bytes);
/// Strictly: padded, no white space, no bits left over. Nothing when it is not.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace remit::base

#include "pack/minisign.hpp"

#include <algorithm>
#include <cstring>
#include <span>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace {

constexpr std::string_view untrusted = "untrusted comment: ", trusted = "trusted comment: ";
constexpr std::size_t public_bytes = 2 + 8 + 32, signature_bytes = 2 + 8 + 64, secret_bytes = 2 + 2 + 2 + 32 + 8 + 8 + 104;

[[noreturn]] void refuse(const char* code, const std::string& file, const std::string& message) { base::refuse({code, file, 0, 0, {}, message, {}, {}}, 4); }

std::span<const unsigned char> bytes_of(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    out.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!out.empty() && base::trim(out.back()).empty()) out.pop_back();
  return out;
}

// The line that counts in a file of one key.
std::string_view only_line(std::string_view text, const char* what, const std::string& file) {
  if (text.size() > limits::key_bytes) refuse("BAD_KEY", file, std::string("it is too large to be ") + what);
  auto lines = lines_of(text);
  if (!lines.empty() && lines.front().starts_with(untrusted)) lines.erase(lines.begin());
  if (lines.size() != 1) refuse("BAD_KEY", file, std::string("it is not ") + what + ": one line of comment and one of letters");
  return base::trim(lines.front());
}

template <std::size_t N>
void copy(std::string_view from, std::size_t at, std::array<unsigned char, N>& to) {
  std::memcpy(to.data(), from.data() + at, N);
}

void put_number(std::uint64_t number, std::string& out) {
  for (int i = 0; i < 8; ++i) out += static_cast<char>(number >> (8 * i) & 0xff);
}
std::uint64_t number_at(std::string_view bytes, std::size_t at) {
  std::uint64_t out = 0;
  for (std::size_t i = 8; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

std::string_view view(std::span<const unsigned char> bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// By which a secret key knows itself: over the algorithm, the id and the key.
std::string check_of(std::string_view id_and_key) {
  std::string bytes = "Ed";
  bytes += id_and_key;
  const auto check = base::key_check(bytes);
  base::wipe(bytes);
  return std::string(view(check));
}

std::string secret_of(std::string_view text, const std::string& file) {
  auto bytes = base::from_base64(only_line(text, "a secret key of minisign", file));
  if (!bytes || bytes->size() != secret_bytes || !bytes->starts_with("Ed")) refuse("BAD_KEY", file, "it is no secret key of minisign");
  if (bytes->substr(4, 2) != "B2" || (bytes->substr(2, 2) != "Sc" && bytes->substr(2, 2) != std::string_view("\0\0", 2)))
    refuse("BAD_KEY", file, "its key is kept in a way that this Remit does not know");
  return std::move(*bytes);
}

// Turns the key's own bytes into what the password hides, and back: the two are the same step.
void mask(std::string& secret, std::string_view password, base::PasswordCost cost, const std::string& file) {
  std::array<unsigned char, 104> stream;
  if (!base::stretch_password(password, std::span<const unsigned char, 32>(bytes_of(secret).subspan<6, 32>()), cost, stream))
    refuse("NO_MEMORY", file, "there is not the memory that its password needs: " + std::to_string(cost.memory >> 20) + " MiB");
  for (std::size_t i = 0; i < stream.size(); ++i) secret[54 + i] = static_cast<char>(static_cast<unsigned char>(secret[54 + i]) ^ stream[i]);
  base::wipe(stream);
}

}  // namespace

std::string key_name(const base::KeyId& id) {
  std::string out;
  for (std::size_t i = id.size(); i-- > 0;) {
    out += "0123456789ABCDEF"[id[i] >> 4];
    out += "0123456789ABCDEF"[id[i] & 15];
  }
  return out;
}

std::string key_line(const base::PublicKey& key) {
  std::string bytes = "Ed";
  bytes += view(key.id);
  bytes += view(key.key);
  return base::to_base64(bytes_of(bytes));
}

std::string write_public_key(const base::PublicKey& key) { return std::string(untrusted) + "minisign public key " + key_name(key.id) + "\n" + key_line(key) + "\n"; }

base::PublicKey read_public_key(std::string_view text, const std::string& file) {
  const auto bytes = base::from_base64(only_line(text, "a public key of minisign", file));
  if (bytes && bytes->size() == secret_bytes) refuse("BAD_KEY", file, "it is a secret key; it belongs to its owner alone, and the public key is asked for");
  if (!bytes || bytes->size() != public_bytes || !bytes->starts_with("Ed")) refuse("BAD_KEY", file, "it is no public key of minisign");
  base::PublicKey key;
  copy(*bytes, 2, key.id);
  copy(*bytes, 10, key.key);
  return key;
}

std::string write_secret_key(const base::SecretKey& key, std::string_view password, base::PasswordCost cost) {
  std::string bytes = password.empty() ? std::string("Ed\0\0B2", 6) : "EdScB2";
  std::array<unsigned char, 32> salt{};
  if (password.empty()) cost = {};
  else base::fill_at_random(salt);
  bytes += view(salt);
  put_number(cost.operations, bytes);
  put_number(cost.memory, bytes);
  bytes += view(key.id);
  bytes += view(key.key);
  bytes += check_of(std::string_view(bytes).substr(54, 72));
  if (!password.empty()) mask(bytes, password, cost, "the new key");
  std::string out = std::string(untrusted) + (password.empty() ? "minisign secret key, without a password\n" : "minisign encrypted secret key\n") + base::to_base64(bytes_of(bytes)) + "\n";
  base::wipe(bytes);
  return out;
}

bool needs_password(std::string_view text, const std::string& file) {
  std::string secret = secret_of(text, file);
  const bool needs = secret[2] == 'S';
  base::wipe(secret);
  return needs;
}

base::SecretKey read_secret_key(std::string_view text, std::string_view password, const std::string& file) {
  std::string secret = secret_of(text, file);
  if (secret[2] == 'S') {
    const base::PasswordCost cost{number_at(secret, 38), number_at(secret, 46)};
    if (cost.operations > base::most_cost.operations || cost.memory > base::most_cost.memory) refuse("BAD_KEY", file, "its password costs more to try than any key's should");
    mask(secret, password, cost, file);
  }
  base::SecretKey key;
  copy(secret, 54, key.id);
  copy(secret, 62, key.key);
  const bool right = std::string_view(secret).substr(126) == check_of(std::string_view(secret).substr(54, 72));
  const bool hidden = secret[2] == 'S';
  base::wipe(secret);
  if (!right) refuse(hidden ? "WRONG_PASSWORD" : "BAD_KEY", file, hidden ? "the password is not the one of this key" : "it is damaged");
  return key;
}

std::string write_signature(std::string_view bytes, const base::SecretKey& key, const std::string& comment) {
  const base::Signature signature = base::sign_digest(bytes, key);
  std::string raw = "ED";
  raw += view(key.id);
  raw += view(signature);
  const base::Signature with_comment = base::sign_bytes(std::string(view(signature)) + comment, key);
  return std::string(untrusted) + "signature from minisign secret key\n" + base::to_base64(bytes_of(raw)) + "\n" + std::string(trusted) + comment + "\n" + base::to_base64(with_comment) + "\n";
}

std::vector<Signed> read_signatures(std::string_view text, const std::string& file) {
  if (text.size() > limits::key_bytes * limits::signatures) refuse("BAD_SIGNATURE", file, "it is too large to be a signature");
  const auto lines = lines_of(text);
  if (lines.empty()) refuse("BAD_SIGNATURE", file, "it is empty: there is no signature in it");
  if (lines.size() % 4 != 0 || lines.size() > 4 * limits::signatures) refuse("BAD_SIGNATURE", file, "a signature has four lines, and here are " + std::to_string(lines.size()) + " lines; it is cut off, or none of minisign");
  std::vector<Signed> out;
  for (std::size_t i = 0; i < lines.size(); i += 4) {
    const auto signature = base::from_base64(lines[i + 1]), with_comment = base::from_base64(lines[i + 3]);
    if (!lines[i].starts_with(untrusted) || !lines[i + 2].starts_with(trusted) || !signature || signature->size() != signature_bytes || !with_comment || with_comment->size() != 64)
      refuse("BAD_SIGNATURE", file, "it is no signature of minisign");
    if (signature->starts_with("Ed")) refuse("BAD_SIGNATURE", file, "it is of minisign's older form, over the file itself; sign again with `minisign -SH`");
    if (!signature->starts_with("ED")) refuse("BAD_SIGNATURE", file, "it is made in a way that this Remit does not know");
    Signed one;
    copy(*signature, 2, one.key);
    copy(*signature, 10, one.signature);
    copy(*with_comment, 0, one.with_comment);
    one.comment = lines[i + 2].substr(trusted.size());
    out.push_back(std::move(one));
  }
  return out;
}

bool holds(const Signed& one, std::string_view bytes, const base::PublicKey& key) {
  return one.key == key.id && base::holds_for_digest(one.signature, bytes, key) && base::holds_for_bytes(one.with_comment, std::string(view(one.signature)) + one.comment, key);
}

}  // namespace remit::pack

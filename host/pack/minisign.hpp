// Keys and signatures as `minisign` writes them, so that anyone can check ours with a tool that is not ours, and we theirs: lines of
// base64 under a line of comment. A file of signatures may hold several, one after another, each by another key; minisign itself reads
// the first. How many are needed is the trust file's to say.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/signing.hpp"

namespace remit::pack {

/// A signature with the comment that is signed with it.
struct Signed {
  base::KeyId key{};
  base::Signature signature{}, with_comment{};   // over the file; over that signature and `comment`
  std::string comment;
};

/// "B33B2759D4EFC48F", as minisign shows it.
std::string key_name(const base::KeyId& id);
/// The line of a public key, without its comment: "RWSPxO/UWSc7...".
std::string key_line(const base::PublicKey& key);

std::string write_public_key(const base::PublicKey& key);
/// A file of a public key, or its line alone. `file` is named in messages. Throws base::Refused (exit code 4).
base::PublicKey read_public_key(std::string_view text, const std::string& file);

/// An empty password: the key is not protected, as with minisign's -W.
std::string write_secret_key(const base::SecretKey& key, std::string_view password, base::PasswordCost cost);
bool needs_password(std::string_view text, const std::string& file);
/// Throws base::Refused (exit code 4): no key, or another password.
base::SecretKey read_secret_key(std::string_view text, std::string_view password, const std::string& file);

/// `comment`: one line, signed too.
std::string write_signature(std::string_view bytes, const base::SecretKey& key, const std::string& comment);
/// Every signature in a file; at least one. Throws base::Refused (exit code 4): empty, cut off, or of another form.
std::vector<Signed> read_signatures(std::string_view text, const std::string& file);
/// Whether `one` was made by `key` over `bytes`, its comment included.
bool holds(const Signed& one, std::string_view bytes, const base::PublicKey& key);

}  // namespace remit::pack

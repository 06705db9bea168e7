// What sign and index share: the secret key that signs, and how its password is come by.
#pragma once
#include <string>
#include <string_view>

namespace remit::cli {

class Command;

struct Signer {
  std::string key;          // the file of the secret key
  int password_from = -1;   // a file descriptor; -1: REMIT_KEY_PASSWORD, or the terminal
};
/// --key and --password-fd.
void add_signer(Command& command, Signer& signer);
struct SignedWith {
  std::string text, key;    // the lines of a .minisig, and the name of the key
};
/// Throws base::Refused (exit code 4) when the key or its password is wrong.
SignedWith sign(std::string_view bytes, const Signer& signer, const std::string& comment);

}  // namespace remit::cli

#include "cli/signing.hpp"

#include "base/file.hpp"
#include "cli/command_line.hpp"
#include "cli/password.hpp"
#include "pack/limits.hpp"
#include "pack/minisign.hpp"
#include "pack/store.hpp"

namespace remit::cli {

void add_signer(Command& command, Signer& signer) {
  command.add_option("--key", signer.key, "the file of your secret key, of `remit pack key new` or minisign")->required();
  command.add_option("--password-fd", signer.password_from, "read its password from this file descriptor; else from REMIT_KEY_PASSWORD, else it is asked for")->between(0, 1023);
}

SignedWith sign(std::string_view bytes, const Signer& signer, const std::string& comment) {
  std::string kept = base::read_file(signer.key, pack::limits::key_bytes);
  std::string password = pack::needs_password(kept, signer.key) ? ask_password(signer.password_from, false, signer.key) : std::string();
  const base::SecretKey key = pack::read_secret_key(kept, password, signer.key);
  base::wipe(password);
  base::wipe(kept);
  return {pack::write_signature(bytes, key, comment), pack::key_name(key.id)};
}

}  // namespace remit::cli

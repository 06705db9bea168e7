// remit pack key new: the pair of keys by which a publisher is known. In minisign's form, so that its tool can use them too.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/problem.hpp"
#include "cli/ids.hpp"
#include "cli/pack_commands.hpp"
#include "cli/password.hpp"
#include "cli/session.hpp"
#include "pack/minisign.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string name, out;
  int password_from = -1;
  bool open = false;
};

// For its owner alone, and never over a key that is there.
void write_secret(const fs::path& file, std::string_view bytes) {
  const auto refuse = [&](int why) {
    base::refuse({"CANNOT_WRITE", file.string(), 0, 0, {}, why == EEXIST ? "there is a key already, and a key is never written over; take another name" : std::string("it cannot be written: ") + std::strerror(why), {}, {}});
  };
  const int to = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (to < 0) refuse(errno);
  const bool whole = ::write(to, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && ::fsync(to) == 0;
  const int why = errno;
  ::close(to);
  if (whole) return;
  ::unlink(file.c_str());
  refuse(why);
}

int run(const Options& o) {
  if (!is_id(o.name)) base::refuse({"BAD_ID", {}, 0, 0, {}, "`" + o.name + "` is no name of a key: small letters, digits and hyphens, a letter first", {}, {}});
  const fs::path secret = fs::path(o.out) / (o.name + ".key"), published = fs::path(o.out) / (o.name + ".pub");
  std::error_code none;
  for (const auto& file : {secret, published})
    if (fs::exists(file, none)) base::refuse({"EXISTS", file.string(), 0, 0, {}, "there is a key already, and a key is never written over; take another name", {}, {}});
  if (!o.out.empty()) fs::create_directories(o.out, none);
  std::string password = o.open ? std::string() : ask_password(o.password_from, true, secret.string());
  if (!o.open && password.empty()) base::refuse({"NO_PASSWORD", {}, 0, 0, {}, "the password is empty; a key without one needs `--no-password`, and a place that nobody else can read", {}, {}});
  const base::SecretKey key = base::SecretKey::make();
  std::string kept = pack::write_secret_key(key, password, base::usual_cost);
  base::wipe(password);
  write_secret(secret, kept);
  base::wipe(kept);
  write_file(published, pack::write_public_key(key.publish()));
  print(secret.string() + ": the secret key" + (o.open ? ", without a password: whoever reads this file can sign for you\n" : "; keep it, and a copy of it elsewhere\n") + published.string() +
        ": the public key; give this one to everybody\nits name is " + pack::key_name(key.id) + ", and its line is\n  " + pack::key_line(key.publish()) + "\n");
  return 0;
}

}  // namespace

void add_pack_key(Program& program, Command& pack) {
  auto* parent = pack.add_subcommand("key", "the keys by which a publisher signs");
  parent->require_subcommand();
  parent->footer("example:\n  remit pack key new north-region");
  auto* command = parent->add_subcommand("new", "make a pair of keys: NAME.key, which is secret and has a password, and NAME.pub");
  auto o = std::make_shared<Options>();
  command->add_option("name", o->name, "what to call them")->required();
  command->add_option("--out", o->out, "the folder to put them in; by default this one");
  command->add_option("--password-fd", o->password_from, "read the password from this file descriptor; else from REMIT_KEY_PASSWORD, else it is asked for")->between(0, 1023);
  command->add_flag("--no-password", o->open, "without a password: for a key that lies where nobody else can read");
  command->footer("examples:\n  remit pack key new north-region\n  remit pack key new north-region --out keys --password-fd 3 3< password.txt");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "cli/signing.hpp"
#include "pack/bundle.hpp"
#include "pack/limits.hpp"
#include "pack/minisign.hpp"
#include "pack/store.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string file;
  Signer signer;
  bool also = false;
};

int run(const Options& o) {
  const std::string packed = base::read_file(o.file, pack::limits::packed_bytes);
  const pack::Bundle bundle = pack::open_bundle(packed, o.file);   // nothing is signed that nobody could read
  std::string before;
  if (o.also) before = pack::signatures_of(o.file).value_or("");
  SignedWith made = sign(packed, o.signer, "remit pack " + bundle.manifest.name());
  if (!before.empty()) {
    for (const auto& one : pack::read_signatures(before, o.file + ".minisig"))
      if (pack::key_name(one.key) == made.key) base::refuse({"SIGNED", o.file, 0, 0, {}, "this key has signed it already", {}, {}});
    made.text = before + (before.ends_with('\n') ? "" : "\n") + made.text;
  }
  write_file(o.file + ".minisig", made.text);
  print(o.file + ".minisig: " + bundle.manifest.name() + " is signed with the key " + made.key + "\n  digest " + bundle.digest + "\n");
  return 0;
}

}  // namespace

void add_pack_sign(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("sign", "sign a packed pack; the signature stands beside it, in minisign's form");
  auto o = std::make_shared<Options>();
  command->add_option("file", o->file, "the file that `remit pack build` made")->required();
  add_signer(*command, o->signer);
  command->add_flag("--also", o->also, "add to the signatures that there are, where a publisher needs several");
  command->footer("examples:\n  remit pack sign river-towns-1.2.0.remitpack --key north-region.key\n  remit pack sign river-towns-1.2.0.remitpack --key second.key --also");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli

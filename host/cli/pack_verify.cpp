#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/session.hpp"
#include "pack/bundle.hpp"
#include "pack/limits.hpp"
#include "pack/minisign.hpp"
#include "pack/store.hpp"

namespace remit::cli {

namespace {

struct Options {
  std::string file, key;
  pack::Act act;
};

// Trusting one key and nothing else, for this once.
pack::Trust only(const std::string& key) {
  std::error_code none;
  const bool is_file = std::filesystem::exists(key, none);
  const auto read = pack::read_public_key(is_file ? base::read_file(key, pack::limits::key_bytes) : key, is_file ? key : "--key");
  return {true, {{"the-key-given", {{read, false}}, {}, 1}}};
}

int run(Options o) {
  settle_day(o.act);
  const pack::Trust trust = o.key.empty() ? pack::Store(pack::Store::usual_folder()).trust() : only(o.key);
  const std::string packed = base::read_file(o.file, pack::limits::packed_bytes);
  const pack::Judged judged = pack::judge(packed, pack::signatures_of(o.file), trust, o.file, pack::Use::loading);
  const pack::Bundle bundle = pack::open_bundle(packed, o.file);
  const pack::Manifest& m = bundle.manifest;
  if (o.key.empty()) pack::check_may_publish(judged, m.id, trust, o.file);
  std::string out = o.file + ": " + m.name() + "\n  " + m.title + "\n  ";
  out += judged.publisher.empty() ? "nobody has signed it, and no signature is required here" : (o.key.empty() ? "signed by " + judged.publisher + ", key " : "signed with the key ") + base::join_and(judged.keys) + ": " + base::printable(judged.comment);
  out += "\n  " + counted(m.files.size()) + " files, each as pack.json says\n  needs Remit " + m.minimum_host.text() + " or later\n";
  for (const auto& need : m.dependencies) out += "  needs the pack " + need.id + " " + need.range.text() + "\n";
  for (const auto& need : m.plugins) out += "  needs the plug-in " + need.id + " " + need.version + "\n";
  out += "  may be used until " + m.expires + (o.act.as_of > m.expires ? ": it has expired, " : ": it has not expired, ") + day_in_words(o.act) + "\n  digest " + bundle.digest + "\n  contents " + bundle.contents + "\n";
  print(out);
  return 0;
}

}  // namespace

void add_pack_verify(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("verify", "who signed a packed pack, and whether it is whole; nothing is written");
  auto o = std::make_shared<Options>();
  command->add_option("file", o->file, "the packed pack, its .minisig beside it")->required();
  command->add_option("--key", o->key, "a public key, its file or its line, instead of those that are trusted here");
  command->add_option("--as-of", o->act.as_of, "the day that stands for today; without it today's date, which is then said")->type_name("DATE");
  command->footer("examples:\n  remit pack verify river-towns-1.2.0.remitpack\n  remit pack verify river-towns-1.2.0.remitpack --key north-region.pub");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli

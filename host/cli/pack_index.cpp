// remit pack index and outdated: a registry is a folder of packed packs with a signed list of them.

#include <algorithm>

#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/registry.hpp"
#include "cli/session.hpp"
#include "cli/signing.hpp"
#include "pack/limits.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Indexing {
  std::string folder;
  Signer signer;
  pack::Act act;
};

int index(Indexing o) {
  settle_day(o.act);
  if (!fs::is_directory(o.folder)) base::refuse({"NO_FOLDER", o.folder, 0, 0, {}, "there is no such folder", {}, {}});
  pack::Index made;
  made.as_of = o.act.as_of;
  for (const auto& entry : fs::directory_iterator(o.folder)) {
    if (entry.path().extension() != pack::bundle_ending) continue;
    const std::string name = entry.path().filename().string(), file = entry.path().string();
    if (const std::string wrong = pack::wrong_with_path(name); !wrong.empty()) base::refuse({"BAD_NAME", file, 0, 0, {}, "its name " + wrong, {}, {}});
    if (!pack::signatures_of(entry.path())) base::refuse({"NOT_SIGNED", file, 0, 0, {}, "nobody has signed it; sign every pack of a registry first", {}, {}}, 4);
    made.packs.push_back(pack::entry_of(pack::open_bundle(base::read_file(file, pack::limits::packed_bytes), file), name));
  }
  for (const auto& one : made.packs)
    for (const auto& other : made.packs)
      if (&one < &other && one.id == other.id && (one.release == other.release || one.version == other.version))
        base::refuse({"RELEASE_TWICE", o.folder, 0, 0, {}, one.file + " and " + other.file + " are both " + (one.release == other.release ? "release " + std::to_string(one.release) : "version " + one.version.text()) + " of `" + one.id + "`", {}, {}});
  const fs::path file = fs::path(o.folder) / pack::index_name;
  const std::size_t size = made.packs.size();
  const std::string bytes = pack::write_index(std::move(made));
  const SignedWith with = sign(bytes, o.signer, "remit index of " + std::to_string(size) + " packs, " + o.act.as_of);
  WholeFiles files;
  files.add(file.string() + ".minisig", with.text);
  files.add(file, bytes);
  files.keep();
  print(file.string() + ": " + std::to_string(size) + (size == 1 ? " pack, " : " packs, ") + day_in_words(o.act) + ", signed with the key " + with.key + "\n");
  return 0;
}

struct Asking {
  std::string from;
  pack::Act act;
};

int outdated(Asking o) {
  settle_day(o.act);
  const pack::Store store = usual_store();
  std::string signed_by, out;
  const pack::Index index = index_of(o.from, store.trust(), signed_by);
  const pack::Adoptions adoptions = store.adoptions();
  std::size_t newer = 0;
  for (const auto& id : adoptions.packs()) {
    const pack::Adoption& a = *adoptions.active(id);
    const pack::Entry* there = index.newest(id);
    out += id + " " + a.version.text() + ", release " + std::to_string(a.release) + ": ";
    if (there == nullptr) out += "not in this registry";
    else if (there->release > a.release) out += "release " + std::to_string(there->release) + ", version " + there->version.text() + ", is there; remit pack install " + id + " --from " + o.from;
    else out += there->release == a.release ? "the newest" : "newer than what is there";
    newer += there != nullptr && there->release > a.release;
    out += (o.act.as_of > a.expires ? "; it has EXPIRED on " + a.expires : "") + "\n";
  }
  print(out + "the index is of " + index.as_of + (signed_by.empty() ? ", signed by nobody" : ", signed by " + signed_by) + "; " + day_in_words(o.act) + "\n");
  return newer > 0 ? 1 : 0;
}

}  // namespace

void add_pack_index(Program& program, Command& pack) {
  auto* indexing = pack.add_subcommand("index", "make a folder of signed packs a registry: a signed list of what lies in it, for any web server or shared drive");
  auto o = std::make_shared<Indexing>();
  indexing->add_option("folder", o->folder, "the folder, with the packed packs and their .minisig")->required();
  add_signer(*indexing, o->signer);
  indexing->add_option("--as-of", o->act.as_of, "the day that the index is of; without it today's date, which is then said and recorded")->type_name("DATE");
  indexing->footer("example:\n  remit pack index shared --key north-region.key");
  indexing->callback([o, &program] { program.chosen = [o] { return index(*o); }; });
  auto* asking = pack.add_subcommand("outdated", "which installed packs have a newer release in a registry; exit code 1 when there is one");
  auto a = std::make_shared<Asking>();
  asking->add_option("--from", a->from, "the registry: its folder, on a shared drive or fetched from a web server")->required()->type_name("REGISTRY");
  asking->add_option("--as-of", a->act.as_of, "the day that stands for today; without it today's date, which is then said")->type_name("DATE");
  asking->footer("example:\n  remit pack outdated --from shared");
  asking->callback([a, &program] { program.chosen = [a] { return outdated(*a); }; });
}

}  // namespace remit::cli

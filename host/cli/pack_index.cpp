// remit pack index and outdated: a registry is a folder of packed packs with a signed list of them.

#include <algorithm>

#include "base/date.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/pack_commands.hpp"
#include "cli/registry.hpp"
#include "cli/session.hpp"
#include "cli/signing.hpp"
#include "pack/limits.hpp"
#include "pack/minisign.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Indexing {
  std::string folder, registry, valid_until;
  std::int64_t number = 0;
  Signer signer;
  pack::Act act;
};

constexpr std::int64_t usual_days = 90;

std::string days_after(const std::string& day, std::int64_t days) {
  base::Value value;
  base::read_moment(day, value);
  value.integer += days * base::seconds_a_day;
  return base::moment_text(value);
}

// What an index says of itself: it goes on from the one that lies there.
pack::Index heading_of(const Indexing& o) {
  pack::Index made;
  made.as_of = o.act.as_of;
  made.valid_until = o.valid_until.empty() ? days_after(o.act.as_of, usual_days) : o.valid_until;
  if (!pack::is_day(made.valid_until)) base::refuse({"BAD_DATE", {}, 0, 0, "--valid-until", "`" + base::printable(o.valid_until, 40) + "` is no day; write it as 2027-03-31", {}, {}});
  if (made.valid_until < made.as_of) base::refuse({"BAD_DATE", {}, 0, 0, "--valid-until", "it lies before the day that the index is of, " + made.as_of, {}, {}});
  const fs::path file = fs::path(o.folder) / pack::index_name;
  std::error_code none;
  pack::Index before;
  if (fs::exists(file, none)) before = pack::read_index(base::read_file(file, pack::limits::list_bytes), file.string());
  made.registry = !o.registry.empty() ? o.registry : !before.registry.empty() ? before.registry : fs::weakly_canonical(o.folder).filename().string();
  if (!pack::is_pack_id(made.registry)) base::refuse({"BAD_ID", {}, 0, 0, "--registry", "`" + base::printable(made.registry, 60) + "` is no id of a registry: small letters, digits and hyphens, a letter first; `--registry` gives it one", {}, {}});
  made.number = o.number > 0 ? o.number : before.number + 1;
  if (made.number <= before.number) base::refuse({"BAD_NUMBER", {}, 0, 0, "--number", "the index that lies there is number " + std::to_string(before.number) + "; the next one is larger", {}, {}});
  return made;
}

int index(Indexing o) {
  settle_day(o.act);
  if (!fs::is_directory(o.folder)) base::refuse({"NO_FOLDER", o.folder, 0, 0, {}, "there is no such folder", {}, {}});
  pack::Index made = heading_of(o);
  for (const auto& entry : fs::directory_iterator(o.folder)) {
    if (entry.path().extension() != pack::bundle_ending) continue;
    const std::string name = entry.path().filename().string(), file = entry.path().string();
    if (const std::string wrong = pack::wrong_with_path(name); !wrong.empty()) base::refuse({"BAD_NAME", file, 0, 0, {}, "its name " + wrong, {}, {}});
    const auto signatures = pack::signatures_of(entry.path());
    if (!signatures) base::refuse({"NOT_SIGNED", file, 0, 0, {}, "nobody has signed it; sign every pack of a registry first", {}, {}}, 4);
    pack::read_signatures(*signatures, file + ".minisig");   // whose they are, and whether they hold, is judged by whoever adopts it
    made.packs.push_back(pack::entry_of(pack::open_bundle(base::read_file(file, pack::limits::packed_bytes), file), name));
  }
  for (const auto& one : made.packs)
    for (const auto& other : made.packs)
      if (&one < &other && one.id == other.id && (one.release == other.release || one.version == other.version))
        base::refuse({"RELEASE_TWICE", o.folder, 0, 0, {}, one.file + " and " + other.file + " are both " + (one.release == other.release ? "release " + std::to_string(one.release) : "version " + one.version.text()) + " of `" + one.id + "`", {}, {}});
  const fs::path file = fs::path(o.folder) / pack::index_name;
  const std::size_t size = made.packs.size();
  const std::string about = ", index " + std::to_string(made.number) + " of the registry " + made.registry + ", " + day_in_words(o.act) + ", valid until " + made.valid_until;
  const std::string bytes = pack::write_index(std::move(made));
  const SignedWith with = sign(bytes, o.signer, "remit index of " + std::to_string(size) + " packs, " + o.act.as_of);
  WholeFiles files;
  files.add(file.string() + ".minisig", with.text);
  files.add(file, bytes);
  files.keep();
  print(file.string() + ": " + std::to_string(size) + (size == 1 ? " pack" : " packs") + about + ", signed with the key " + with.key + "\n");
  return 0;
}

struct Asking {
  std::string from;
  pack::Act act;
  bool despite_index = false;
};

int outdated(Asking o) {
  settle_day(o.act);
  StoreChange change;
  const Listed listed = index_of(o.from, change, o.act.as_of, o.despite_index);
  change.files.keep();
  const pack::Index& index = listed.index;
  const pack::Adoptions& adoptions = change.adoptions;
  std::string out;
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
  print(out + "index " + std::to_string(index.number) + " of the registry " + index.registry + ", of " + index.as_of + ", valid until " + index.valid_until +
        (listed.signed_by.empty() ? ", signed by nobody" : ", signed by " + listed.signed_by) + "; " + day_in_words(o.act) + "\n" + (listed.wrong.empty() ? "" : "although " + listed.wrong + "\n"));
  return newer > 0 ? 1 : 0;
}

}  // namespace

void add_pack_index(Program& program, Command& pack) {
  auto* indexing = pack.add_subcommand("index", "make a folder of signed packs a registry: a signed list of what lies in it, for any web server or shared drive");
  auto o = std::make_shared<Indexing>();
  indexing->add_option("folder", o->folder, "the folder, with the packed packs and their .minisig")->required();
  add_signer(*indexing, o->signer);
  indexing->add_option("--valid-until", o->valid_until, "the last day on which it is believed; 90 days from its own when nothing is said: make it anew before, though nothing has changed")->type_name("DATE");
  indexing->add_option("--registry", o->registry, "the id of the registry; by default the one of the index that lies there, else the name of the folder");
  indexing->add_option("--number", o->number, "the number of this index; by default one more than that of the index that lies there")->between(1, 999'999'999);
  indexing->add_option("--as-of", o->act.as_of, "the day that the index is of; without it today's date, which is then said and recorded")->type_name("DATE");
  indexing->footer("example:\n  remit pack index shared --key north-region.key");
  indexing->callback([o, &program] { program.chosen = [o] { return index(*o); }; });
  auto* asking = pack.add_subcommand("outdated", "which installed packs have a newer release in a registry; exit code 1 when there is one");
  auto a = std::make_shared<Asking>();
  asking->add_option("--from", a->from, "the registry: its folder, or where a web server has it: https://...")->required()->type_name("REGISTRY");
  asking->add_option("--as-of", a->act.as_of, "the day that stands for today; without it today's date, which is then said")->type_name("DATE");
  asking->add_flag("--despite-index", a->despite_index, "although its index is no longer valid, or an older one than was seen here");
  asking->footer("examples:\n  remit pack outdated --from shared\n  remit pack outdated --from https://packs.north.example/shared");
  asking->callback([a, &program] { program.chosen = [a] { return outdated(*a); }; });
}

}  // namespace remit::cli

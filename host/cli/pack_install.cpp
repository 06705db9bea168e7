// remit pack install: a packed pack is judged, unpacked into a fresh folder, loaded and checked there, and only then put to use. Until
// the last line is written, what was in use before stays in use.

#include <algorithm>

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/fresh_folder.hpp"
#include "cli/pack_commands.hpp"
#include "cli/registry.hpp"
#include "cli/session.hpp"
#include "cli/store_change.hpp"
#include "lua/load.hpp"
#include "pack/admission.hpp"
#include "pack/installed.hpp"
#include "pack/limits.hpp"
#include "policy/lint.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

struct Options {
  std::string what, from;
  pack::Wish wish;
  bool despite_index = false;
};

// All that there is of a pack that is needed: adopted versions, and the one in the folders of packs, as those that came with Remit.
std::vector<pack::Candidate> there_is(const pack::Store& store, const std::string& id) {
  auto found = pack::installed_versions(store, id);
  for (const auto& place : pack_places()) {
    std::error_code none;
    if (!fs::exists(place / id / "pack.lua", none)) continue;
    const auto loaded = open_folder((place / id).string());
    if (const auto version = base::Version::read(loaded->version)) found.push_back({*version, (place / id).string(), {}});
    break;
  }
  return found;
}

// Loaded from the fresh folder with what it needs, and free of errors.
std::vector<pack::LockedLayer> tried(const fs::path& folder, const pack::Store& store, const std::vector<pack::Chosen>& needs, const std::string& file) {
  std::vector<fs::path> search;
  for (const auto& one : needs) search.push_back(one.source == "installed" ? store.place(one.id, one.version) : fs::path(one.source).parent_path());
  std::shared_ptr<const policy::Pack> loaded;
  base::Problems problems;
  try {
    loaded = open_folder(folder.string(), search);
    problems = policy::lint(*loaded);
  } catch (base::Refused& refused) {
    problems = std::move(refused.problems);
  }
  for (auto& problem : problems) problem.file = file + (problem.file.starts_with(folder.string()) ? ": " + problem.file.substr(folder.string().size() + 1) : problem.file.empty() ? "" : ": " + problem.file);
  if (!problems.empty()) throw base::Refused{std::move(problems), 3};
  std::vector<pack::LockedLayer> layers;
  for (const auto& layer : loaded->layers) {
    const auto need = std::ranges::find(needs, layer.id, &pack::Chosen::id);
    if (need == needs.end() && layer.id != loaded->id)
      base::refuse({"NEEDS", file, 0, 0, {}, "it is built on the pack `" + layer.id + "` and does not say so among what it needs", {}, {}}, 3);
    layers.push_back({layer.id, layer.version, layer.digest, need == needs.end() || need->source == "installed"});
  }
  return layers;
}

std::string said(const pack::Admitted& admitted, const pack::Adoption* before, const std::vector<pack::LockedLayer>& layers) {
  const pack::Adoption& a = admitted.adoption;
  std::string out = admitted.bundle.manifest.name() + " is in use" + (before == nullptr || before->version == a.version ? "" : ", in the place of " + before->version.text()) + "\n  " +
                    (a.publisher.empty() ? "nobody has signed it" : "signed by " + a.publisher + ", key " + base::join_and(a.keys)) + "\n";
  for (const auto& layer : layers)
    if (layer.id != a.pack) out += "  on " + layer.id + " " + layer.version + (layer.installed ? ", installed\n" : ", from a folder of packs\n");
  out += "  may be used until " + a.expires + (a.act.as_of > a.expires ? ": it has EXPIRED, and is used all the same" : "") + "\n  digest " + a.digest + "\nrecorded for " + a.act.by + ", " + day_in_words(a.act) + ": " + a.act.why + "\n";
  return out;
}

int run(Options o) {
  settle_day(o.wish.act);
  o.wish.host = *base::Version::read(REMIT_VERSION);
  StoreChange change;
  pack::Adoption asked;
  asked.act = o.wish.act;
  asked.despite_index = o.despite_index;
  const Offered offered = offered_pack(o.what, o.from, change, asked);
  o.wish.file = offered.name;
  o.wish.signatures = offered.signatures;
  pack::Admitted admitted = pack::admit(offered.packed, o.wish, change.trust, change.adoptions);
  const pack::Manifest& m = admitted.bundle.manifest;
  const pack::Store& store = change.store();
  const auto needs = pack::resolve(m, [&](const std::string& id) { return there_is(store, id); }, offered.name);
  FreshFolder fresh(store.folder());
  WholeFiles files;
  files.add(fresh.path() / "pack.remitpack", offered.packed);
  if (offered.signatures) files.add(fresh.path() / "pack.remitpack.minisig", *offered.signatures);
  files.keep();
  const auto layers = tried(fresh.unpack(admitted.bundle), store, needs, offered.name);
  const std::string lock = pack::write_lock(m.id, layers);
  admitted.adoption.lock = base::digest_of(lock);
  admitted.adoption.despite_index = asked.despite_index;
  std::optional<pack::Adoption> before;
  if (const auto* active = change.adoptions.active(m.id)) before = *active;
  const fs::path place = store.place(m.id, m.version);
  fresh.move_to(place);
  change.files.add(store.lock_file(m.id, m.version), lock);
  change.keep(admitted.adoption, false);
  print(said(admitted, before ? &*before : nullptr, layers));
  return 0;
}

}  // namespace

void add_pack_install(Program& program, Command& pack) {
  auto* command = pack.add_subcommand("install", "adopt a packed pack: judge who signed it, check it, put it to use, and record who decided so");
  auto o = std::make_shared<Options>();
  command->add_option("pack", o->what, "a packed pack, its .minisig beside it, here or at https://...; the id of one in a registry; or ID@VERSION, to adopt again what lies here")->required();
  command->add_option("--from", o->from, "a registry: the folder of `remit pack index`, or where a web server has it: https://...")->type_name("REGISTRY");
  add_act(*command, o->wish.act, true);
  command->add_flag("--despite-expiry", o->wish.despite_expiry, "although it has expired, or will have: recorded with the reason");
  command->add_flag("--rollback", o->wish.despite_release, "although a later release was adopted here: recorded with the reason");
  command->add_flag("--despite-index", o->despite_index, "although the index of the registry is no longer valid, or an older one than was seen here: recorded with the reason");
  command->footer("examples:\n  remit pack install river-towns-1.2.0.remitpack --by \"A. Byrne, secretary\" --why \"minute 4.2\"\n"
                  "  remit pack install river-towns --from shared --by \"A. Byrne, secretary\" --why \"minute 4.2\"\n"
                  "  remit pack install river-towns --from https://packs.north.example/shared --by \"A. Byrne, secretary\" --why \"minute 4.2\"\n"
                  "  remit pack install river-towns@1.2.0 --despite-expiry --by \"A. Byrne, secretary\" --why \"the next one is late, minute 5.1\"");
  command->callback([o, &program] { program.chosen = [o] { return run(*o); }; });
}

}  // namespace remit::cli

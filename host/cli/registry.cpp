#include "cli/registry.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "cli/fetch.hpp"
#include "pack/limits.hpp"

namespace remit::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& message, int exit_code = 2) { base::refuse({"REGISTRY", where, 0, 0, {}, message, {}, {}}, exit_code); }

Offered lying_here(const std::string& what, const StoreChange& change) {
  const auto at = what.find('@');
  const std::string id = what.substr(0, at);
  const auto version = base::Version::read(what.substr(at + 1));
  const pack::Adoption* adopted = version ? change.adoptions.of(id, *version) : nullptr;
  if (adopted == nullptr) refuse({}, "`" + base::printable(what, 80) + "` was never adopted here; `remit pack list --all` says what was");
  const fs::path file = change.store().packed_file(id, *version);
  return {file.string(), base::read_file(file, pack::limits::packed_bytes), pack::signatures_of(file)};
}

// A file of a registry, which is a folder here or on a web server.
std::string place_of(const std::string& registry, const std::string& name) { return is_web(registry) ? registry + (registry.ends_with('/') ? "" : "/") + name : (fs::path(registry) / name).string(); }

Offered from_registry(const std::string& what, const std::string& registry, StoreChange& change, pack::Adoption& act) {
  const auto at = what.find('@');
  const std::string id = what.substr(0, at), version = at == what.npos ? "" : what.substr(at + 1);
  const Listed listed = index_of(registry, change, act.act.as_of, act.despite_index);
  act.despite_index = !listed.wrong.empty();
  const pack::Index& index = listed.index;
  const pack::Entry* found = index.newest(id, version);
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const auto& one : index.packs) {
      const std::string name = one.id == id ? one.id + "@" + one.version.text() : one.id;
      if (std::ranges::find(known, name) == known.end()) known.push_back(name);
    }
    const std::string near = base::nearest(what, known);
    refuse(registry, "there is no pack `" + base::printable(what, 80) + "` in its index" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
  }
  Offered out = taken_from(place_of(registry, found->file), pack::limits::packed_bytes);
  if (base::digest_of(out.packed) != found->digest) refuse(out.name, "it is another file than the one in the index of the registry", 4);
  return out;
}

}  // namespace

Offered taken_from(const std::string& place, std::size_t most) {
  if (!is_web(place)) return {place, base::read_file(place, most), pack::signatures_of(place)};
  auto bytes = fetch(place, most);
  if (!bytes) base::refuse({"NO_FILE", place, 0, 0, {}, "the server has no such file", {}, {}});
  return {place, std::move(*bytes), fetch(place + ".minisig", pack::limits::key_bytes * pack::limits::signatures)};
}

Listed index_of(const std::string& registry, StoreChange& change, const std::string& as_of, bool despite) {
  const Offered file = taken_from(place_of(registry, pack::index_name), pack::limits::list_bytes);
  const std::string signed_by = pack::judge(file.packed, file.signatures, change.trust, file.name, pack::Use::adopting).publisher;
  Listed out{pack::read_index(file.packed, file.name), signed_by, {}};
  const std::string digest = base::digest_of(file.packed);
  auto seen = change.store().seen();
  out.wrong = pack::wrong_with_index(out.index, digest, signed_by, seen, as_of);
  if (!out.wrong.empty() && !despite) refuse(file.name, out.wrong + "; ask for the newest one, or add `--despite-index`, and say why", 4);
  pack::note_index(out.index, digest, signed_by, seen);
  change.files.add(change.store().registries_file(), pack::write_seen(std::move(seen)));
  return out;
}

Offered offered_pack(const std::string& what, const std::string& registry, StoreChange& change, pack::Adoption& act) {
  if (!registry.empty()) return from_registry(what, registry, change, act);
  act.despite_index = false;
  std::error_code none;
  if (is_web(what) || fs::exists(what, none)) return taken_from(what, pack::limits::packed_bytes);
  if (what.contains('@')) return lying_here(what, change);
  refuse(base::printable(what, 200), "there is no such file; a pack of a registry is named with `--from REGISTRY`");
}

}  // namespace remit::cli

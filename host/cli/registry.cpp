#include "cli/registry.hpp"

#include <algorithm>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
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

Offered from_registry(const std::string& what, const std::string& registry, const StoreChange& change) {
  const auto at = what.find('@');
  const std::string id = what.substr(0, at), version = at == what.npos ? "" : what.substr(at + 1);
  std::string signed_by;
  const pack::Index index = index_of(registry, change.trust, signed_by);
  const pack::Entry* found = index.newest(id, version);
  if (found == nullptr) {
    std::vector<std::string> known;
    for (const auto& one : index.packs)
      if (known.empty() || known.back() != one.id) known.push_back(one.id);
    const std::string near = base::nearest(id, known);
    refuse(registry, "there is no pack `" + base::printable(what, 80) + "` in its index" + (near.empty() ? "" : near == id ? "; other versions are" : "; the nearest is `" + near + "`"));
  }
  const fs::path file = fs::path(registry) / found->file;
  Offered out{file.string(), base::read_file(file, pack::limits::packed_bytes), pack::signatures_of(file)};
  if (base::digest_of(out.packed) != found->digest) refuse(file.string(), "it is another file than the one in the index of the registry", 4);
  return out;
}

}  // namespace

pack::Index index_of(const std::string& registry, const pack::Trust& trust, std::string& signed_by) {
  const fs::path file = fs::path(registry) / pack::index_name;
  const std::string bytes = base::read_file(file, pack::limits::list_bytes);
  signed_by = pack::judge(bytes, pack::signatures_of(file), trust, file.string(), pack::Use::adopting).publisher;
  return pack::read_index(bytes, file.string());
}

Offered offered_pack(const std::string& what, const std::string& registry, const StoreChange& change) {
  if (!registry.empty()) return from_registry(what, registry, change);
  std::error_code none;
  if (fs::exists(what, none)) return {what, base::read_file(what, pack::limits::packed_bytes), pack::signatures_of(what)};
  if (what.contains('@')) return lying_here(what, change);
  refuse(base::printable(what, 200), "there is no such file; a pack of a registry is named with `--from REGISTRY`");
}

}  // namespace remit::cli

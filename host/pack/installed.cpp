#include "pack/installed.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/json.hpp"
#include "pack/json_text.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

namespace fs = std::filesystem;
using intake::Json;

namespace {

[[noreturn]] void refuse(const fs::path& file, const std::string& message) { base::refuse({"NOT_AS_ADOPTED", file.string(), 0, 0, {}, message, {}, {}}, 4); }

// The files of a folder are those of the bundle: none other, none changed. Whatever else lies there might be read one day: a template
// of letters, a case.
void check_files(const fs::path& folder, const Bundle& bundle) {
  std::set<std::string> known;
  for (const auto& [path, bytes] : bundle.files) {
    known.insert(path);
    std::error_code none;
    if (!fs::is_regular_file(fs::symlink_status(folder / path, none)) || base::read_file(folder / path, limits::packed_file_bytes) != bytes)
      refuse(folder / path, "it is not the file that was adopted; adopt the pack again to put it back");
  }
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (!fs::is_directory(entry.symlink_status()) && !known.contains(entry.path().lexically_relative(folder).generic_string()))
      refuse(entry.path(), "it is no file of the pack that was adopted; take it away");
}

// The bytes that were adopted, with a signature that still holds.
void check_kept(const Store& store, const Adoption& adoption, const Trust& trust) {
  const fs::path file = store.packed_file(adoption.pack, adoption.version);
  const std::string packed = base::read_file(file, limits::packed_bytes);
  if (base::digest_of(packed) != adoption.digest) refuse(file, "it is not the pack that was adopted: its digest is " + base::digest_of(packed) + ", and " + adoption.digest + " was adopted");
  if (!adoption.publisher.empty()) {
    const Judged judged = judge(packed, signatures_of(file), trust, file.string(), Use::loading);
    check_may_publish(judged, adoption.pack, trust, file.string());
  } else if (trust.signature_required) {
    base::refuse({"NOT_SIGNED", file.string(), 0, 0, {}, "nobody has signed it, and signatures are required since it was adopted", {}, {}}, 4);
  }
  check_files(store.files_folder(adoption.pack, adoption.version), open_bundle(packed, file.string()));
}

}  // namespace

std::string write_lock(const std::string& pack, const std::vector<LockedLayer>& layers) {
  std::string out = "{\"format\":\"remit.pack-lock/1\",\"layers\":[";
  for (const auto& layer : layers) {
    out += &layer == layers.data() ? "\n  " : ",\n  ";
    out += "{\"digest\":" + json_text(layer.digest) + ",\"id\":" + json_text(layer.id) + ",\"installed\":" + (layer.installed ? "true" : "false") + ",\"version\":" + json_text(layer.version) + "}";
  }
  return out + "\n],\"pack\":" + json_text(pack) + "}\n";
}

std::vector<LockedLayer> read_lock(std::string_view bytes, const std::string& file) {
  std::vector<LockedLayer> out;
  try {
    const Json json = intake::read_json(bytes, file);
    for (const Json& one : json["layers"].items) out.push_back({one["id"].str(), one["version"].str(), one["digest"].str(), one["installed"].boolean});
    if (write_lock(json["pack"].str(), out) == bytes) return out;
  } catch (const base::Refused&) {
  }
  refuse(file, "it is no lock of a pack as Remit writes it; adopt the pack again");
}

std::optional<Installed> find_installed(const Store& store, const std::string& id, const std::optional<base::Version>& version) {
  if (store.folder().empty()) return std::nullopt;
  const Adoptions adoptions = store.adoptions();
  const Adoption* adopted = version ? adoptions.of(id, *version) : adoptions.active(id);
  if (adopted == nullptr) return std::nullopt;
  const Trust trust = store.trust();
  check_kept(store, *adopted, trust);
  const fs::path lock = store.lock_file(id, adopted->version);
  const std::string text = base::read_file(lock, limits::list_bytes);
  if (base::digest_of(text) != adopted->lock) refuse(lock, "it is not the lock that was adopted; adopt the pack again");
  Installed out{*adopted, store.files_folder(id, adopted->version), {}, read_lock(text, lock.string())};
  for (const auto& layer : out.layers) {
    if (!layer.installed || layer.id == id) continue;
    const auto below = base::Version::read(layer.version);
    const Adoption* needed = below ? adoptions.of(layer.id, *below) : nullptr;
    if (needed == nullptr) refuse(lock, "it needs " + layer.id + " " + layer.version + ", which was never adopted here");
    check_kept(store, *needed, trust);
    out.search.push_back(store.place(layer.id, *below));
  }
  return out;
}

void check_loaded(const Installed& installed, const policy::Pack& pack) {
  const auto& wanted = installed.layers;
  for (std::size_t i = 0; i < std::max(wanted.size(), pack.layers.size()); ++i) {
    if (i < wanted.size() && i < pack.layers.size() && wanted[i].id == pack.layers[i].id && wanted[i].digest == pack.layers[i].digest) continue;
    const std::string what = i < wanted.size() ? wanted[i].id + " " + wanted[i].version : pack.layers[i].id + " " + pack.layers[i].version;
    refuse(installed.folder, "the layer " + what + " is not the text that it was adopted with" + (i < wanted.size() && !wanted[i].installed ? ": it came with Remit or lies in a folder, and has changed since" : "") +
                                 "; look at what changed, and adopt " + installed.adoption.pack + "@" + installed.adoption.version.text() + " again");
  }
}

std::vector<Candidate> installed_versions(const Store& store, const std::string& id) {
  const Adoptions adoptions = store.adoptions();
  std::map<base::Version, Candidate> found;
  for (const auto& one : adoptions.all())
    if (one.pack == id && !found.contains(one.version)) {
      const fs::path file = store.packed_file(id, one.version);
      found[one.version] = {one.version, "installed", open_bundle(base::read_file(file, limits::packed_bytes), file.string()).manifest.dependencies};
    }
  std::vector<Candidate> out;
  for (auto& [version, candidate] : found) out.push_back(std::move(candidate));
  return out;
}

std::string publisher_text(const Adoption& adoption) {
  if (adoption.publisher.empty()) return {};
  std::string keys;
  for (const auto& key : adoption.keys) keys += (keys.empty() ? "" : ",") + json_text(key);
  return "{\"digest\":" + json_text(adoption.digest) + ",\"id\":" + json_text(adoption.publisher) + ",\"keys\":[" + keys + "],\"release\":" + std::to_string(adoption.release) + "}";
}

}  // namespace remit::pack

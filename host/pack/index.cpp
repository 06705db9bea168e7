#include "pack/index.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/json.hpp"
#include "pack/archive.hpp"
#include "pack/json_text.hpp"

namespace remit::pack {

using intake::Json;

const Entry* Index::newest(std::string_view id, std::string_view version) const {
  const Entry* found = nullptr;
  for (const auto& one : packs)
    if (one.id == id && (version.empty() || one.version.text() == version) && (found == nullptr || one.release > found->release)) found = &one;
  return found;
}

Entry entry_of(const Bundle& bundle, const std::string& file) {
  const Manifest& m = bundle.manifest;
  return {m.id, m.title, file, bundle.digest, m.expires, m.version, m.release};
}

std::string write_index(Index index) {
  std::ranges::sort(index.packs, {}, [](const Entry& e) { return std::tie(e.id, e.release, e.file); });
  std::string out = "{\"as_of\":" + json_text(index.as_of) + ",\"format\":\"remit.index/1\",\"number\":" + std::to_string(index.number) + ",\"packs\":[";
  for (const auto& one : index.packs)
    out += (&one == index.packs.data() ? "" : ",") + ("{\"digest\":" + json_text(one.digest)) + ",\"expires\":" + json_text(one.expires) + ",\"file\":" + json_text(one.file) + ",\"id\":" + json_text(one.id) +
           ",\"release\":" + std::to_string(one.release) + ",\"title\":" + json_text(one.title) + ",\"version\":" + json_text(one.version.text()) + "}";
  return out + "],\"registry\":" + json_text(index.registry) + ",\"valid_until\":" + json_text(index.valid_until) + "}";
}

Index read_index(std::string_view bytes, const std::string& file) {
  const auto refuse = [&](const std::string& message) { base::refuse({"BAD_INDEX", file, 0, 0, {}, message, {}, {}}, 4); };
  Json json;
  try {
    json = intake::read_json(bytes, file);
  } catch (base::Refused& refused) {
    refused.exit_code = 4;
    throw;
  }
  Index index;
  index.registry = json["registry"].str();
  index.as_of = json["as_of"].str();
  index.valid_until = json["valid_until"].str();
  const std::string& number = json["number"].str();
  std::from_chars(number.data(), number.data() + number.size(), index.number);
  for (const Json& one : json["packs"].items) {
    Entry entry{one["id"].str(), one["title"].str(), one["file"].str(), one["digest"].str(), one["expires"].str(), base::Version::read(one["version"].str()).value_or(base::Version{}), 0};
    const std::string& release = one["release"].str();
    std::from_chars(release.data(), release.data() + release.size(), entry.release);
    if (!is_pack_id(entry.id) || !wrong_with_path(entry.file).empty() || entry.file.contains('/')) refuse("`" + base::printable(entry.file, 100) + "` is no file of a registry");
    index.packs.push_back(std::move(entry));
  }
  if (!is_day(index.as_of) || !is_day(index.valid_until) || index.number < 1 || !is_pack_id(index.registry) || write_index(index) != bytes) refuse("it is no index as `remit pack index` writes it");
  return index;
}

}  // namespace remit::pack

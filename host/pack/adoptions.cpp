#include "pack/adoptions.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/digest.hpp"
#include "base/problem.hpp"
#include "intake/json.hpp"
#include "pack/json_text.hpp"

namespace remit::pack {

using intake::Json;

namespace {

std::string listed(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const auto& text : texts) out += (out.size() > 1 ? "," : "") + json_text(text);
  return out + "]";
}

const char* word(bool value) { return value ? "true" : "false"; }

// Keys in order, as canonical JSON has them.
std::string line_of(const Adoption& a, const std::string& previous) {
  return "{\"as_of\":" + json_text(a.act.as_of) + ",\"by\":" + json_text(a.act.by) + ",\"day_given\":" + word(a.act.day_given) + ",\"despite_expiry\":" + word(a.despite_expiry) +
         (a.despite_index ? ",\"despite_index\":true" : "") + ",\"despite_release\":" + word(a.despite_release) + ",\"digest\":" + json_text(a.digest) + ",\"expires\":" + json_text(a.expires) + ",\"format\":\"remit.adoption/1\",\"keys\":" + listed(a.keys) +
         ",\"kind\":" + json_text(a.kind) + ",\"lock\":" + json_text(a.lock) + ",\"pack\":" + json_text(a.pack) + ",\"previous\":" + json_text(previous) + ",\"publisher\":" + json_text(a.publisher) +
         ",\"release\":" + std::to_string(a.release) + ",\"version\":" + json_text(a.version.text()) + ",\"why\":" + json_text(a.act.why) + ",\"words\":" + json_text(a.words) + "}\n";
}

Adoption read(const Json& json) {
  Adoption a;
  a.kind = json["kind"].str();
  a.act = {json["by"].str(), json["why"].str(), json["as_of"].str(), json["day_given"].boolean};
  a.pack = json["pack"].str();
  a.digest = json["digest"].str();
  a.lock = json["lock"].str();
  a.version = base::Version::read(json["version"].str()).value_or(base::Version{});
  const std::string& release = json["release"].str();
  std::from_chars(release.data(), release.data() + release.size(), a.release);
  a.publisher = json["publisher"].str();
  a.expires = json["expires"].str();
  for (const Json& key : json["keys"].items) a.keys.push_back(key.str());
  a.despite_expiry = json["despite_expiry"].boolean;
  a.despite_index = json["despite_index"].boolean;
  a.despite_release = json["despite_release"].boolean;
  a.words = json["words"].str();
  return a;
}

bool is_of_pack(const Adoption& a, std::string_view pack) { return a.pack == pack && (a.kind == "install" || a.kind == "rollback"); }

bool is_theirs(const Adoption& a, std::string_view publisher, const std::vector<std::string>& keys) {
  return a.publisher == publisher || std::ranges::any_of(keys, [&](const auto& key) { return std::ranges::find(a.keys, key) != a.keys.end(); });
}

}  // namespace

Adoptions::Adoptions(std::string_view bytes, const std::string& file) {
  int number = 0;
  while (!bytes.empty()) {
    ++number;
    const auto end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end == bytes.npos ? bytes.size() : end + 1);
    bytes.remove_prefix(line.size());
    const auto wrong = [&](const std::string& message) { base::refuse({"BAD_ADOPTIONS", file, number, 0, {}, message, {}, {}}, 4); };
    Json json;
    try {
      json = intake::read_json(line, file);
    } catch (const base::Refused& refused) {
      wrong("this is no line of adoptions: " + refused.problems.at(0).message);
    }
    if (json["previous"].str() != last_) wrong("this line does not follow the one before it: something was changed or taken out by hand");
    Adoption adoption = read(json);
    if (line_of(adoption, last_) != line) wrong("this line is not as Remit writes it: it was changed by hand");
    add(std::move(adoption));
  }
}

void Adoptions::add(Adoption adoption) {
  const std::string line = line_of(adoption, last_);
  last_ = base::digest_of(line);
  bytes_ += line;
  all_.push_back(std::move(adoption));
}

const Adoption* Adoptions::active(std::string_view pack) const {
  for (auto at = all_.rbegin(); at != all_.rend(); ++at)
    if (is_of_pack(*at, pack)) return &*at;
  return nullptr;
}

const Adoption* Adoptions::of(std::string_view pack, const base::Version& version) const {
  for (auto at = all_.rbegin(); at != all_.rend(); ++at)
    if (is_of_pack(*at, pack) && at->version == version) return &*at;
  return nullptr;
}

const Adoption* Adoptions::before(std::string_view pack) const {
  const Adoption* now = active(pack);
  for (auto at = all_.rbegin(); now != nullptr && at != all_.rend(); ++at)
    if (is_of_pack(*at, pack) && at->version != now->version) return &*at;
  return nullptr;
}

std::int64_t Adoptions::highest(std::string_view pack, std::string_view publisher, const std::vector<std::string>& keys) const {
  std::int64_t highest = 0;
  for (const auto& a : all_)
    if (is_of_pack(a, pack) && is_theirs(a, publisher, keys)) highest = std::max(highest, a.release);
  return highest;
}

std::string Adoptions::digest_of_release(std::string_view pack, std::string_view publisher, const std::vector<std::string>& keys, std::int64_t release) const {
  for (const auto& a : all_)
    if (is_of_pack(a, pack) && is_theirs(a, publisher, keys) && a.release == release) return a.digest;
  return {};
}

std::vector<std::string> Adoptions::packs() const {
  std::set<std::string> ids;
  for (const auto& a : all_)
    if (is_of_pack(a, a.pack)) ids.insert(a.pack);
  return {ids.begin(), ids.end()};
}

}  // namespace remit::pack

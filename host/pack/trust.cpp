#include "pack/trust.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/json.hpp"
#include "pack/json_text.hpp"
#include "pack/limits.hpp"
#include "pack/manifest.hpp"
#include "pack/minisign.hpp"

namespace remit::pack {

using intake::Json;

namespace {

[[noreturn]] void refuse(const char* code, const std::string& file, const std::string& message) { base::refuse({code, file, 0, 0, {}, message, {}, {}}, 4); }

class Reading {
 public:
  explicit Reading(const std::string& file) : file_(file) { refused_.exit_code = 4; }
  void wrong(const std::string& field, const std::string& message) { refused_.problems.push_back({"BAD_TRUST", file_, 0, 0, field, message, {}, {}}); }
  void settle() const {
    if (!refused_.problems.empty()) throw refused_;
  }

  Publisher publisher(const Json& json, const std::string& place) {
    Publisher out;
    known(json, {"id", "keys", "may_publish", "signatures_needed"}, place);
    out.id = json["id"].str();
    if (!is_pack_id(out.id)) wrong(place + "id", "it is small letters, digits and hyphens, a letter first");
    std::size_t n = 0;
    for (const Json& one : json["keys"].items) out.keys.push_back(key(one, place + "keys[" + std::to_string(++n) + "]."));
    if (out.keys.empty()) wrong(place + "keys", "there is at least one key");
    for (const Json& one : json["may_publish"].items) {
      out.packs.push_back(one.str());
      if (!is_pack_id(out.packs.back())) wrong(place + "may_publish", "`" + base::printable(out.packs.back(), 60) + "` is no id of a pack");
    }
    const std::string& needed = json["signatures_needed"].str();
    const auto [end, error] = std::from_chars(needed.data(), needed.data() + needed.size(), out.needed);
    if (error != std::errc{} || end != needed.data() + needed.size() || out.needed < 1 || out.needed > static_cast<std::int64_t>(limits::signatures))
      wrong(place + "signatures_needed", "it is a whole number, at least 1 and at most " + std::to_string(limits::signatures));
    return out;
  }

  void known(const Json& json, std::initializer_list<std::string_view> keys, const std::string& place) {
    if (json.kind != Json::Kind::object) wrong(place, "it is an object");
    for (const auto& [name, value] : json.members)
      if (std::ranges::find(keys, name) == keys.end()) wrong(place + base::printable(name, 60), "there is no such field in a trust file");
  }

 private:
  TrustedKey key(const Json& json, const std::string& place) {
    known(json, {"key", "retired"}, place);
    TrustedKey out;
    if (json["retired"].kind != Json::Kind::boolean) wrong(place + "retired", "it is true or false");
    out.retired = json["retired"].boolean;
    try {
      out.key = read_public_key(json["key"].str(), file_);
    } catch (const base::Refused& refused) {
      wrong(place + "key", refused.problems.at(0).message);
    }
    return out;
  }

  const std::string& file_;
  base::Refused refused_;
};

// Keys that hold for these bytes, by publisher. A signature of a known key that does not hold is refused at once.
std::map<std::string, std::set<std::string>> holding(std::string_view packed, const std::vector<Signed>& all, const Trust& trust, const std::string& file, Use use) {
  std::map<std::string, std::set<std::string>> out;
  for (const Signed& one : all) {
    const Publisher* owner = trust.owner(one.key);
    if (owner == nullptr) continue;
    const auto& known = *std::ranges::find(owner->keys, one.key, [](const TrustedKey& k) { return k.key.id; });
    if (!holds(one, packed, known.key)) refuse("BAD_SIGNATURE", file, "the signature of `" + owner->id + "` (key " + key_name(one.key) + ") does not hold for it: it is the signature of another file, or the file was changed");
    if (known.retired && use == Use::adopting) refuse("RETIRED_KEY", file, "the key " + key_name(one.key) + " of `" + owner->id + "` is retired: what was adopted with it stays, and nothing new is adopted with it");
    out[owner->id].insert(key_name(one.key));
  }
  return out;
}

}  // namespace

bool Publisher::may_publish(std::string_view pack) const { return std::ranges::find(packs, pack) != packs.end(); }

Publisher* Trust::find(std::string_view id) {
  const auto at = std::ranges::find(publishers, id, &Publisher::id);
  return at == publishers.end() ? nullptr : &*at;
}
const Publisher* Trust::find(std::string_view id) const { return const_cast<Trust*>(this)->find(id); }

const Publisher* Trust::owner(const base::KeyId& key) const {
  for (const auto& publisher : publishers)
    for (const auto& one : publisher.keys)
      if (one.key.id == key) return &publisher;
  return nullptr;
}

Trust read_trust(std::string_view bytes, const std::string& file) {
  Json json;
  try {
    json = intake::read_json(bytes, file);
  } catch (base::Refused& refused) {
    refused.exit_code = 4;
    throw;
  }
  Reading reading(file);
  if (json["format"].str() != "remit.trust/1") reading.wrong("format", "a trust file is `remit.trust/1`");
  reading.settle();
  reading.known(json, {"format", "publishers", "signature_required"}, "");
  Trust trust;
  if (json["signature_required"].kind != Json::Kind::boolean) reading.wrong("signature_required", "it is true or false");
  trust.signature_required = json["signature_required"].kind != Json::Kind::boolean || json["signature_required"].boolean;
  if (json["publishers"].kind != Json::Kind::list) reading.wrong("publishers", "it is a list");
  std::size_t n = 0;
  for (const Json& one : json["publishers"].items) {
    const std::string place = "publishers[" + std::to_string(++n) + "].";
    Publisher publisher = reading.publisher(one, place);
    if (trust.find(publisher.id) != nullptr) reading.wrong(place + "id", "`" + publisher.id + "` stands twice");
    trust.publishers.push_back({publisher.id, {}, publisher.packs, publisher.needed});
    for (const auto& key : publisher.keys) {
      if (trust.owner(key.key.id) != nullptr) reading.wrong(place + "keys", "the key " + key_name(key.key.id) + " stands twice");
      trust.publishers.back().keys.push_back(key);
    }
  }
  reading.settle();
  std::ranges::sort(trust.publishers, {}, &Publisher::id);
  return trust;
}

std::string write_trust(const Trust& trust) {
  std::string out = "{\"format\":\"remit.trust/1\",\"publishers\":[";
  for (const auto& publisher : trust.publishers) {
    out += &publisher == trust.publishers.data() ? "\n  {\"id\":" : ",\n  {\"id\":";
    out += json_text(publisher.id) + ",\"keys\":[";
    for (const auto& [key, retired] : publisher.keys)
      out += std::string(&key == &publisher.keys.front().key ? "" : ",") + "{\"key\":" + json_text(key_line(key)) + ",\"retired\":" + (retired ? "true}" : "false}");
    out += "],\"may_publish\":[";
    for (const auto& pack : publisher.packs) out += (&pack == publisher.packs.data() ? "" : ",") + json_text(pack);
    out += "],\"signatures_needed\":" + std::to_string(publisher.needed) + "}";
  }
  return out + "\n],\"signature_required\":" + (trust.signature_required ? "true" : "false") + "}\n";
}

Judged judge(std::string_view packed, const std::optional<std::string>& signatures, const Trust& trust, const std::string& file, Use use) {
  if (!signatures) {
    if (trust.signature_required) refuse("NOT_SIGNED", file, "nobody has signed it: there is no " + file + ".minisig beside it, and signatures are required");
    return {};
  }
  const auto all = read_signatures(*signatures, file + ".minisig");
  const auto by = holding(packed, all, trust, file, use);
  if (by.empty()) {
    std::vector<std::string> names;
    for (const auto& one : all) names.push_back(key_name(one.key));
    refuse("UNKNOWN_KEY", file, "it is signed with the key " + base::join_and(names) + ", which nobody here trusts; if you know whose key it is, see `remit pack trust add --help`");
  }
  for (const auto& [id, keys] : by)
    if (static_cast<std::int64_t>(keys.size()) >= trust.find(id)->needed) return {id, {keys.begin(), keys.end()}, all.front().comment};
  const auto& [id, keys] = *by.begin();
  refuse("TOO_FEW_SIGNATURES", file, "`" + id + "` has signed it with " + std::to_string(keys.size()) + " of its keys, and " + std::to_string(trust.find(id)->needed) + " are needed");
}

void check_may_publish(const Judged& judged, const std::string& pack, const Trust& trust, const std::string& file) {
  if (judged.publisher.empty()) return;
  const Publisher* publisher = trust.find(judged.publisher);
  if (publisher == nullptr || !publisher->may_publish(pack))
    refuse("NOT_THEIRS", file, "`" + judged.publisher + "` may not publish the pack `" + pack + "` here" + (publisher == nullptr || publisher->packs.empty() ? "" : "; it may publish " + base::join_and(publisher->packs)));
}

}  // namespace remit::pack

#include "plugins/manifest.hpp"

#include <remit/version.h>

#include <algorithm>
#include <array>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "base/version.hpp"
#include "intake/json.hpp"

namespace remit::plugins {

using intake::Json;
using policy::Capability;

namespace {

constexpr std::array capabilities = {Capability::criterion,   Capability::measure,   Capability::conflict_rule, Capability::appeal_rule,
                                     Capability::round_check, Capability::allocator, Capability::data_source,   Capability::exporter};

bool is_name(std::string_view s, std::string_view more) {
  return !s.empty() && s.size() <= 100 && s[0] >= 'a' && s[0] <= 'z' &&
         std::ranges::all_of(s, [&](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || more.find(c) != more.npos; });
}

Json text(std::string_view s) {
  Json json;
  json.kind = Json::Kind::text;
  json.text = s;
  return json;
}
Json number(std::uint32_t n) {
  Json json;
  json.kind = Json::Kind::number;
  json.text = std::to_string(n);
  return json;
}
Json list(const std::vector<std::string>& texts) {
  Json json;
  json.kind = Json::Kind::list;
  for (const auto& one : texts) json.items.push_back(text(one));
  return json;
}
Json object(std::vector<std::pair<std::string, Json>> members) {
  Json json;
  json.kind = Json::Kind::object;
  json.members = std::move(members);
  return json;
}

/// Reads the members of one object and notes what is wrong with them.
class Members {
 public:
  Members(const Json& json, std::string place, std::vector<std::string>& wrong) : json_(json), place_(std::move(place)), wrong_(wrong) {}
  std::string text(const char* key) {
    const Json& value = need(key, Json::Kind::text, "a text");
    return value.kind == Json::Kind::text ? value.text : std::string();
  }
  std::vector<std::string> texts(const char* key) {
    std::vector<std::string> out;
    for (const Json& one : need(key, Json::Kind::list, "a list of texts").items)
      if (one.kind == Json::Kind::text) out.push_back(one.text);
      else wrong_.push_back(place_ + key + ": every item is a text");
    return out;
  }
  std::uint32_t number(const char* key) {
    const std::string& digits = need(key, Json::Kind::number, "a whole number").str();
    if (!digits.empty() && digits.size() <= 6 && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
      return static_cast<std::uint32_t>(std::stoul(digits));
    if (!digits.empty()) wrong_.push_back(place_ + key + ": it is a whole number");
    return 0;
  }
  bool yes(const char* key) { return need(key, Json::Kind::boolean, "true or false").boolean; }
  const Json& member(const char* key, Json::Kind kind, const char* what) { return need(key, kind, what); }
  /// What stands there beside the members that were asked for.
  void others() {
    for (const auto& [key, value] : json_.members) {
      if (std::ranges::find(asked_, key) != asked_.end()) continue;
      const std::string near = base::nearest(key, asked_);
      wrong_.push_back(place_ + "`" + base::printable(key, 60) + "` is not known here" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
    }
  }

 private:
  const Json& need(const char* key, Json::Kind kind, const char* what) {
    static const Json nothing;
    asked_.emplace_back(key);
    if (!json_.has(key)) return wrong_.push_back(place_ + "`" + key + "` is missing"), nothing;
    if (json_[key].kind != kind) return wrong_.push_back(place_ + key + ": it is " + what), nothing;
    return json_[key];
  }

  const Json& json_;
  std::string place_;
  std::vector<std::string>& wrong_;
  std::vector<std::string> asked_;
};

ItemManifest read_item(const Json& json, std::size_t number, std::vector<std::string>& wrong) {
  const std::string place = "items[" + std::to_string(number) + "].";
  Members members(json, place, wrong);
  ItemManifest item;
  item.name = members.text("name");
  item.title = members.text("title");
  const std::string capability = members.text("capability");
  if (const auto known = capability_of(capability)) {
    item.capability = *known;
  } else if (!capability.empty()) {
    std::vector<std::string> ids;
    for (const auto one : capabilities) ids.push_back(capability_id(one));
    const std::string near = base::nearest(capability, ids);
    wrong.push_back(place + "capability: this host knows no `" + base::printable(capability, 60) + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"));
  }
  item.reads = members.texts("reads");
  item.columns = members.texts("columns");
  item.files = members.texts("files");
  item.settings = members.texts("settings");
  item.serial = members.yes("serial");
  members.others();
  return item;
}

bool is_path(std::string_view path) {
  std::size_t names = 0;
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    if (!is_name(path.substr(0, dot), "_")) return false;
    ++names;
    if (dot + 1 == path.size()) return false;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return names >= 2;
}

void check_names(const std::string& place, const std::vector<std::string>& names, const char* what, std::vector<std::string>& wrong) {
  if (names.size() > most_names) wrong.push_back(place + "more than " + std::to_string(most_names) + " " + what);
  std::vector<std::string> seen;
  for (const auto& name : names) {
    std::string plain(bare(name));
    if (!is_name(plain, "_-")) wrong.push_back(place + "`" + base::printable(name, 60) + "` is no name: small letters, digits, hyphens and underscores, a letter first");
    else if (std::ranges::find(seen, plain) != seen.end()) wrong.push_back(place + "`" + plain + "` stands twice among its " + what);
    seen.push_back(std::move(plain));
  }
}

void check_item(const ItemManifest& item, std::vector<std::string>& wrong) {
  const std::string place = "item `" + base::printable(item.name, 60) + "`: ";
  if (!is_name(item.name, "-")) wrong.push_back(place + "that is no name: small letters, digits and hyphens, a letter first");
  if (item.title.empty()) wrong.push_back(place + "it has no title");
  if (item.reads.size() > most_names) wrong.push_back(place + "more than " + std::to_string(most_names) + " reads");
  for (const auto& path : item.reads)
    if (!is_path(path)) wrong.push_back(place + "`" + base::printable(path, 80) + "` is no field: write `application.title`");
  for (auto at = item.reads.begin(); at != item.reads.end(); ++at)
    if (std::find(item.reads.begin(), at, *at) != at) wrong.push_back(place + "`" + base::printable(*at, 80) + "` stands twice among its reads");
  check_names(place, item.files, "files", wrong);
  check_names(place, item.settings, "settings", wrong);
  if (item.capability != Capability::data_source && !item.columns.empty()) wrong.push_back(place + "only a data source has columns");
  if (item.capability == Capability::data_source && item.columns.empty()) wrong.push_back(place + "a data source has one column at least");
  static const std::vector<std::string> kinds = {"yes_no", "count", "number", "money", "date", "moment", "text"};
  std::vector<std::string> names;
  for (const auto& column : item.columns) {
    const auto colon = column.find(':');
    const std::string kind = colon == column.npos ? std::string() : column.substr(colon + 1);
    if (!is_name(column.substr(0, colon), "_") || std::ranges::find(kinds, kind) == kinds.end())
      wrong.push_back(place + "`" + base::printable(column, 60) + "` is no column: write its name, a colon, and one of " + base::join_and(kinds, " or "));
    names.push_back(column.substr(0, colon));
  }
  for (auto at = names.begin(); at != names.end(); ++at)
    if (std::find(names.begin(), at, *at) != at) wrong.push_back(place + "`" + base::printable(*at, 60) + "` stands twice among its columns");
}

}  // namespace

const ItemManifest* Manifest::find(std::string_view item) const {
  for (const auto& one : items)
    if (one.name == item) return &one;
  return nullptr;
}

std::string capability_id(Capability capability) { return "remit." + std::string(policy::word(capability)) + "/1"; }

std::optional<Capability> capability_of(std::string_view id) {
  for (const auto one : capabilities)
    if (capability_id(one) == id) return one;
  return std::nullopt;
}

std::string_view bare(std::string_view name) {
  if (can_do_without(name)) name.remove_suffix(1);
  return name;
}

std::vector<std::string> mistakes_in(const Manifest& manifest) {
  std::vector<std::string> wrong;
  if (!is_name(manifest.id, "-")) wrong.push_back("id: `" + base::printable(manifest.id, 60) + "` is no id: small letters, digits and hyphens, a letter first");
  if (!base::Version::read(manifest.version)) wrong.push_back("version: `" + base::printable(manifest.version, 60) + "` is no version; write three numbers, `1.2.0`");
  if (manifest.title.empty()) wrong.push_back("title: it is empty");
  if (manifest.items.empty()) wrong.push_back("it offers no item");
  if (manifest.items.size() > most_items) wrong.push_back("it offers more than " + std::to_string(most_items) + " items");
  for (std::size_t i = 0; i < manifest.items.size(); ++i) {
    check_item(manifest.items[i], wrong);
    for (std::size_t j = 0; j < i; ++j)
      if (manifest.items[j].name == manifest.items[i].name) wrong.push_back("it offers two items of the name `" + base::printable(manifest.items[i].name, 60) + "`");
  }
  return wrong;
}

Manifest read_manifest(std::string_view bytes, const std::string& file) {
  base::Refused refused;
  refused.exit_code = 3;
  std::vector<std::string> wrong;
  Manifest manifest;
  try {
    const Json json = intake::read_json(bytes, file);
    Members members(json, "", wrong);
    if (const std::string format = members.text("format"); !format.empty() && format != "remit.plugin/1")
      wrong.push_back("format: this is `" + base::printable(format, 60) + "`; the manifest of a plug-in is `remit.plugin/1`");
    manifest.id = members.text("id");
    manifest.version = members.text("version");
    manifest.title = members.text("title");
    Members abi(members.member("abi", Json::Kind::object, "an object"), "abi.", wrong);
    manifest.abi_major = abi.number("major");
    manifest.abi_minor = abi.number("minor");
    if (wrong.empty() && manifest.abi_major != REMIT_ABI_MAJOR)
      wrong.push_back("abi.major: the plug-in speaks version " + std::to_string(manifest.abi_major) + " of the contract, this host speaks " + std::to_string(REMIT_ABI_MAJOR));
    abi.others();
    manifest.library = members.text("library");
    if (manifest.library.empty() || manifest.library.find('/') != std::string::npos) wrong.push_back("library: it is the name of a file beside the manifest");
    manifest.digest = members.text("digest");
    const Json& items = members.member("items", Json::Kind::list, "a list");
    for (const Json& item : items.items) manifest.items.push_back(read_item(item, manifest.items.size() + 1, wrong));
    manifest.permissions = members.texts("permissions");
    members.others();
    if (wrong.empty()) wrong = mistakes_in(manifest);
  } catch (base::Refused& unreadable) {
    unreadable.exit_code = 3;
    throw;
  }
  for (auto& message : wrong) refused.problems.push_back({"PLUGIN_MANIFEST", file, 0, 0, {}, std::move(message), {}, {}});
  if (!refused.problems.empty()) throw refused;
  return manifest;
}

std::string write_manifest(const Manifest& manifest) {
  Json items;
  items.kind = Json::Kind::list;
  for (const auto& item : manifest.items) {
    Json serial;
    serial.kind = Json::Kind::boolean;
    serial.boolean = item.serial;
    items.items.push_back(object({{"name", text(item.name)}, {"title", text(item.title)}, {"capability", text(capability_id(item.capability))},
                                  {"reads", list(item.reads)}, {"columns", list(item.columns)}, {"files", list(item.files)},
                                  {"settings", list(item.settings)}, {"serial", serial}}));
  }
  const Json json = object({{"format", text("remit.plugin/1")}, {"id", text(manifest.id)}, {"version", text(manifest.version)}, {"title", text(manifest.title)},
                            {"abi", object({{"major", number(manifest.abi_major)}, {"minor", number(manifest.abi_minor)}})},
                            {"library", text(manifest.library)}, {"digest", text(manifest.digest)}, {"items", items}, {"permissions", list(manifest.permissions)}});
  std::string out;
  intake::write_canonical_json(json, out);
  return out + "\n";
}

namespace {

/// "; it reads `applicant.name` besides" or nothing: what would be handed to it unseen is said by name.
std::string reads_besides(const ItemManifest& written, const ItemManifest& said) {
  std::vector<std::string> more;
  for (const auto& path : said.reads)
    if (std::ranges::find(written.reads, path) == written.reads.end()) more.push_back("`" + base::printable(path, 80) + "`");
  return more.empty() ? "" : "; it reads " + base::join_and(more) + " besides";
}

}  // namespace

std::vector<std::string> differences(const Manifest& manifest, const Manifest& said) {
  std::vector<std::string> out;
  const auto differ = [&](const char* what, const std::string& written, const std::string& found) {
    if (written != found) out.push_back(std::string("its ") + what + " is `" + base::printable(found, 60) + "`, in the manifest `" + base::printable(written, 60) + "`");
  };
  differ("id", manifest.id, said.id);
  differ("version", manifest.version, said.version);
  differ("title", manifest.title, said.title);
  differ("minor version of the contract", std::to_string(manifest.abi_minor), std::to_string(said.abi_minor));
  for (const auto& item : said.items) {
    const ItemManifest* written = manifest.find(item.name);
    if (written == nullptr) out.push_back("it has an item `" + base::printable(item.name, 60) + "` that the manifest does not name");
    else if (!(*written == item)) out.push_back("its item `" + base::printable(item.name, 60) + "` is not as the manifest says" + reads_besides(*written, item));
  }
  for (const auto& item : manifest.items)
    if (said.find(item.name) == nullptr) out.push_back("the manifest names an item `" + item.name + "` that it has not");
  return out;
}

}  // namespace remit::plugins

#include "pack/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <span>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/json.hpp"
#include "pack/archive.hpp"
#include "pack/json_text.hpp"
#include "pack/limits.hpp"

namespace remit::pack {

using base::Version;
using intake::Json;

namespace {

constexpr std::string_view format = "remit.packed/1";
constexpr std::int64_t most_release = 999'999'999;

template <class List, class Write>
std::string listed(const List& list, Write write) {
  std::string out = "[";
  for (const auto& one : list) out += (out.size() > 1 ? "," : "") + write(one);
  return out + "]";
}

// Reads what a member should be and notes what it is not.
class Reading {
 public:
  explicit Reading(std::string archive) : archive_(std::move(archive)) { refused_.exit_code = 3; }

  void wrong(const std::string& field, const std::string& message) { refused_.problems.push_back({"BAD_MANIFEST", archive_, 0, 0, "pack.json: " + field, message, {}, {}}); }
  void settle() const {
    if (!refused_.problems.empty()) throw refused_;
  }

  std::string text(const Json& of, const char* key, const std::string& place = {}) {
    if (of[key].kind == Json::Kind::text && !of[key].text.empty()) return of[key].text;
    wrong(place + key, "it is a text");
    return {};
  }
  std::string id(const Json& of, const char* key, const std::string& place = {}) {
    std::string found = text(of, key, place);
    if (!found.empty() && !is_pack_id(found)) wrong(place + key, "`" + base::printable(found, 60) + "` is no id: small letters, digits and hyphens, a letter first, at most 60");
    return found;
  }
  Version version(const Json& of, const char* key, const std::string& place = {}) {
    const std::string found = text(of, key, place);
    const auto read = Version::read(found);
    if (!found.empty() && (!read || read->text() != found)) wrong(place + key, "`" + base::printable(found, 60) + "` is no version; three numbers are, `1.2.0`");
    return read.value_or(Version{});
  }
  std::int64_t number(const Json& of, const char* key, std::int64_t most, const std::string& place = {}) {
    const std::string& digits = of[key].str();
    std::int64_t out = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (of[key].kind != Json::Kind::number || error != std::errc{} || end != digits.data() + digits.size() || out < 0 || out > most) {
      wrong(place + key, "it is a whole number, at most " + std::to_string(most));
      return 0;
    }
    return out;
  }
  std::span<const Json> list(const Json& of, const char* key, std::size_t most) {
    if (of[key].kind != Json::Kind::list) wrong(key, "it is a list");
    else if (of[key].items.size() > most) wrong(key, "it has more than " + std::to_string(most) + " items");
    else return of[key].items;
    return {};
  }

 private:
  std::string archive_;
  base::Refused refused_;
};

std::string at(const char* list, std::size_t number) { return std::string(list) + "[" + std::to_string(number) + "]."; }

void read_needs(const Json& json, Manifest& manifest, Reading& reading) {
  std::size_t n = 0;
  for (const Json& one : reading.list(json, "dependencies", 100)) {
    const std::string place = at("dependencies", ++n);
    Dependency need{reading.id(one, "id", place), {}};
    const std::string range = reading.text(one, "version", place);
    if (const auto read = Range::read(range)) need.range = *read;
    else if (!range.empty()) reading.wrong(place + "version", "`" + base::printable(range, 60) + "` is no range of versions; `>=1.0.0 <2.0.0` is");
    if (need.id == manifest.id) reading.wrong(place + "id", "a pack does not need itself");
    if (!manifest.dependencies.empty() && manifest.dependencies.back().id >= need.id) reading.wrong(place + "id", "packs stand once each, by their ids");
    manifest.dependencies.push_back(std::move(need));
  }
  n = 0;
  for (const Json& one : reading.list(json, "plugins", 100)) {
    const std::string place = at("plugins", ++n);
    PluginNeeded need{reading.id(one, "id", place), reading.version(one, "version", place).text()};
    if (!manifest.plugins.empty() && manifest.plugins.back().id >= need.id) reading.wrong(place + "id", "plug-ins stand once each, by their ids");
    manifest.plugins.push_back(std::move(need));
  }
}

void read_files(const Json& json, Manifest& manifest, Reading& reading) {
  std::size_t n = 0;
  bool has_pack = false;
  for (const Json& one : reading.list(json, "files", limits::packed_files)) {
    const std::string place = at("files", ++n);
    FileListed file{reading.text(one, "path", place), reading.text(one, "digest", place), static_cast<std::uint64_t>(reading.number(one, "size", limits::packed_file_bytes, place))};
    has_pack |= file.path == "pack.lua";
    manifest.files.push_back(std::move(file));
  }
  if (!has_pack) reading.wrong("files", "there is no pack.lua among them");
}

}  // namespace

bool is_pack_id(std::string_view text) {
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= 60 && letter(text[0]) && !text.ends_with('-') &&
         std::ranges::all_of(text, [&](char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_day(std::string_view text) {
  base::Value day;
  return text.size() == 10 && base::read_moment(text, day) && day.kind == base::Kind::date && base::moment_text(day) == text;
}

std::optional<Range> Range::read(std::string_view text) {
  const auto space = text.find(" <");
  if (!text.starts_with(">=") || space == text.npos) return std::nullopt;
  const auto least = Version::read(text.substr(2, space - 2)), below = Version::read(text.substr(space + 2));
  if (!least || !below || !(*least < *below)) return std::nullopt;
  Range range{*least, *below};
  if (range.text() != text) return std::nullopt;
  return range;
}

std::string write_manifest(const Manifest& m) {
  const auto version = [](const std::string& id, const std::string& is) { return "{\"id\":" + json_text(id) + ",\"version\":" + json_text(is) + "}"; };
  return "{\"dependencies\":" + listed(m.dependencies, [&](const Dependency& d) { return version(d.id, d.range.text()); }) + ",\"expires\":" + json_text(m.expires) +
         ",\"files\":" + listed(m.files, [](const FileListed& f) { return "{\"digest\":" + json_text(f.digest) + ",\"path\":" + json_text(f.path) + ",\"size\":" + std::to_string(f.size) + "}"; }) +
         ",\"format\":" + json_text(format) + ",\"id\":" + json_text(m.id) + ",\"minimum_host\":" + json_text(m.minimum_host.text()) +
         ",\"plugins\":" + listed(m.plugins, [&](const PluginNeeded& p) { return version(p.id, p.version); }) + ",\"release\":" + std::to_string(m.release) + ",\"title\":" + json_text(m.title) +
         ",\"version\":" + json_text(m.version.text()) + "}";
}

Manifest read_manifest(std::string_view bytes, const std::string& archive) {
  Reading reading(archive);
  Json json;
  try {
    json = intake::read_json(bytes, archive + ": pack.json");
  } catch (base::Refused& refused) {
    refused.exit_code = 3;
    throw;
  }
  if (json["format"].str() != format) {
    reading.wrong("format", "this Remit reads `" + std::string(format) + "`, and this is " + (json["format"].str().empty() ? "none" : "`" + base::printable(json["format"].str(), 60) + "`"));
    reading.settle();
  }
  Manifest manifest;
  manifest.id = reading.id(json, "id");
  manifest.title = reading.text(json, "title");
  if (base::printable(manifest.title, 300) != manifest.title) reading.wrong("title", "it is one line of at most 300 bytes");
  manifest.version = reading.version(json, "version");
  manifest.minimum_host = reading.version(json, "minimum_host");
  manifest.release = reading.number(json, "release", most_release);
  if (manifest.release == 0) reading.wrong("release", "releases are counted from 1");
  manifest.expires = reading.text(json, "expires");
  if (!is_day(manifest.expires)) reading.wrong("expires", "it is a day, `2027-03-31`");
  read_needs(json, manifest, reading);
  read_files(json, manifest, reading);
  reading.settle();
  if (write_manifest(manifest) != bytes) reading.wrong("as a whole", "it holds what no pack.json of this format holds, or is not in its canonical form");
  reading.settle();
  return manifest;
}

}  // namespace remit::pack

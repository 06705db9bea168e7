// pack.json, the first file of a packed pack: which pack this is, which of its releases, until when it may be used, what it needs,
// and the digest of every file. Canonical (RFC 8785), so that there is one way to write it and none to hide anything in it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/version.hpp"

namespace remit::pack {

/// The versions that will do: from `least` on, below `below`. Written ">=1.2.0 <2.0.0".
struct Range {
  base::Version least, below;
  static std::optional<Range> read(std::string_view text);
  std::string text() const { return ">=" + least.text() + " <" + below.text(); }
  bool holds(const base::Version& version) const { return least <= version && version < below; }
};

struct Dependency {
  std::string id;
  Range range;
};
struct PluginNeeded {
  std::string id, version;
};
struct FileListed {
  std::string path, digest;
  std::uint64_t size = 0;
};

struct Manifest {
  std::string id, title;
  base::Version version, minimum_host;
  std::int64_t release = 0;              // counts up with everything that is published under the id; from 1
  std::string expires;                   // the last day on which it may be used, "2027-03-31"
  std::vector<Dependency> dependencies;  // by id
  std::vector<PluginNeeded> plugins;     // by id
  std::vector<FileListed> files;         // as they stand in the archive; without pack.json

  /// "northern-ireland 1.2.0, release 7".
  std::string name() const { return id + " " + version.text() + ", release " + std::to_string(release); }
};

std::string write_manifest(const Manifest& manifest);
/// `archive` is named in messages. Throws base::Refused (exit code 3) with every mistake.
Manifest read_manifest(std::string_view bytes, const std::string& archive);

/// Whether `text` may be the id of a pack or publisher: small letters, digits and hyphens, a letter first, no hyphen last, at most 60.
bool is_pack_id(std::string_view text);
/// Whether `text` is a day, as "2027-03-31".
bool is_day(std::string_view text);

}  // namespace remit::pack

// The index of a registry: which packed packs lie in its folder. It is signed as a pack is; each pack in it has its own signature too, so
// that the index can hide a release but not make one; that it is neither old nor replaced by an older one is judged in seen.hpp.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/version.hpp"
#include "pack/bundle.hpp"

namespace remit::pack {

struct Entry {
  std::string id, title, file, digest, expires;
  base::Version version;
  std::int64_t release = 0;
};
struct Index {
  std::string registry;            // its id: where else the same list lies, it is the same registry
  std::int64_t number = 0;         // counts up with each index of the registry; from 1
  std::string as_of, valid_until;  // the day it was made, and the last on which it is believed
  std::vector<Entry> packs;        // by id and release
  /// The highest release of a pack, or the version asked for ("": any); null when there is none.
  const Entry* newest(std::string_view id, std::string_view version = {}) const;
};

inline constexpr const char* index_name = "index.json";

/// What the index says of a packed pack in the file `file`.
Entry entry_of(const Bundle& bundle, const std::string& file);
/// Canonical.
std::string write_index(Index index);
/// Throws base::Refused (exit code 4).
Index read_index(std::string_view bytes, const std::string& file);

}  // namespace remit::pack

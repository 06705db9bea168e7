// Which index of each registry was the last that this machine has seen. A signed index stays signed for ever: without a memory, whoever
// stands between could show an old one, and hide a release that mends a mistake. So an older index than the last is refused, and so
// is one that is no longer valid.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "pack/index.hpp"

namespace remit::pack {

struct SeenIndex {
  std::string registry, publisher, digest;   // publisher: empty where nobody had signed; digest: of the index
  std::int64_t number = 0;
};

/// Canonical; by registry and publisher.
std::string write_seen(std::vector<SeenIndex> seen);
/// Throws base::Refused (exit code 4).
std::vector<SeenIndex> read_seen(std::string_view bytes, const std::string& file);

/// What is wrong with believing this index on that day: it is older than one seen before, another text under the same number, or no longer
/// valid. Empty when nothing is. In words that follow "FILE: ".
std::string wrong_with_index(const Index& index, const std::string& digest, const std::string& publisher, const std::vector<SeenIndex>& seen, const std::string& as_of);
/// Notes it, unless a later one is known.
void note_index(const Index& index, const std::string& digest, const std::string& publisher, std::vector<SeenIndex>& seen);

}  // namespace remit::pack

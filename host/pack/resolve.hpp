// Which version of each pack that a pack needs: the highest that all who need it can use. Every choice, and every conflict, comes
// from what is there and never from the order in which it was found.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "pack/manifest.hpp"

namespace remit::pack {

/// A pack that is there to be used.
struct Candidate {
  base::Version version;
  std::string source;                     // "installed", or the folder that it lies in
  std::vector<Dependency> dependencies;
};
struct Chosen {
  std::string id;
  base::Version version;
  std::string source;
};

/// `there`: all that is there of the pack with this id, in any order. Comes back by id, without the pack itself. Throws base::Refused
/// (exit code 3) naming who needs what of the pack that cannot be chosen, and what there is of it; `file` is named.
std::vector<Chosen> resolve(const Manifest& pack, const std::function<std::vector<Candidate>(const std::string& id)>& there, const std::string& file);

}  // namespace remit::pack

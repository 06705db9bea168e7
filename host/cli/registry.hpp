// Where a packed pack comes from: a file, a registry (a folder), or what lies here already.
#pragma once
#include <optional>
#include <string>

#include "cli/store_change.hpp"
#include "pack/index.hpp"

namespace remit::cli {

struct Offered {
  std::string name;                        // for messages: the file, or where it lies
  std::string packed;
  std::optional<std::string> signatures;
};
/// Throws base::Refused: exit code 2 when there is no such thing, 4 when the registry's index is not signed by somebody trusted here.
Offered offered_pack(const std::string& what, const std::string& registry, const StoreChange& change);

/// The index of a registry, its signature judged as a pack's is. `signed_by`: the publisher, empty where nobody signed.
pack::Index index_of(const std::string& registry, const pack::Trust& trust, std::string& signed_by);

}  // namespace remit::cli

// Where a packed pack comes from: a file, a registry (a folder here or on a web server), or what lies here already.
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
/// Of a registry, its index judged.
struct Listed {
  pack::Index index;
  std::string signed_by;                   // the publisher; empty where nobody signed, which was allowed
  std::string wrong;                       // why the index should not be believed, which somebody chose to overlook; else empty
};

/// The file with the signatures beside it. Throws base::Refused (exit code 2) when there is no such file, or it is larger than `most`.
Offered taken_from(const std::string& place, std::size_t most);
/// Throws base::Refused: exit code 2 when there is no such thing, 4 when the index of the registry is not to be believed: nobody trusted
/// here has signed it, it is older than one seen before, or no longer valid, these two unless `act.despite_index`. Notes which index was
/// seen among the files of the change.
Offered offered_pack(const std::string& what, const std::string& registry, StoreChange& change, pack::Adoption& act);
Listed index_of(const std::string& registry, StoreChange& change, const std::string& as_of, bool despite);

}  // namespace remit::cli

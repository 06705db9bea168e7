// A text of a pack that is looked at, or held against another: by its id, ID@VERSION, its folder, or packed. A packed one is judged before
// anything of it is unpacked, as one that is to be adopted.
#pragma once
#include <memory>
#include <string>

#include "cli/fresh_folder.hpp"
#include "cli/session.hpp"

namespace remit::cli {

/// What the flag of that name says in every command that has it.
inline constexpr const char* unverified_words = "a packed pack, although nobody trusted here has signed it";

struct PackSide {
  /// A packed pack, here or on a web server, is unpacked for as long as this lives. `unverified`: whoever signed it, or nobody. Throws
  /// base::Refused: exit code 3, or 4 when nobody trusted here has signed it, or an installed pack is not what was adopted.
  explicit PackSide(const std::string& name, bool unverified = false);
  std::unique_ptr<FreshFolder> fresh;
  std::shared_ptr<const policy::Pack> pack;
  std::string packed_in, signed_by;   // of a packed one: the file; the publisher, empty where nobody signed or it was not asked
};

}  // namespace remit::cli

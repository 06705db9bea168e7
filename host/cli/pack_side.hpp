// A text of a pack that is held against another: by its id, ID@VERSION, its folder, or packed.
#pragma once
#include <memory>
#include <string>

#include "cli/fresh_folder.hpp"
#include "cli/session.hpp"

namespace remit::cli {

struct PackSide {
  /// A packed pack is unpacked for as long as this lives. Throws base::Refused: exit code 3, or 4 when an installed pack is not what
  /// was adopted.
  explicit PackSide(const std::string& name);
  std::unique_ptr<FreshFolder> fresh;
  std::shared_ptr<const policy::Pack> pack;
};

}  // namespace remit::cli

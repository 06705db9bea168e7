// Whether packed bytes may be adopted here, judged in this order: the signature over the bytes, whether the publisher may publish that
// pack, then what is inside them, and last its release, its age and the Remit that it needs. Nothing is written.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "pack/adoptions.hpp"
#include "pack/bundle.hpp"
#include "pack/trust.hpp"

namespace remit::pack {

struct Wish {
  std::string file;                        // as messages name it
  std::optional<std::string> signatures;
  Act act;
  bool despite_expiry = false, despite_release = false;
  base::Version host;                      // the Remit that would use it
};
struct Admitted {
  Bundle bundle;
  Adoption adoption;                       // complete but for the lock
  bool again = false;                      // this very text was adopted before
};

/// Throws base::Refused: exit code 4 for signature, trust and rollback; 3 for what is inside, for a pack that has expired on the day of
/// the act, and for a Remit that is too old.
Admitted admit(std::string_view packed, const Wish& wish, const Trust& trust, const Adoptions& adoptions);

}  // namespace remit::pack

// One round as every framework that is found sees it: what `remit compare-areas` shows, in words or as JSON.
#pragma once
#include <string>
#include <vector>

#include "cli/area.hpp"
#include "record/record.hpp"

namespace remit::cli {

/// One framework, and what it makes of the round.
struct Under {
  Area area;
  std::string why_not;                   // why it cannot decide the round; empty when it can
  record::DecisionDocument document;
  std::vector<std::string> says_nothing; // in words
  bool pinned = false;                   // it is the round's own
  /// What it proposes for this application; null when it cannot decide the round.
  const record::DecisionRecord* of(const std::string& application) const { return why_not.empty() ? document.find(application) : nullptr; }
};
struct Compared {
  std::string round;
  std::vector<Under> all;                // the round's own first, then by id
  std::vector<const record::DecisionRecord*> shown;   // of one framework: which applications
  bool one = false;                      // one application, with every rule that was asked
};

/// Whether a rule of this layer is a framework's, and not Remit's own procedure.
inline bool is_own(const std::string& layer) { return layer != "core"; }

std::string compared_as_text(const Compared& compared);
/// "format":"remit.compared/1".
std::string compared_as_json(const Compared& compared);

}  // namespace remit::cli

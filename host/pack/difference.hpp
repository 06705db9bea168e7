// What changed from one text of a pack to another, in the words of those who have to decide on it. "Tightened" and "loosened" are said
// only where the sentences prove it; whatever else changed is shown, and left to be read.
#pragma once
#include <string>
#include <vector>

#include "lua/load.hpp"
#include "policy/pack.hpp"

namespace remit::pack {

enum class Verdict { added, removed, tightened, loosened, changed, reworded };

struct Change {
  Verdict verdict = Verdict::changed;
  std::string kind, id, title, clause;   // "criterion", "added-value", ...
  std::vector<std::string> lines;        // what exactly, one sentence each
};
struct Difference {
  std::string before, after;             // "river-towns 1.0.0"
  std::vector<std::string> layers;       // layers below that are others now
  std::vector<Change> rules, parameters, overrides, others;
  bool empty() const { return layers.empty() && rules.empty() && parameters.empty() && overrides.empty() && others.empty(); }
};

/// Both with the text of their own layer.
Difference difference_of(const policy::Pack& before, const lua::LayerText& before_text, const policy::Pack& after, const lua::LayerText& after_text);

/// "tightened"
std::string_view word(Verdict verdict);

}  // namespace remit::pack

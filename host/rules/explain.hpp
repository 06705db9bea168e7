// Why a condition did not hold: "needed 60, had 54", from the same tree and the same facts that decided.
#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "policy/rule.hpp"
#include "rules/tree.hpp"
#include "rules/words.hpp"

namespace remit::rules {

/// What stood in the way of a condition.
struct Obstacles {
  std::vector<policy::Shortfall> shortfalls;
  std::vector<std::string> missing;          // what was not answered or not covered, in words, each once
  struct Culprit {
    std::uint16_t root;                      // "partner", "other"
    Asking::Item item;
  };
  std::vector<Culprit> culprits;             // items and applications that made it so, in order, each once
};

/// Why the condition at `node` does not hold. Empty when it holds. Reads nothing into the ledger.
Obstacles why_not(const Tree& tree, const Roots& roots, const policy::Facts& facts, policy::Work& work, std::uint32_t node);
/// The items and applications that make the condition at `node` hold (for refers_when, arises_when, unless).
Obstacles why(const Tree& tree, const Roots& roots, const policy::Facts& facts, policy::Work& work, std::uint32_t node);
/// The condition in words: "amount requested at most £60,000".
std::string in_words(const Tree& tree, const Roots& roots, const policy::Facts& facts, std::uint32_t node);

}  // namespace remit::rules

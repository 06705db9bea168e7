// `remit check`: everything that can be known of a pack without a round.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.hpp"
#include "lua/load.hpp"

namespace remit::study {

enum class Weight : std::uint8_t { error, warning, note };
std::string_view word(Weight);

struct Finding {
  Weight weight;
  base::Problem problem;
};
using Findings = std::vector<Finding>;

/// One rule, and how much is known of it.
struct CheckedRule {
  enum class Known : std::uint8_t {
    proved,     // a sentence throughout: what it answers follows from its words, and it cannot go wrong
    probed,     // a function: only what was tried is known
    elsewhere,  // a plug-in answers
  };
  std::string word, id, clause, layer, file;
  int line = 0;
  Known known = Known::proved;
  std::size_t cases = 0;        // made-up cases that it was asked of
};
std::string_view word(CheckedRule::Known);

struct Checked {
  Findings findings;            // by file and line
  std::vector<CheckedRule> rules;   // in the pack's order, with those of the layers below
  std::size_t errors() const;
};

/// Looks at the pack of `studied`, whose folder holds its cases and example rounds: what lint sees, what its sentences can never or
/// always answer, its parameters, weights and thresholds, whether its cases speak of each of its rules, and what all its rules answer over
/// made-up records. What only a layer below says is left to that layer's own check, except where a rule goes wrong.
Checked check(const lua::Studied& studied, const std::filesystem::path& folder);

/// Puts findings in the order in which they are told: by file, line and column.
void sort_findings(Findings& findings);

}  // namespace remit::study

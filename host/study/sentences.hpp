// The sentences of a pack, rule by rule, as those who study them walk through them: each condition that can be asked, the rule that
// asks it, and the place that says it.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "lua/load.hpp"
#include "rules/rule_test.hpp"

namespace remit::study {

/// What a root of a rule's sentences is there for.
enum class Part : std::uint8_t { applies, main, refers, unless, also };

/// A rule, or a case of one, with sentences or a function of its own.
struct Asked {
  enum class Kind : std::uint8_t { criterion, conflict, record_conflict, requirement, decision, appeal, marking, classification } kind;
  std::string id, clause, layer;
  const rules::RuleTest* test;
};

/// Every rule of the pack that is asked, in its order; cases of classifications and what appeals ask stand under their rule's id.
std::vector<Asked> asked_of(const policy::Pack& pack);

/// One condition of one rule. A condition that a file says once may be asked in several places.
struct Condition {
  std::size_t rule;                  // index in the list of asked_of
  std::uint32_t node;                // in the tree
  std::uint32_t spot;                // Node::spot, from 1
  Part part;
  bool root;                         // it is the whole of that part
};
/// All conditions below the rules, each place of the tree once for each rule, parents first.
std::vector<Condition> conditions_of(const lua::Studied& studied, const std::vector<Asked>& rules);
/// Whether the value at `node`, or something below it, reads a parameter: `found` is called with its index.
void parameters_below(const rules::Tree& tree, std::uint32_t node, const std::function<void(std::size_t)>& found);

}  // namespace remit::study

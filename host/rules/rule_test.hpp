// What stands behind a rule: its sentences, and the function where a sentence is not enough.
#pragma once
#include <memory>
#include <string>

#include "policy/rule.hpp"
#include "rules/template.hpp"
#include "rules/tree.hpp"

namespace remit::rules {

/// How the answer of the main sentence becomes an outcome.
enum class Reading : std::uint8_t {
  passes,     // criteria, requirements: no is fail, unknown is refer
  arises,     // conflicts: yes is fail; unknown does not arise
  admitted,   // appeals: no is fail, unknown is refer
  proposed,   // decisions: only a yes is pass
};

/// The sentences of one rule. Nodes are `nowhere` when the rule has none of that name.
struct Sentences {
  Reading reading = Reading::passes;
  std::uint32_t applies_when = nowhere, main = nowhere, refers_when = nowhere, unless = nowhere;
  std::string unless_title, unless_clause;
  std::unique_ptr<policy::Test> function;      // in place of `main`: a function, or a plug-in
  std::uint32_t also = nowhere;                // what an override asks beside the function
  Template otherwise, or_else, refers_because;
};

class RuleTest : public policy::Test {
 public:
  /// `tree` and `roots` must outlive it; the pack keeps both.
  RuleTest(const Tree& tree, const Roots& roots, Sentences sentences);

  policy::Outcome ask(const policy::Facts& facts, policy::Work& work) const override;
  policy::Explanation explain(const policy::Facts& facts, policy::Work& work, policy::Outcome outcome) const override;
  bool is_sentence() const override { return !s_.function; }
  bool needs_runtime() const override { return s_.function && s_.function->needs_runtime(); }

  policy::Prospect prospect() const override;

  Reading reading() const { return s_.reading; }
  const Sentences& sentences() const { return s_; }
  /// Adds a condition that must hold too (a tightening override).
  void and_also(Tree& tree, std::uint32_t node);
  /// Lets `function` answer in place of what the rule asked; what it was comes back.
  std::unique_ptr<RuleTest> answer_by(std::unique_ptr<policy::Test> function);
  /// Asks `node` in place of what the rule asked (an override of a rule that is replaceable). Empty words leave the rule's own.
  void replace(std::uint32_t node, Template otherwise, Template or_else);

 private:
  policy::Outcome answer(Asking& asking) const;
  policy::Outcome main_answer(Asking& asking) const;
  policy::Outcome function_answer(Asking& asking) const;
  Obstacles obstacles(const policy::Facts& facts, policy::Work& work, bool asked_for) const;

  const Tree& tree_;
  const Roots& roots_;
  Sentences s_;
};

}  // namespace remit::rules

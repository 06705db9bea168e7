// Every rule of a pack as one question with one answer, whatever stands behind it: for those who ask rules about made-up records.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "policy/pack.hpp"
#include "rules/rule_test.hpp"

namespace remit::study {

/// A rule, and how it is asked.
struct Question {
  std::string word;                    // "criterion", "conflict", "requirement", "classification", "decision", "appeal", "marking"
  const policy::Rule* rule;
  std::uint16_t of;                    // root of the records that it is about
  /// Its outcome; `work.reads` and `work.cause` as after policy::Test::ask. Of a classification `pass` for a class, and its code in `code`.
  std::function<policy::Outcome(const policy::Facts&, policy::Work&, std::string& code)> ask;
  std::vector<const rules::RuleTest*> tests;   // what it is made of: a classification has one for each case, after its own
  bool by_plugin = false;              // a plug-in answers: nothing can be asked without one
  bool is_sentence = true;             // throughout
  std::string called() const { return word + " \"" + rule->id + "\""; }
};

/// All rules of `pack`, in its order. The pack must outlive them.
std::vector<Question> questions_of(const policy::Pack& pack);

}  // namespace remit::study

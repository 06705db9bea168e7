#include <algorithm>
#include <array>

#include "study/check_parts.hpp"
#include "study/probing.hpp"
#include "study/sentences.hpp"

namespace remit::study {

using policy::Outcome;

namespace {

class Answers {
 public:
  Answers(const lua::Studied& studied, Findings& findings) : studied_(studied), findings_(findings) {}

  CheckedRule look_at(const Question& q) {
    const policy::Rule& r = *q.rule;
    CheckedRule made{q.word, r.id, r.clause, r.layer, r.file, r.line, CheckedRule::Known::elsewhere, 0};
    if (q.by_plugin) return made;
    const Probed probed = probe_rule(studied_, q);
    made.known = q.is_sentence ? CheckedRule::Known::proved : CheckedRule::Known::probed;
    made.cases = probed.cases;
    if (probed.wrong) findings_.push_back({Weight::error, *probed.wrong});
    else if (r.layer == own_layer(*studied_.pack) && !probed.silent && !is_switched(q)) one_sided(q, probed);
    return made;
  }

 private:
  // A parameter without a value leaves every answer open, and says itself what that leads to; one of yes or no is there to switch a rule
  // off, by whoever decided so.
  bool is_switched(const Question& q) const {
    const policy::Pack& pack = *studied_.pack;
    return std::ranges::any_of(q.tests, [&](const rules::RuleTest* test) {
      const rules::Sentences& s = test->sentences();
      return std::ranges::any_of(std::array{s.applies_when, s.main, s.refers_when, s.unless, s.also}, [&](std::uint32_t node) {
        bool off = false;
        parameters_below(*studied_.tree, node, [&](std::size_t p) { off |= pack.parameters[p].periods.empty() || pack.parameters[p].field.type == base::Type::yes_no; });
        return off;
      });
    });
  }

  void say(const Question& q, const std::string& code, const std::string& what, std::size_t cases) {
    findings_.push_back({Weight::warning, {code, q.rule->file, q.rule->line, 0, {}, q.called() + " " + what + " in any of " + std::to_string(cases) + " made-up cases", {}, q.rule->id}});
  }

  void one_sided(const Question& q, const Probed& probed) {
    if (q.word == "classification") return classes(q, probed);
    const auto* decision = q.word == "decision" ? static_cast<const policy::Decision*>(q.rule) : nullptr;
    if (decision && (decision->chooser || !decision->proposes)) return;
    // what can be seen from its words alone is told as an error
    if (const auto seen = q.rule->test->prospect(); seen.never_applies || seen.always) return;
    const bool good = probed.outcomes.contains(Outcome::pass), bad = probed.outcomes.contains(Outcome::fail);
    const bool doubt = probed.outcomes.contains(Outcome::refer);
    if (q.word == "conflict") {
      if (!bad) say(q, "NEVER_FAILS", "did not arise", probed.cases);
    } else if (decision) {
      if (!good) say(q, "NEVER_PASSES", "was not proposed", probed.cases);
    } else if (!good) {
      say(q, "NEVER_PASSES", q.word == "appeal" ? "was not admitted" : "did not pass", probed.cases);
    } else if (!bad && !doubt && q.word != "marking") {
      say(q, "NEVER_FAILS", "did not fail", probed.cases);
    }
  }

  void classes(const Question& q, const Probed& probed) {
    const auto& rule = static_cast<const policy::Classification&>(*q.rule);
    for (const auto& one : rule.cases)
      if (!probed.codes.contains(one.code)) say(q, "NEVER_PASSES", "did not give " + one.code, probed.cases);
  }

  const lua::Studied& studied_;
  Findings& findings_;
};

}  // namespace

void check_answers(const lua::Studied& studied, const std::vector<Question>& questions, Findings& findings, std::vector<CheckedRule>& rules) {
  Answers answers(studied, findings);
  for (const Question& q : questions) rules.push_back(answers.look_at(q));
}

}  // namespace remit::study

#include "rules/rule_test.hpp"

#include "base/rational.hpp"
#include "base/text.hpp"

namespace remit::rules {

using policy::Explanation;
using policy::Facts;
using policy::Outcome;
using policy::Work;

RuleTest::RuleTest(const Tree& tree, const Roots& roots, Sentences sentences)
    : tree_(tree), roots_(roots), s_(std::move(sentences)) {}

Outcome RuleTest::ask(const Facts& facts, Work& work) const {
  work.reads.clear();
  work.cause.clear();
  Asking asking{tree_, facts, work};
  try {
    return answer(asking);
  } catch (const base::Overflow& e) {
    work.cause = e.what();
    return Outcome::error;
  }
}

Outcome RuleTest::answer(Asking& asking) const {
  if (s_.applies_when != nowhere && asking.holds(s_.applies_when) != Tri::yes) return Outcome::not_applicable;
  Outcome outcome = main_answer(asking);
  if (s_.reading == Reading::proposed) return outcome;
  const bool conflict = s_.reading == Reading::arises;
  if ((outcome == Outcome::fail || outcome == Outcome::refer) && s_.unless != nowhere && asking.holds(s_.unless) == Tri::yes)
    return Outcome::pass;
  if (outcome == Outcome::pass && !conflict && s_.refers_when != nowhere && asking.holds(s_.refers_when) == Tri::yes)
    return Outcome::refer;
  return outcome;
}

Outcome RuleTest::main_answer(Asking& asking) const {
  if (s_.function) {
    // A function keeps its own ledger; what the sentences before it read stays in front.
    std::vector<policy::Read> before = std::move(asking.work.reads);
    Outcome outcome = s_.function->ask(asking.facts, asking.work);
    if (!before.empty()) {
      before.insert(before.end(), asking.work.reads.begin(), asking.work.reads.end());
      asking.work.reads = std::move(before);
    }
    return outcome;
  }
  const Tri holds = asking.holds(s_.main);
  switch (s_.reading) {
    case Reading::arises: return holds == Tri::yes ? Outcome::fail : Outcome::pass;
    case Reading::proposed: return holds == Tri::yes ? Outcome::pass : Outcome::fail;
    case Reading::passes:
    case Reading::admitted: break;
  }
  return holds == Tri::yes ? Outcome::pass : holds == Tri::no ? Outcome::fail : Outcome::refer;
}

Explanation RuleTest::explain(const Facts& facts, Work& work, Outcome outcome) const {
  Explanation out;
  if (outcome != Outcome::fail && outcome != Outcome::refer) return out;
  Asking asking{tree_, facts, work};
  const bool ledger = std::exchange(work.ledger, false);
  const bool function = s_.function != nullptr;
  const bool asked_for = outcome == Outcome::refer && !function && s_.refers_when != nowhere && asking.holds(s_.main) == Tri::yes;
  work.ledger = ledger;
  Obstacles obstacles;
  if (asked_for)
    obstacles = why(tree_, roots_, facts, work, s_.refers_when);
  else if (!function)
    obstacles = s_.reading == Reading::arises ? why(tree_, roots_, facts, work, s_.main) : why_not(tree_, roots_, facts, work, s_.main);
  if (outcome == Outcome::refer && !asked_for && !obstacles.missing.empty()) {
    out.message = "cannot be told: " + base::join_and(obstacles.missing) + (obstacles.missing.size() == 1 ? " is" : " are") + " not given";
  } else {
    const Template& first = asked_for && !s_.refers_because.empty() ? s_.refers_because : s_.otherwise;
    if (auto text = first.fill(roots_, facts, obstacles)) out.message = *text;
    else if (auto other = s_.or_else.fill(roots_, facts, obstacles)) out.message = *other;
  }
  if (s_.reading != Reading::arises) out.shortfalls = std::move(obstacles.shortfalls);
  return out;
}

void RuleTest::and_also(Tree& tree, std::uint32_t node) {
  const std::uint32_t both[] = {s_.main, node};
  s_.main = tree.add(Op::all_of, both);
}

}  // namespace remit::rules

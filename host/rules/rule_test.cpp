#include "rules/rule_test.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/rational.hpp"
#include "base/text.hpp"
#include "rules/possible.hpp"

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
  Outcome outcome = Outcome::error;
  try {
    outcome = answer(asking);
  } catch (const base::Overflow& e) {
    work.cause = e.what();
  }
  if (asking.may_repeat) keep_first(work.reads);
  return outcome;
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

// A function keeps its own ledger; what the sentences before it read stays in front.
Outcome RuleTest::function_answer(Asking& asking) const {
  std::vector<policy::Read> before = std::move(asking.work.reads);
  Outcome outcome = s_.function->ask(asking.facts, asking.work);
  asking.may_repeat = true;
  if (!before.empty()) {
    before.insert(before.end(), asking.work.reads.begin(), asking.work.reads.end());
    asking.work.reads = std::move(before);
  }
  if (s_.also == nowhere || (outcome != Outcome::pass && outcome != Outcome::refer)) return outcome;
  const Tri also = asking.holds(s_.also);
  return also == Tri::no ? Outcome::fail : also == Tri::unknown ? Outcome::refer : outcome;
}

Outcome RuleTest::main_answer(Asking& asking) const {
  if (s_.function) return function_answer(asking);
  const Tri holds = asking.holds(s_.main);
  switch (s_.reading) {
    case Reading::arises: return holds == Tri::yes ? Outcome::fail : Outcome::pass;
    case Reading::proposed: return holds == Tri::yes ? Outcome::pass : Outcome::fail;
    case Reading::passes:
    case Reading::admitted: break;
  }
  return holds == Tri::yes ? Outcome::pass : holds == Tri::no ? Outcome::fail : Outcome::refer;
}

// What stood in the way: of the main sentence, of what an override asks beside a function, or what refers_when found.
Obstacles RuleTest::obstacles(const Facts& facts, Work& work, bool asked_for) const {
  if (asked_for) return why(tree_, roots_, facts, work, s_.refers_when);
  const std::uint32_t node = s_.function ? s_.also : s_.main;
  if (node == nowhere) return {};
  return s_.reading == Reading::arises ? why(tree_, roots_, facts, work, node) : why_not(tree_, roots_, facts, work, node);
}

namespace {
// "budget.agreed: needed yes, had no", of each.
std::string needed_and_had(const std::vector<policy::Shortfall>& shortfalls) {
  std::vector<std::string> said;
  for (const auto& s : shortfalls) {
    std::string one = s.field + ": needed " + s.needed + (s.had.empty() ? ", there was nothing" : ", had " + s.had);
    if (std::ranges::find(said, one) == said.end()) said.push_back(std::move(one));
  }
  return base::join_and(said);
}
}  // namespace

Explanation RuleTest::explain(const Facts& facts, Work& work, Outcome outcome) const {
  Explanation out;
  if (outcome != Outcome::fail && outcome != Outcome::refer) return out;
  const bool ledger = std::exchange(work.ledger, false);
  bool asked_for = false;
  Obstacles found;
  try {
    Asking asking{tree_, facts, work};
    asked_for = outcome == Outcome::refer && s_.refers_when != nowhere && (s_.function || asking.holds(s_.main) == Tri::yes) &&
                asking.holds(s_.refers_when) == Tri::yes;
    found = obstacles(facts, work, asked_for);
  } catch (const base::Overflow&) {
    // a branch that the answer did not need: the outcome stands, and its words go without that branch
  }
  work.ledger = ledger;
  if (outcome == Outcome::refer && !asked_for && !found.missing.empty()) {
    out.message = "cannot be told: " + base::join_and(found.missing) + (found.missing.size() == 1 ? " is" : " are") + " not given";
  } else {
    const Template& first = asked_for && !s_.refers_because.empty() ? s_.refers_because : s_.otherwise;
    if (auto text = first.fill(roots_, facts, found)) out.message = *text;
    else if (auto other = s_.or_else.fill(roots_, facts, found)) out.message = *other;
    // words that name what is not there are not left out for the rule's title: what it needed and had is said in their place
    if (out.message.empty() && !first.empty()) out.message = needed_and_had(found.shortfalls);
    if (out.message.empty() && s_.function && !asked_for) out.message = s_.function->explain(facts, work, outcome).message;
  }
  if (s_.reading != Reading::arises) out.shortfalls = std::move(found.shortfalls);
  return out;
}

namespace {
void collect_numbers(const Tree& tree, std::uint32_t at, std::vector<base::Value>& out) {
  if (at == nowhere) return;
  const Node& n = tree.nodes[at];
  using base::Kind;
  if (n.op == Op::constant && (n.value.kind == Kind::count || n.value.kind == Kind::ratio || n.value.kind == Kind::money)) out.push_back(n.value);
  collect_numbers(tree, n.a, out);
  collect_numbers(tree, n.b, out);
  for (auto child : tree.children(n)) collect_numbers(tree, child, out);
}
}  // namespace

namespace {
void collect_constants(const Tree& tree, std::uint32_t at, std::vector<base::Value>& out) {
  if (at == nowhere) return;
  const Node& n = tree.nodes[at];
  if (n.op == Op::constant) out.push_back(n.value);
  for (const auto& item : n.value.list()) out.push_back(item);
  collect_constants(tree, n.a, out);
  collect_constants(tree, n.b, out);
  for (auto child : tree.children(n)) collect_constants(tree, child, out);
}

// The lists of all records that a sentence walks: a list inside another is walked for each item of that.
void collect_walks(const Tree& tree, std::uint32_t at, std::vector<std::uint16_t>& outer, std::vector<std::vector<std::uint16_t>>& out) {
  if (at == nowhere) return;
  const Node& n = tree.nodes[at];
  const Node* list = n.a == nowhere ? nullptr : &tree.nodes[n.a];
  const bool walks = list && list->op == Op::field && list->root == policy::root::records;
  if (walks) {
    outer.push_back(list->field);
    out.push_back(outer);
  }
  collect_walks(tree, n.a, outer, out);
  collect_walks(tree, n.b, outer, out);
  for (auto child : tree.children(n)) collect_walks(tree, child, outer, out);
  if (walks) outer.pop_back();
}
}  // namespace

policy::Prospect RuleTest::prospect() const {
  policy::Prospect seen;
  std::vector<std::uint16_t> outer;
  for (auto node : {s_.applies_when, s_.main, s_.refers_when, s_.unless, s_.also}) {
    collect_numbers(tree_, node, seen.numbers);
    collect_constants(tree_, node, seen.mentions);
    collect_walks(tree_, node, outer, seen.walks);
  }
  if (s_.function)
    for (const auto& v : s_.function->prospect().mentions) {
      seen.mentions.push_back(v);
      if (v.kind == base::Kind::count) seen.numbers.push_back(v);
    }
  seen.never_applies = s_.applies_when != nowhere && !(possible(tree_, roots_, s_.applies_when) & can_be_yes);
  if (s_.function || s_.main == nowhere) return seen;
  if (const Node& n = tree_.nodes[s_.main]; n.op == Op::all_of && n.size == 0) return seen;   // a rule without a sentence of its own
  const Answers answers = possible(tree_, roots_, s_.main);
  const bool good = s_.reading != Reading::arises;
  if (answers == can_be_yes && s_.refers_when == nowhere) seen.always = good ? Outcome::pass : Outcome::fail;
  if (answers == can_be_no && s_.unless == nowhere) seen.always = good ? Outcome::fail : Outcome::pass;
  if (!good && !(answers & can_be_yes)) seen.always = Outcome::pass;
  return seen;
}

void RuleTest::and_also(Tree& tree, std::uint32_t node) {
  std::uint32_t& asked = s_.function ? s_.also : s_.main;
  if (asked == nowhere) {
    asked = node;
    return;
  }
  const std::uint32_t both[] = {asked, node};
  asked = tree.add(Op::all_of, both);
}

std::unique_ptr<RuleTest> RuleTest::answer_by(std::unique_ptr<policy::Test> function) {
  Sentences was{s_.reading,      s_.applies_when,  s_.main,                       s_.refers_when, s_.unless,    s_.unless_title,
                s_.unless_clause, std::move(s_.function), s_.also, s_.otherwise, s_.or_else, s_.refers_because};
  s_.function = std::move(function);
  s_.main = s_.also = nowhere;
  return std::make_unique<RuleTest>(tree_, roots_, std::move(was));
}

void RuleTest::replace(std::uint32_t node, Template otherwise, Template or_else) {
  s_.function.reset();
  s_.also = nowhere;
  s_.main = node;
  if (!otherwise.empty()) s_.otherwise = std::move(otherwise);
  if (!or_else.empty()) s_.or_else = std::move(or_else);
}

}  // namespace remit::rules

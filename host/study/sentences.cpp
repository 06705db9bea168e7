#include "study/sentences.hpp"

#include <array>
#include <set>

namespace remit::study {

using rules::nowhere;
using rules::Op;

namespace {

class Collect {
 public:
  Collect(const rules::Tree& tree, std::size_t rule, std::vector<Condition>& out) : tree_(tree), rule_(rule), out_(out) {}

  void part(std::uint32_t at, Part part) { walk(at, part, true); }

 private:
  void walk(std::uint32_t at, Part part, bool root) {
    if (at == nowhere || !seen_.insert(at).second) return;
    const rules::Node& n = tree_.nodes[at];
    if (n.op >= Op::all_of && n.spot != 0) out_.push_back({rule_, at, n.spot, part, root});
    walk(n.a, part, false);
    walk(n.b, part, false);
    for (const std::uint32_t child : tree_.children(n)) walk(child, part, false);
  }

  const rules::Tree& tree_;
  const std::size_t rule_;
  std::vector<Condition>& out_;
  std::set<std::uint32_t> seen_;
};

}  // namespace

std::vector<Asked> asked_of(const policy::Pack& pack) {
  std::vector<Asked> all;
  const auto add = [&](Asked::Kind kind, const policy::Rule& rule, const std::string& clause, const policy::Test* test) {
    if (const auto* sentences = dynamic_cast<const rules::RuleTest*>(test)) all.push_back({kind, rule.id, clause, rule.layer, sentences});
  };
  using enum Asked::Kind;
  for (const auto& r : pack.criteria) add(criterion, r, r.clause, r.test.get());
  for (const auto& r : pack.conflicts) add(conflict, r, r.clause, r.test.get());
  for (const auto& r : pack.record_conflicts) add(record_conflict, r, r.clause, r.test.get());
  for (const auto& r : pack.requirements) add(requirement, r, r.clause, r.test.get());
  for (const auto& r : pack.classifications) {
    add(classification, r, r.clause, r.test.get());
    for (const auto& one : r.cases) add(classification, r, one.clause, one.when.get());
  }
  for (const auto& r : pack.decisions) add(decision, r, r.clause, r.test.get());
  for (const auto& r : pack.appeals) {
    add(appeal, r, r.clause, r.test.get());
    add(appeal, r, r.clause, r.asks.get());
  }
  if (pack.marking) add(marking, *pack.marking, pack.marking->clause, pack.marking->test.get());
  return all;
}

std::vector<Condition> conditions_of(const lua::Studied& studied, const std::vector<Asked>& rules) {
  std::vector<Condition> all;
  for (std::size_t r = 0; r < rules.size(); ++r) {
    Collect collect(*studied.tree, r, all);
    const rules::Sentences& s = rules[r].test->sentences();
    collect.part(s.applies_when, Part::applies);
    collect.part(s.main, Part::main);
    collect.part(s.refers_when, Part::refers);
    collect.part(s.unless, Part::unless);
    collect.part(s.also, Part::also);
  }
  return all;
}

void parameters_below(const rules::Tree& tree, std::uint32_t node, const std::function<void(std::size_t)>& found) {
  if (node == nowhere) return;
  const rules::Node& n = tree.nodes[node];
  if (n.op == Op::field && n.root == policy::root::parameters) found(n.field);
  parameters_below(tree, n.a, found);
  parameters_below(tree, n.b, found);
  for (const std::uint32_t child : tree.children(n)) parameters_below(tree, child, found);
}

}  // namespace remit::study

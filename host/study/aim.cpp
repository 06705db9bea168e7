#include "study/aim.hpp"

#include <algorithm>

namespace remit::study {

using base::Kind;
using base::Value;
using policy::Outcome;
using rules::Asking;
using rules::Node;
using rules::nowhere;
using rules::Op;
using rules::Tri;

namespace {

constexpr unsigned far = 1000, nothing_there = 50;   // a list of items that are all wrong is nearer than none

Tri opposite(Tri wanted) { return wanted == Tri::yes ? Tri::no : Tri::yes; }

// All of them must be as wanted, or the nearest of them.
template <class Each>
unsigned together(std::size_t n, bool all, Each each) {
  unsigned sum = 0, least = n == 0 ? nothing_there : far;
  for (std::size_t i = 0; i < n; ++i) {
    const unsigned one = each(i);
    sum = std::min(far, sum + one);
    least = std::min(least, one);
  }
  return all ? sum : least;
}

unsigned of_items(Asking& asking, const Node& n, Tri wanted) {
  const Value list = asking.value(n.a);
  const bool wants_all = (n.op == Op::any) != (wanted == Tri::yes);   // `every` that should hold, `any` and `none` by what they deny
  const bool each_all = n.op == Op::none ? wanted == Tri::yes : wants_all;
  const Tri each = n.op == Op::none ? opposite(wanted) : wanted;
  const std::size_t at = asking.depth++;
  std::uint32_t place = 0;
  const unsigned found = together(list.list().size(), each_all, [&](std::size_t i) {
    const Value& item = list.list()[i];
    asking.items[at] = {item.kind == Kind::record ? item.items : nullptr, item.kind == Kind::record ? nullptr : &item, place++};
    return distance(asking, n.b, each);
  });
  asking.depth = at;
  return found;
}

bool counts(const Node& n) { return n.op == Op::count || n.op == Op::count_where || n.op == Op::count_distinct || n.op == Op::count_applications; }

// How many more or fewer would have to be counted.
unsigned of_number(Asking& asking, const Node& n) {
  constexpr std::int64_t most = 20;
  if (n.a == nowhere || n.b == nowhere || !counts(asking.tree.nodes[n.a])) return 0;
  const Value a = asking.value(n.a), b = asking.value(n.b);
  if (a.kind != Kind::count || b.kind != Kind::count) return 0;
  return static_cast<unsigned>(std::min(most, a.integer > b.integer ? a.integer - b.integer : b.integer - a.integer));
}

}  // namespace

unsigned distance(Asking& asking, std::uint32_t node, Tri wanted) {
  const Node& n = asking.tree.nodes[node];
  const auto children = asking.tree.children(n);
  const auto child = [&](std::size_t i) { return distance(asking, children[i], wanted); };
  switch (n.op) {
    case Op::watched: return distance(asking, n.a, wanted);
    case Op::all_of: return together(children.size(), wanted == Tri::yes, child);
    case Op::any_of: return together(children.size(), wanted == Tri::no, child);
    case Op::not_: return distance(asking, children[0], opposite(wanted));
    case Op::every:
    case Op::any:
    case Op::none: return of_items(asking, n, wanted);
    default: return asking.holds(node) == wanted ? 0 : 1 + of_number(asking, n);
  }
}

unsigned distance(const rules::Tree& tree, const rules::RuleTest& rule, Outcome wanted, const policy::Facts& facts, policy::Work& work) {
  const rules::Sentences& s = rule.sentences();
  work.reads.clear();
  Asking asking{tree, facts, work};
  unsigned sum = s.applies_when == nowhere ? 0 : distance(asking, s.applies_when, Tri::yes);
  const bool pass = wanted == Outcome::pass;
  const bool holds = pass != (s.reading == rules::Reading::arises);
  if (s.main != nowhere) sum += distance(asking, s.main, holds ? Tri::yes : Tri::no);
  if (pass && s.reading != rules::Reading::arises && s.refers_when != nowhere && asking.holds(s.refers_when) == Tri::yes) ++sum;
  if (!pass && s.unless != nowhere && asking.holds(s.unless) == Tri::yes) ++sum;
  return sum;
}

}  // namespace remit::study

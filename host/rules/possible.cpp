#include "rules/possible.hpp"

#include <algorithm>

#include "base/emptiness.hpp"
#include "policy/applications.hpp"

namespace remit::rules {

namespace {

constexpr Answers either = can_be_no | can_be_yes;

class Possible {
 public:
  Possible(const Tree& tree, const Roots& roots) : tree_(tree), roots_(roots) {}

  Answers of(std::uint32_t at) const {
    const Node& n = tree_.nodes[at];
    switch (n.op) {
      case Op::all_of: return all(n);
      case Op::any_of: return any(n);
      case Op::not_: return negated(of(tree_.links[n.first]));
      case Op::answered: return always_there(n.a) ? can_be_yes : either;
      case Op::is_one_of: return one_of(n);
      case Op::at_least: return at_least(n);
      case Op::is:
      case Op::is_not:
      case Op::at_most:
      case Op::is_before:
      case Op::is_after: return either | doubt(n.a) | doubt(n.b);
      case Op::covers: return either;
      case Op::every: return quantifier(n, can_be_yes);
      case Op::any: return quantifier(n, can_be_no);
      case Op::none: return negated(quantifier(n, can_be_no));
      default: return either | can_be_unknown;
    }
  }

 private:
  static Answers negated(Answers a) {
    return static_cast<Answers>((a & can_be_unknown) | ((a & can_be_no) ? can_be_yes : 0) | ((a & can_be_yes) ? can_be_no : 0));
  }

  const base::Field* field(std::uint32_t at) const {
    const Node& n = tree_.nodes[at];
    return n.op == Op::field ? field_of(roots_, n.root, n.field) : nullptr;
  }
  // Whether a value stands there in every record that was read. What stands in a group is there only with the group.
  // A record that another names by id may be nobody, and then nothing of it is answered: which is in view so is not known here.
  bool always_there(std::uint32_t at) const {
    if (at == nowhere || tree_.nodes[at].op == Op::constant || tree_.nodes[at].op == Op::count) return true;
    const Node& n = tree_.nodes[at];
    if (n.op == Op::field && n.depth == unbound && (n.root >= policy::root::first_free || n.root == policy::root::member)) return false;
    const auto* f = field(at);
    return f && ((f->required && f->parent < 0 && !f->derived && !base::may_be_empty(*f)) || f->fallback.answered());
  }
  Answers doubt(std::uint32_t at) const { return always_there(at) ? Answers{0} : can_be_unknown; }

  Answers one_of(const Node& n) const {
    const auto* f = field(n.a);
    bool all_words = f && f->type == base::Type::one_of;
    if (all_words)
      for (const auto& word : f->words)
        all_words &= std::ranges::any_of(n.value.list(), [&](const base::Value& v) { return v.str() == word; });
    return static_cast<Answers>((all_words ? can_be_yes : either) | doubt(n.a));
  }

  // A number of things is never less than nought.
  Answers at_least(const Node& n) const {
    const Node& a = tree_.nodes[n.a];
    const Node& b = tree_.nodes[n.b];
    const bool counts = a.op == Op::count || a.op == Op::count_where || a.op == Op::count_distinct || a.op == Op::count_applications;
    const bool nothing = b.op == Op::constant && b.value.kind == base::Kind::count && b.value.integer <= 0;
    return static_cast<Answers>((counts && nothing ? can_be_yes : either) | doubt(n.a) | doubt(n.b));
  }

  Answers quantifier(const Node& n, Answers of_nothing) const {
    const Answers each = of(n.b);
    return static_cast<Answers>(of_nothing | each);
  }

  Answers all(const Node& n) const {
    Answers made = can_be_yes;
    bool all_yes = true;
    for (auto child : tree_.children(n)) {
      const Answers a = of(child);
      all_yes &= (a & can_be_yes) != 0;
      made = static_cast<Answers>(made | (a & (can_be_no | can_be_unknown)));
      if (!(a & (can_be_yes | can_be_unknown))) return can_be_no;
    }
    if (!all_yes || contradict(n)) made = static_cast<Answers>(made & ~can_be_yes);
    return made;
  }

  Answers any(const Node& n) const {
    Answers made = can_be_no;
    bool all_no = true;
    for (auto child : tree_.children(n)) {
      const Answers a = of(child);
      all_no &= (a & can_be_no) != 0;
      made = static_cast<Answers>(made | (a & (can_be_yes | can_be_unknown)));
      if (!(a & (can_be_no | can_be_unknown))) return can_be_yes;
    }
    if (!all_no) made = static_cast<Answers>(made & ~can_be_no);
    return made;
  }

  bool same_field(std::uint32_t a, std::uint32_t b) const {
    const Node &x = tree_.nodes[a], &y = tree_.nodes[b];
    return x.op == Op::field && y.op == Op::field && x.root == y.root && x.field == y.field && x.depth == y.depth;
  }
  // Two that cannot hold together: `is` two things, or at least more than at most.
  bool contradict(const Node& n) const {
    auto children = tree_.children(n);
    for (auto i : children)
      for (auto j : children) {
        const Node &a = tree_.nodes[i], &b = tree_.nodes[j];
        if (a.b == nowhere || b.b == nowhere || tree_.nodes[a.b].op != Op::constant || tree_.nodes[b.b].op != Op::constant || !same_field(a.a, b.a)) continue;
        const base::Value &x = tree_.nodes[a.b].value, &y = tree_.nodes[b.b].value;
        int order = 0;
        if (a.op == Op::is && b.op == Op::is && !policy::same(x, y)) return true;
        if (a.op == Op::at_least && b.op == Op::at_most && policy::compare(x, y, order) && order > 0 && y.kind != base::Kind::date) return true;
      }
    return false;
  }

  const Tree& tree_;
  const Roots& roots_;
};

}  // namespace

Answers possible(const Tree& tree, const Roots& roots, std::uint32_t node) { return Possible(tree, roots).of(node); }

}  // namespace remit::rules

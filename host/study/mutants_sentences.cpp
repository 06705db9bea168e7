// Changes to sentences: a comparison turned round, a constant moved by one step, a condition taken away.
#include <array>
#include <optional>

#include "base/text.hpp"
#include "study/mutation.hpp"

namespace remit::study {

using rules::Node;
using rules::nowhere;
using rules::Op;

namespace {

struct Turned {
  Op from, to;
  const char *was, *made;
};
constexpr std::array<Turned, 13> turned{{{Op::is, Op::is_not, ":is", ":is_not"}, {Op::is_not, Op::is, ":is_not", ":is"}, {Op::at_least, Op::at_most, ":at_least", ":at_most"},
    {Op::at_most, Op::at_least, ":at_most", ":at_least"}, {Op::is_before, Op::is_after, ":is_before", ":is_after"}, {Op::is_after, Op::is_before, ":is_after", ":is_before"},
    {Op::includes, Op::excludes, ":includes", ":excludes"}, {Op::excludes, Op::includes, ":excludes", ":includes"}, {Op::every, Op::any, ":every", ":any"},
    {Op::any, Op::every, ":any", ":every"}, {Op::none, Op::any, ":none", ":any"}, {Op::any_application, Op::no_application, ":any", ":none"},
    {Op::no_application, Op::any_application, ":none", ":any"}}};

class Sentences {
 public:
  Sentences(const lua::Studied& studied, const std::vector<Asked>& rules, std::vector<Alteration>& out) : studied_(studied), tree_(studied.tree), rules_(rules), out_(out) {}

  void of(const Condition& c) {
    const Node n = tree_->nodes[c.node];
    if (c.root && c.part != Part::main && c.part != Part::also) return whole_part(c);
    for (const Turned& t : turned)
      if (t.from == n.op) replace(c, c.node, with(n, [&](Node& m) { m.op = t.to; }), "`" + std::string(t.was) + "` made `" + t.made + "`");
    if (n.op == Op::answered || n.op == Op::is_one_of || n.op == Op::covers || n.op == Op::includes_any) negate(c);
    if (n.op == Op::all_of || n.op == Op::any_of) joined(c, n);
    if (n.op == Op::is_one_of || (n.op == Op::includes_any && n.b == nowhere)) words(c, n);
    if (n.op == Op::at_least || n.op == Op::at_most || n.op == Op::is_before || n.op == Op::is_after) constant(c, n.b);
    if (n.op == Op::is || n.op == Op::is_not) constant_number(c, n);
  }

 private:
  template <class F>
  static Node with(Node n, F&& change) {
    change(n);
    return n;
  }

  Alteration begin(const Condition& c, std::string change) const {
    const lua::Spoken& spoken = (*studied_.spoken)[c.spot - 1];
    Alteration made;
    made.mutant = {spoken.file, spoken.line, spoken.column, rules_[c.rule].id, rules_[c.rule].clause, std::move(change) + (spoken.words.empty() ? "" : ": " + spoken.words), false, {}};
    made.rules = {c.rule};
    return made;
  }
  void replace(const Condition& c, std::uint32_t node, const Node& by, std::string change) {
    Alteration made = begin(c, std::move(change));
    const Node was = tree_->nodes[node];
    made.make = [tree = tree_, node, by] { tree->nodes[node] = by; };
    made.undo = [tree = tree_, node, was] { tree->nodes[node] = was; };
    out_.push_back(std::move(made));
  }
  std::uint32_t always(bool yes) {   // an all_of of nothing holds; an any_of of nothing does not
    std::uint32_t& node = yes ? yes_ : no_;
    if (node == nowhere) node = tree_->add(yes ? Op::all_of : Op::any_of, {}, {});
    return node;
  }

  // applies_when, refers_when, unless: as if it were not there.
  void whole_part(const Condition& c) {
    const bool applies = c.part == Part::applies;
    const char* key = applies ? "applies_when" : c.part == Part::refers ? "refers_when" : "unless";
    replace(c, c.node, tree_->nodes[always(applies)], std::string("`") + key + "` taken away");
  }
  void negate(const Condition& c) {
    const Node stands = tree_->nodes[c.node];
    const std::uint32_t moved = tree_->add(stands);
    const std::uint32_t children[] = {moved};
    const std::uint32_t made = tree_->add(Op::not_, children, {});
    replace(c, c.node, tree_->nodes[made], "turned round with `not_`");
  }
  void joined(const Condition& c, const Node& n) {
    const bool all = n.op == Op::all_of;
    if (n.size > 1) replace(c, c.node, with(n, [&](Node& m) { m.op = all ? Op::any_of : Op::all_of; }), all ? "`all_of` made `any_of`" : "`any_of` made `all_of`");
    for (std::uint32_t i = 0; n.size > 1 && i < n.size; ++i) {
      const std::uint32_t link = n.first + i, child = tree_->links[link], instead = always(all);
      if (tree_->nodes[child].spot == 0) continue;
      Condition at = c;
      at.spot = tree_->nodes[child].spot;
      Alteration made = begin(at, "taken away");
      made.make = [tree = tree_, link, instead] { tree->links[link] = instead; };
      made.undo = [tree = tree_, link, child] { tree->links[link] = child; };
      out_.push_back(std::move(made));
    }
  }
  // Each word of a list left out.
  void words(const Condition& c, const Node& n) {
    const auto list = n.value.list();
    if (list.size() < 2) return;
    for (std::size_t left_out = 0; left_out < list.size(); ++left_out) {
      std::vector<base::Value> rest;
      for (std::size_t i = 0; i < list.size(); ++i)
        if (i != left_out) rest.push_back(list[i]);
      Node by = n;
      by.value = base::Value::of_items(base::Kind::list, tree_->arena.copy(std::span<const base::Value>(rest)));
      replace(c, c.node, by, "`" + written(list[left_out]) + "` left out");
    }
  }
  void constant(const Condition& c, std::uint32_t node) {
    if (node == nowhere || tree_->nodes[node].op != Op::constant) return;
    const Node n = tree_->nodes[node];
    for (const auto& [value, called] : next_to(n.value, tree_->arena)) {
      Node by = n;
      by.value = value;
      replace(c, node, by, "`" + written(n.value) + "` made `" + called + "`");
    }
  }
  // A number that is compared for equality; of a yes or no the turned comparison says the same.
  void constant_number(const Condition& c, const Node& n) {
    if (n.b == nowhere || tree_->nodes[n.b].op != Op::constant || tree_->nodes[n.b].value.kind == base::Kind::yes_no) return;
    constant(c, n.b);
  }

  const lua::Studied& studied_;
  std::shared_ptr<rules::Tree> tree_;
  const std::vector<Asked>& rules_;
  std::vector<Alteration>& out_;
  std::uint32_t yes_ = nowhere, no_ = nowhere;
};

}  // namespace

void add_sentence_changes(const lua::Studied& studied, const std::vector<Asked>& rules, const std::vector<Condition>& conditions, std::vector<Alteration>& out) {
  Sentences sentences(studied, rules, out);
  for (const Condition& c : conditions) sentences.of(c);
}

}  // namespace remit::study

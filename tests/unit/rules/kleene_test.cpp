// The three-valued logic of trees, against truth tables worked by hand and against a second evaluator over random trees.
#include <gtest/gtest.h>

#include <optional>
#include <random>

#include "rules/tree.hpp"

namespace remit::rules {
namespace {

using base::Kind;
using base::Value;

// Field i of root `application` is 1 for yes, 0 for no, absent for unknown; `field i is yes` is then any of the three.
struct Little {
  Tree tree;
  std::array<Value, 4> record;
  policy::Facts facts;
  policy::Work work;

  Little() { facts.records[policy::root::application] = record.data(); }
  void set(std::size_t i, Tri t) { record[i] = t == Tri::unknown ? Value() : Value::yes(t == Tri::yes); }
  std::uint32_t field(std::uint16_t i) {
    Node n{};
    n.op = Op::field;
    n.root = policy::root::application;
    n.field = i;
    return tree.add(n);
  }
  std::uint32_t constant(Value v) {
    Node n{};
    n.op = Op::constant;
    n.value = v;
    return tree.add(n);
  }
  std::uint32_t said(std::uint16_t i) {
    Node n{};
    n.op = Op::is;
    n.a = field(i);
    n.b = constant(Value::yes(true));
    return tree.add(n);
  }
  std::uint32_t join(Op op, std::vector<std::uint32_t> children) { return tree.add(op, children, {}); }
  Tri ask(std::uint32_t node) {
    work.reads.clear();
    Asking asking{tree, facts, work};
    return asking.holds(node);
  }
};

constexpr Tri no = Tri::no, yes = Tri::yes, unknown = Tri::unknown;

TEST(Kleene, JoinersFollowTheTruthTables) {
  struct Row {
    Tri a, b, all, any;
  };
  const Row rows[] = {{no, no, no, no},       {no, yes, no, yes},          {no, unknown, no, unknown},     {yes, no, no, yes},      {yes, yes, yes, yes},
                      {yes, unknown, unknown, yes}, {unknown, no, no, unknown}, {unknown, yes, unknown, yes}, {unknown, unknown, unknown, unknown}};
  Little l;
  const auto a = l.said(0), b = l.said(1);
  const auto all = l.join(Op::all_of, {a, b}), any = l.join(Op::any_of, {a, b}), not_a = l.join(Op::not_, {a});
  for (const Row& row : rows) {
    l.set(0, row.a);
    l.set(1, row.b);
    EXPECT_EQ(l.ask(all), row.all);
    EXPECT_EQ(l.ask(any), row.any);
    EXPECT_EQ(l.ask(not_a), negate(row.a));
  }
}

// The second evaluator: possible worlds. Unknown fields are tried as yes and as no; a formula in which each field stands
// once is unknown in Kleene's logic exactly when the worlds disagree.
struct Formula {
  char kind;   // 'f' field, '&', '|', '!'
  std::uint16_t field = 0;
  std::vector<Formula> parts;
  bool in(unsigned world) const {
    if (kind == 'f') return world >> field & 1;
    if (kind == '!') return !parts[0].in(world);
    for (const auto& p : parts)
      if (p.in(world) == (kind == '|')) return kind == '|';
    return kind == '&';
  }
  std::uint32_t build(Little& l) const {
    if (kind == 'f') return l.said(field);
    std::vector<std::uint32_t> children;
    for (const auto& p : parts) children.push_back(p.build(l));
    return l.join(kind == '&' ? Op::all_of : kind == '|' ? Op::any_of : Op::not_, children);
  }
};

Formula random_formula(std::mt19937& random, std::vector<std::uint16_t> fields) {
  if (fields.size() == 1) {
    Formula f{'f', fields[0], {}};
    return random() % 2 ? f : Formula{'!', 0, {f}};
  }
  const std::size_t cut = 1 + random() % (fields.size() - 1);
  Formula f{random() % 2 ? '&' : '|', 0, {random_formula(random, {fields.begin(), fields.begin() + static_cast<std::ptrdiff_t>(cut)}),
                                          random_formula(random, {fields.begin() + static_cast<std::ptrdiff_t>(cut), fields.end()})}};
  return random() % 3 ? f : Formula{'!', 0, {f}};
}

TEST(Kleene, RandomTreesAgreeWithPossibleWorlds) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    Little l;
    std::vector<std::uint16_t> fields{0, 1, 2, 3};
    std::shuffle(fields.begin(), fields.end(), random);
    const Formula formula = random_formula(random, fields);
    const auto root = formula.build(l);
    for (unsigned assignment = 0; assignment < 81; ++assignment) {
      std::array<unsigned, 4> value{};
      for (unsigned i = 0, rest = assignment; i < 4; ++i, rest /= 3) {
        value[i] = rest % 3;
        l.set(i, static_cast<Tri>(value[i]));
      }
      std::optional<bool> found;
      bool agree = true;
      for (unsigned world = 0; world < 16; ++world) {
        bool possible = true;
        for (unsigned i = 0; i < 4; ++i) possible &= value[i] == 2 || value[i] == (world >> i & 1);
        if (!possible) continue;
        agree &= !found || *found == formula.in(world);
        found = formula.in(world);
      }
      ASSERT_EQ(l.ask(root), !agree ? unknown : *found ? yes : no);
    }
  }
}

}  // namespace
}  // namespace remit::rules

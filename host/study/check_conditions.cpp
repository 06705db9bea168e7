// Two looks at each condition: what its words can answer at all (rules/possible.hpp), and whether what it compares a number with lies
// where that number can never be. Of a condition inside one that is told, nothing more is said.
#include <optional>
#include <set>

#include "rules/possible.hpp"
#include "study/check_parts.hpp"
#include "study/sentences.hpp"

namespace remit::study {

using base::Kind;
using base::Rational;
using rules::Node;
using rules::nowhere;
using rules::Op;

namespace {

struct Bounds {
  Rational least = 0;
  std::optional<Rational> most;
  std::string why;               // "a total is from 0 to 100"
};

class Conditions {
 public:
  Conditions(const lua::Studied& studied, Findings& findings) : studied_(studied), pack_(*studied.pack), tree_(*studied.tree), findings_(findings) {}

  void run() {
    const std::vector<Asked> rules = asked_of(pack_);
    for (const Condition& c : conditions_of(studied_, rules)) {
      const lua::Spoken& spoken = (*studied_.spoken)[c.spot - 1];
      if (rules[c.rule].layer != own_layer(pack_)) continue;
      if (told_.contains(c.node)) {
        hide_below(c.node);
        continue;
      }
      if (said_.contains({spoken.file, spoken.line, spoken.column})) continue;
      if (reach(c, spoken, rules[c.rule])) continue;
      always(c, spoken, rules[c.rule]);
    }
  }

 private:
  void say(const std::string& code, const Condition& c, const lua::Spoken& spoken, const Asked& rule, const std::string& message) {
    said_.insert({spoken.file, spoken.line, spoken.column});
    hide_below(c.node);
    const std::string what = spoken.words.empty() ? "this condition" : "`" + spoken.words + "`";
    findings_.push_back({Weight::warning, {code, spoken.file, spoken.line, spoken.column, {}, what + " " + message, {}, rule.id}});
  }

  void hide_below(std::uint32_t at) {
    const Node& n = tree_.nodes[at];
    for (const std::uint32_t below : {n.a, n.b})
      if (below != nowhere && told_.insert(below).second) hide_below(below);
    for (const std::uint32_t below : tree_.children(n))
      if (told_.insert(below).second) hide_below(below);
  }

  void always(const Condition& c, const lua::Spoken& spoken, const Asked& rule) {
    if (c.root && c.part == Part::main) return;   // of a whole rule lint says it
    const rules::Answers answers = rules::possible(tree_, pack_.roots, c.node);
    if (answers == rules::can_be_yes) say("ALWAYS_TRUE", c, spoken, rule, "always holds, whatever is answered");
    if (answers == rules::can_be_no) say("NEVER_TRUE", c, spoken, rule, "never holds, whatever is answered");
  }

  std::optional<Bounds> bounds_of(std::uint32_t at) const {
    const Node& n = tree_.nodes[at];
    if (n.op == Op::count || n.op == Op::count_where || n.op == Op::count_distinct || n.op == Op::count_applications) return Bounds{0, {}, "a number of things is 0 or more"};
    if (n.op != Op::field) return std::nullopt;
    const base::Field* field = rules::field_of(pack_.roots, n.root, n.field);
    if (!field) return std::nullopt;
    if (n.root == policy::root::scores && field->name == "total") return Bounds{0, Rational(100), "a total is from 0 to 100"};
    if (field->type == base::Type::money) return Bounds{0, {}, "an amount is 0 or more"};
    return std::nullopt;
  }

  // The numbers that stand there: a constant, or the values of a parameter.
  std::vector<Rational> numbers_at(std::uint32_t at) const {
    std::vector<base::Value> values;
    const Node& n = tree_.nodes[at];
    if (n.op == Op::constant) values.push_back(n.value);
    if (n.op == Op::field && n.root == policy::root::parameters)
      for (const auto& period : pack_.parameters[n.field].periods) values.push_back(period.value);
    std::vector<Rational> out;
    for (const auto& v : values) {
      if (v.kind == Kind::ratio) out.push_back(*v.ratio);
      else if (v.kind == Kind::count || v.kind == Kind::money) out.emplace_back(v.integer);
    }
    return out;
  }

  // Whether all that `x` can be lies on one side of the number.
  bool reach(const Condition& c, const lua::Spoken& spoken, const Asked& rule) {
    const Node& n = tree_.nodes[c.node];
    if (n.op != Op::at_least && n.op != Op::at_most) return false;
    const auto bounds = bounds_of(n.a);
    if (!bounds) return false;
    const bool at_least = n.op == Op::at_least;
    for (const Rational& number : numbers_at(n.b)) {
      const bool over = bounds->most && number > *bounds->most, under = number < bounds->least;
      if (at_least ? over : under) {
        say("UNREACHABLE", c, spoken, rule, "can never hold: " + bounds->why + ", and it is compared with " + number.rounded());
        return true;
      }
      if (at_least ? number <= bounds->least : bounds->most && number >= *bounds->most) {
        say("ALWAYS_TRUE", c, spoken, rule, "holds of every answer: " + bounds->why + ", and it is compared with " + number.rounded());
        return true;
      }
    }
    return false;
  }

  const lua::Studied& studied_;
  const policy::Pack& pack_;
  const rules::Tree& tree_;
  Findings& findings_;
  std::set<std::uint32_t> told_;
  std::set<std::tuple<std::string, int, int>> said_;
};

}  // namespace

void check_conditions(const lua::Studied& studied, Findings& findings) { Conditions(studied, findings).run(); }

}  // namespace remit::study

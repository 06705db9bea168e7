// A walk over the tree beside its evaluation: the branch that did not come out as wished is followed down to the
// comparisons, and each of those says what it needed and what it had.
#include "rules/explain.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "policy/applications.hpp"

namespace remit::rules {

using base::Value;
using policy::Shortfall;

namespace {

class Walk {
 public:
  Walk(const Tree& tree, const Roots& roots, const policy::Facts& facts, policy::Work& work)
      : tree_(tree), roots_(roots), facts_(facts), work_(work), asking_{tree, facts, work} {
    kept_ledger_ = work.ledger;
    work.ledger = false;
  }
  ~Walk() { work_.ledger = kept_ledger_; }
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;

  Obstacles found;

  // Collects why the condition is not `wished`.
  void obstacles(std::uint32_t at, Tri wished) {
    if (tree_.nodes[at].op == Op::watched) return obstacles(tree_.nodes[at].a, wished);
    const Tri holds = asking_.holds(at);
    if (holds == wished) return;
    const bool sure = holds != Tri::unknown;
    const Node& n = tree_.nodes[at];
    const bool yes = wished == Tri::yes;
    switch (n.op) {
      case Op::all_of: return yes ? each(n, wished) : alternatives(n, wished);
      case Op::any_of: return yes ? alternatives(n, wished) : each(n, wished);
      case Op::not_: return obstacles(tree_.links[n.first], negate(wished));
      case Op::every:
      case Op::any:
      case Op::none: return items(n, wished, sure);
      case Op::any_application:
      case Op::no_application: return applications(n, wished, sure);
      case Op::covers:
        if (yes) return uncovered(n);
        break;
      default: break;
    }
    comparison(n, yes);
  }

 private:
  void each(const Node& n, Tri wished) {
    for (auto child : tree_.children(n)) obstacles(child, wished);
  }

  // Any one of several would have done: they become one shortfall whose parts are joined by "or"; what one of them needs
  // together is joined by "and".
  class Alternatives {
   public:
    explicit Alternatives(Obstacles& found) : found_(found), before_(std::move(found.shortfalls)) { found_.shortfalls.clear(); }
    ~Alternatives() {
      found_.shortfalls = std::move(before_);
      if (!options_.empty()) found_.shortfalls.push_back(joined(options_, ", or "));
    }
    Alternatives(const Alternatives&) = delete;
    Alternatives& operator=(const Alternatives&) = delete;
    void end_of_option() {
      if (!found_.shortfalls.empty()) options_.push_back(joined(found_.shortfalls, " and "));
      found_.shortfalls.clear();
    }

   private:
    static Shortfall joined(const std::vector<Shortfall>& parts, const std::string& word) {
      Shortfall one = parts[0];
      for (std::size_t i = 1; i < parts.size(); ++i) one.needed += word + (parts[i].field == one.field ? "" : parts[i].field + " ") + parts[i].needed;
      return one;
    }
    Obstacles& found_;
    std::vector<Shortfall> before_, options_;
  };

  void alternatives(const Node& n, Tri wished) {
    Alternatives several(found);
    for (auto child : tree_.children(n)) {
      obstacles(child, wished);
      several.end_of_option();
    }
  }

  void items(const Node& n, Tri wished, bool sure) {
    // every wants each item to hold; none wants each not to; any would have been content with one
    const bool want_holding = (n.op != Op::none) == (wished == Tri::yes);
    const Tri wanted = want_holding ? Tri::yes : Tri::no;
    Value list = asking_.value(n.a);
    if (list.list().empty()) return comparison(n, wished == Tri::yes);
    std::optional<Alternatives> several;
    if ((n.op == Op::any) == (wished == Tri::yes)) several.emplace(found);
    const std::size_t at = asking_.depth++;
    std::uint32_t place = 0;
    for (const auto& item : list.list()) {
      bool record = item.kind == base::Kind::record;
      asking_.items[at] = {record ? item.items : nullptr, record ? nullptr : &item, place++};
      const Tri holds = asking_.holds(n.b);
      if (holds == wanted || (holds == Tri::unknown && sure && wished == Tri::no)) continue;
      culprit(n.root, asking_.items[at]);
      obstacles(n.b, wanted);
      if (several) several->end_of_option();
    }
    asking_.depth = at;
  }

  void applications(const Node& n, Tri wished, bool sure) {
    std::array<Value, 8> key;
    auto operands = tree_.children(n);
    bool whole = facts_.applications != nullptr;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      key[i] = asking_.value(operands[i]);
      if (key[i].answered()) continue;
      missing(label(operands[i]));
      whole = false;
    }
    if (!whole) return;
    const bool wants_none = (n.op == Op::no_application) == (wished == Tri::yes);
    if (!wants_none) return found.shortfalls.push_back({"applications", "another application that agrees", ""});
    const std::size_t at = asking_.depth++;
    for (std::uint32_t row : facts_.applications->agreeing(n.key, {key.data(), operands.size()})) {
      asking_.items[at] = {facts_.applications->row(row), nullptr, row};
      const Tri agrees = n.b == nowhere ? Tri::yes : asking_.holds(n.b);
      if (agrees == Tri::no || (sure && agrees == Tri::unknown)) continue;
      culprit(policy::root::other, asking_.items[at]);
      if (agrees == Tri::unknown) obstacles(n.b, Tri::no);
      else found.shortfalls.push_back({"applications", "no such application", std::string(facts_.applications->row(row)[0].str())});
      break;   // the first by submitted_at, then id, stands for all
    }
    asking_.depth = at;
  }

  void uncovered(const Node& n) {
    Value have = asking_.value(n.a), asked = asking_.value(n.b);
    for (const auto& item : asked.list()) {
      bool there = std::ranges::any_of(have.list(), [&](const Value& v) { return policy::same(v, item); });
      if (there) continue;
      std::string words = spoken(item, n.b);
      found.shortfalls.push_back({name(n.a), words, ""});
      missing(words);
    }
  }

  void comparison(const Node& n, bool yes) {
    std::string needed = operation(n, yes);
    Value had = n.a == nowhere ? Value() : asking_.value(n.a);
    if (!had.answered()) missing(label(n.a));
    if (n.b != nowhere && n.op != Op::every && n.op != Op::any && n.op != Op::none && !asking_.value(n.b).answered()) missing(label(n.b));
    found.shortfalls.push_back({name(n.a), needed, spoken(had, n.a)});
  }

  void missing(std::string words) {
    if (!words.empty() && std::ranges::find(found.missing, words) == found.missing.end()) found.missing.push_back(std::move(words));
  }
  void culprit(std::uint16_t root, const Asking::Item& item) {
    for (const auto& c : found.culprits)
      if (c.root == root && c.item.record == item.record && c.item.scalar == item.scalar) return;
    found.culprits.push_back({root, item});
  }

 public:
  // "at most £60,000"; with yes == false what would have been needed for it not to hold: "not at most £60,000".
  std::string operation(const Node& n, bool yes) const {
    std::string words;
    const bool of_items = n.op == Op::every || n.op == Op::any || n.op == Op::none;   // what stands on their right is a condition
    const std::string right = n.b == nowhere || of_items ? std::string() : right_side(n);
    switch (n.op) {
      case Op::answered: return yes ? "an answer" : "no answer";
      case Op::is: return (yes ? "" : "not ") + right;
      case Op::is_not: return (yes ? "not " : "") + right;
      case Op::at_least: words = "at least " + right; break;
      case Op::at_most: words = "at most " + right; break;
      case Op::is_before: words = "before " + right; break;
      case Op::is_after: words = "after " + right; break;
      case Op::is_one_of: words = "one of " + one_of(n.value, n.a, " or "); break;
      case Op::includes: words = "including " + right; break;
      case Op::excludes: words = "without " + right; break;
      case Op::includes_any: words = "one of " + (n.b == nowhere ? one_of(n.value, n.a, " or ") : right); break;
      case Op::covers: words = "all of " + right; break;
      case Op::every: words = "each: " + condition(n.b); break;
      case Op::any: words = "one with " + condition(n.b); break;
      case Op::none: words = "none with " + condition(n.b); break;
      case Op::any_application: words = "an application that agrees"; break;
      case Op::no_application: words = "no other application that agrees"; break;
      default: words = condition(static_cast<std::uint32_t>(&n - tree_.nodes.data()));
    }
    return yes ? words : "not " + words;
  }

  std::string condition(std::uint32_t at) const {
    const Node& n = tree_.nodes[at];
    if (n.op == Op::watched) return condition(n.a);
    if (n.op == Op::all_of || n.op == Op::any_of) {
      std::vector<std::string> parts;
      for (auto child : tree_.children(n)) parts.push_back(condition(child));
      return base::join_and(parts, n.op == Op::all_of ? " and " : " or ");
    }
    if (n.op == Op::not_) return "not (" + condition(tree_.links[n.first]) + ")";
    std::string left = n.a == nowhere ? "applications" : name(n.a);
    return left + " " + operation(n, true);
  }

  std::string name(std::uint32_t at) const {
    if (at == nowhere) return {};
    const Node& n = tree_.nodes[at];
    if (n.op != Op::field) return n.op == Op::sum ? "the sum of " + name(n.a) : n.op == Op::count_distinct ? "the number of different " + of_any_item(n.b) : n.op == Op::constant ? "" : "the number of " + name(n.a);
    const auto* item = asking_.item_of(n);
    return field_name(roots_, n.root, n.field, item && (item->record || item->scalar) ? item->place + 1 : 0, facts_);
  }

 private:
  // "other_pilot.area": of no item in particular.
  std::string of_any_item(std::uint32_t at) const {
    const Node& n = tree_.nodes[at];
    return n.op == Op::field ? field_name(roots_, n.root, n.field, 0, facts_) : name(at);
  }
  std::string right_side(const Node& n) const {
    const Node& b = tree_.nodes[n.b];
    if (b.op == Op::constant) return spoken(b.value, n.a);
    Asking ask = asking_;
    bool bound = b.depth == unbound || ask.items[b.depth].record || ask.items[b.depth].scalar;
    bool in_view = b.op != Op::field || b.depth != unbound || facts_.records[b.root];
    Value v = bound && in_view ? ask.value(n.b) : Value();
    return v.answered() ? spoken(v, n.b) : name(n.b);
  }

  base::Type type_at(std::uint32_t at) const {
    if (at == nowhere || tree_.nodes[at].op != Op::field) return base::Type::text;
    const auto* f = field_of(roots_, tree_.nodes[at].root, tree_.nodes[at].field);
    return !f ? base::Type::text : f->type == base::Type::list ? f->item : f->type;
  }
  std::string spoken(const Value& v, std::uint32_t at) const { return spoken_value(v, type_at(at), facts_); }
  std::string one_of(const Value& list, std::uint32_t at, std::string_view last) const {
    std::vector<std::string> parts;
    for (const auto& v : list.list()) parts.push_back(spoken(v, at));
    return base::join_and(parts, last);
  }
  // What was not answered, in the words of people: of a sum what it adds up, of a number what it counts.
  std::string label(std::uint32_t at) const {
    if (at == nowhere) return {};
    const Node& n = tree_.nodes[at];
    if (n.op == Op::sum || n.op == Op::count_distinct) return label(n.b);
    if (n.op == Op::count || n.op == Op::count_where) return "the number of " + label(n.a);
    if (n.op == Op::count_applications) return "the number of applications";
    const auto* f = n.op == Op::field ? field_of(roots_, n.root, n.field) : nullptr;
    return f ? f->label.empty() ? base::spoken(f->name) : f->label : std::string();
  }

  const Tree& tree_;
  const Roots& roots_;
  const policy::Facts& facts_;
  policy::Work& work_;
  Asking asking_;
  bool kept_ledger_ = true;
};

}  // namespace

Obstacles why_not(const Tree& tree, const Roots& roots, const policy::Facts& facts, policy::Work& work, std::uint32_t node) {
  Walk walk(tree, roots, facts, work);
  walk.obstacles(node, Tri::yes);
  return std::move(walk.found);
}

Obstacles why(const Tree& tree, const Roots& roots, const policy::Facts& facts, policy::Work& work, std::uint32_t node) {
  Walk walk(tree, roots, facts, work);
  walk.obstacles(node, Tri::no);
  return std::move(walk.found);
}

std::string in_words(const Tree& tree, const Roots& roots, const policy::Facts& facts, std::uint32_t node) {
  policy::Work work;
  Walk walk(tree, roots, facts, work);
  return walk.condition(node);
}

}  // namespace remit::rules

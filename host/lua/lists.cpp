// Sentences about the items of a list and about the other applications: `application.partners:every(partner.evidence:
// is_answered())`. Putting the verb around a condition binds the fields of the item in it to that verb.
#include <algorithm>

#include "lua/sentence.hpp"

namespace remit::lua {

using base::Field;
using base::Type;
using rules::nowhere;
using rules::Op;

namespace {

bool binds(Op op) {
  return op == Op::every || op == Op::any || op == Op::none || op == Op::count_where || op == Op::sum || op == Op::count_distinct || op == Op::any_application ||
         op == Op::no_application || op == Op::count_applications;
}

// Copies a condition with the fields of `root` in it bound to the quantifier that is being put around it. Depths count
// from the outside, so what inner quantifiers bound moves one further in. A copy, because an officer may say the same
// condition in two places.
class Binder {
 public:
  Binder(rules::Tree& tree, std::uint16_t root) : tree_(tree), root_(root) {}
  bool found = false;        // a field of the item is asked about
  std::size_t deepest = 0;   // how many quantifiers stand inside each other, this one included

  std::uint32_t bind(std::uint32_t at, std::size_t below = 1) {
    if (at == nowhere) return nowhere;
    rules::Node n = tree_.nodes[at];
    deepest = std::max(deepest, below);
    if (n.op == Op::field) {
      if (n.depth != rules::unbound) {
        ++n.depth;
      } else if (n.root == root_) {
        n.depth = 0;
        found = true;
      }
      return tree_.add(n);
    }
    n.a = bind(n.a, below);
    n.b = bind(n.b, below + binds(n.op));
    if (binds(n.op)) deepest = std::max(deepest, below + 1);
    std::vector<std::uint32_t> children;
    for (std::uint32_t i = 0; i < n.size; ++i) children.push_back(bind(tree_.links[n.first + i], below));
    return tree_.add(n.op, children, n);
  }

 private:
  rules::Tree& tree_;
  std::uint16_t root_;
};

bool too_deep(const Sentence& s, const Binder& binder) {
  if (binder.deepest <= rules::most_nested) return false;
  s.mistake("TOO_DEEP", "sentences about lists stand at most " + std::to_string(rules::most_nested) + " inside each other");
  return true;
}

bool is_unbound(const rules::Tree& tree, std::uint32_t at, std::uint16_t root) {
  return at != nowhere && tree.nodes[at].op == Op::field && tree.nodes[at].root == root && tree.nodes[at].depth == rules::unbound;
}

// Whether the tree at `at` names a field of `root` that nothing binds yet.
bool names(const rules::Tree& tree, std::uint32_t at, std::uint16_t root) {
  if (at == nowhere) return false;
  const rules::Node& n = tree.nodes[at];
  if (n.op == Op::field) return n.root == root && n.depth == rules::unbound;
  if (names(tree, n.a, root) || names(tree, n.b, root)) return true;
  return std::ranges::any_of(tree.children(n), [&](auto child) { return names(tree, child, root); });
}

// What a sentence about other applications says, taken apart: the `is` conjuncts on fields that every application has become
// the key of an index, the rest is asked of the few that agree.
struct Search {
  struct Key {
    std::uint16_t field;
    std::uint32_t operand;
  };
  std::vector<Key> keys;
  std::vector<std::uint32_t> rest;
  const Field* may_be_absent = nullptr;   // a field that would be a key if every application had it

  Search(const rules::Tree& tree, const base::RecordType& type, std::uint32_t condition) {
    constexpr std::size_t most_keys = 8;
    std::vector<std::uint32_t> conjuncts{condition};
    if (tree.nodes[condition].op == Op::all_of) {
      auto c = tree.children(tree.nodes[condition]);
      conjuncts.assign(c.begin(), c.end());
    }
    constexpr std::uint16_t other = policy::root::other;
    for (auto c : conjuncts) {
      rules::Node n = tree.nodes[c];
      if (n.op == Op::is && !is_unbound(tree, n.a, other) && is_unbound(tree, n.b, other)) std::swap(n.a, n.b);
      bool key = n.op == Op::is && is_unbound(tree, n.a, other) && !names(tree, n.b, other) && keys.size() < most_keys;
      const std::uint16_t field = key ? tree.nodes[n.a].field : std::uint16_t{0};
      if (key && !type.fields[field].required && !type.fields[field].fallback.answered()) {
        may_be_absent = &type.fields[field];
        key = false;
      }
      if (key && std::ranges::find(keys, field, &Key::field) == keys.end()) keys.push_back({field, n.b});
      else rest.push_back(c);
    }
    std::ranges::sort(keys, {}, &Key::field);
  }
};

int over_applications(const Sentence& s, std::uint32_t condition, Op op) {
  auto& tree = s.loading.loaded.tree;
  auto& pack = s.loading.pack;
  if (pack.procedure == "each/1") return s.mistake("WRONG_PROCEDURE", "in a pack with `procedure = \"each/1\"` every application is decided by itself; there are no other `applications`");
  const Search search(tree, *pack.roots[policy::root::other].type, condition);
  if (search.keys.empty())
    return s.mistake("NO_INDEX", "a sentence about other applications says on what they agree, so that a large round can be searched: `other.applicant:is(application.applicant)`" +
                                     (search.may_be_absent ? "; `other." + search.may_be_absent->path + "` may be left out, so it does not do alone" : std::string()));
  std::vector<std::uint16_t> fields;
  std::vector<std::uint32_t> operands;
  for (const auto& k : search.keys) {
    fields.push_back(k.field);
    operands.push_back(k.operand);
  }
  const auto& rest = search.rest;
  rules::Node n{};
  n.root = policy::root::other;
  n.b = rest.empty() ? nowhere : rest.size() == 1 ? rest[0] : tree.add(Op::all_of, rest);
  Binder binder(tree, policy::root::other);
  n.b = binder.bind(n.b);
  if (too_deep(s, binder)) return 1;
  auto at = std::ranges::find(pack.application_keys, fields);
  n.key = static_cast<std::uint16_t>(at - pack.application_keys.begin());
  if (at == pack.application_keys.end()) pack.application_keys.push_back(fields);
  const std::uint32_t made = tree.add(op, operands, n);
  return op == Op::count_applications ? s.number(made, Type::count) : push_condition(s.loading, made);
}

// The root that names an item of the list on the left, or -1 after reporting.
int item_root(const Sentence& s) {
  const Field* field = s.loading.field_of(s.left);
  if (!field || field->type != Type::list || field->item != Type::record) {
    s.mistake("WRONG_VERB", "`" + s.name + "` is no list of records, and `:" + s.named.name + "` asks about the records of one" +
                                (field && field->type == Type::list ? "; write `:includes(...)` or `:covers(...)`" : ""));
    return -1;
  }
  const bool of_all = s.left.root == policy::root::records;   // `records.bodies`: an item is another body than the one at hand
  auto at = s.loading.root_of.find((of_all ? "other_" : "") + field->item_type->name);
  if (at != s.loading.root_of.end()) return at->second;
  s.mistake("WRONG_VERB", "the items of `" + s.name + "` have no name that a sentence could use");
  return -1;
}

// The condition at argument 2 about the items that `root` names, bound; nowhere after reporting.
std::uint32_t about_items(const Sentence& s, std::uint16_t root) {
  Binder binder(s.loading.loaded.tree, root);
  const std::uint32_t bound = binder.bind(s.loading.handle_at(2)->node);
  const auto& item = s.loading.pack.roots[root];
  if (!binder.found) {
    s.mistake("NOTHING_ASKED", "nothing is asked of an item of `" + s.name + "`: name a field of it" +
                                   (item.type->fields.empty() ? std::string() : ", like `" + item.name + "." + item.type->fields[0].name + "`"));
    return nowhere;
  }
  return too_deep(s, binder) ? nowhere : bound;
}

bool has_condition(const Sentence& s) {
  const Handle* h = s.arguments() == 1 ? s.loading.handle_at(2) : nullptr;
  return h && h->kind == Handle::Kind::condition;
}

// `:sum(item.field)`, `:count_distinct(item.field)`, and of which items, where a condition follows.
int say_sum(const Sentence& s) {
  const bool sum = s.named.verb == Verb::sum;
  const Handle* argument = s.arguments() >= 1 && s.arguments() <= 2 ? s.loading.handle_at(2) : nullptr;
  const Handle* which = s.arguments() == 2 ? s.loading.handle_at(3) : nullptr;
  const int root = item_root(s);
  if (root < 0) return 1;
  const Field* f = argument ? s.loading.field_of(*argument) : nullptr;
  if (sum && (!f || argument->root != root || (f->type != Type::money && !is_number(f->type))))
    return s.mistake("WRONG_ARGUMENTS", "say which amount or number of an item is added up: `application.elements:sum(element.cost)`");
  if (!f || argument->root != root || f->type == Type::list || f->type == Type::record)
    return s.mistake("WRONG_ARGUMENTS", "say of which field of an item the different values are counted: `" + s.name + ":count_distinct(" + s.loading.pack.roots[static_cast<std::size_t>(root)].name + "....)`");
  if (s.arguments() == 2 && (!which || which->kind != Handle::Kind::condition))
    return s.mistake("WRONG_ARGUMENTS", std::string("what follows the field in `") + s.named.form + "` is a condition: of which items");
  auto& tree = s.loading.loaded.tree;
  rules::Node n{};
  n.op = op_of(s.named.verb);
  n.root = static_cast<std::uint16_t>(root);
  n.a = s.loading.node_of(s.left);
  n.b = Binder(tree, n.root).bind(s.loading.node_of(*argument));
  std::vector<std::uint32_t> condition;
  if (which) {
    Binder binder(tree, n.root);
    condition.push_back(binder.bind(which->node));
    if (too_deep(s, binder)) return 1;
  }
  if (sum) n.value = base::Value::of(f->type == Type::money ? base::Kind::money : base::Kind::count, 0);
  return s.number(tree.add(n.op, condition, n), sum ? f->type : Type::count);
}

bool is_applications(const Sentence& s) { return s.left.kind == Handle::Kind::root && s.left.root == policy::root::other; }

}  // namespace

int say_of_items(const Sentence& s) {
  if (!has_condition(s)) return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one condition; join several with `all_of { }`");
  if (is_applications(s)) {
    if (s.named.verb == Verb::every) return s.mistake("WRONG_VERB", "`applications` can be asked `:any(...)`, `:none(...)` and `:count(...)`");
    return over_applications(s, s.loading.handle_at(2)->node, s.named.verb == Verb::any ? Op::any_application : Op::no_application);
  }
  const int root = item_root(s);
  if (root < 0) return 1;
  rules::Node n{};
  n.op = op_of(s.named.verb);
  n.root = static_cast<std::uint16_t>(root);
  n.b = about_items(s, n.root);
  if (n.b == nowhere) return 1;
  n.a = s.loading.node_of(s.left);
  return s.condition(n);
}

int say_number(const Sentence& s) {
  if (s.named.verb == Verb::sum || s.named.verb == Verb::count_distinct) return say_sum(s);
  if (is_applications(s)) {
    if (!has_condition(s)) return s.mistake("WRONG_ARGUMENTS", "say which applications: `applications:count(other.stream:is(application.stream))`");
    return over_applications(s, s.loading.handle_at(2)->node, Op::count_applications);
  }
  if (s.left_type() != Type::list) return s.mistake("WRONG_VERB", "`" + s.name + "` is no list; there is nothing to count");
  rules::Node n{};
  n.op = Op::count;
  if (s.arguments() > 0) {
    if (!has_condition(s)) return s.mistake("WRONG_ARGUMENTS", "`:count()` counts all, and `:count(condition)` those of which the condition holds; for how many there must be write `:count():at_least(2)`");
    const int root = item_root(s);
    if (root < 0) return 1;
    n.op = Op::count_where;
    n.root = static_cast<std::uint16_t>(root);
    n.b = about_items(s, n.root);
    if (n.b == nowhere) return 1;
  }
  n.a = s.loading.node_of(s.left);
  return s.number(s.loading.loaded.tree.add(n), Type::count);
}

}  // namespace remit::lua

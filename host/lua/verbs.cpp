// The verbs: what a sentence may say of a handle. Each checks what it was given against the field's type, so that a
// misspelt value or a comparison of unlike things is found while the pack loads and never while a round is decided.
#include <lua.hpp>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "lua/loading.hpp"

namespace remit::lua {

using base::Field;
using base::Type;
using rules::Node;
using rules::Op;
using rules::nowhere;

namespace {

enum class Verb { is, is_not, is_one_of, is_answered, at_least, at_most, is_before, is_after, includes, includes_any,
                  excludes, covers, every, any, none, count, sum };
struct Named {
  const char* name;
  Verb verb;
  const char* form;   // as it is said, for messages
};
// The one table of verbs. They are reserved: no field may bear one of these names.
constexpr std::array<Named, 17> verbs{{
    {"is", Verb::is, ":is(value)"},
    {"is_not", Verb::is_not, ":is_not(value)"},
    {"is_one_of", Verb::is_one_of, ":is_one_of(value, value, ...)"},
    {"is_answered", Verb::is_answered, ":is_answered()"},
    {"at_least", Verb::at_least, ":at_least(value)"},
    {"at_most", Verb::at_most, ":at_most(value)"},
    {"is_before", Verb::is_before, ":is_before(date)"},
    {"is_after", Verb::is_after, ":is_after(date)"},
    {"includes", Verb::includes, ":includes(value)"},
    {"includes_any", Verb::includes_any, ":includes_any(value, value, ...)"},
    {"excludes", Verb::excludes, ":excludes(value)"},
    {"covers", Verb::covers, ":covers(list)"},
    {"every", Verb::every, ":every(condition)"},
    {"any", Verb::any, ":any(condition)"},
    {"none", Verb::none, ":none(condition)"},
    {"count", Verb::count, ":count()"},
    {"sum", Verb::sum, ":sum(item.field)"},
}};

Op op_of(Verb v) {
  switch (v) {
    case Verb::is: return Op::is;
    case Verb::is_not: return Op::is_not;
    case Verb::at_least: return Op::at_least;
    case Verb::at_most: return Op::at_most;
    case Verb::is_before: return Op::is_before;
    case Verb::is_after: return Op::is_after;
    case Verb::is_one_of: return Op::is_one_of;
    case Verb::includes: return Op::includes;
    case Verb::includes_any: return Op::includes_any;
    case Verb::excludes: return Op::excludes;
    case Verb::covers: return Op::covers;
    case Verb::every: return Op::every;
    case Verb::any: return Op::any;
    case Verb::none: return Op::none;
    case Verb::count: return Op::count;
    case Verb::sum: return Op::sum;
    case Verb::is_answered: break;
  }
  return Op::answered;
}

bool is_time(Type t) { return t == Type::date || t == Type::moment; }
bool is_number(Type t) { return t == Type::count || t == Type::number; }
bool is_text(Type t) { return t == Type::text || t == Type::one_of || t == Type::organisation || t == Type::answer; }
bool comparable(Type a, Type b) {
  return a == b || (is_time(a) && is_time(b)) || (is_number(a) && is_number(b)) || (is_text(a) && is_text(b));
}

std::string kind_in_words(Type t) {
  switch (t) {
    case Type::text: return "a text";
    case Type::yes_no: return "yes or no";
    case Type::count: return "a whole number";
    case Type::number: return "a number";
    case Type::money: return "an amount of money";
    case Type::date: return "a date";
    case Type::moment: return "a date and time";
    case Type::organisation: return "an organisation";
    case Type::one_of: return "one of some words";
    case Type::answer: return "an answer";
    case Type::list: return "a list";
    case Type::record: return "a group of fields";
  }
  return "something else";
}

int condition(Loading& loading, std::uint32_t node) {
  Handle h;
  h.kind = Handle::Kind::condition;
  h.node = node;
  loading.push(h);
  return 1;
}

// After a mistake was reported: a condition that says nothing, so that loading can go on to the next mistake.
int empty_condition(Loading& loading) {
  Node n{};
  return condition(loading, loading.loaded.tree.add(Op::all_of, {}, n));
}

struct Sentence {
  Loading& loading;
  lua_State* L;
  const Named& named;
  Handle left;
  std::string name;     // of the left side

  int mistake(std::string code, std::string message, std::string_view near = {}) const {
    loading.problem(std::move(code), std::move(message), near.empty() ? std::string_view(named.name) : near);
    return empty_condition(loading);
  }
  Type left_type() const {
    if (left.kind == Handle::Kind::number) return left.type;
    const Field* f = loading.field_of(left);
    return f ? f->type : Type::record;
  }
  bool broken() const { return left.kind == Handle::Kind::field && left.field < 0; }

  // What stands at argument `index`, as a node to compare a value of `type` with; nowhere after reporting.
  std::uint32_t operand(int index, Type type, const Field* field) const {
    if (const Handle* right = loading.handle_at(index)) {
      if (right->kind == Handle::Kind::field && right->field < 0) return nowhere;
      if (right->kind == Handle::Kind::condition || right->kind == Handle::Kind::root) {
        mistake_only("WRONG_TYPE", "`" + name + "` is compared with a value or a field, and this is neither");
        return nowhere;
      }
      const Field* f = loading.field_of(*right);
      Type t = right->kind == Handle::Kind::number ? right->type : f->type;
      if (!comparable(type, t)) {
        mistake_only("WRONG_TYPE", "`" + name + "` is " + kind_in_words(type) + " and `" + loading.name_of(*right) + "` is " + kind_in_words(t) + "; they cannot be compared");
        return nowhere;
      }
      return loading.node_of(*right);
    }
    Field any;
    base::Value v = constant_for(loading, index, field ? *field : any, type, name);
    if (!v.answered()) return nowhere;
    Node n{};
    n.op = Op::constant;
    n.value = v;
    return loading.loaded.tree.add(n);
  }
  void mistake_only(std::string code, std::string message) const { loading.problem(std::move(code), std::move(message), named.name); }

  int two(Node n, std::uint32_t a, std::uint32_t b) const {
    if (a == nowhere || b == nowhere) return empty_condition(loading);
    n.op = op_of(named.verb);
    n.a = a;
    n.b = b;
    return condition(loading, loading.loaded.tree.add(n));
  }
};

int compare(const Sentence& s) {
  Type type = s.left_type();
  const Field* field = s.loading.field_of(s.left);
  if (type == Type::list) return s.mistake("WRONG_VERB", "`" + s.name + "` is a list: write `:includes(...)`, `:covers(...)`, `:every(...)` or `:count()`");
  if (type == Type::record) return s.mistake("WRONG_VERB", "`" + s.name + "` is a group of fields: name one of them, or write `:is_answered()`");
  const bool order = s.named.verb == Verb::at_least || s.named.verb == Verb::at_most;
  const bool times = s.named.verb == Verb::is_before || s.named.verb == Verb::is_after;
  if (times && !is_time(type)) return s.mistake("WRONG_VERB", "`" + s.name + "` is " + kind_in_words(type) + ", not a date; write `:at_least(...)` or `:at_most(...)`");
  if (order && !is_number(type) && type != Type::money && !is_time(type))
    return s.mistake("WRONG_VERB", "`" + s.name + "` is " + kind_in_words(type) + "; `:" + s.named.name + "` compares numbers, money and dates");
  if (lua_gettop(s.L) != 2)
    return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one value" + (s.named.verb == Verb::is && lua_gettop(s.L) > 2 ? "; for several write `:is_one_of(...)`" : ""));
  std::uint32_t b = s.operand(2, type, field);
  return s.two({}, s.loading.node_of(s.left), b);
}

int one_of(const Sentence& s) {
  Type type = s.left_type();
  const bool list = s.named.verb == Verb::includes_any;
  const Field* field = s.loading.field_of(s.left);
  if (list != (type == Type::list))
    return s.mistake("WRONG_VERB", list ? "`" + s.name + "` is no list; write `:is_one_of(...)`" : "`" + s.name + "` is a list; write `:includes_any(...)`");
  if (list && field->item == Type::record) return s.mistake("WRONG_VERB", "`" + s.name + "` is a list of records; write `:any(condition)`");
  Type item = list ? field->item : type;
  const int top = lua_gettop(s.L);
  if (top < 2) return s.mistake("WRONG_ARGUMENTS", std::string("write the values: `") + s.named.form + "`");
  Node n{};
  n.op = op_of(s.named.verb);
  n.a = s.loading.node_of(s.left);
  const Handle* right = s.loading.handle_at(2);
  if (right) {
    const Field* f = s.loading.field_of(*right);
    if (!list || top > 2 || !f || f->type != Type::list || !comparable(item, f->item))
      return s.mistake("WRONG_TYPE", "`:" + std::string(s.named.name) + "` takes values" + (list ? ", or one list of the same kind" : "; with a field write `:is(...)`"));
    n.b = s.loading.node_of(*right);
    return condition(s.loading, s.loading.loaded.tree.add(n));
  }
  std::vector<base::Value> values;
  for (int i = 2; i <= top; ++i) {
    base::Value v = constant_for(s.loading, i, *field, item, s.name);
    if (!v.answered()) return empty_condition(s.loading);
    values.push_back(v);
  }
  n.value = base::Value::of_items(base::Kind::list, s.loading.loaded.tree.arena.copy(std::span<const base::Value>(values)));
  return condition(s.loading, s.loading.loaded.tree.add(n));
}

int in_list(const Sentence& s) {
  const Field* field = s.loading.field_of(s.left);
  if (s.left_type() != Type::list) return s.mistake("WRONG_VERB", "`" + s.name + "` is no list; write `:is(...)` or `:is_one_of(...)`");
  if (field->item == Type::record && s.named.verb != Verb::covers) return s.mistake("WRONG_VERB", "`" + s.name + "` is a list of records; write `:any(condition)`");
  if (s.named.verb == Verb::covers) {
    const Handle* right = s.loading.handle_at(2);
    const Field* f = right ? s.loading.field_of(*right) : nullptr;
    if (right && right->kind == Handle::Kind::field && right->field < 0) return empty_condition(s.loading);
    if (!f || f->type != Type::list || !comparable(field->item, f->item))
      return s.mistake("WRONG_TYPE", "`:covers(...)` takes a list of the same kind: `application.outcomes:covers(stream.outcomes)`");
    return s.two({}, s.loading.node_of(s.left), s.loading.node_of(*right));
  }
  if (lua_gettop(s.L) != 2) return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one value; for several write `:includes_any(...)`");
  return s.two({}, s.loading.node_of(s.left), s.operand(2, field->item, field));
}

// Copies a condition with the fields of `root` in it bound to the quantifier that is being put around it. Depths count
// from the outside, so what inner quantifiers bound moves one further in. A copy, because an officer may say the same
// condition in two places.
class Binder {
 public:
  Binder(rules::Tree& tree, std::uint16_t root) : tree_(tree), root_(root) {}
  bool found = false;
  std::size_t deepest = 0;

  std::uint32_t bind(std::uint32_t at, std::size_t below = 1) {
    if (at == nowhere) return nowhere;
    Node n = tree_.nodes[at];
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
    const bool quantifier = n.op == Op::every || n.op == Op::any || n.op == Op::none || n.op == Op::count_where || n.op == Op::sum ||
                            n.op == Op::any_application || n.op == Op::no_application || n.op == Op::count_applications;
    n.a = bind(n.a, below);
    n.b = bind(n.b, below + quantifier);
    std::vector<std::uint32_t> children;
    for (std::uint32_t i = 0; i < n.size; ++i) children.push_back(bind(tree_.links[n.first + i], below));
    return tree_.add(n.op, children, n);
  }

 private:
  rules::Tree& tree_;
  std::uint16_t root_;
};

// Whether the tree at `at` names a field of `root` that nothing binds yet.
bool names(const rules::Tree& tree, std::uint32_t at, std::uint16_t root) {
  if (at == nowhere) return false;
  const Node& n = tree.nodes[at];
  if (n.op == Op::field) return n.root == root && n.depth == rules::unbound;
  if (names(tree, n.a, root) || names(tree, n.b, root)) return true;
  return std::ranges::any_of(tree.children(n), [&](auto child) { return names(tree, child, root); });
}

// applications:none(all_of { other.x:is(y), ... }): the `is` conjuncts on fields that every application has become the key of an
// index, the rest is asked of the few that agree.
int over_applications(const Sentence& s, std::uint32_t cond, Op op) {
  auto& tree = s.loading.loaded.tree;
  std::vector<std::uint32_t> conjuncts;
  if (tree.nodes[cond].op == Op::all_of) {
    auto c = tree.children(tree.nodes[cond]);
    conjuncts.assign(c.begin(), c.end());
  } else {
    conjuncts.push_back(cond);
  }
  const base::RecordType& type = *s.loading.pack.roots[policy::root::other].type;
  struct Key {
    std::uint16_t field;
    std::uint32_t operand;
  };
  std::vector<Key> keys;
  std::vector<std::uint32_t> rest;
  for (auto c : conjuncts) {
    Node n = tree.nodes[c];
    auto other_field = [&](std::uint32_t at) {
      return at != nowhere && tree.nodes[at].op == Op::field && tree.nodes[at].root == policy::root::other && tree.nodes[at].depth == rules::unbound;
    };
    if (n.op == Op::is && !other_field(n.a) && other_field(n.b)) std::swap(n.a, n.b);
    const bool key = n.op == Op::is && other_field(n.a) && !names(tree, n.b, policy::root::other) &&
                     (type.fields[tree.nodes[n.a].field].required || type.fields[tree.nodes[n.a].field].fallback.answered()) && keys.size() < 8;
    if (key && std::ranges::none_of(keys, [&](const Key& k) { return k.field == tree.nodes[n.a].field; }))
      keys.push_back({tree.nodes[n.a].field, n.b});
    else
      rest.push_back(c);
  }
  if (keys.empty())
    return s.mistake("NO_INDEX", "a sentence about other applications must say on what they agree, so that a round of many can be searched: "
                                 "`other.applicant:is(application.applicant)`");
  std::ranges::sort(keys, {}, &Key::field);
  std::vector<std::uint16_t> fields;
  std::vector<std::uint32_t> operands;
  for (const auto& k : keys) {
    fields.push_back(k.field);
    operands.push_back(k.operand);
  }
  auto& known = s.loading.pack.application_keys;
  auto at = std::ranges::find(known, fields);
  Node n{};
  n.key = static_cast<std::uint16_t>(at - known.begin());
  if (at == known.end()) known.push_back(fields);
  n.root = policy::root::other;
  n.b = rest.empty() ? nowhere : rest.size() == 1 ? rest[0] : tree.add(Op::all_of, rest);
  Binder binder(tree, policy::root::other);
  n.b = binder.bind(n.b);
  if (binder.deepest >= rules::most_nested) return s.mistake("TOO_DEEP", "sentences about lists stand at most " + std::to_string(rules::most_nested) + " inside each other");
  std::uint32_t made = tree.add(op, operands, n);
  if (op != Op::count_applications) return condition(s.loading, made);
  Handle h;
  h.kind = Handle::Kind::number;
  h.node = made;
  s.loading.push(h);
  return 1;
}

// The root that names an item of the list on the left, or -1 after reporting.
int item_root(const Sentence& s) {
  const Field* field = s.loading.field_of(s.left);
  if (!field || field->type != Type::list || field->item != Type::record) {
    s.mistake_only("WRONG_VERB", "`" + s.name + "` is no list of records; `:" + s.named.name + "` needs one" +
                                     (field && field->type == Type::list ? " (write `:includes(...)` or `:covers(...)`)" : ""));
    return -1;
  }
  auto at = s.loading.root_of.find(field->item_type->name);
  return at == s.loading.root_of.end() ? -1 : at->second;
}

int quantifier(const Sentence& s) {
  const bool applications = s.left.kind == Handle::Kind::root && s.left.root == policy::root::other;
  const Handle* cond = s.loading.handle_at(2);
  if (lua_gettop(s.L) != 2 || !cond || cond->kind != Handle::Kind::condition)
    return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one condition; join several with `all_of { }`");
  if (applications) return over_applications(s, cond->node, s.named.verb == Verb::any ? Op::any_application : Op::no_application);
  int root = item_root(s);
  if (root < 0) return empty_condition(s.loading);
  Binder binder(s.loading.loaded.tree, static_cast<std::uint16_t>(root));
  const std::uint32_t bound = binder.bind(cond->node);
  if (!binder.found)
    return s.mistake("NOTHING_ASKED", "nothing is asked of an item: name a field of it, like `" + s.loading.pack.roots[static_cast<std::size_t>(root)].name + "." +
                                          s.loading.pack.roots[static_cast<std::size_t>(root)].type->fields[0].name + "`");
  if (binder.deepest >= rules::most_nested) return s.mistake("TOO_DEEP", "sentences about lists stand at most " + std::to_string(rules::most_nested) + " inside each other");
  Node n{};
  n.op = op_of(s.named.verb);
  n.root = static_cast<std::uint16_t>(root);
  n.a = s.loading.node_of(s.left);
  n.b = bound;
  return condition(s.loading, s.loading.loaded.tree.add(n));
}

int counting(const Sentence& s) {
  const bool applications = s.left.kind == Handle::Kind::root && s.left.root == policy::root::other;
  const Handle* argument = lua_gettop(s.L) > 1 ? s.loading.handle_at(2) : nullptr;
  Handle h;
  h.kind = Handle::Kind::number;
  Node n{};
  if (s.named.verb == Verb::count) {
    if (applications && (!argument || argument->kind != Handle::Kind::condition))
      return s.mistake("WRONG_ARGUMENTS", "say which applications: `applications:count(other.stream:is(application.stream))`");
    if (applications) return over_applications(s, argument->node, Op::count_applications);
    if (s.left_type() != Type::list) return s.mistake("WRONG_VERB", "`" + s.name + "` is no list; there is nothing to count");
    n.op = argument ? Op::count_where : Op::count;
    n.a = s.loading.node_of(s.left);
    if (argument) {
      int root = item_root(s);
      if (root < 0 || argument->kind != Handle::Kind::condition) return empty_condition(s.loading);
      n.root = static_cast<std::uint16_t>(root);
      n.b = Binder(s.loading.loaded.tree, n.root).bind(argument->node);
    }
  } else {
    int root = s.left_type() == Type::list ? item_root(s) : -1;
    const Field* f = argument ? s.loading.field_of(*argument) : nullptr;
    if (root < 0 || !f || argument->root != root || (f->type != Type::money && !is_number(f->type)))
      return s.mistake("WRONG_ARGUMENTS", "say what is added up: `application.elements:sum(element.cost)`");
    h.type = f->type;
    n.op = Op::sum;
    n.root = static_cast<std::uint16_t>(root);
    n.a = s.loading.node_of(s.left);
    n.b = Binder(s.loading.loaded.tree, n.root).bind(s.loading.node_of(*argument));
    n.value = base::Value::of(f->type == Type::money ? base::Kind::money : base::Kind::count, 0);
  }
  h.node = s.loading.loaded.tree.add(n);
  s.loading.push(h);
  return 1;
}

int answered(const Sentence& s) {
  if (s.left.kind == Handle::Kind::root) return s.mistake("WRONG_VERB", "`" + s.name + "` is a whole record; ask about one of its fields");
  Node n{};
  n.op = Op::answered;
  n.a = s.loading.node_of(s.left);
  return condition(s.loading, s.loading.loaded.tree.add(n));
}

int say(lua_State* L) {
  Loading& loading = loading_of(L);
  const Named& named = verbs[static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(1)))];
  const Handle* self = lua_gettop(L) > 0 ? loading.handle_at(1) : nullptr;
  if (!self) {
    loading.problem("WRONG_ARGUMENTS", std::string("write a colon before the verb: `application.title:") + named.name + "(...)`", named.name);
    return empty_condition(loading);
  }
  Sentence s{loading, L, named, *self, loading.name_of(*self)};
  if (s.broken()) return empty_condition(loading);
  if (self->kind == Handle::Kind::condition)
    return s.mistake("WRONG_VERB", std::string("`:") + named.name + "` follows a field, not a condition; join conditions with `all_of { }` or `any_of { }`");
  const bool applications = self->kind == Handle::Kind::root && self->root == policy::root::other;
  if (self->kind == Handle::Kind::root && !applications) return s.mistake("WRONG_VERB", "`" + s.name + "` is a whole record; ask about one of its fields");
  switch (named.verb) {
    case Verb::is_answered: return answered(s);
    case Verb::is_one_of:
    case Verb::includes_any: return one_of(s);
    case Verb::includes:
    case Verb::excludes:
    case Verb::covers: return in_list(s);
    case Verb::every:
      if (applications) return s.mistake("WRONG_VERB", "`applications` can be asked `:any`, `:none` and `:count`");
      return quantifier(s);
    case Verb::any:
    case Verb::none: return quantifier(s);
    case Verb::count:
    case Verb::sum: return counting(s);
    default: return compare(s);
  }
}

// all_of { ... }, any_of { ... }, not_ { ... } or not_(condition)
int join(lua_State* L) {
  Loading& loading = loading_of(L);
  const Op op = static_cast<Op>(lua_tointeger(L, lua_upvalueindex(1)));
  const char* name = op == Op::all_of ? "all_of" : op == Op::any_of ? "any_of" : "not_";
  std::vector<std::uint32_t> children;
  if (lua_gettop(L) == 1 && lua_istable(L, 1)) {
    lua_pushnil(L);
    std::size_t others = 0;
    while (lua_next(L, 1)) {
      others += !lua_isinteger(L, -2);
      lua_pop(L, 1);
    }
    if (others) loading.problem("WRONG_ARGUMENTS", std::string("`") + name + " { }` lists conditions; it has no names with `=`", name);
    const auto size = static_cast<lua_Integer>(lua_rawlen(L, 1));
    for (lua_Integer i = 1; i <= size; ++i) {
      lua_rawgeti(L, 1, i);
      const Handle* h = loading.handle_at(-1);
      if (h && h->kind == Handle::Kind::condition) {
        children.push_back(h->node);
      } else if (!(h && h->kind == Handle::Kind::field && h->field < 0)) {
        std::string what = h ? "`" + loading.name_of(*h) + "` has no verb: what is asked of it? `" + loading.name_of(*h) + ":is_answered()`"
                             : "number " + std::to_string(i) + " in `" + name + " { }` is no condition";
        loading.problem("NO_CONDITION", what, name);
      }
      lua_pop(L, 1);
    }
  } else if (lua_gettop(L) == 1 && loading.handle_at(1) && loading.handle_at(1)->kind == Handle::Kind::condition) {
    children.push_back(loading.handle_at(1)->node);
  } else {
    loading.problem("WRONG_ARGUMENTS", std::string("write the conditions in braces: `") + name + " { condition, condition }`", name);
    return empty_condition(loading);
  }
  if (children.empty()) {
    loading.problem("NO_CONDITION", std::string("`") + name + " { }` holds no condition", name);
    return empty_condition(loading);
  }
  if (op == Op::not_ && children.size() != 1) loading.problem("WRONG_ARGUMENTS", "`not_ { }` takes one condition; join several with `all_of { }` or `any_of { }` inside it", name);
  if (op == Op::not_) children.resize(1);
  return condition(loading, loading.loaded.tree.add(op, children));
}

}  // namespace

const std::vector<std::string>& verb_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& v : verbs) all.emplace_back(v.name);
    return all;
  }();
  return names;
}

int push_verb(lua_State* L, std::string_view name) {
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (name != verbs[i].name) continue;
    lua_pushinteger(L, static_cast<lua_Integer>(i));
    lua_pushcclosure(L, guarded<say>, 1);
    return 1;
  }
  return 0;
}

void define_joiners(Loading& loading) {
  for (auto [name, op] : {std::pair{"all_of", Op::all_of}, {"any_of", Op::any_of}, {"not_", Op::not_}}) {
    lua_pushinteger(loading.L(), static_cast<lua_Integer>(op));
    lua_pushcclosure(loading.L(), guarded<join>, 1);
    loading.sandbox.define(name);
  }
}

}  // namespace remit::lua

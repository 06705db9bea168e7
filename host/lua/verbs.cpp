// The verbs: what a sentence may say of a handle. Each checks what it was given against the field's type, so that a
// misspelt value or a comparison of unlike things is found while the pack loads and never while a round is decided.
#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "lua/sentence.hpp"

namespace remit::lua {

using base::Field;
using base::Type;
using rules::nowhere;
using rules::Op;

namespace {

// The one table of verbs. They are reserved: no field may bear one of these names.
constexpr std::array<NamedVerb, 18> verbs{{
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
    {"count_distinct", Verb::count_distinct, ":count_distinct(item.field)"},
    {"sum", Verb::sum, ":sum(item.field)"},
}};

bool is_time(Type t) { return t == Type::date || t == Type::moment; }
bool is_text(Type t) { return t == Type::text || t == Type::one_of || t == Type::organisation || t == Type::answer; }

int two(const Sentence& s, std::uint32_t a, std::uint32_t b) {
  if (a == nowhere || b == nowhere) return s.loading.push_broken();
  rules::Node n{};
  n.op = op_of(s.named.verb);
  n.a = a;
  n.b = b;
  return s.condition(n);
}

// A day is no moment: "is 31 March" would be untrue of 31 March at noon.
bool day_for_moment(const Sentence& s, Type type, const base::Value& v) {
  if (type != Type::moment || v.kind != base::Kind::date) return false;
  s.mistake("WRONG_TYPE", "`" + s.name + "` may have a time beside the day; for a whole day write `all_of { " + s.name + ":at_least \"...\", " + s.name + ":at_most \"...\" }`");
  return true;
}

int compare(const Sentence& s) {
  const Type type = s.left_type();
  const Verb verb = s.named.verb;
  const std::string kind = "`" + s.name + "` is " + kind_in_words(type);
  if (type == Type::list) return s.mistake("WRONG_VERB", kind + ": write `:includes(...)`, `:covers(...)`, `:every(...)` or `:count()`");
  if (type == Type::record) return s.mistake("WRONG_VERB", kind + ": name one of them, or write `:is_answered()`");
  const bool order = verb == Verb::at_least || verb == Verb::at_most, times = verb == Verb::is_before || verb == Verb::is_after;
  const bool counts = is_number(type) || type == Type::money;
  if (times && !is_time(type)) return s.mistake("WRONG_VERB", kind + ", not a date; write " + (counts ? "`:at_least(...)` or `:at_most(...)`" : "`:is(...)`"));
  if (order && !counts && !is_time(type)) return s.mistake("WRONG_VERB", kind + "; `:" + s.named.name + "` compares numbers, money and dates");
  if (s.arguments() != 1)
    return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one value" + (verb == Verb::is && s.arguments() > 1 ? "; for several write `:is_one_of(...)`" : ""));
  const std::uint32_t b = s.operand(2, type, s.loading.field_of(s.left));
  if (b != nowhere && (verb == Verb::is || verb == Verb::is_not) && s.loading.loaded.tree.nodes[b].op == Op::constant &&
      day_for_moment(s, type, s.loading.loaded.tree.nodes[b].value))
    return 1;
  return two(s, s.loading.node_of(s.left), b);
}

// The values at arguments 2 and on; false after reporting.
bool constants(const Sentence& s, Type type, const Field& field, std::vector<base::Value>& out) {
  for (int i = 2; i <= lua_gettop(s.L); ++i) {
    if (lua_istable(s.L, i)) {
      s.mistake("WRONG_ARGUMENTS", std::string("write the values one after the other, without braces: `") + s.named.form + "`");
      return false;
    }
    if (s.loading.handle_at(i)) {
      s.mistake("WRONG_TYPE", "`:" + std::string(s.named.name) + "` takes values that stand here, not fields; join `:is(...)` with `any_of { }`");
      return false;
    }
    const base::Value v = constant_for(s.loading, i, field, type, s.name);
    if (!v.answered() || day_for_moment(s, type, v)) return false;
    out.push_back(v);
  }
  return true;
}

int one_of(const Sentence& s) {
  const Type type = s.left_type();
  const bool list = s.named.verb == Verb::includes_any;
  const Field* known = s.loading.field_of(s.left);
  if (list != (type == Type::list))
    return s.mistake("WRONG_VERB", list ? "`" + s.name + "` is no list; write `:is_one_of(...)`" : "`" + s.name + "` is a list; write `:includes_any(...)`");
  const Type item = list ? known->item : type;
  if (item == Type::record)
    return s.mistake("WRONG_VERB", list ? "`" + s.name + "` is a list of records; write `:any(condition)`" : "`" + s.name + "` is a group of fields: name one of them");
  if (s.arguments() < 1) return s.mistake("WRONG_ARGUMENTS", std::string("write the values: `") + s.named.form + "`");
  rules::Node n{};
  n.op = op_of(s.named.verb);
  n.a = s.loading.node_of(s.left);
  const Handle* right = list && s.arguments() == 1 ? s.loading.handle_at(2) : nullptr;
  if (const Field* f = right ? s.loading.field_of(*right) : nullptr) {
    if (f->type != Type::list || !comparable(item, f->item))
      return s.mistake("WRONG_TYPE", "`:includes_any` takes values, or one list of the same kind; for one field write `:includes(" + s.loading.name_of(*right) + ")`");
    n.b = s.loading.node_of(*right);
    return s.condition(n);
  }
  std::vector<base::Value> values;
  Field any;
  if (!constants(s, item, known ? *known : any, values)) return s.loading.push_broken();
  n.value = base::Value::of_items(base::Kind::list, s.loading.loaded.tree.arena.copy(std::span<const base::Value>(values)));
  return s.condition(n);
}

int in_list(const Sentence& s) {
  const Field* field = s.loading.field_of(s.left);
  if (s.left_type() != Type::list) return s.mistake("WRONG_VERB", "`" + s.name + "` is no list; write `:is(...)` or `:is_one_of(...)`");
  if (field->item == Type::record) return s.mistake("WRONG_VERB", "`" + s.name + "` is a list of records; write `:any(condition)`");
  if (s.named.verb == Verb::covers) {
    const Handle* right = s.arguments() == 1 ? s.loading.handle_at(2) : nullptr;
    const Field* f = right ? s.loading.field_of(*right) : nullptr;
    if (!f || f->type != Type::list || !comparable(field->item, f->item))
      return s.mistake("WRONG_TYPE", "`:covers(...)` takes one list of the same kind: `application.outcomes:covers(stream.outcomes)`");
    return two(s, s.loading.node_of(s.left), s.loading.node_of(*right));
  }
  if (s.arguments() != 1)
    return s.mistake("WRONG_ARGUMENTS", std::string("`") + s.named.form + "` takes one value" + (s.named.verb == Verb::includes ? "; for several write `:includes_any(...)`" : "; say each of several by itself"));
  return two(s, s.loading.node_of(s.left), s.operand(2, field->item, field));
}

int answered(const Sentence& s) {
  if (s.arguments() > 0) return s.mistake("WRONG_ARGUMENTS", "`:is_answered()` takes nothing; to compare write `:is(...)`");
  if (s.left.kind == Handle::Kind::number) return s.mistake("WRONG_VERB", s.name + " is always there; compare it: `:at_least(...)`");
  rules::Node n{};
  n.op = Op::answered;
  n.a = s.loading.node_of(s.left);
  return s.condition(n);
}

int say_of(const Sentence& s) {
  const bool applications = s.left.kind == Handle::Kind::root && s.left.root == policy::root::other;
  switch (s.named.verb) {
    case Verb::every:
    case Verb::any:
    case Verb::none: return say_of_items(s);
    case Verb::count:
    case Verb::count_distinct:
    case Verb::sum: return say_number(s);
    default: break;
  }
  if (applications) return s.mistake("WRONG_VERB", "`applications` can be asked `:any(...)`, `:none(...)` and `:count(...)`");
  switch (s.named.verb) {
    case Verb::is_answered: return answered(s);
    case Verb::is_one_of:
    case Verb::includes_any: return one_of(s);
    case Verb::includes:
    case Verb::excludes:
    case Verb::covers: return in_list(s);
    default: return compare(s);
  }
}

// Upvalues: the number of the verb, and the handle after which it stood.
int say(lua_State* L) {
  Loading& loading = loading_of(L);
  const NamedVerb& named = verbs[static_cast<std::size_t>(lua_tointeger(L, lua_upvalueindex(1)))];
  const Handle spoken_of = *loading.handle_at(lua_upvalueindex(2));
  const Sentence s{loading, L, named, spoken_of, loading.name_of(spoken_of)};
  if (lua_gettop(L) == 0 || !lua_rawequal(L, 1, lua_upvalueindex(2))) {
    if (spoken_of.kind == Handle::Kind::broken) return loading.push_broken();
    return s.mistake("NO_COLON", "a verb stands after a colon, not after a dot: `" + s.name + named.form + "`");
  }
  for (int i = 1; i <= lua_gettop(L); ++i)
    if (const Handle* h = loading.handle_at(i); h && h->kind == Handle::Kind::broken) return loading.push_broken();
  if (s.left.kind == Handle::Kind::condition)
    return s.mistake("WRONG_VERB", std::string("`:") + named.name + "` follows a field, not a condition; join conditions with `all_of { }` or `any_of { }`");
  if (s.left.kind == Handle::Kind::root && s.left.root != policy::root::other)
    return s.mistake("WRONG_VERB", "`" + s.name + "` is a whole record; ask about one of its fields");
  return say_of(s);
}

}  // namespace

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
    case Verb::count_distinct: return Op::count_distinct;
    case Verb::sum: return Op::sum;
    case Verb::is_answered: break;
  }
  return Op::answered;
}

bool is_number(Type t) { return t == Type::count || t == Type::number; }
bool comparable(Type a, Type b) {
  if (a == Type::record || a == Type::list) return false;
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

int Sentence::mistake(std::string code, std::string message, std::string_view near) const {
  loading.problem(std::move(code), std::move(message), near.empty() ? std::string_view(named.name) : near);
  return loading.push_broken();
}

Type Sentence::left_type() const {
  if (left.kind == Handle::Kind::number) return left.type;
  const Field* f = loading.field_of(left);
  return f ? f->type : Type::record;
}

std::uint32_t Sentence::operand(int index, Type type, const Field* field) const {
  const Handle* right = loading.handle_at(index);
  if (!right) {
    const Field any;
    rules::Node n{};
    n.op = Op::constant;
    n.value = constant_for(loading, index, field ? *field : any, type, name);
    return n.value.answered() ? loading.loaded.tree.add(n) : nowhere;
  }
  const Field* f = loading.field_of(*right);
  if (!f && right->kind != Handle::Kind::number) {
    mistake("WRONG_TYPE", "`" + name + "` is compared with a value or a field, and " + (right->kind == Handle::Kind::root ? "`" + loading.name_of(*right) + "` is a whole record" : "this is a condition"));
    return nowhere;
  }
  const Type t = f ? f->type : right->type;
  if (comparable(type, t)) return loading.node_of(*right);
  const std::string other = f ? "`" + loading.name_of(*right) + "`" : loading.name_of(*right);
  mistake("WRONG_TYPE", "`" + name + "` is " + kind_in_words(type) + " and " + other + " is " + kind_in_words(t) + "; they cannot be compared");
  return nowhere;
}

int Sentence::number(std::uint32_t node, Type type) const {
  loading.note_spoken(node);
  Handle h;
  h.kind = Handle::Kind::number;
  h.node = node;
  h.type = type;
  loading.push(h);
  return 1;
}

const std::vector<std::string>& verb_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const auto& v : verbs) all.emplace_back(v.name);
    return all;
  }();
  return names;
}

int push_verb(lua_State* L, int index, std::string_view name) {
  for (std::size_t i = 0; i < verbs.size(); ++i) {
    if (name != verbs[i].name) continue;
    lua_pushvalue(L, index);
    lua_pushinteger(L, static_cast<lua_Integer>(i));
    lua_insert(L, -2);
    lua_pushcclosure(L, guarded<say>, 2);
    return 1;
  }
  return 0;
}

}  // namespace remit::lua

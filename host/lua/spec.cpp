#include "lua/spec.hpp"

#include <lua.hpp>

#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/vocabulary.hpp"

namespace remit::lua {

Spec::Spec(Loading& l, int index, std::string word_, std::string id_, int line_)
    : loading(l), word(std::move(word_)), id(std::move(id_)), line(line_), index_(index), called_(word + " \"" + id + "\""),
      body_(Body::of(l.sandbox.chunk(l.file), word, id, line)) {}

Spec::Spec(const Spec& outer, int index, std::string what, Body body)
    : loading(outer.loading), word(std::move(what)), id(outer.id), line(body.start().line ? body.start().line : outer.line), index_(index),
      called_(outer.called_ + ": " + word), inner_(true), body_(body) {}

void Spec::say(Spot spot, std::string code, const std::string& message) { loading.problem_at(spot, std::move(code), called_ + ": " + message, id); }

void Spec::problem(std::string code, const std::string& message, std::string_view near) {
  Spot spot = body_.key(near);
  if (!spot.line) spot = body_.find(near);
  if (!spot.line && inner_) spot = body_.start();
  if (!spot.line) spot = {line, column_of(loading.sandbox.source_line(loading.file, line), word)};
  say(spot, std::move(code), message);
}

void Spec::problem_in(const char* key, std::string code, const std::string& message) {
  const Spot spot = body_.value(key);
  if (spot.line) say(spot, std::move(code), message);
  else problem(std::move(code), message, key);
}

bool Spec::has(const char* key) {
  if (!push(key)) return false;
  lua_pop(loading.L(), 1);
  return true;
}

bool Spec::push(const char* key) {
  asked_.insert(key);
  if (loading.vocabulary) loading.vocabulary->keys[word.starts_with("case ") ? "case" : word.starts_with("from ") ? "period" : word].insert(key);
  lua_getfield(loading.L(), index_, key);
  if (!lua_isnil(loading.L(), -1)) return true;
  lua_pop(loading.L(), 1);
  return false;
}

std::string Spec::text(const char* key, bool required) {
  if (!push(key)) {
    if (required) missing(key, std::string("`") + key + " = \"...\"` is missing");
    return {};
  }
  std::string found;
  if (lua_type(loading.L(), -1) == LUA_TSTRING)
    found = base::trim(lua_tostring(loading.L(), -1));
  else
    problem_in(key, "WRONG_TYPE", std::string("`") + key + "` is a text, in quotes");
  const bool was_text = lua_type(loading.L(), -1) == LUA_TSTRING;
  lua_pop(loading.L(), 1);
  if (required && was_text && found.empty()) problem_in(key, "MISSING_KEY", std::string("`") + key + "` is empty");
  return found;
}

std::vector<std::string> Spec::texts(const char* key) {
  std::vector<std::string> found;
  if (!push(key)) return found;
  Answer a;
  std::string why;
  if (!read_answer(loading.L(), {}, a, why)) a.kind = Answer::Kind::nothing;
  if (a.kind == Answer::Kind::text) found.push_back(a.text);
  bool good = a.kind == Answer::Kind::text || (a.kind == Answer::Kind::table && a.fields.empty());
  for (const auto& item : a.items) {
    good &= item.kind == Answer::Kind::text;
    found.push_back(item.text);
  }
  if (!good) problem_in(key, "WRONG_TYPE", std::string("`") + key + "` is a text, or a list of texts: `{ \"one\", \"two\" }`");
  lua_pop(loading.L(), 1);
  return found;
}

std::optional<base::Rational> Spec::number(const char* key) {
  if (!push(key)) return std::nullopt;
  base::Rational n = exact_number(loading, lua_gettop(loading.L()), "`" + std::string(key) + "` of " + word + " \"" + id + "\"");
  lua_pop(loading.L(), 1);
  return n;
}

std::optional<bool> Spec::yes_no(const char* key) {
  if (!push(key)) return std::nullopt;
  if (!lua_isboolean(loading.L(), -1)) problem_in(key, "WRONG_TYPE", std::string("`") + key + "` is yes or no, without quotes");
  bool yes = lua_toboolean(loading.L(), -1) != 0;
  lua_pop(loading.L(), 1);
  return yes;
}

std::string Spec::one_of(const char* key, const std::vector<std::string>& words_, std::string otherwise) {
  std::string found = text(key);
  if (found.empty()) return otherwise;
  if (std::ranges::find(words_, found) != words_.end()) return found;
  std::string near = base::nearest(found, words_);
  problem_in(key, "UNKNOWN_WORD", std::string("`") + key + "` is " + (words_.size() > 1 ? "one of " : "") + base::join_and(words_, " or ") + ", not `" + base::printable(found, 60) + "`" +
                                      (near.empty() ? "" : "; the nearest is `" + near + "`"));
  return otherwise;
}

std::uint32_t Spec::condition(const char* key) {
  if (!push(key)) return rules::nowhere;
  std::uint32_t node = rules::nowhere;
  const Handle* h = loading.handle_at(-1);
  const std::string an_example = "write a sentence, like `application.title:is_answered()`";
  if (h && h->kind == Handle::Kind::condition) {
    node = h->node;
  } else if (h && h->kind == Handle::Kind::broken) {
    node = loading.loaded.tree.add(rules::Op::all_of, {}, {});   // it is not known what is asked; that was reported
  } else if (h && h->kind == Handle::Kind::field) {
    const std::string name = loading.name_of(*h);
    problem_in(key, "NO_CONDITION", "`" + name + "` has no verb: what is asked of it? `" + name + ":is_answered()`");
  } else if (h) {
    problem_in(key, "NO_CONDITION", (h->kind == Handle::Kind::root ? "`" + loading.name_of(*h) + "` is a whole record" : std::string("this number has no verb, like `:at_least(...)`")) + "; " + an_example);
  } else if (lua_isboolean(loading.L(), -1)) {
    problem_in(key, "NO_CONDITION", std::string("`") + key + "` would be always " + (lua_toboolean(loading.L(), -1) ? "true" : "false") + "; " + an_example);
  } else if (lua_istable(loading.L(), -1)) {
    problem_in(key, "NO_CONDITION", std::string("conditions in braces are joined by a word: write `") + key + " = all_of { ... }` or `any_of { ... }`");
  } else {
    problem_in(key, "NO_CONDITION", std::string("`") + key + "` is no condition; " + an_example);
  }
  lua_pop(loading.L(), 1);
  return node;
}

void Spec::done() {
  lua_State* L = loading.L();
  std::vector<std::string> names(asked_.begin(), asked_.end());
  std::vector<std::string> unknown;
  lua_pushnil(L);
  while (lua_next(L, index_)) {
    if (lua_type(L, -2) == LUA_TSTRING) {
      std::string key = lua_tostring(L, -2);
      if (!asked_.contains(key)) unknown.push_back(std::move(key));
    } else if (word != "classification" && !inner_) {
      unknown.push_back("[" + std::to_string(lua_tointeger(L, -2)) + "]");
    }
    lua_pop(L, 1);
  }
  std::ranges::sort(unknown);
  for (const auto& key : unknown) {
    std::string near = base::nearest(key, names);
    std::erase_if(missing_, [&](const auto& m) { return m.first == near; });
    if (key.starts_with("["))
      problem("UNKNOWN_KEY", "something stands in it without a name: write `name = value`");
    else
      problem("UNKNOWN_KEY", (inner_ ? "there is no `" + key + "` here" : (word == "appeal" || word == "override" || word == "outcome" ? "an " : "a ") + word + " has no `" + key + "`") + (near.empty() ? "" : "; the nearest is `" + near + "`"), key);
  }
  for (const auto& [key, message] : missing_) problem("MISSING_KEY", message);
}

namespace {

// Every field of the tree that no quantifier binds, and every root that a quantifier does bind.
template <class Field, class Bound>
void visit(const rules::Tree& tree, std::uint32_t at, const Field& field, const Bound& bound) {
  if (at == rules::nowhere) return;
  const rules::Node& n = tree.nodes[at];
  if (n.op == rules::Op::field && n.depth == rules::unbound) field(n.root);
  if (n.op >= rules::Op::every || n.op == rules::Op::count_where || n.op == rules::Op::sum || n.op == rules::Op::count_distinct || n.op == rules::Op::count_applications) bound(n.root);
  visit(tree, n.a, field, bound);
  visit(tree, n.b, field, bound);
  for (auto child : tree.children(n)) visit(tree, child, field, bound);
}

// "application.partners:every(...)": where an item called `name` is named.
std::string named_inside(const Loading& loading, std::uint16_t root) {
  if (root == policy::root::other) return "applications:any(...)";
  if (const int list = loading.pack.roots[root].others; list >= 0)
    return "records." + loading.pack.roots[policy::root::records].type->fields[static_cast<std::size_t>(list)].path + ":any(...)";
  for (const auto& r : loading.pack.roots) {
    if (!r.type || r.name == "records") continue;
    for (const auto& f : r.type->fields)
      if (f.type == base::Type::list && f.item_type && f.item_type->name == loading.pack.roots[root].name) return r.name + "." + f.path + ":every(...)";
  }
  return {};
}

std::string in_view(const Loading& loading, const std::vector<std::uint16_t>& roots) {
  std::vector<std::string> names;
  for (auto r : roots) names.push_back("`" + loading.pack.roots[r].name + "`");
  return base::join_and(names);
}

}  // namespace

void check_in_view(Spec& spec, std::uint32_t node, const std::vector<std::uint16_t>& roots) {
  std::set<std::uint16_t> told;
  Loading& loading = spec.loading;
  visit(loading.loaded.tree, node, [&](std::uint16_t root) {
    if (std::ranges::find(roots, root) != roots.end() || !told.insert(root).second) return;
    const std::string& name = loading.pack.roots[root].name;
    const std::string inside = named_inside(loading, root);
    spec.problem("NOT_IN_VIEW", "`" + name + "` is not known here" + (inside.empty() ? "; this rule can ask about " + in_view(loading, roots) : "; it names an item inside `" + inside + "`"), name);
  }, [](std::uint16_t) {});
}

rules::Template Spec::words(const char* key, const std::vector<std::uint16_t>& roots, std::initializer_list<std::uint32_t> bound) {
  rules::Template made;
  const std::string said = text(key);
  if (said.empty()) return made;
  const std::string wrong = rules::Template::read(said, loading.pack.roots, made);
  if (!wrong.empty()) {
    problem_in(key, "UNKNOWN_FIELD", std::string("in `") + key + "`: " + wrong);
    return {};
  }
  std::set<std::uint16_t> known(roots.begin(), roots.end());
  for (auto node : bound) visit(loading.loaded.tree, node, [](std::uint16_t) {}, [&](std::uint16_t root) { known.insert(root); });
  for (auto field : made.fields_of(policy::root::parameters)) loading.pack.parameters[field].used = true;
  for (auto root : made.roots())
    if (!known.contains(root))
      problem_in(key, "NOT_IN_VIEW", std::string("in `") + key + "`: nothing in this rule looks at `" + loading.pack.roots[root].name + "`, so it cannot be named");
  return made;
}

}  // namespace remit::lua

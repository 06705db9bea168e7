#include "lua/spec.hpp"

#include <lua.hpp>

#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"

namespace remit::lua {

Spec::Spec(Loading& l, int index, std::string word_, std::string id_, int line_)
    : loading(l), word(std::move(word_)), id(std::move(id_)), line(line_), index_(index) {}

void Spec::lua_settop_one() { lua_pop(loading.L(), 1); }

void Spec::problem(std::string code, const std::string& message, std::string_view near) {
  // the line of the key, where it can be seen; else the line of the word
  int at = line;
  if (!near.empty())
    for (int i = line; i < line + 60; ++i) {
      std::string_view text = loading.sandbox.source_line(loading.file, i);
      if (i > line && (text.starts_with("}") || text.starts_with(word))) break;
      auto found = text.find(near);
      if (found != std::string_view::npos) {
        at = i;
        break;
      }
    }
  loading.problem_at(at, std::move(code), word + " \"" + id + "\": " + message, near, id);
}

bool Spec::push(const char* key) {
  asked_.insert(key);
  lua_getfield(loading.L(), index_, key);
  if (!lua_isnil(loading.L(), -1)) return true;
  lua_pop(loading.L(), 1);
  return false;
}

std::string Spec::text(const char* key, bool required) {
  if (!push(key)) {
    if (required) problem("MISSING_KEY", std::string("`") + key + " = \"...\"` is missing");
    return {};
  }
  std::string found;
  if (lua_type(loading.L(), -1) == LUA_TSTRING)
    found = base::trim(lua_tostring(loading.L(), -1));
  else
    problem("WRONG_TYPE", std::string("`") + key + "` is a text, in quotes", key);
  lua_pop(loading.L(), 1);
  if (required && found.empty()) problem("MISSING_KEY", std::string("`") + key + "` is empty", key);
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
  if (!good) problem("WRONG_TYPE", std::string("`") + key + "` is a text, or a list of texts: `{ \"one\", \"two\" }`", key);
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
  if (!lua_isboolean(loading.L(), -1)) problem("WRONG_TYPE", std::string("`") + key + "` is yes or no", key);
  bool yes = lua_toboolean(loading.L(), -1) != 0;
  lua_pop(loading.L(), 1);
  return yes;
}

std::string Spec::one_of(const char* key, const std::vector<std::string>& words_, std::string otherwise) {
  std::string found = text(key);
  if (found.empty()) return otherwise;
  if (std::ranges::find(words_, found) != words_.end()) return found;
  std::string near = base::nearest(found, words_);
  problem("UNKNOWN_WORD", std::string("`") + key + "` is one of " + base::join_and(words_, " or ") + ", not `" + found + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), key);
  return otherwise;
}

std::uint32_t Spec::condition(const char* key) {
  if (!push(key)) return rules::nowhere;
  std::uint32_t node = rules::nowhere;
  const Handle* h = loading.handle_at(-1);
  if (h && h->kind == Handle::Kind::condition)
    node = h->node;
  else if (h && !(h->kind == Handle::Kind::field && h->field < 0))
    problem("NO_CONDITION", "`" + loading.name_of(*h) + "` has no verb: what is asked of it? `" + loading.name_of(*h) + ":is_answered()`", key);
  else if (lua_isboolean(loading.L(), -1))
    problem("NO_CONDITION", std::string("`") + key + "` is always " + (lua_toboolean(loading.L(), -1) ? "true" : "false") + "; write a sentence, like `application.title:is_answered()`", key);
  else if (!h)
    problem("NO_CONDITION", std::string("`") + key + "` is a sentence, like `application.title:is_answered()`", key);
  lua_pop(loading.L(), 1);
  return node;
}

rules::Template Spec::words(const char* key) {
  rules::Template made;
  std::string said = text(key);
  if (said.empty()) return made;
  std::string wrong = rules::Template::read(said, loading.pack.roots, made);
  if (!wrong.empty()) problem("UNKNOWN_FIELD", std::string("in `") + key + "`: " + wrong, key);
  return made;
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
    } else if (word != "classification") {
      unknown.push_back("[" + std::to_string(lua_tointeger(L, -2)) + "]");
    }
    lua_pop(L, 1);
  }
  std::ranges::sort(unknown);
  for (const auto& key : unknown) {
    std::string near = base::nearest(key, names);
    if (key.starts_with("["))
      problem("UNKNOWN_KEY", "something stands in it without a name: write `name = value`");
    else
      problem("UNKNOWN_KEY", "a " + word + " has no `" + key + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), key);
  }
}

namespace {
void walk(Spec& spec, std::uint32_t at, const std::vector<std::uint16_t>& roots, std::set<std::uint16_t>& told) {
  if (at == rules::nowhere) return;
  const rules::Node n = spec.loading.loaded.tree.nodes[at];
  if (n.op == rules::Op::field && n.depth == rules::unbound && std::ranges::find(roots, n.root) == roots.end() && told.insert(n.root).second) {
    const std::string& name = spec.loading.pack.roots[n.root].name;
    std::string list;
    for (const auto& r : spec.loading.pack.roots) {
      if (!r.type) continue;
      for (const auto& f : r.type->fields)
        if (f.type == base::Type::list && f.item_type && f.item_type->name == name && list.empty()) list = r.name + "." + f.path;
    }
    if (n.root == policy::root::other) list = "applications";
    const std::string verb = n.root == policy::root::other ? ":any(...)" : ":every(...)";
    spec.problem("NOT_IN_VIEW", "`" + name + "` is not known here" + (list.empty() ? "" : "; it names an item inside `" + list + verb + "`"), name + ".");
  }
  walk(spec, n.a, roots, told);
  walk(spec, n.b, roots, told);
  for (std::uint32_t i = 0; i < n.size; ++i) walk(spec, spec.loading.loaded.tree.links[n.first + i], roots, told);
}
}  // namespace

void check_in_view(Spec& spec, std::uint32_t node, const std::vector<std::uint16_t>& roots) {
  std::set<std::uint16_t> told;
  walk(spec, node, roots, told);
}

}  // namespace remit::lua

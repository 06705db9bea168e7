// The word `classification`: the class that a record falls into, the first whose condition holds.
#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/rule_parts.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using rules::nowhere;
using rules::RuleTest;
using rules::Sentences;
namespace root = policy::root;

namespace {

// One case of a classification, `{ code =, clause =, when = }`, on top of the stack.
void add_case(Spec& spec, policy::Classification& rule, const InView& roots, std::size_t number) {
  lua_State* L = spec.loading.L();
  if (!lua_istable(L, -1))
    return spec.loading.problem_at(spec.body().entry(static_cast<int>(number)), "WRONG_TYPE", "classification \"" + spec.id + "\": case " + std::to_string(number) + " is `{ code = ..., clause = ..., when = ... }`", spec.id);
  Spec inner(spec, lua_gettop(L), "case " + std::to_string(number), spec.body().item(static_cast<int>(number)));
  policy::Classification::Case made;
  made.code = inner.text("code", true);
  made.clause = inner.text("clause", true);
  Sentences s;
  s.main = inner.condition("when");
  if (!inner.has("when")) inner.missing("when", "`when = ...` is missing");
  check_in_view(inner, s.main, roots);
  inner.done();
  for (const auto& [code, instead] : rule.refused)
    if (code == made.code) inner.problem_in("code", "REFUSED_CODE", "\"" + code + "\" is refused: " + instead);
  if (s.main == nowhere) s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  made.when = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  rule.cases.push_back(std::move(made));
}

// The field of the record that `key = need.level` names; null after reporting, or when there is no such key.
base::Field* field_of_subject(Spec& spec, const char* key, const policy::Classification& rule) {
  if (!spec.push(key)) return nullptr;
  Loading& loading = spec.loading;
  const Handle* h = loading.handle_at(-1);
  const base::Field* named = h && h->root == rule.of ? loading.field_of(*h) : nullptr;
  base::Field* found = nullptr;
  if (named && named->parent < 0 && (named->type == base::Type::text || named->type == base::Type::one_of))
    found = &loading.pack.schema.find(loading.pack.roots[rule.of].type->name)->fields[h->field];
  else if (!h || h->kind != Handle::Kind::broken)
    spec.problem_in(key, "WRONG_TYPE", std::string("`") + key + "` names a field of the record that is classified, a text or one of some words: `" + key + " = " + loading.pack.roots[rule.of].name + ".level`");
  lua_pop(loading.L(), 1);
  return found;
}

// `gives = need.level`: where the class stands from then on. No file may hold it: it is worked out.
void gives(Spec& spec, policy::Classification& rule) {
  if (base::Field* stated = field_of_subject(spec, "stated", rule)) stated->refused = rule.refused;
  base::Field* field = field_of_subject(spec, "gives", rule);
  if (!field) return;
  const auto& fields = spec.loading.pack.roots[rule.of].type->fields;
  if (spec.loading.pack.roots[rule.of].type->plural.empty())
    return spec.problem_in("gives", "WRONG_TYPE", "a class is kept in records of the pack's own types: give `record \"" + spec.loading.pack.roots[rule.of].name + "\"` a `key`");
  if (field->derived) return spec.problem_in("gives", "TWO_ANSWERS", "`" + field->path + "` is worked out already, by another classification");
  field->derived = true;
  field->required = false;
  rule.gives = static_cast<int>(field - fields.data());
  if (field->type != base::Type::one_of) return;
  for (lua_Integer i = 1; lua_rawgeti(spec.loading.L(), spec.index(), i) == LUA_TTABLE; ++i) {
    lua_getfield(spec.loading.L(), -1, "code");
    const std::string code = lua_type(spec.loading.L(), -1) == LUA_TSTRING ? lua_tostring(spec.loading.L(), -1) : "";
    lua_pop(spec.loading.L(), 2);
    if (!code.empty() && std::ranges::find(field->words, code) == field->words.end())
      spec.problem("UNKNOWN_WORD", "the code \"" + code + "\" is none of the words of `" + field->path + "`: " + base::join_and(field->words, " or "), code);
  }
  lua_pop(spec.loading.L(), 1);
}

void classification(Spec& spec) {
  lua_State* L = spec.loading.L();
  policy::Classification rule;
  read_common(spec, rule);
  const auto subject = read_of(spec);
  rule.of = subject.value_or(root::round);
  auto roots = in_view_of(spec, subject);
  if (spec.push("refused")) {
    Answer a;
    std::string why;
    bool good = read_answer(L, {}, a, why) && a.kind == Answer::Kind::table && a.items.empty();
    for (const auto& [code, instead] : a.fields) {
      good &= instead.kind == Answer::Kind::text;
      rule.refused.emplace_back(code, instead.text);
    }
    if (!good) spec.problem_in("refused", "WRONG_TYPE", "`refused` says of codes what to say instead: `refused = { [\"2\"] = \"say 2a or 2b\" }`");
    lua_pop(L, 1);
  }
  gives(spec, rule);
  spec.one_of("takes", {"first"}, "first");
  if (auto levels = spec.number("levels")) rule.levels = static_cast<std::int64_t>(levels->num());
  for (lua_Integer i = 1; lua_rawgeti(L, spec.index(), i) != LUA_TNIL; ++i) {
    add_case(spec, rule, roots, static_cast<std::size_t>(i));
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  if (rule.cases.empty()) spec.problem("MISSING_KEY", "it has no case `{ code = ..., clause = ..., when = ... }`");
  if (spec.push("otherwise")) {   // otherwise = refer "no level fits", which the string's call turned into a table
    if (lua_istable(L, -1)) lua_getfield(L, -1, "refer");
    else lua_pushnil(L);
    if (lua_type(L, -1) == LUA_TSTRING) rule.otherwise = lua_tostring(L, -1);
    else spec.problem_in("otherwise", "WRONG_TYPE", "what fits no class goes to a person: `otherwise = refer \"no level fits\"`");
    lua_pop(L, 2);
  }
  Sentences s;
  s.applies_when = spec.condition("applies_when");
  check_in_view(spec, s.applies_when, roots);
  s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  rule.test = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  spec.done();
  spec.loading.pack.classifications.push_back(std::move(rule));
}

// refer "why": only inside a classification's `otherwise`; elsewhere a text is no function.
int refer_because(lua_State* L) {
  if (lua_gettop(L) == 2 && text_at(L, 1) == "refer" && is_text(L, 2)) {
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, 2);
    lua_setfield(L, -2, "refer");
    return 1;
  }
  Sandbox::raise(L, "NOT_A_FUNCTION", "a text cannot be called; is a comma missing before it?");
}

}  // namespace

void define_classification_word(Loading& loading) {
  define_word(loading, "classification", classification);
  lua_State* L = loading.L();
  lua_pushliteral(L, "");
  if (lua_getmetatable(L, -1)) {
    lua_pushcfunction(L, guarded<refer_because>);
    lua_setfield(L, -2, "__call");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

}  // namespace remit::lua

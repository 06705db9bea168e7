// The words that make rules: criterion, conflict, requirement, decision, appeal, classification, override.
#include <lua.hpp>

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/chooser.hpp"
#include "lua/function_test.hpp"
#include "lua/spec.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using policy::Effect;
using policy::Force;
using rules::nowhere;
using rules::Reading;
using rules::RuleTest;
using rules::Sentences;
namespace root = policy::root;

namespace {

const std::vector<std::string> forces{"must", "should", "proposed", "data", "context"};
const std::vector<std::string> effects{"blocks", "refers", "warns"};
const std::vector<std::string> contracts{"sealed", "tighten_only", "parameter_only", "replaceable"};

std::vector<std::uint16_t> with(std::vector<std::uint16_t> roots, std::initializer_list<std::uint16_t> more) {
  roots.insert(roots.end(), more);
  return roots;
}
// What every rule about an application sees.
std::vector<std::uint16_t> of_application() {
  return {root::round, root::stream, root::application, root::applicant, root::panel, root::parameters};
}

void common(Spec& spec, policy::Rule& rule) {
  rule.id = spec.id;
  rule.title = spec.text("title", true);
  rule.clause = spec.text("clause", true);
  rule.reading = spec.text("reading");
  rule.rows = spec.texts("row");
  rule.layer = spec.loading.layer;
  rule.file = spec.loading.file;
  rule.line = spec.line;
  rule.force = static_cast<Force>(std::ranges::find(forces, spec.one_of("force", forces, "must")) - forces.begin());
  rule.effect = rule.force == Force::must ? Effect::blocks : Effect::warns;
  rule.streams = spec.texts("streams");
  spec.loading.override_of[spec.id] = spec.one_of("override", contracts, "tighten_only");
}

void effect(Spec& spec, policy::Rule& rule) {
  const std::string by_force(policy::word(rule.effect));
  rule.effect = static_cast<Effect>(std::ranges::find(effects, spec.one_of("effect", effects, by_force)) - effects.begin());
  rule.effect_reason = spec.text("effect_reason");
}

// The function of `key = function (...) ... end`, if there is one whose parameters are in view.
std::optional<FunctionRef> function_of(Spec& spec, const char* key, const std::vector<std::uint16_t>& roots) {
  if (!spec.push(key)) return std::nullopt;
  lua_State* L = spec.loading.L();
  if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1)) {
    spec.problem("WRONG_TYPE", std::string("`") + key + "` is a function: `" + key + " = function (application, parameters) ... end`", key);
    lua_pop(L, 1);
    return std::nullopt;
  }
  FunctionRef ref = spec.loading.sandbox.keep_function();
  for (const auto& name : ref.parameters) {
    auto at = spec.loading.root_of.find(name);
    if (at != spec.loading.root_of.end() && std::ranges::find(roots, at->second) != roots.end()) continue;
    std::vector<std::string> known;
    for (auto r : roots) known.push_back(spec.loading.pack.roots[r].name);
    std::string near = base::nearest(name, known);
    spec.problem("UNKNOWN_PARAMETER", "a function here can ask for " + base::join_and(known, " or ") + ", not for `" + name + "`" +
                                          (near.empty() ? "" : "; the nearest is `" + near + "`"), name);
    return std::nullopt;
  }
  return ref;
}

// `unless = { title =, clause =, when = }`
void unless(Spec& spec, Sentences& s, const std::vector<std::uint16_t>& roots) {
  if (!spec.push("unless")) return;
  if (!lua_istable(spec.loading.L(), -1)) {
    spec.problem("WRONG_TYPE", "`unless` is `{ title = ..., clause = ..., when = ... }`", "unless");
  } else {
    Spec inner(spec.loading, lua_gettop(spec.loading.L()), "unless of " + spec.word, spec.id, spec.line);
    s.unless_title = inner.text("title", true);
    s.unless_clause = inner.text("clause", true);
    inner.text("reading");
    s.unless = inner.condition("when");
    if (s.unless == nowhere) inner.problem("MISSING_KEY", "`when = ...` is missing");
    check_in_view(spec, s.unless, roots);
    inner.done();
  }
  lua_pop(spec.loading.L(), 1);
}

// The sentences of a rule whose main one is called `main`. `needed`: it must have one, or a function.
std::unique_ptr<RuleTest> test(Spec& spec, const char* main, Reading reading, const std::vector<std::uint16_t>& roots, bool needed = true) {
  Sentences s;
  s.reading = reading;
  s.applies_when = spec.condition("applies_when");
  s.main = spec.condition(main);
  s.refers_when = spec.condition("refers_when");
  if (auto ref = function_of(spec, "test", roots)) s.function = std::make_unique<FunctionTest>(spec.id, std::move(*ref), spec.loading.pack.roots);
  unless(spec, s, roots);
  s.otherwise = spec.words("otherwise");
  s.or_else = spec.words("or_else");
  s.refers_because = spec.words("refers_because");
  if (s.main != nowhere && s.function) spec.problem("TWO_ANSWERS", std::string("it has both `") + main + "` and `test`; one of them answers", "test");
  if (s.main == nowhere && !s.function && needed && !spec.has(main) && !spec.has("test"))
    spec.problem("MISSING_KEY", std::string("`") + main + " = ...` is missing (or a `test = function ...`)");
  for (auto node : {s.applies_when, s.main, s.refers_when}) check_in_view(spec, node, roots);
  if (s.main == nowhere && !s.function) s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  auto made = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  spec.loading.tests[spec.id] = made.get();
  return made;
}

void criterion(Spec& spec) {
  policy::Rule rule;
  common(spec, rule);
  effect(spec, rule);
  rule.test = test(spec, "passes_when", Reading::passes, of_application());
  spec.done();
  spec.loading.pack.criteria.push_back(std::move(rule));
}

void conflict(Spec& spec) {
  policy::Conflict rule;
  common(spec, rule);
  auto roots = with(of_application(), {root::member, root::declaration});
  for (std::size_t r = root::first_free; r < spec.loading.pack.roots.size(); ++r) roots.push_back(static_cast<std::uint16_t>(r));
  rule.test = test(spec, "arises_when", Reading::arises, roots);
  rule.action = spec.one_of("action", {"recuse", "exclude"}, "recuse") == "exclude" ? policy::Action::exclude : policy::Action::recuse;
  const std::vector<std::string> scopes{"stream", "application", "panel"};
  if (spec.push("scope")) {
    const Handle* h = spec.loading.handle_at(-1);
    const bool parameter = h && h->kind == Handle::Kind::field && h->root == root::parameters;
    if (parameter && h->field >= 0) rule.scope_parameter = h->field;
    lua_pop(spec.loading.L(), 1);
    if (!h) rule.scope = static_cast<policy::Scope>(std::ranges::find(scopes, spec.one_of("scope", scopes, "application")) - scopes.begin());
    else if (!parameter) spec.problem("WRONG_TYPE", "`scope` is \"stream\", \"application\", \"panel\" or a parameter that says which", "scope");
  } else {
    rule.scope = policy::Scope::application;
  }
  spec.done();
  spec.loading.pack.conflicts.push_back(std::move(rule));
}

// The record type that `of = ...` names.
std::uint16_t of(Spec& spec) {
  std::uint16_t found = root::round;
  if (!spec.push("of")) {
    spec.problem("MISSING_KEY", "`of = ...` is missing: the round, a stream, the panel, a member, or a record type of the pack");
    return found;
  }
  if (const Handle* h = spec.loading.handle_at(-1); h && h->kind == Handle::Kind::root) found = h->root;
  else spec.problem("WRONG_TYPE", "`of` names a kind of record without quotes: `of = stream`", "of");
  lua_pop(spec.loading.L(), 1);
  return found;
}

std::vector<std::uint16_t> in_view_of(std::uint16_t subject) {
  if (subject == root::application) return of_application();
  std::vector<std::uint16_t> roots{root::round, root::panel, root::parameters};
  if (std::ranges::find(roots, subject) == roots.end()) roots.push_back(subject);
  return roots;
}

void requirement(Spec& spec) {
  policy::Requirement rule;
  common(spec, rule);
  effect(spec, rule);
  rule.of = of(spec);
  auto roots = in_view_of(rule.of);
  if (rule.of == root::application && spec.loading.pack.procedure == "each/1") roots = with(std::move(roots), {root::eligibility, root::scores});
  rule.test = test(spec, "passes_when", Reading::passes, roots);
  spec.done();
  spec.loading.pack.requirements.push_back(std::move(rule));
}

void decision(Spec& spec) {
  policy::Decision rule;
  common(spec, rule);
  auto roots = with(of_application(), {root::eligibility, root::scores, root::proposal});
  rule.proposes = spec.has("proposed_when");
  rule.because = spec.texts("because");
  if (spec.has("chooses")) {
    if (spec.loading.pack.procedure != "each/1") spec.problem("WRONG_PROCEDURE", "a function chooses decisions only in a pack with `procedure = \"each/1\"`", "chooses");
    if (auto ref = function_of(spec, "chooses", roots)) rule.chooser = std::make_unique<FunctionChooser>(spec.id, std::move(*ref), spec.loading.pack.roots);
  }
  rule.must_name = spec.texts("must_name");
  rule.holds_back = spec.text("holds_back");
  rule.test = test(spec, "proposed_when", Reading::proposed, roots, false);
  spec.done();
  spec.loading.pack.decisions.push_back(std::move(rule));
}

// Where an application's own score sheets stand, in a pack that decides each application by itself.
void marking(Spec& spec) {
  auto rule = std::make_unique<policy::Marking>();
  common(spec, *rule);
  policy::Pack& pack = spec.loading.pack;
  if (pack.procedure != "each/1") spec.problem("WRONG_PROCEDURE", "score sheets inside an application are read only in a pack with `procedure = \"each/1\"`");
  const base::Field* list = nullptr;
  if (spec.push("sheets")) {
    const Handle* h = spec.loading.handle_at(-1);
    list = h && h->root == root::application ? spec.loading.field_of(*h) : nullptr;
    if (list) rule->sheets = static_cast<std::uint16_t>(h->field);
    lua_pop(spec.loading.L(), 1);
  }
  if (!list || list->type != base::Type::list || list->item != base::Type::record) {
    spec.problem("WRONG_TYPE", "`sheets` is a list of records in an application: `sheets = application.panel.scores`", "sheets");
    return;
  }
  rule->sheet_root = spec.loading.root_of.at(list->item_type->name);
  rule->without_sheets = spec.number("without_sheets");
  if (spec.has("set_aside_when")) rule->test = test(spec, "set_aside_when", Reading::arises, {root::application, root::parameters, rule->sheet_root});
  for (const auto& m : pack.scoring.measures) {
    const int field = list->item_type->find(m.id);
    if (field < 0) spec.problem("UNKNOWN_FIELD", "a sheet has no field `" + m.id + "` for the measure of that name; measures stand before the marking", "sheets");
    else rule->marks.push_back(static_cast<std::uint16_t>(field));
  }
  spec.done();
  pack.marking = std::move(rule);
}

void appeal(Spec& spec) {
  policy::Appeal rule;
  common(spec, rule);
  auto roots = with(of_application(), {root::lodged, root::eligibility, root::scores, root::proposal});
  rule.test = test(spec, "admitted_when", Reading::admitted, roots);
  if (std::uint32_t asks = spec.condition("asks"); asks != nowhere) {
    check_in_view(spec, asks, roots);
    Sentences s;
    s.main = asks;
    rule.asks = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  }
  spec.done();
  spec.loading.pack.appeals.push_back(std::move(rule));
}

// One case of a classification, `{ code =, clause =, when = }`, on top of the stack.
void add_case(Spec& spec, policy::Classification& rule, const std::vector<std::uint16_t>& roots, std::size_t number) {
  lua_State* L = spec.loading.L();
  if (!lua_istable(L, -1)) return spec.problem("WRONG_TYPE", "case " + std::to_string(number) + " is `{ code = ..., clause = ..., when = ... }`");
  Spec inner(spec.loading, lua_gettop(L), "case " + std::to_string(number) + " of", spec.id, spec.line);
  policy::Classification::Case made;
  made.code = inner.text("code", true);
  made.clause = inner.text("clause", true);
  Sentences s;
  s.main = inner.condition("when");
  if (s.main == nowhere && !inner.has("when")) inner.problem("MISSING_KEY", "`when = ...` is missing");
  check_in_view(spec, s.main, roots);
  inner.done();
  for (const auto& [code, instead] : rule.refused)
    if (code == made.code) inner.problem("REFUSED_CODE", "`" + code + "` is refused above: " + instead, code);
  if (s.main == nowhere) s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  made.when = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  rule.cases.push_back(std::move(made));
}

void classification(Spec& spec) {
  lua_State* L = spec.loading.L();
  policy::Classification rule;
  common(spec, rule);
  rule.of = of(spec);
  auto roots = in_view_of(rule.of);
  if (spec.push("refused")) {
    Answer a;
    std::string why;
    if (read_answer(L, {}, a, why) && a.kind == Answer::Kind::table)
      for (const auto& [code, instead] : a.fields) rule.refused.emplace_back(code, instead.text);
    lua_pop(L, 1);
  }
  spec.one_of("takes", {"first"}, "first");
  if (auto levels = spec.number("levels")) rule.levels = static_cast<std::int64_t>(levels->num());
  for (lua_Integer i = 1; lua_rawgeti(L, spec.index(), i) != LUA_TNIL; ++i) {
    add_case(spec, rule, roots, static_cast<std::size_t>(i));
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  if (rule.cases.empty()) spec.problem("MISSING_KEY", "it has no case `{ code = ..., clause = ..., when = ... }`");
  if (spec.push("otherwise")) {   // otherwise = refer "no level fits", which the string's call turned into a table
    if (lua_istable(L, -1)) lua_getfield(L, -1, "refer"); else lua_pushvalue(L, -1);
    if (lua_type(L, -1) == LUA_TSTRING) rule.otherwise = lua_tostring(L, -1);
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

void override_rule(Spec& spec) {
  Loading& loading = spec.loading;
  policy::Override made{spec.id, loading.layer, spec.text("authority", true), spec.text("reason", true), spec.text("written_against", true), loading.file, spec.line};
  std::uint32_t more = spec.condition("and_also");
  auto slash = spec.id.find('/');
  const std::string layer = slash == std::string::npos ? std::string() : spec.id.substr(0, slash);
  const std::string rule = spec.id.substr(slash == std::string::npos ? 0 : slash + 1);
  auto at = loading.tests.find(rule);
  if (layer.empty()) spec.problem("UNKNOWN_RULE", "name the pack too: `override \"core/" + rule + "\"`");
  else if (at == loading.tests.end()) {
    std::vector<std::string> names;
    for (const auto& [name, test] : loading.tests) names.push_back(name);
    std::string near = base::nearest(rule, names);
    spec.problem("UNKNOWN_RULE", "`" + layer + "` has no rule `" + rule + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), rule);
  } else if (const std::string& contract = loading.override_of[rule]; contract == "sealed" || contract == "parameter_only") {
    spec.problem("SEALED", "`" + rule + "` is " + (contract == "sealed" ? "sealed: no area may change it" : "changed by its parameters only"), rule);
  } else if (more == nowhere) {
    if (!spec.has("and_also")) spec.problem("MISSING_KEY", "`and_also = ...` is missing: an override may only add to what the rule asks");
  } else {
    check_in_view(spec, more, of_application());
    at->second->and_also(loading.loaded.tree, more);
    const std::string now = "core " + loading.core_version;
    if (layer == "core" && made.written_against != now)
      loading.pack.warnings.push_back({"OVERRIDE_STALE", loading.file, spec.line, 0, {}, "override \"" + spec.id + "\" was written against " + made.written_against +
                                       " and this is " + now + "; read the rule again and say so", {}, rule});
  }
  spec.done();
  loading.pack.overrides.push_back(std::move(made));
}

// refer "why": only inside a classification's `otherwise`; elsewhere a text is no function.
int refer_because(lua_State* L) {
  if (lua_gettop(L) == 2 && std::string_view(lua_tostring(L, 1)) == "refer" && lua_type(L, 2) == LUA_TSTRING) {
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, 2);
    lua_setfield(L, -2, "refer");
    return 1;
  }
  Sandbox::raise(L, "NOT_A_FUNCTION", "a text cannot be called; is a comma missing before it?");
}

}  // namespace

void define_rule_words(Loading& loading) {
  lua_State* L = loading.L();
  define_word(loading, "criterion", criterion);
  define_word(loading, "conflict", conflict);
  define_word(loading, "requirement", requirement);
  define_word(loading, "decision", decision);
  define_word(loading, "appeal", appeal);
  define_word(loading, "marking", marking);
  define_word(loading, "classification", classification);
  define_word(loading, "override", override_rule);
  lua_pushliteral(L, "");
  if (lua_getmetatable(L, -1)) {
    lua_pushcfunction(L, guarded<refer_because>);
    lua_setfield(L, -2, "__call");
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

}  // namespace remit::lua

// The words that make rules: criterion, conflict, requirement, decision, appeal, classification, override.
#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/chooser.hpp"
#include "lua/field_check.hpp"
#include "lua/function_test.hpp"
#include "lua/spec.hpp"
#include "lua/state.hpp"
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
  const bool overridable = spec.word == "criterion" || spec.word == "conflict" || spec.word == "requirement" || spec.word == "appeal";
  std::string contract = overridable ? spec.one_of("override", contracts, "tighten_only") : std::string("sealed");
  spec.loading.rules.push_back({spec.word, spec.id, spec.loading.layer, spec.loading.file, std::move(contract), {}, nullptr});
}

void effect(Spec& spec, policy::Rule& rule) {
  const std::string by_force(policy::word(rule.effect));
  rule.effect = static_cast<Effect>(std::ranges::find(effects, spec.one_of("effect", effects, by_force)) - effects.begin());
  rule.effect_reason = spec.text("effect_reason");
}

// The function of `key = function (...) ... end`, if there is one whose parameters are in view.
std::optional<FunctionRef> function_of(Spec& spec, const char* key, const std::vector<std::uint16_t>& roots) {
  if (!spec.push(key)) return std::nullopt;
  Loading& loading = spec.loading;
  lua_State* L = loading.L();
  if (!lua_isfunction(L, -1) || lua_iscfunction(L, -1)) {
    const bool sentence = loading.handle_at(-1) != nullptr;
    spec.problem_in(key, "WRONG_TYPE", std::string("`") + key + "` is a function: `" + key + " = function (application, parameters) ... end`" + (sentence ? "; a sentence stands in `passes_when`" : ""));
    lua_pop(L, 1);
    return std::nullopt;
  }
  FunctionRef ref = loading.sandbox.keep_function();
  for (const auto& name : ref.parameters) {
    auto at = loading.root_of.find(name);
    if (at != loading.root_of.end() && std::ranges::find(roots, at->second) != roots.end()) continue;
    std::vector<std::string> known;
    for (auto r : roots) known.push_back(loading.pack.roots[r].name);
    const std::string near = base::nearest(name, known);
    spec.problem("UNKNOWN_PARAMETER", "a function here can ask for " + base::join_and(known, " or ") + ", not for `" + name + "`" +
                                          (near.empty() ? "" : "; the nearest is `" + near + "`"), name);
    return std::nullopt;
  }
  return ref;
}

std::unique_ptr<policy::Test> function_test(Spec& spec, const std::vector<std::uint16_t>& roots) {
  auto ref = function_of(spec, "test", roots);
  if (!ref) return nullptr;
  auto made = std::make_unique<FunctionTest>(spec.id, std::move(*ref), spec.loading.pack.roots);
  for (auto& problem : check_function(spec.loading.sandbox, made->bound(), spec.loading.pack.roots)) {
    problem.rule = spec.id;
    spec.loading.sandbox.note(std::move(problem));
  }
  return made;
}

// `unless = { title =, clause =, when = }`
void unless(Spec& spec, Sentences& s, const std::vector<std::uint16_t>& roots) {
  if (!spec.push("unless")) return;
  if (!lua_istable(spec.loading.L(), -1)) {
    spec.problem_in("unless", "WRONG_TYPE", "`unless` is `{ title = ..., clause = ..., when = ... }`");
  } else {
    Spec inner(spec, lua_gettop(spec.loading.L()), "unless", spec.body().inside("unless"));
    s.unless_title = inner.text("title", true);
    s.unless_clause = inner.text("clause", true);
    inner.text("reading");
    s.unless = inner.condition("when");
    if (!inner.has("when")) inner.missing("when", "`when = ...` is missing");
    check_in_view(inner, s.unless, roots);
    inner.done();
  }
  lua_pop(spec.loading.L(), 1);
}

// What a conflict's words may name although its sentences see it only through `member.ties`: the first of the ties.
std::vector<std::uint16_t> nameable(const Spec& spec, std::vector<std::uint16_t> roots) {
  if (spec.word == "conflict") roots.push_back(root::tie);
  return roots;
}

// The sentences of a rule whose main one is called `main`. `needed`: it must have one, or a function.
std::unique_ptr<RuleTest> test(Spec& spec, const char* main, Reading reading, const std::vector<std::uint16_t>& roots, bool needed = true) {
  Sentences s;
  s.reading = reading;
  s.applies_when = spec.condition("applies_when");
  s.main = spec.condition(main);
  s.function = function_test(spec, roots);
  if (reading != Reading::proposed) unless(spec, s, roots);
  if (reading == Reading::passes || reading == Reading::admitted) {
    s.refers_when = spec.condition("refers_when");
    s.refers_because = spec.words("refers_because", roots, {s.refers_when});
  }
  const auto names = nameable(spec, roots);
  s.otherwise = spec.words("otherwise", names, {s.main, s.refers_when});
  s.or_else = spec.words("or_else", names, {s.main, s.refers_when});
  if (spec.has(main) && spec.has("test")) spec.problem("TWO_ANSWERS", std::string("it has both `") + main + "` and `test`; one of them answers", "test");
  if (needed && !spec.has(main) && !spec.has("test")) spec.missing(main, std::string("`") + main + " = ...` is missing, or a `test = function ...`");
  if (!s.refers_because.empty() && !spec.has("refers_when")) spec.problem("MISSING_KEY", "`refers_because` is said when `refers_when` holds, and that is missing", "refers_because");
  for (auto node : {s.applies_when, s.main, s.refers_when}) check_in_view(spec, node, roots);
  if (s.main == nowhere && !s.function) s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  auto made = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  spec.loading.rules.back().roots = roots;
  spec.loading.rules.back().test = made.get();
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
    const bool broken = h && h->kind == Handle::Kind::broken;
    if (parameter) rule.scope_parameter = h->field;
    lua_pop(spec.loading.L(), 1);
    if (!h) rule.scope = static_cast<policy::Scope>(std::ranges::find(scopes, spec.one_of("scope", scopes, "application")) - scopes.begin());
    else if (!parameter && !broken) spec.problem_in("scope", "WRONG_TYPE", "`scope` is \"stream\", \"application\", \"panel\" or a parameter that says which");
  } else {
    rule.scope = policy::Scope::application;
  }
  spec.done();
  spec.loading.pack.conflicts.push_back(std::move(rule));
}

// The record type that `of = ...` names; nothing after reporting.
std::optional<std::uint16_t> of(Spec& spec) {
  if (!spec.push("of")) {
    spec.missing("of", "`of = ...` is missing: the round, a stream, the panel, a member, or a record type of the pack");
    return std::nullopt;
  }
  const Handle* h = spec.loading.handle_at(-1);
  std::optional<std::uint16_t> found;
  if (h && h->kind == Handle::Kind::root && h->root != root::other && h->root != root::parameters) found = h->root;
  else spec.problem_in("of", "WRONG_TYPE", "`of` names a kind of record without quotes: `of = stream`");
  lua_pop(spec.loading.L(), 1);
  return found;
}

std::vector<std::uint16_t> in_view_of(const Spec& spec, std::optional<std::uint16_t> subject) {
  std::vector<std::uint16_t> roots{root::round, root::panel, root::parameters};
  if (!subject)   // it is not known what may be asked, and that was said
    for (std::size_t r = 0; r < spec.loading.pack.roots.size(); ++r) roots.push_back(static_cast<std::uint16_t>(r));
  else if (*subject == root::application)
    return of_application();
  else if (std::ranges::find(roots, *subject) == roots.end())
    roots.push_back(*subject);
  return roots;
}

void requirement(Spec& spec) {
  policy::Requirement rule;
  common(spec, rule);
  effect(spec, rule);
  const auto subject = of(spec);
  rule.of = subject.value_or(root::round);
  auto roots = in_view_of(spec, subject);
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
  for (const auto& name : rule.must_name)
    if (name != "elements" && name != "pending") spec.problem_in("must_name", "UNKNOWN_WORD", "`must_name` lists \"elements\", \"pending\" or both, not `" + name + "`");
  rule.holds_back = spec.one_of("holds_back", {"offer"}, "");
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

void classification(Spec& spec) {
  lua_State* L = spec.loading.L();
  policy::Classification rule;
  common(spec, rule);
  const auto subject = of(spec);
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

// The rule of a layer below that `override "layer/rule"` names, or null after reporting.
KnownRule* overridden(Spec& spec, const std::string& layer, const std::string& id) {
  Loading& loading = spec.loading;
  std::vector<std::string> layers, names;
  for (const auto& l : loading.pack.layers)
    if (l.id != loading.layer) layers.push_back(l.id);
  if (layer.empty()) {
    spec.problem("UNKNOWN_RULE", "name the pack of the rule too: `override \"" + (layers.empty() ? std::string("core") : layers.back()) + "/" + id + "\"`", id);
    return nullptr;
  }
  if (layer == loading.layer) {
    spec.problem("UNKNOWN_RULE", "an override changes a rule of another pack; one of this pack is changed where it stands", spec.id);
    return nullptr;
  }
  if (std::ranges::find(layers, layer) == layers.end()) {
    const std::string near = base::nearest(layer, layers);
    spec.problem("UNKNOWN_RULE", "this pack does not extend `" + layer + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), spec.id);
    return nullptr;
  }
  KnownRule* found = nullptr;
  for (auto& rule : loading.rules) {
    if (rule.layer != layer || !rule.test) continue;
    names.push_back(rule.id);
    if (rule.id == id) found = &rule;
  }
  if (!found) {
    const std::string near = base::nearest(id, names);
    spec.problem("UNKNOWN_RULE", "`" + layer + "` has no rule `" + id + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"), spec.id);
  }
  return found;
}

// Adds `and_also` to the rule, or puts `instead` in its place, as far as its contract lets it.
void change(Spec& spec, KnownRule& rule) {
  rules::Tree& tree = spec.loading.loaded.tree;
  const std::uint32_t more = spec.condition("and_also"), instead = spec.condition("instead");
  auto names = rule.roots;
  auto otherwise = spec.words("otherwise", names, {instead}), or_else = spec.words("or_else", names, {instead});
  for (auto node : {more, instead}) check_in_view(spec, node, rule.roots);
  if (rule.contract == "sealed") return spec.problem("SEALED", "`" + rule.id + "` is sealed: no other pack may change it", spec.id);
  if (rule.contract == "parameter_only") return spec.problem("SEALED", "`" + rule.id + "` is changed by its parameters only", spec.id);
  if (rule.test->reading() == Reading::arises)
    return spec.problem("NOT_TIGHTER", "a conflict is no rule to add to: `and_also` would make it arise less often; write a conflict of this pack's own", spec.id);
  if (spec.has("instead") && rule.contract != "replaceable")
    return spec.problem("SEALED", "`" + rule.id + "` can only be added to, with `and_also`; it is not replaceable", "instead");
  if (!spec.has("and_also") && !spec.has("instead"))
    return spec.problem("MISSING_KEY", rule.contract == "replaceable" ? "`and_also = ...` or `instead = ...` is missing" : "`and_also = ...` is missing: an override may only add to what the rule asks");
  if (instead != nowhere) rule.test->replace(instead, std::move(otherwise), std::move(or_else));
  else if (spec.has("otherwise") || spec.has("or_else")) spec.problem("UNKNOWN_KEY", "the words of the rule stay; only with `instead` an override has `otherwise`", spec.has("otherwise") ? "otherwise" : "or_else");
  if (more != nowhere) rule.test->and_also(tree, more);
}

void override_rule(Spec& spec) {
  Loading& loading = spec.loading;
  policy::Override made{spec.id, loading.layer, spec.text("authority", true), spec.text("reason", true), spec.text("written_against", true), loading.file, spec.line};
  for (const char* key : {"and_also", "instead", "otherwise", "or_else"}) spec.has(key);
  const auto slash = spec.id.find('/');
  const std::string layer = slash == std::string::npos ? std::string() : spec.id.substr(0, slash);
  if (KnownRule* rule = overridden(spec, layer, spec.id.substr(slash == std::string::npos ? 0 : slash + 1))) {
    change(spec, *rule);
    const auto below = std::ranges::find(loading.pack.layers, layer, &policy::Layer::id);
    const std::string now = layer + " " + below->version;
    if (!made.written_against.empty() && made.written_against != now)
      loading.pack.warnings.push_back({"OVERRIDE_STALE", loading.file, spec.line, 0, {}, "override \"" + spec.id + "\" was written against " + made.written_against +
                                       " and this is " + now + "; read the rule again and say so", {}, rule->id});
  }
  spec.done();
  loading.pack.overrides.push_back(std::move(made));
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

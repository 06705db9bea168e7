#include "lua/rule_parts.hpp"

#include <algorithm>
#include <charconv>
#include <deque>

#include "base/text.hpp"
#include "lua/chunk.hpp"
#include "lua/field_check.hpp"
#include "lua/lexer.hpp"
#include "lua/state.hpp"
#include "policy/answers.hpp"
#include "policy/reach.hpp"

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

// `unless = { title =, clause =, when = }`
void unless(Spec& spec, Sentences& s, const InView& roots) {
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
InView nameable(const Spec& spec, InView roots) {
  if (spec.word == "conflict") roots.push_back(root::tie);
  return roots;
}

bool may_ask_plugins(const Spec& spec) { return spec.word == "criterion" || spec.word == "conflict" || spec.word == "requirement" || spec.word == "appeal"; }

// The numbers and texts that stand in a function.
std::vector<base::Value> constants_of(Loading& loading, const FunctionRef& function) {
  std::vector<base::Value> out;
  const Chunk* chunk = loading.sandbox.chunk(function.file);
  if (!chunk) return out;
  std::deque<std::string> texts;
  Lexer lexer(chunk->source(), texts);
  for (Token t = lexer.next(); t.kind != TokenKind::end_of_file && t.line <= function.last_line; t = lexer.next()) {
    if (t.line < function.line) continue;
    std::int64_t number = 0;
    if (t.kind == TokenKind::text) out.push_back(base::Value::of_text(loading.keep(t.value)));
    else if (t.kind == TokenKind::integer && std::from_chars(t.words.data(), t.words.data() + t.words.size(), number).ec == std::errc())
      out.push_back(base::Value::of(base::Kind::count, number));
  }
  return out;
}

}  // namespace

InView with(InView roots, std::initializer_list<std::uint16_t> more) {
  roots.insert(roots.end(), more);
  return roots;
}
InView of_application(const Spec& spec) {
  InView roots{root::round, root::stream, root::application, root::applicant, root::panel, root::parameters, root::records};
  if (const auto* facts = spec.loading.pack.roots[root::facts].type; !facts->fields.empty()) roots.push_back(root::facts);
  return roots;
}

std::optional<std::uint16_t> read_of(Spec& spec) {
  if (!spec.push("of")) {
    spec.missing("of", "`of = ...` is missing: the round, a stream, the panel, a member, or a record type of the pack");
    return std::nullopt;
  }
  const Handle* h = spec.loading.handle_at(-1);
  std::optional<std::uint16_t> found;
  if (h && h->kind == Handle::Kind::root && h->root != root::other && h->root != root::parameters && h->root != root::records && spec.loading.pack.roots[h->root].others < 0)
    found = h->root;
  else spec.problem_in("of", "WRONG_TYPE", "`of` names a kind of record without quotes: `of = stream`");
  lua_pop(spec.loading.L(), 1);
  return found;
}

InView in_view_of(const Spec& spec, std::optional<std::uint16_t> subject) {
  InView roots{root::round, root::panel, root::parameters, root::records};
  if (!subject)   // it is not known what may be asked, and that was said
    for (std::size_t r = 0; r < spec.loading.pack.roots.size(); ++r) roots.push_back(static_cast<std::uint16_t>(r));
  else if (*subject == root::application)
    return of_application(spec);
  else {
    const policy::Reach reach = policy::reach(spec.loading.pack, *subject);
    for (const std::uint16_t root : reach.roots)
      if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    if (std::ranges::find(roots, *subject) == roots.end()) roots.push_back(*subject);
  }
  return roots;
}

void read_common(Spec& spec, policy::Rule& rule) {
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
  rule.contract = contract;
  spec.loading.rules.push_back({spec.word, spec.id, spec.loading.layer, spec.loading.file, std::move(contract), {}, {}, nullptr});
}

void read_effect(Spec& spec, policy::Rule& rule) {
  const std::string by_force(policy::word(rule.effect));
  rule.effect = static_cast<Effect>(std::ranges::find(effects, spec.one_of("effect", effects, by_force)) - effects.begin());
  rule.effect_reason = spec.text("effect_reason");
}

std::optional<FunctionRef> function_of(Spec& spec, const char* key, const InView& roots) {
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

std::unique_ptr<policy::Test> function_test(Spec& spec, const InView& roots) {
  auto ref = function_of(spec, "test", roots);
  if (!ref) return nullptr;
  auto made = std::make_unique<FunctionTest>(spec.id, std::move(*ref), spec.loading.pack.roots);
  for (auto& problem : check_function(spec.loading.sandbox, made->bound(), spec.loading.pack.roots)) {
    problem.rule = spec.id;
    spec.loading.sandbox.note(std::move(problem));
  }
  made->mention(constants_of(spec.loading, made->bound().function()));
  return made;
}

std::unique_ptr<RuleTest> read_test(Spec& spec, const char* main, Reading reading, const InView& roots, bool needed, int use) {
  Sentences s;
  s.reading = reading;
  s.applies_when = spec.condition("applies_when");
  s.main = spec.condition(main);
  s.function = function_test(spec, roots);
  if (use >= 0) s.function = std::make_unique<policy::PluginTest>(static_cast<std::size_t>(use), spec.text("plugin"));
  if (reading != Reading::proposed) unless(spec, s, roots);
  if (reading == Reading::passes || reading == Reading::admitted) {
    s.refers_when = spec.condition("refers_when");
    s.refers_because = spec.words("refers_because", roots, {s.refers_when});
  }
  const auto names = nameable(spec, roots);
  s.otherwise = spec.words("otherwise", names, {s.main, s.refers_when});
  s.or_else = spec.words("or_else", names, {s.main, s.refers_when});
  if (spec.has(main) && spec.has("test")) spec.problem("TWO_ANSWERS", std::string("it has both `") + main + "` and `test`; one of them answers", "test");
  const bool by_plugin = may_ask_plugins(spec) && spec.has("plugin");
  for (const char* other : {main, "test"})
    if (by_plugin && spec.has(other)) spec.problem("TWO_ANSWERS", std::string("it has both `") + other + "` and `plugin`; one of them answers", "plugin");
  if (needed && !by_plugin && !spec.has(main) && !spec.has("test")) spec.missing(main, std::string("`") + main + " = ...` is missing, or a `test = function ...`");
  if (!s.refers_because.empty() && !spec.has("refers_when")) spec.problem("MISSING_KEY", "`refers_because` is said when `refers_when` holds, and that is missing", "refers_because");
  for (auto node : {s.applies_when, s.main, s.refers_when}) check_in_view(spec, node, roots);
  if (s.main == nowhere && !s.function) s.main = spec.loading.loaded.tree.add(rules::Op::all_of, {}, {});
  auto made = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  spec.loading.rules.back().roots = roots;
  spec.loading.rules.back().test = made.get();
  return made;
}

}  // namespace remit::lua

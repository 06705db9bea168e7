// The word `override`: how a pack changes a rule of a layer below, as far as the contract of that rule lets it.
#include <algorithm>
#include <map>
#include <memory>

#include "base/digest.hpp"
#include "base/text.hpp"
#include "lua/chunk.hpp"
#include "lua/meaning.hpp"
#include "lua/rule_parts.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using rules::nowhere;
using rules::Reading;

namespace {

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

template <class Rules>
policy::Rule* find_in(Rules& rules, const KnownRule& known) {
  for (auto& rule : rules)
    if (rule.id == known.id && rule.layer == known.layer && rule.test.get() == known.test) return &rule;
  return nullptr;
}
policy::Rule* rule_of(policy::Pack& pack, const KnownRule& known) {
  policy::Rule* found = find_in(pack.criteria, known);
  if (!found) found = find_in(pack.conflicts, known);
  if (!found) found = find_in(pack.record_conflicts, known);
  if (!found) found = find_in(pack.requirements, known);
  return found ? found : find_in(pack.appeals, known);
}

// The rule as the layers below leave it. What this layer has changed itself is no part of that.
std::map<std::string, std::string> stands(Loading& loading, const KnownRule& known) {
  const auto [at, fresh] = loading.stood.try_emplace(loading.layer + ":" + known.layer + "/" + known.id);
  if (!fresh) return at->second;
  if (const Chunk* chunk = loading.sandbox.chunk(known.file)) at->second = meaning_of(chunk->source(), known.word, known.id);
  if (const policy::Rule* rule = rule_of(loading.pack, known)) {   // the same whether it is said or left out
    at->second["force"] = policy::word(rule->force);
    at->second["effect"] = policy::word(rule->effect);
    at->second["override"] = known.contract;
  }
  for (const auto& [what, words] : known.changed) at->second[what] = words;
  return at->second;
}

std::string digest_of(const std::map<std::string, std::string>& parts) {
  base::Digest digest;
  for (const auto& [key, words] : parts) digest.update(key + '\0' + words + '\0');
  return digest.finish();
}

// Whether the contract of the rule lets it be changed at all, and in this way. Reports why not.
bool may_change(Spec& spec, const KnownRule& rule) {
  const bool more = spec.has("and_also"), instead = spec.has("instead"), function = spec.has("test"), replaceable = rule.contract == "replaceable";
  auto refused = [&](const char* code, const std::string& message, std::string_view near) {
    spec.problem(code, message, near);
    return false;
  };
  if (rule.contract == "sealed") return refused("SEALED", "`" + rule.id + "` is sealed: no other pack may change it", spec.id);
  if (rule.contract == "parameter_only") return refused("SEALED", "`" + rule.id + "` is changed by its parameters only", spec.id);
  if (rule.test->reading() == Reading::arises && !function)
    return refused("NOT_TIGHTER", "a conflict is no rule to add to: `and_also` would make it arise less often; write a conflict of this pack's own", spec.id);
  if (instead && !replaceable) return refused("SEALED", "`" + rule.id + "` can only be added to, with `and_also`; it is not replaceable", "instead");
  if (function && (more || instead)) return refused("TWO_ANSWERS", std::string("it has both `") + (more ? "and_also" : "instead") + "` and `test`; one of them answers", "test");
  if (!more && !instead && !function)
    return refused("MISSING_KEY", replaceable ? "`and_also = ...` or `instead = ...` is missing" : "`and_also = ...` is missing: an override may only add to what the rule asks", {});
  if (const policy::Rule* known = rule_of(spec.loading.pack, rule); function && known && known->use >= 0)
    return refused("WRONG_TYPE", "`" + rule.id + "` asks a plug-in, and no function can answer in its place; add to it with `and_also`", "test");
  return true;
}

// Adds `and_also` to the rule, or puts `instead` or a function in its place, as far as its contract lets it.
void change(Spec& spec, KnownRule& rule, policy::Override& made) {
  rules::Tree& tree = spec.loading.loaded.tree;
  const std::uint32_t more = spec.condition("and_also"), instead = spec.condition("instead");
  auto names = rule.roots;
  auto otherwise = spec.words("otherwise", names, {instead}), or_else = spec.words("or_else", names, {instead});
  for (auto node : {more, instead}) check_in_view(spec, node, rule.roots);
  auto function = function_test(spec, rule.roots);
  if (!may_change(spec, rule)) return;
  made.change = spec.has("test") ? "test" : spec.has("instead") ? "instead" : "and_also";
  if (made.change == "test" && function) {
    std::shared_ptr<const policy::Test> was = rule.test->answer_by(std::move(function));
    if (rule.contract == "tighten_only") made.was = std::move(was);
  }
  if (instead != nowhere) rule.test->replace(instead, std::move(otherwise), std::move(or_else));
  else if (spec.has("otherwise") || spec.has("or_else")) spec.problem("UNKNOWN_KEY", "the words of the rule stay; only with `instead` an override has `otherwise`", spec.has("otherwise") ? "otherwise" : "or_else");
  if (more != nowhere) rule.test->and_also(tree, more);
  // What it asks now is decided in two places: neither passes for the other.
  if (policy::Rule* known = rule_of(spec.loading.pack, rule)) known->clause += ", and " + made.authority;
}

// What the override says, for the locks of layers above.
void remember(Spec& spec, KnownRule& rule, const policy::Override& made) {
  const Chunk* chunk = spec.loading.sandbox.chunk(spec.loading.file);
  if (!chunk) return;
  for (const auto& [key, words] : meaning_of(chunk->source(), "override", made.rule))
    if (key != "authority" && key != "reason" && key != "written_against") rule.changed.emplace_back(key + " of " + made.layer, words);
}

void override_rule(Spec& spec) {
  Loading& loading = spec.loading;
  policy::Override made;
  made.rule = spec.id;
  made.layer = loading.layer;
  made.authority = spec.text("authority", true);
  made.reason = spec.text("reason", true);
  made.written_against = spec.text("written_against", true);
  made.file = loading.file;
  made.line = spec.line;
  for (const char* key : {"and_also", "instead", "test", "otherwise", "or_else"}) spec.has(key);
  const auto slash = spec.id.find('/');
  const std::string layer = slash == std::string::npos ? std::string() : spec.id.substr(0, slash);
  if (KnownRule* rule = overridden(spec, layer, spec.id.substr(slash == std::string::npos ? 0 : slash + 1))) {
    made.asks = stands(loading, *rule);
    made.digest = digest_of(made.asks);
    made.now = rule->test;
    change(spec, *rule, made);
    remember(spec, *rule, made);
    const auto below = std::ranges::find(loading.pack.layers, layer, &policy::Layer::id);
    const std::string now = layer + " " + below->version;
    if (!made.written_against.empty() && made.written_against != now)
      loading.pack.warnings.push_back({"OVERRIDE_STALE", loading.file, spec.line, 0, {}, "override \"" + spec.id + "\" was written against " + made.written_against +
                                       " and this is " + now + "; read the rule again and say so", {}, rule->id});
  }
  spec.done();
  loading.pack.overrides.push_back(std::move(made));
}

}  // namespace

void define_override_word(Loading& loading) { define_word(loading, "override", override_rule); }

}  // namespace remit::lua

// The word `override`: how a pack changes a rule of a layer below, as far as the contract of that rule lets it.
#include <algorithm>

#include "base/text.hpp"
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

}  // namespace

void define_override_word(Loading& loading) { define_word(loading, "override", override_rule); }

}  // namespace remit::lua

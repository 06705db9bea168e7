// The words that make rules: criterion, requirement, decision, marking, appeal. Those with more to say have files of their own.
#include "lua/chooser.hpp"
#include "lua/rule_parts.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using rules::nowhere;
using rules::Reading;
using rules::RuleTest;
using rules::Sentences;
namespace root = policy::root;

namespace {

void criterion(Spec& spec) {
  policy::Rule rule;
  read_common(spec, rule);
  read_effect(spec, rule);
  rule.use = plugin_use(spec, policy::Capability::criterion);
  rule.test = read_test(spec, "passes_when", Reading::passes, of_application(spec), true, rule.use);
  spec.done();
  spec.loading.pack.criteria.push_back(std::move(rule));
}

void requirement(Spec& spec) {
  policy::Requirement rule;
  read_common(spec, rule);
  read_effect(spec, rule);
  const auto subject = read_of(spec);
  rule.of = subject.value_or(root::round);
  auto roots = in_view_of(spec, subject);
  if (rule.of == root::application && spec.loading.pack.procedure == "each/1") roots = with(std::move(roots), {root::eligibility, root::scores});
  if (rule.of == root::application) rule.use = plugin_use(spec, policy::Capability::criterion, true);
  else if (rule.of == root::round || !spec.has("plugin")) rule.use = plugin_use(spec, policy::Capability::round_check);
  else spec.problem("WRONG_TYPE", "a plug-in answers about applications or about the round: `of = application` or `of = round`", "plugin");
  rule.test = read_test(spec, "passes_when", Reading::passes, roots, true, rule.use);
  spec.done();
  spec.loading.pack.requirements.push_back(std::move(rule));
}

void decision(Spec& spec) {
  policy::Decision rule;
  read_common(spec, rule);
  auto roots = with(of_application(spec), {root::eligibility, root::scores, root::proposal});
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
  rule.test = read_test(spec, "proposed_when", Reading::proposed, roots, false);
  spec.done();
  spec.loading.pack.decisions.push_back(std::move(rule));
}

// Where an application's own score sheets stand, in a pack that decides each application by itself.
void marking(Spec& spec) {
  auto rule = std::make_unique<policy::Marking>();
  read_common(spec, *rule);
  policy::Pack& pack = spec.loading.pack;
  if (pack.procedure != "each/1") spec.problem("WRONG_PROCEDURE", "score sheets inside an application are read only in a pack with `procedure = \"each/1\"`");
  rule->without_sheets = spec.number("without_sheets");
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
  if (spec.has("set_aside_when")) rule->test = read_test(spec, "set_aside_when", Reading::arises, {root::application, root::parameters, rule->sheet_root});
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
  read_common(spec, rule);
  auto roots = with(of_application(spec), {root::lodged, root::eligibility, root::scores, root::proposal});
  rule.use = plugin_use(spec, policy::Capability::appeal_rule);
  rule.test = read_test(spec, "admitted_when", Reading::admitted, roots, true, rule.use);
  if (std::uint32_t asks = spec.condition("asks"); asks != nowhere) {
    check_in_view(spec, asks, roots);
    Sentences s;
    s.main = asks;
    rule.asks = std::make_unique<RuleTest>(spec.loading.loaded.tree, spec.loading.pack.roots, std::move(s));
  }
  spec.done();
  spec.loading.pack.appeals.push_back(std::move(rule));
}

}  // namespace

void define_rule_words(Loading& loading) {
  define_word(loading, "criterion", criterion);
  define_word(loading, "requirement", requirement);
  define_word(loading, "decision", decision);
  define_word(loading, "appeal", appeal);
  define_word(loading, "marking", marking);
  define_conflict_word(loading);
  define_classification_word(loading);
  define_override_word(loading);
}

}  // namespace remit::lua

// The word `conflict`: when a member may not take part, and what follows.
#include <algorithm>

#include "lua/rule_parts.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using rules::Reading;
namespace root = policy::root;

namespace {

policy::Action read_action(Spec& spec) {
  return spec.one_of("action", {"recuse", "exclude"}, "recuse") == "exclude" ? policy::Action::exclude : policy::Action::recuse;
}

// One that arises in records of a type, beside applications: about the member that each of them names.
void of_record(Spec& spec, policy::Conflict rule) {
  const auto subject = read_of(spec);
  rule.of = subject.value_or(root::member);
  const InView roots = in_view_of(spec, subject);
  if (subject && *subject == root::application)
    spec.problem_in("of", "WRONG_TYPE", "a conflict is about applications when `of` is left out");
  else if (subject && std::ranges::find(roots, std::uint16_t{root::member}) == roots.end())
    spec.problem_in("of", "NO_MEMBER", "a conflict is about a member, and `" + spec.loading.pack.roots[*subject].name + "` names none: give it a field `member = id_of(member)`");
  rule.test = read_test(spec, "arises_when", Reading::arises, roots);
  rule.action = read_action(spec);
  spec.done();
  spec.loading.pack.record_conflicts.push_back(std::move(rule));
}

void conflict(Spec& spec) {
  policy::Conflict rule;
  read_common(spec, rule);
  if (spec.has("of")) return of_record(spec, std::move(rule));
  auto roots = with(of_application(spec), {root::member, root::declaration});
  for (std::size_t r = root::first_free; r < spec.loading.pack.roots.size(); ++r) roots.push_back(static_cast<std::uint16_t>(r));
  rule.use = plugin_use(spec, policy::Capability::conflict_rule);
  rule.test = read_test(spec, "arises_when", Reading::arises, roots, true, rule.use);
  rule.action = read_action(spec);
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

}  // namespace

void define_conflict_word(Loading& loading) { define_word(loading, "conflict", conflict); }

}  // namespace remit::lua

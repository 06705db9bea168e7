// The word `conflict`: when a member may not take part, and what follows.
#include <algorithm>

#include "lua/rule_parts.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using rules::Reading;
namespace root = policy::root;

namespace {

void conflict(Spec& spec) {
  policy::Conflict rule;
  read_common(spec, rule);
  auto roots = with(of_application(spec), {root::member, root::declaration});
  for (std::size_t r = root::first_free; r < spec.loading.pack.roots.size(); ++r) roots.push_back(static_cast<std::uint16_t>(r));
  rule.use = plugin_use(spec, policy::Capability::conflict_rule);
  rule.test = read_test(spec, "arises_when", Reading::arises, roots, true, rule.use);
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

}  // namespace

void define_conflict_word(Loading& loading) { define_word(loading, "conflict", conflict); }

}  // namespace remit::lua

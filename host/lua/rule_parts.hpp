// What the words that make rules have in common: where a rule comes from, its effect, its sentences or its function, and what
// those may see. Each reports what is wrong and gives something harmless back, so that one mistake is one message.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <vector>

#include "lua/function_test.hpp"
#include "lua/spec.hpp"

namespace remit::lua {

using InView = std::vector<std::uint16_t>;   // roots

InView with(InView roots, std::initializer_list<std::uint16_t> more);
/// What every rule about an application sees.
InView of_application(const Spec& spec);
/// The record type that `of = ...` names; nothing after reporting.
std::optional<std::uint16_t> read_of(Spec& spec);
/// What a rule of `subject` sees; everything when that is not known, for then it was reported.
InView in_view_of(const Spec& spec, std::optional<std::uint16_t> subject);

/// Id, title, clause, force, streams and the like; makes the rule known to overrides.
void read_common(Spec& spec, policy::Rule& rule);
void read_effect(Spec& spec, policy::Rule& rule);
/// The function of `key = function (...) ... end`, if there is one whose parameters are in view.
std::optional<FunctionRef> function_of(Spec& spec, const char* key, const InView& roots);
/// The function of `test = function (...) ... end` as a test, checked; null when there is none or after reporting.
std::unique_ptr<policy::Test> function_test(Spec& spec, const InView& roots);
/// The sentences of a rule whose main one is called `main`. `needed`: it must have one, or a function. `use`: the plug-in that
/// answers in its place (words.hpp: plugin_use), or -1.
std::unique_ptr<rules::RuleTest> read_test(Spec& spec, const char* main, rules::Reading reading, const InView& roots, bool needed = true, int use = -1);

}  // namespace remit::lua

#include "policy/pack.hpp"

namespace remit::policy {

std::string_view word(Outcome outcome) {
  static constexpr std::string_view words[] = {"pass", "fail", "refer", "not_applicable", "no_provision", "error"};
  return words[static_cast<std::size_t>(outcome)];
}
std::string_view word(Force force) {
  static constexpr std::string_view words[] = {"must", "should", "proposed", "data", "context"};
  return words[static_cast<std::size_t>(force)];
}
std::string_view word(Effect effect) {
  static constexpr std::string_view words[] = {"blocks", "refers", "warns"};
  return words[static_cast<std::size_t>(effect)];
}
std::string_view word(Action action) {
  static constexpr std::string_view words[] = {"recuse", "exclude"};
  return words[static_cast<std::size_t>(action)];
}
std::string_view word(Scope scope) {
  static constexpr std::string_view words[] = {"stream", "application", "panel"};
  return words[static_cast<std::size_t>(scope)];
}

const Parameter::Period* Parameter::on(std::int64_t second) const {
  const Period* found = nullptr;
  for (const auto& period : periods)
    if (period.from <= second) found = &period;
  return found;
}

int Pack::find_parameter(std::string_view name) const {
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (parameters[i].id == name) return static_cast<int>(i);
  return -1;
}

const NoProvision* Pack::no_provision(std::string_view name) const {
  for (const auto& silence : no_provisions)
    if (silence.id == name) return &silence;
  return nullptr;
}

std::vector<base::Value> Pack::parameters_on(std::int64_t second) const {
  std::vector<base::Value> values(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (const auto* period = parameters[i].on(second)) values[i] = period->value;
  return values;
}

}  // namespace remit::policy

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

std::string_view word(Clock clock) { return clock == Clock::opened ? "when_opened" : "when_decided"; }

const Parameter::Period* Parameter::on(const Clocks& clocks) const {
  const std::int64_t second = clock == Clock::opened ? clocks.opened : clocks.decided;
  const Period* found = nullptr;
  for (const auto& period : periods)
    if (period.from <= second) found = &period;
  return found;
}

Class classify(const Classification& rule, const Facts& facts, Work& work) {
  Class made;
  made.outcome = rule.test->ask(facts, work);
  if (made.outcome != Outcome::pass) return made;
  std::vector<Read> reads = std::move(work.reads);
  auto keep_reads = [&] {
    for (const auto& r : work.reads) {
      bool known = false;
      for (const auto& k : reads) known |= k.root == r.root && k.field == r.field && k.item == r.item;
      if (!known) reads.push_back(r);
    }
  };
  std::string doubted;   // the first class of which it cannot be told whether it fits
  made.outcome = Outcome::refer;
  made.message = rule.otherwise;
  for (const auto& c : rule.cases) {
    Outcome o = c.when->ask(facts, work);
    keep_reads();
    if (o == Outcome::error) {
      made.outcome = o;
      made.message = work.cause;
      break;
    }
    if (o == Outcome::refer && doubted.empty()) doubted = c.code;
    if (o != Outcome::pass) continue;
    if (doubted.empty()) made = {Outcome::pass, c.code, c.clause, {}};
    break;
  }
  if (made.outcome == Outcome::refer && !doubted.empty()) made.message = "it cannot be told whether " + doubted + " fits";
  work.reads = std::move(reads);
  return made;
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

std::vector<base::Value> Pack::parameters_on(const Clocks& clocks) const {
  std::vector<base::Value> values(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i)
    if (const auto* period = parameters[i].on(clocks)) values[i] = period->value;
  return values;
}

base::Scoring Pack::scoring_on(const Clocks& clocks) const {
  base::Scoring made = scoring;
  made.from_pack = true;
  const std::vector<base::Value> values = parameters_on(clocks);
  if (int at = find_parameter("minimum_total"); at >= 0) {
    const base::Value& v = values[static_cast<std::size_t>(at)];
    if (v.kind == base::Kind::count) made.minimum_total = base::Rational(v.integer);
    if (v.kind == base::Kind::ratio) made.minimum_total = *v.ratio;
  }
  if (int at = find_parameter("tie_break"); at >= 0)
    for (const auto& measure : values[static_cast<std::size_t>(at)].list())
      for (std::size_t m = 0; m < made.measures.size(); ++m)
        if (made.measures[m].id == measure.str()) made.tie_break.push_back(static_cast<std::uint16_t>(m));
  return made;
}

}  // namespace remit::policy

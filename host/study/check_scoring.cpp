// The procedure divides by the sum of the weights, so any weights give a total of 100 at most; but weights that look like shares of 100 and
// are not give every measure another share than the one that stands there.
#include "study/check_parts.hpp"

namespace remit::study {

using base::Rational;

namespace {

bool all_alike(const base::Scoring& scoring) {
  for (const auto& m : scoring.measures)
    if (m.weight != scoring.measures.front().weight) return false;
  return true;
}

void check_weights(const policy::Pack& pack, Findings& findings) {
  const auto& measures = pack.scoring.measures;
  if (measures.empty()) return;
  Rational sum(0);
  for (const auto& m : measures) sum = sum + m.weight;
  if (sum == Rational(100) || sum == Rational(1) || all_alike(pack.scoring) || sum == Rational(0)) return;
  const auto& first = measures.front();
  findings.push_back({Weight::warning, {"WEIGHTS", pack.place, 0, 0, {}, "the weights of the measures sum to " + sum.rounded() + ", not to 100: measure \"" + first.id + "\" says " + first.weight.rounded() +
                      " and counts for " + (Rational(100) * first.weight / sum).rounded() + " of 100", {}, first.id}});
}

}  // namespace

void check_scoring(const policy::Pack& pack, Findings& findings) {
  check_weights(pack, findings);
  const int at = pack.find_parameter("minimum_total");
  if (at < 0) return;
  const policy::Parameter& p = pack.parameters[static_cast<std::size_t>(at)];
  for (const auto& period : p.periods) {
    Rational least(0);
    if (period.value.kind == base::Kind::count) least = Rational(period.value.integer);
    else if (period.value.kind == base::Kind::ratio) least = *period.value.ratio;
    if (least > Rational(100))
      findings.push_back({Weight::error, {"UNREACHABLE", p.file, p.line, 0, {}, "parameter \"minimum_total\" asks for " + least.rounded() + ", and a total is 100 at most: no score can reach it", {}, {}}});
  }
}

}  // namespace remit::study

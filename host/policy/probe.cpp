// Two passes. The first varies few fields at a time, so that the first case found is a small one; every item of a list is alike.
// The second mixes all fields at once, for what only shows when several come together or when items differ, and then takes away
// from the case that it found whatever the case does not need.
#include "policy/probe.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include "policy/probe_case.hpp"

namespace remit::policy {

namespace {

// How much a rule stands in the way: a person looks at what is referred and at what went wrong.
int strictness(Outcome o) { return o == Outcome::fail ? 2 : o == Outcome::refer || o == Outcome::error ? 1 : 0; }

class Prober {
 public:
  Prober(const Pack& pack, const Override& changed) : changed_(changed), work_(pack.start_work()), case_(pack, ProbeCase::Required::may_be_absent) {
    for (const Test* test : {changed.was.get(), changed.now})
      for (const auto& v : test->prospect().mentions) case_.mention(v, true);
    dates_.insert(std::numeric_limits<std::int64_t>::max());
    for (const auto& p : pack.parameters)
      for (const auto& period : p.periods) {
        case_.mention(period.value, false);
        dates_.insert(period.from);
      }
    case_.at(*dates_.rbegin());
  }

  Probe run() {
    const std::size_t systematic = most_probe_cases - most_mixed_cases;
    for (bool grown = true; grown && !done(systematic);) {   // a field that is read only in a later case is varied from the start
      grown = false;
      for (std::size_t fields = 0; fields <= case_.variables().size() && !done(systematic) && !grown; ++fields) {
        const std::size_t known = case_.variables().size();
        choose(0, fields, known, systematic);
        grown = case_.variables().size() > known && fields > 0;
      }
    }
    for (case_.seed = 1; case_.seed <= most_mixed_cases && !case_.variables().empty() && !found_.looser; ++case_.seed) mix();
    return std::move(found_);
  }

 private:
  bool done(std::size_t most) const { return found_.looser || found_.cases >= most; }

  // Varies `left` more of the first `known` fields, from `from` on; then asks.
  void choose(std::size_t from, std::size_t left, std::size_t known, std::size_t most) {
    if (left == 0) return ask_once();
    for (std::size_t v = from; v + left <= known; ++v) {
      for (std::size_t value = 1; value <= case_.variables()[v].values.size() && !done(most); ++value) {
        case_.variables()[v].chosen = value;
        choose(v + 1, left - 1, known, most);
      }
      if (done(most)) return;
      case_.variables()[v].chosen = 0;
    }
  }

  void mix() {
    auto day = dates_.begin();
    std::advance(day, static_cast<std::ptrdiff_t>(probe_mix(case_.seed, 1) % dates_.size()));
    case_.at(*day);
    auto& variables = case_.variables();
    for (std::size_t v = 0; v < variables.size(); ++v) variables[v].chosen = probe_mix(probe_mix(case_.seed, 0), v) % (variables[v].values.size() + 1);
    ++found_.cases;
    if (!looser()) return;
    for (auto& v : variables) {   // what the case does not need goes
      const std::size_t kept = std::exchange(v.chosen, 0);
      if (kept && !looser()) v.chosen = kept;
    }
    tell();
  }

  void ask_once() {
    if (!asked_.insert(case_.key()).second) return;
    ++found_.cases;
    if (looser()) tell();
  }

  bool looser() {
    const Facts made = case_.facts();
    const Outcome was = ask(*changed_.was, made), now = ask(*changed_.now, made);
    if (was == Outcome::error || strictness(now) >= strictness(was)) return false;
    found_.was = was;
    found_.now = now;
    return true;
  }

  void tell() {
    looser();   // the outcomes of this very case
    found_.looser = true;
    found_.facts = case_.words(*dates_.rbegin());
  }

  Outcome ask(const Test& test, const Facts& facts) {
    const Outcome outcome = test.ask(facts, *work_);
    case_.learn(work_->reads);
    return outcome;
  }

  const Override& changed_;
  std::unique_ptr<Work> work_;
  ProbeCase case_;
  std::set<std::string> asked_;
  std::set<std::int64_t> dates_;
  Probe found_;
};

}  // namespace

Probe probe(const Pack& pack, const Override& changed) { return Prober(pack, changed).run(); }

}  // namespace remit::policy

// Step 1: each criterion gives each application of its streams a finding, and the findings together an outcome. The
// findings are laid out one after the other in an arena for each thread: nothing is allocated for a single application.
#include "engine/ask.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using policy::Effect;
using policy::Outcome;

namespace {

/// What one finding asks for: an error goes before anything, a block before a doubt, and a warning changes nothing.
void weigh(Outcome outcome, Effect effect, Eligibility& so_far) {
  const bool blocks = outcome == Outcome::fail && effect == Effect::blocks;
  const bool refers = (outcome == Outcome::fail && effect == Effect::refers) ||
                      (outcome == Outcome::refer && effect != Effect::warns);
  if (outcome == Outcome::error) so_far.error = true;
  if (blocks) so_far.outcome = Eligible::ineligible;
  if (refers && so_far.outcome == Eligible::eligible) so_far.outcome = Eligible::refer;
}

/// What the rule read, if that is wanted: a function may note it all the same.
std::span<const policy::Read> kept_reads(const policy::Work& work, base::Arena& arena) {
  if (!work.ledger) return {};
  return arena.copy(std::span<const policy::Read>(work.reads));
}

}  // namespace

Eligibility judge(const View& view, std::uint32_t i, const policy::Facts& facts, policy::Work& work, base::Arena& arena) {
  Eligibility out;
  const auto& criteria = view.criteria_of[view.round->stream_of[i]];
  Finding* findings = arena.make<Finding>(criteria.size());
  for (std::size_t n = 0; n < criteria.size(); ++n) {
    const policy::Rule& rule = view.pack->criteria[criteria[n]];
    const Outcome outcome = ask(rule, facts, work);
    weigh(outcome, rule.effect, out);
    std::construct_at(findings + n, Finding{criteria[n], outcome, kept_reads(work, arena),
                                            arena.copy(std::string_view(work.cause))});
  }
  // no application is turned down because software failed, whatever its other findings say
  if (out.error) out.outcome = Eligible::refer;
  out.findings = {findings, criteria.size()};
  return out;
}

bool is_withdrawn(const intake::Round& round, std::uint32_t i) {
  const base::Value& status = round.applications.at(i, intake::application_field::status);
  return status.kind == base::Kind::word && status.word == intake::status_word::withdrawn;
}

Eligibilities judge_eligibility(const View& view, Crew& crew, bool ledger) {
  const intake::Round& round = *view.round;
  Eligibilities out;
  out.of.resize(round.applications.size());
  out.arenas.resize(crew.size());
  crew.share(out.of.size(), [&](std::size_t hand, std::size_t first, std::size_t last) {
    policy::Work& work = crew.work(hand);
    work.ledger = ledger;
    policy::Facts facts = facts_of(view);
    base::Arena arena;   // the thread's own until it is done: neighbours in a vector would share cache lines
    for (auto i = static_cast<std::uint32_t>(first); i < last; ++i) {
      if (is_withdrawn(round, i)) {
        out.of[i].withdrawn = true;
        continue;
      }
      turn_to(view, i, facts);
      out.of[i] = judge(view, i, facts, work, arena);
      work.arena.clear();
    }
    work.ledger = true;
    out.arenas[hand] = std::move(arena);
  });
  return out;
}

}  // namespace remit::engine

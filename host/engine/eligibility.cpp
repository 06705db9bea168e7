// Step 1: each criterion gives each application of its streams a finding, and the findings together an outcome. The
// findings are laid out one after the other in an arena for each thread: nothing is allocated for a single application.
#include <algorithm>
#include <iterator>

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

std::span<const Finding> findings_of(std::span<const std::uint16_t> rules, const auto& all, const policy::Facts& facts,
                                     policy::Work& work, base::Arena& arena, auto&& weighed) {
  Finding* findings = arena.make<Finding>(rules.size());
  for (std::size_t n = 0; n < rules.size(); ++n) {
    const policy::Rule& rule = all[rules[n]];
    const Outcome outcome = ask(rule, facts, work);
    weighed(outcome, rule.effect);
    std::construct_at(findings + n, Finding{rules[n], outcome, kept_reads(work, arena), arena.copy(std::string_view(work.cause))});
  }
  return {findings, rules.size()};
}

/// Whether what is approved of an application waits for an answer (step 5). The pack's own sentence says so where it has one, with
/// the money taken as there; it can only be asked when the allocation comes to it.
bool waits(const View& view, std::uint32_t i, const Eligibility& so_far, const policy::Facts& facts, policy::Work& work) {
  if (!view.in_principle)
    return so_far.outcome == Eligible::refer || view.round->applications.at(i, intake::application_field::clarifications).answered();
  static constexpr std::string_view words[] = {"eligible", "ineligible", "refer"};
  const auto at = static_cast<std::uint16_t>(so_far.outcome);
  const base::Value outcome[] = {base::Value::of_word(words[at], at)};
  // the fields that only plug-ins see are not there yet
  const base::Value proposal[] = {base::Value::yes(true), view.round->applications.at(i, intake::application_field::amount_requested), {}};
  const base::Value scores[3] = {};
  policy::Facts seen = facts;
  seen.records[policy::root::eligibility] = outcome;
  seen.records[policy::root::proposal] = proposal;
  seen.records[policy::root::scores] = scores;
  return ask(*view.in_principle, seen, work) != Outcome::fail;   // a sentence that breaks down holds money back, and gives none away
}

}  // namespace

Eligibility judge(const View& view, std::uint32_t i, const policy::Facts& facts, policy::Work& work, base::Arena& arena) {
  Eligibility out;
  const std::uint32_t stream = view.round->stream_of[i];
  out.findings = findings_of(view.criteria_of[stream], view.pack->criteria, facts, work, arena,
                             [&](Outcome outcome, Effect effect) { weigh(outcome, effect, out); });
  // no application is turned down because software failed, whatever its other findings say
  if (out.error) out.outcome = Eligible::refer;
  out.beside = findings_of(view.requirements_of[stream], view.pack->requirements, facts, work, arena, [](Outcome, Effect) {});
  out.in_principle = waits(view, i, out, facts, work);
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

void ask_across(const View& view, Crew& crew, Eligibilities& eligibility, bool ledger) {
  const auto& rules = view.pack->requirements;
  std::vector<std::uint16_t> all;
  for (std::size_t r = 0; r < rules.size(); ++r)
    if (is_across(view, rules[r])) all.push_back(static_cast<std::uint16_t>(r));
  if (all.empty()) return;
  const intake::Round& round = *view.round;
  base::Arena& arena = eligibility.arenas.emplace_back();
  policy::Work& work = crew.work(0);
  work.ledger = ledger;
  policy::Facts facts = facts_of(view);
  for (std::uint32_t i = 0; i < eligibility.of.size(); ++i) {
    if (eligibility.of[i].withdrawn) continue;
    turn_to(view, i, facts);
    const std::string_view stream = round.streams.at(round.stream_of[i], intake::stream_field::id).str();
    std::vector<std::uint16_t> across;
    std::ranges::copy_if(all, std::back_inserter(across), [&](std::uint16_t r) { return rules[r].runs_in(stream); });
    const auto found = findings_of(across, rules, facts, work, arena, [](Outcome, Effect) {});
    const auto before = eligibility.of[i].beside;
    Finding* both = arena.make<Finding>(before.size() + found.size());
    std::ranges::merge(before, found, both, {}, &Finding::criterion, &Finding::criterion);
    eligibility.of[i].beside = {both, before.size() + found.size()};
    work.arena.clear();
  }
  work.ledger = true;
}

}  // namespace remit::engine

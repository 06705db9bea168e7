// The application decided again, beside the first decision: step 1 of the same facts, step 3 with the fresh panel's marks,
// then steps 4 and 5 for all, with this one score in the place of the first.
#include "engine/appeal.hpp"

#include <algorithm>

#include "engine/consult.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

using base::Rational;
using intake::Appeal;

namespace {

/// Why it is not decided again; empty when it is.
std::string why_not_again(const Decided& first, const Appeal& appeal, const Admission& admission, const AppealAnswer& so_far) {
  switch (admission.outcome) {
    case Heard::admitted: break;
    case Heard::not_admitted: return "the appeal is not admitted";
    case Heard::incomplete: return "the appeal is incomplete";
    case Heard::refer: return "a person must say first whether the appeal is admitted";
    case Heard::no_provision: return "the framework has no provision for this appeal";
  }
  if (is_withdrawn(*first.view.round, appeal.application)) return "the application was withdrawn";
  if (!so_far.panel) {
    const std::string_view reason = appeal.lodged[intake::lodged_field::no_fresh_panel].str();
    return reason.empty() ? "no fresh panel is named, and no reason is given why there is none" : "there is no fresh panel: " + std::string(reason);
  }
  if (!so_far.panel->fit) {
    std::string wrong;
    for (const PanelCheck& check : so_far.panel->checks)
      if (check.outcome == policy::Outcome::fail || check.outcome == policy::Outcome::error) wrong += (wrong.empty() ? "" : "; ") + check.message;
    return "the fresh panel cannot decide: " + wrong;
  }
  return appeal.marks.empty() ? "the fresh panel has not marked it" : "";
}

/// Takes over the panel's view and conflicts.
std::unique_ptr<Decided> decide_again(const Decided& first, const Appeal& appeal, FreshPanel& panel, Crew& crew) {
  const std::uint32_t i = appeal.application;
  const intake::Round& round = *panel.round;
  auto out = std::make_unique<Decided>();
  out->view = std::move(panel.view);
  out->conflicts = std::move(panel.conflicts);
  out->conflicts.stream_of = &round.stream_of;

  // Step 1 is asked of the same facts: if a criterion looks at the panel, it is the first one.
  out->view.panel = first.view.panel;
  out->eligibility.of = first.eligibility.of;
  policy::Work& work = crew.work(0);
  const policy::Facts facts = facts_of(out->view, i);
  const std::span<const Finding> beside = first.eligibility.of[i].beside;   // round checks, too, stand as they were
  out->eligibility.of[i] = judge(out->view, i, facts, work, out->eligibility.arenas.emplace_back());
  out->eligibility.of[i].beside = beside;
  work.arena.clear();

  // Steps 2 and 3 of the fresh panel hold for this application, those of the first panel for all others.
  for (std::uint32_t other = 0; other < round.applications.size(); ++other) {
    if (other == i) continue;
    out->conflicts.panel_unfit[other] = first.conflicts.panel_unfit[other];
    out->conflicts.errors[other] = first.conflicts.errors[other];
  }
  Scores fresh = score_applications(round, out->conflicts, crew, out->view.answers);
  out->scores.of = first.scores.of;
  out->scores.of[i] = std::move(fresh.of[i]);
  out->scores.arenas = std::move(fresh.arenas);

  out->ranking = rank_applications(round, out->eligibility, out->conflicts, out->scores);
  consult_allocator(out->view, out->conflicts, out->scores, out->ranking);
  out->allocation = allocate(out->view, out->eligibility, out->conflicts, out->scores, out->ranking);
  return out;
}

/// What each point of a measure's mean is worth in the total, as step 3 has it.
std::optional<Rational> points_of(const base::Scoring& scoring, std::size_t measure, const Rational& difference) try {
  Rational weights;
  for (const base::Measure& m : scoring.measures) weights = weights + m.weight;
  return difference * Rational(100) * scoring.measures[measure].weight / (scoring.measures[measure].high * weights);
} catch (const base::Overflow&) {
  return std::nullopt;
}

void compare_scores(const base::Scoring& scoring, const Score& first, const Score& second, std::vector<Change>& out) {
  using enum Change::Of;
  if (first.scored != second.scored) out.push_back({.of = scored});
  if (!first.scored || !second.scored) return;
  for (std::uint16_t m = 0; m < scoring.measures.size(); ++m) {
    const MeasureScore &was = first.measures[m], &now = second.measures[m];
    if (was.mean == now.mean) continue;
    out.push_back({.of = measure, .measure = m, .first = was.mean, .second = now.mean, .points = points_of(scoring, m, now.mean - was.mean)});
    if (was.met != now.met) out.push_back({.of = minimum, .measure = m, .first = was.mean, .second = now.mean});
  }
  if (first.total == second.total) return;
  out.push_back({.of = total, .first = first.total, .second = second.total});
  const auto& least = scoring.minimum_total;
  if (least && (first.total >= *least) != (second.total >= *least)) out.push_back({.of = threshold, .first = first.total, .second = second.total});
}

bool same_elements(const Proposal& a, const Proposal& b) { return std::ranges::equal(a.elements, b.elements); }

bool moved(const Proposal& a, const Proposal& b) {
  return a.rank != b.rank || a.decision != b.decision || a.amount != b.amount || !same_elements(a, b);
}

}  // namespace

std::vector<Change> changes_between(const Decided& first, const Decided& second, std::uint32_t i) {
  using enum Change::Of;
  std::vector<Change> out;
  if (first.eligibility.of[i].outcome != second.eligibility.of[i].outcome) out.push_back({.of = eligibility});
  if (first.conflicts.panel_unfit[i].empty() != second.conflicts.panel_unfit[i].empty()) out.push_back({.of = panel});
  compare_scores(first.view.round->scoring[first.view.round->stream_of[i]], first.scores.of[i], second.scores.of[i], out);
  const Proposal &was = first.allocation.of[i], &now = second.allocation.of[i];
  if (was.rank != now.rank) out.push_back({.of = rank});
  if (was.decision != now.decision) out.push_back({.of = decision});
  if (was.amount != now.amount) out.push_back({.of = amount});
  if (!same_elements(was, now)) out.push_back({.of = elements});
  return out;
}

AppealAnswer answer_appeal(const Decided& first, const Appeal& appeal, const Admission& admission, Crew& crew) {
  AppealAnswer out;
  if (appeal.panel != nullptr) out.panel = look_at_fresh_panel(first, appeal, crew);
  out.not_again = why_not_again(first, appeal, admission, out);
  if (!out.not_again.empty()) return out;
  out.second = decide_again(first, appeal, *out.panel, crew);
  out.changes = changes_between(first, *out.second, appeal.application);
  for (std::uint32_t other = 0; other < first.allocation.of.size(); ++other)
    if (other != appeal.application && moved(first.allocation.of[other], out.second->allocation.of[other])) out.elsewhere.push_back(other);
  return out;
}

}  // namespace remit::engine

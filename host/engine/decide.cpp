// A round, decided: the default procedure, version 1, as a list of passes. Each returns a new value from those before it
// and writes into none of them; all are indexed by the rows of the round, which are in the order of ids.
#include <cassert>

#include "base/problem.hpp"
#include "engine/consult.hpp"
#include "engine/steps.hpp"

namespace remit::engine {

Decided decide(const intake::Round& round, const policy::Pack& pack, unsigned threads, bool ledger, policy::Plugins* plugins) {
  assert(round.stream_of.size() == round.applications.size() && round.applicant_of.size() == round.applications.size());
  assert(round.marks_of.size() == round.applications.size() + 1 && round.scoring.size() == round.streams.size());
  if (plugins == nullptr && asks_plugins(pack))
    base::refuse({"NO_PLUGINS", pack.plugins.front().file, pack.plugins.front().line, 0, {}, "the pack uses plug-ins, and none were opened for it; no application was touched", {}, {}}, 3);
  Crew crew(pack, threads);
  Decided out;

  // What rules see: the rows of the round, with derived values, parameters on the round's date, and indexes.
  out.view = look_at(round, pack, plugins);
  look_up_facts(out.view);

  // The classes of the pack's own records, which rules below may read.
  if (!round.records.empty()) classify_records(out.view, crew.work(0), {});

  // Step 1. From here on: withdrawn applications have no findings; an error is never `ineligible`.
  consult_about_applications(out.view);
  out.eligibility = judge_eligibility(out.view, crew, ledger);

  // Step 2. Does not look at step 1: ineligible applications recuse members, too. From here on it is known whose sheets
  // count for which application, and which panels cannot decide.
  consult_about_members(out.view);
  out.conflicts = settle_conflicts(out.view, crew);

  // Step 3. From here on an application has an exact total, or a problem that says why not.
  out.scores = score_applications(round, out.conflicts, crew, out.view.answers);

  // Step 4. From here on an application is ranked in its stream, or something in steps 1 to 3 keeps it out.
  out.ranking = rank_applications(round, out.eligibility, out.conflicts, out.scores);

  // Findings on the round, its streams, panel and members, and what looks across the round. They stand beside the applications
  // and decide none.
  consult_across_the_round(out.view, out.conflicts, out.scores, out.ranking);
  out.round_findings = ask_requirements(out.view, crew);
  ask_across(out.view, crew, out.eligibility, ledger);

  // Step 5. Every application has a proposal; what is proposed and what is left make up each stream's budget.
  consult_allocator(out.view, out.conflicts, out.scores, out.ranking);
  out.allocation = allocate(out.view, out.eligibility, out.conflicts, out.scores, out.ranking);
  return out;
}

}  // namespace remit::engine

#include "study/cause_words.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "engine/ask.hpp"
#include "record/findings.hpp"
#include "record/words.hpp"
#include "rules/words.hpp"

namespace remit::study {

using engine::Decided;
using policy::Outcome;

namespace {

std::string_view outcome_words(Outcome outcome) {
  static constexpr std::string_view words[] = {"met", "not met", "a person must look", "does not apply", "no provision", "the rule could not answer"};
  return words[static_cast<std::size_t>(outcome)];
}

std::string clause_on(const Decided& side, int parameter, std::uint32_t stream) {
  const auto& p = side.view.pack->parameters[static_cast<std::size_t>(parameter)];
  const auto* period = p.on(side.view.clocks_of[stream]);
  return period != nullptr && !period->clause.empty() ? period->clause : p.clause;
}

const base::Scoring& scoring_of(const Decided& side, std::uint32_t i) { return side.view.round->scoring[side.view.round->stream_of[i]]; }

/// The rule whose recusal keeps `member` out of deciding about `i`; null when none does.
const policy::Conflict* who_keeps_out(const Decided& side, std::uint16_t member, std::uint32_t i) {
  for (const engine::Recusal& r : side.conflicts.recusals) {
    if (r.member != member) continue;
    const bool reaches = r.scope == policy::Scope::panel || r.application == i ||
                         (r.scope == policy::Scope::stream && side.view.round->stream_of[r.application] == side.view.round->stream_of[i]);
    if (reaches) return &side.view.pack->conflicts[r.conflict];
  }
  return nullptr;
}

std::string before_and_now(const std::string& was, const std::string& is) { return was + " before, " + is + " now"; }

}  // namespace

CauseWords::CauseWords(const Decided& before, const Decided& after, const OwnChanges& own)
    : before_{before, record::start_work(*before.view.pack)}, after_{after, record::start_work(*after.view.pack)}, own_(own) {}

std::string CauseWords::said(Side& side, const policy::Rule& rule, const engine::Finding& finding, std::uint32_t i, std::vector<std::string>& read) {
  const policy::Facts facts = engine::facts_of(side.decided.view, i);
  side.work->ledger = true;
  const Outcome outcome = engine::ask(rule, facts, *side.work);
  for (const policy::Read& r : side.work->reads)
    if (r.root == policy::root::parameters) read.push_back(side.decided.view.pack->parameters[r.field].id);
  std::string out;
  if (outcome == finding.outcome && record::has_words(outcome)) out = engine::message_of(rule, facts, *side.work, outcome);
  side.work->arena.clear();
  return out;
}

std::string CauseWords::value_words(const Side& side, int parameter) const {
  if (parameter < 0) return "not there";
  const auto at = static_cast<std::size_t>(parameter);
  const std::string words = rules::spoken_value(side.decided.view.parameters_of[stream_][at], side.decided.view.pack->parameters[at].field.type, engine::facts_of(side.decided.view));
  return words.empty() ? "without a value" : words;
}

bool CauseWords::add_value(const std::string& id, std::vector<std::string>& out) const {
  const int was = before_.decided.view.pack->find_parameter(id), is = after_.decided.view.pack->find_parameter(id);
  const std::string old_words = value_words(before_, was), new_words = value_words(after_, is);
  if (old_words == new_words) return false;
  const std::string clause = is >= 0 ? clause_on(after_.decided, is, stream_) : clause_on(before_.decided, was, stream_);
  const std::string line = id + ": " + before_and_now(old_words, new_words) + (clause.empty() ? "" : " (" + clause + ")");
  if (std::ranges::find(out, line) == out.end()) out.push_back(line);
  return true;
}

Cause CauseWords::of_criterion(std::uint16_t pair, std::uint32_t i) {
  stream_ = before_.decided.view.round->stream_of[i];
  const Pair& rules = own_.criteria()[pair];
  const auto *was = own_.finding(before_.decided, i, pair), *is = own_.finding(after_.decided, i, pair);
  const policy::Rule& rule = is != nullptr || rules.before < 0 ? after_.decided.view.pack->criteria[static_cast<std::size_t>(rules.after)]
                                                               : before_.decided.view.pack->criteria[static_cast<std::size_t>(rules.before)];
  Cause out{rule.id, rule.clause, {}, {}, {}};
  std::vector<std::string> read;
  std::string old_message, new_message;
  if (was != nullptr) old_message = said(before_, before_.decided.view.pack->criteria[was->criterion], *was, i, read);
  if (is != nullptr) new_message = said(after_, after_.decided.view.pack->criteria[is->criterion], *is, i, read);
  const auto word = [](const engine::Finding* f) { return std::string(f == nullptr ? "not asked" : outcome_words(f->outcome)); };
  out.words = before_and_now(word(was), word(is));
  if (was != nullptr && is != nullptr && was->outcome == is->outcome)
    out.words = word(is) + " before and now; its effect: " + before_and_now(std::string(policy::word(before_.decided.view.pack->criteria[was->criterion].effect)), std::string(policy::word(rule.effect)));
  const std::string& message = new_message.empty() ? old_message : new_message;
  if (!message.empty()) out.words += ": " + message;
  for (const std::string& id : read) add_value(id, out.values);
  return out;
}

Cause CauseWords::of_conflict(std::uint32_t i) {
  stream_ = before_.decided.view.round->stream_of[i];
  for (std::uint16_t m = 0; m < before_.decided.view.round->members.size(); ++m) {
    const bool was = before_.decided.conflicts.takes_part(m, i), is = after_.decided.conflicts.takes_part(m, i);
    if (was == is) continue;
    const policy::Conflict* rule = who_keeps_out(was ? after_.decided : before_.decided, m, i);
    if (rule == nullptr) continue;
    Cause out{rule->id, rule->clause, {}, was ? "a member who took part before is set aside now" : "a member who was set aside before takes part now", {}};
    const int scope = rule->scope_parameter;
    if (scope >= 0) add_value((was ? after_ : before_).decided.view.pack->parameters[static_cast<std::size_t>(scope)].id, out.values);
    return out;
  }
  Cause out = of_parameter("minimum_agencies", std::string(record::step_conflicts.clause));
  if (out.values.empty()) out.rule = record::step_conflicts.rule;
  const std::string& unfit = after_.decided.conflicts.panel_unfit[i];
  if (!unfit.empty()) out.words = unfit;
  return out;
}

Cause CauseWords::of_parameter(const std::string& id, const std::string& fallback_clause) {
  Cause out{"parameter " + id, fallback_clause, {}, {}, {}};
  if (!add_value(id, out.values)) return out;
  const int is = after_.decided.view.pack->find_parameter(id), was = before_.decided.view.pack->find_parameter(id);
  out.clause = is >= 0 ? clause_on(after_.decided, is, stream_) : clause_on(before_.decided, was, stream_);
  out.words = before_and_now(value_words(before_, was), value_words(after_, is));
  return out;
}

Cause CauseWords::of_scoring(std::uint32_t i) {
  stream_ = before_.decided.view.round->stream_of[i];
  const base::Scoring &was = scoring_of(before_.decided, i), &is = scoring_of(after_.decided, i);
  for (const base::Measure& m : is.measures) {
    const auto old = std::ranges::find(was.measures, m.id, &base::Measure::id);
    std::string words;
    if (old == was.measures.end()) words = "a new measure, of weight " + m.weight.exact();
    else if (old->weight != m.weight) words = "weight " + before_and_now(old->weight.exact(), m.weight.exact());
    else if (old->high != m.high) words = "marked up to " + before_and_now(old->high.exact(), m.high.exact());
    else if (old->minimum != m.minimum) words = "at least " + before_and_now(old->minimum ? old->minimum->exact() : "nothing", m.minimum ? m.minimum->exact() : "nothing");
    if (!words.empty()) return {"measure " + m.id, m.clause, {}, words, {}};
  }
  for (const base::Measure& m : was.measures)
    if (std::ranges::find(is.measures, m.id, &base::Measure::id) == is.measures.end()) return {"measure " + m.id, m.clause, {}, "no longer a measure", {}};
  if (was.minimum_total != is.minimum_total) return of_parameter("minimum_total", std::string(record::step_ranking.clause));
  const auto &old_score = before_.decided.scores.of[i], &new_score = after_.decided.scores.of[i];
  for (std::size_t k = 0; k < std::min(old_score.measures.size(), new_score.measures.size()); ++k)
    if (old_score.measures[k].mean != new_score.measures[k].mean)
      return {"measure " + is.measures[k].id, is.measures[k].clause, {}, "a mean of " + before_and_now(old_score.measures[k].mean.exact(), new_score.measures[k].mean.exact()), {}};
  return {std::string(record::step_scoring.rule), std::string(record::step_scoring.clause), {}, before_and_now(old_score.scored ? "a total" : "no total", new_score.scored ? "a total" : "no total"), {}};   // the problem names members
}

Cause CauseWords::of_tie_break(std::uint32_t i) {
  stream_ = before_.decided.view.round->stream_of[i];
  const base::Scoring &was = scoring_of(before_.decided, i), &is = scoring_of(after_.decided, i);
  const auto ids = [](const base::Scoring& scoring) {
    std::vector<std::string> out;
    for (const std::uint16_t m : scoring.tie_break) out.push_back(scoring.measures[m].id);
    return out;
  };
  if (ids(was) == ids(is)) return {};
  return of_parameter("tie_break", std::string(record::step_ranking.clause));
}

Cause CauseWords::of_in_principle() {
  const auto *was = before_.decided.view.in_principle, *is = after_.decided.view.in_principle;
  const policy::Decision* rule = is != nullptr ? is : was;
  if (rule == nullptr) return {std::string(record::step_allocation.rule), std::string(record::step_allocation.clause), {}, {}, {}};
  return {rule->id, rule->clause, {}, "what is approved in principle is asked otherwise", {}};
}

Cause CauseWords::of_allocation(std::uint32_t i) {
  stream_ = before_.decided.view.round->stream_of[i];
  for (const Side* side : {&after_, &before_}) {
    const Decided& d = side->decided;
    if (engine::is_allocated_by_rule(*d.view.pack, *d.view.round, d.view.round->stream_of[i]))
      return {d.view.pack->allocation->id, d.view.pack->allocation->clause, {}, "the money is shared out otherwise", {}};
  }
  return {std::string(record::step_allocation.rule), std::string(record::step_allocation.clause), {}, {}, {}};
}

}  // namespace remit::study

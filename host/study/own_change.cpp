#include "study/own_change.hpp"

#include <algorithm>

#include "record/words.hpp"

namespace remit::study {

using engine::Decided;
using engine::Finding;
using policy::Outcome;

namespace {

/// What a finding asks for: nothing, a person, a refusal; an error goes before all.
int weight_of(const policy::Pack& pack, const Finding* finding) {
  if (finding == nullptr) return 0;
  const policy::Rule& rule = pack.criteria[finding->criterion];
  if (finding->outcome == Outcome::error) return 3;
  return record::blocks(rule, finding->outcome) ? 2 : record::refers(rule, finding->outcome) ? 1 : 0;
}

int weight_of(const engine::Eligibility& e) {
  return e.error ? 3 : e.outcome == engine::Eligible::ineligible ? 2 : e.outcome == engine::Eligible::refer ? 1 : 0;
}

bool same_score(const engine::Score& a, const engine::Score& b) {
  if (a.scored != b.scored || a.met != b.met || a.total != b.total) return false;
  return std::ranges::equal(a.measures, b.measures, {}, &engine::MeasureScore::mean, &engine::MeasureScore::mean);
}

int place_in(const std::vector<std::uint16_t>& asked, int rule) {
  const auto at = std::ranges::find(asked, rule);
  return rule < 0 || at == asked.end() ? -1 : static_cast<int>(at - asked.begin());
}

}  // namespace

OwnChanges::OwnChanges(const Decided& before, const Decided& after)
    : before_(before), after_(after), criteria_(paired(before.view.pack->criteria, after.view.pack->criteria)),
      requirements_(paired(before.view.pack->requirements, after.view.pack->requirements)), places_(before.view.criteria_of.size()) {
  for (std::size_t s = 0; s < places_.size(); ++s)
    for (const Pair& pair : criteria_)
      places_[s].push_back({place_in(before.view.criteria_of[s], pair.before), place_in(after.view.criteria_of[s], pair.after)});
  const auto &a = before.conflicts, &b = after.conflicts;
  recusals_differ_ = a.out_of_panel != b.out_of_panel || a.out_of_stream != b.out_of_stream || a.out_of_application != b.out_of_application;
}

const Finding* OwnChanges::finding(const Decided& side, std::uint32_t i, std::size_t pair) const {
  const Pair& place = places_[side.view.round->stream_of[i]][pair];
  const int at = &side == &before_ ? place.before : place.after;
  const auto& findings = side.eligibility.of[i].findings;
  return at < 0 || static_cast<std::size_t>(at) >= findings.size() ? nullptr : &findings[static_cast<std::size_t>(at)];
}

// The rule that the worse of the two outcomes came from; the first of those that speak otherwise.
std::uint16_t OwnChanges::first_criterion(std::uint32_t i) const {
  const int worst = std::max(weight_of(before_.eligibility.of[i]), weight_of(after_.eligibility.of[i]));
  std::uint16_t any = 0;
  bool found = false;
  for (std::size_t p = 0; p < criteria_.size(); ++p) {
    const int was = weight_of(*before_.view.pack, finding(before_, i, p)), is = weight_of(*after_.view.pack, finding(after_, i, p));
    if (was == is) continue;
    if (std::max(was, is) == worst) return static_cast<std::uint16_t>(p);
    if (!found) any = static_cast<std::uint16_t>(p);
    found = true;
  }
  return any;
}

bool OwnChanges::other_members(std::uint32_t i) const {
  if (!recusals_differ_) return false;
  for (std::uint16_t m = 0; m < before_.view.round->members.size(); ++m)
    if (before_.conflicts.takes_part(m, i) != after_.conflicts.takes_part(m, i)) return true;
  return false;
}

OwnChange OwnChanges::of(std::uint32_t i) const {
  using enum OwnChange::Kind;
  const auto &was = before_.eligibility.of[i], &is = after_.eligibility.of[i];
  if (was.withdrawn) return {};
  if (weight_of(was) != weight_of(is)) return {criterion, first_criterion(i)};
  if (before_.conflicts.errors[i].empty() != after_.conflicts.errors[i].empty()) return {conflict, 0};
  if (before_.conflicts.panel_unfit[i].empty() != after_.conflicts.panel_unfit[i].empty()) return {conflict, 0};
  if (!same_score(before_.scores.of[i], after_.scores.of[i])) return {other_members(i) ? conflict : scoring, 0};
  if (was.in_principle != is.in_principle) return {in_principle, 0};
  return {};
}

}  // namespace remit::study

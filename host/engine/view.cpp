// What rules see of a round. The round itself is never written to: applications are seen through a copy of their rows
// in which the derived fields are filled, and so is `other` in sentences over all applications.
#include <algorithm>
#include <numeric>

#include "base/date.hpp"
#include "engine/decided.hpp"

namespace remit::engine {

using base::Kind;
using base::Rational;
using base::Value;
namespace field = intake::application_field;

namespace {

/// amount_requested / budget as an exact number; absent when the budget is nothing.
Value share_of_budget(const Value& requested, const Value& budget, base::Arena& arena) {
  if (!requested.answered() || !budget.answered() || budget.integer == 0) return {};
  const Rational share(requested.integer, budget.integer);
  if (share.whole()) return Value::of(Kind::count, static_cast<std::int64_t>(share.num()));
  Rational* kept = std::construct_at(arena.make<Rational>(1), share);
  Value value;
  value.kind = Kind::ratio;
  value.ratio = kept;
  return value;
}

void derive(const intake::Round& round, View& view) {
  const std::size_t width = round.applications.type->fields.size();
  view.derived.reserve(round.applications.size() * width);   // rows point into it, so it must not grow
  view.rows.reserve(round.applications.size());
  for (std::uint32_t i = 0; i < round.applications.size(); ++i) {
    const Value* row = round.applications.rows[i];
    Value* copy = view.derived.data() + view.derived.size();
    view.derived.insert(view.derived.end(), row, row + width);
    const Value& budget = round.streams.at(round.stream_of[i], intake::stream_field::budget);
    copy[field::share_of_budget] = share_of_budget(row[field::amount_requested], budget, view.fractions);
    view.rows.push_back(copy);
  }
}

/// Rows by submitted_at, then id (which is the order of the rows).
std::vector<std::uint32_t> by_submission(const intake::Round& round) {
  std::vector<std::uint32_t> order(round.applications.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return base::first_second(round.applications.at(i, field::submitted_at)); });
  return order;
}

std::vector<std::vector<std::uint16_t>> criteria_by_stream(const intake::Round& round, const policy::Pack& pack) {
  std::vector<std::vector<std::uint16_t>> of(round.streams.size());
  for (std::uint32_t s = 0; s < round.streams.size(); ++s)
    for (std::size_t c = 0; c < pack.criteria.size(); ++c)
      if (pack.criteria[c].runs_in(round.streams.at(s, intake::stream_field::id).str())) of[s].push_back(static_cast<std::uint16_t>(c));
  return of;
}

}  // namespace

View look_at(const intake::Round& round, const policy::Pack& pack) {
  View view;
  view.round = &round;
  view.pack = &pack;
  view.parameters = pack.parameters_on(base::first_second(round.header[intake::round_field::as_of]));
  derive(round, view);
  view.applications = std::make_unique<policy::Applications>(view.rows, by_submission(round), pack.application_keys);
  std::size_t widest = 0;
  for (const auto& type : pack.schema.types()) widest = std::max(widest, type->fields.size());
  view.blank.resize(widest);
  view.criteria_of = criteria_by_stream(round, pack);
  return view;
}

policy::Facts facts_of(const View& view) {
  policy::Facts facts;
  facts.applications = view.applications.get();
  facts.records[policy::root::round] = view.round->header;
  facts.records[policy::root::panel] = view.round->panel ? view.round->panel : view.blank.data();
  facts.records[policy::root::parameters] = view.parameters.data();
  return facts;
}

policy::Facts facts_of(const View& view, std::uint32_t application) {
  policy::Facts facts = facts_of(view);
  turn_to(view, application, facts);
  return facts;
}

void turn_to(const View& view, std::uint32_t application, policy::Facts& facts) {
  const intake::Round& round = *view.round;
  facts.records[policy::root::application] = view.rows[application];
  facts.records[policy::root::stream] = round.streams.rows[round.stream_of[application]];
  facts.records[policy::root::applicant] = round.organisations.rows[round.applicant_of[application]];
}

}  // namespace remit::engine

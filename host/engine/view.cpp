// What rules see of a round. The round itself is never written to: applications, streams and the panel are seen through
// copies of their rows in which the derived fields are filled; so is `other` in sentences over all applications.
#include <algorithm>
#include <numeric>
#include <set>

#include "base/date.hpp"
#include "engine/steps.hpp"

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

/// Copies rows into storage that must not grow beyond what was reserved, for rows point into it.
class Copies {
 public:
  Copies(std::vector<Value>& storage, std::size_t values) : storage_(storage) { storage_.reserve(values); }
  Value* add(const Value* row, std::size_t width) {
    Value* copy = storage_.data() + storage_.size();
    storage_.insert(storage_.end(), row, row + width);
    return copy;
  }

 private:
  std::vector<Value>& storage_;
};

/// Sets a derived field by name, if the schema has it: which of these there are is the loader's to say.
void set_count(const base::RecordType& type, std::string_view field_name, std::size_t count, Value* row) {
  const int at = type.find(field_name);
  if (at >= 0 && type.fields[static_cast<std::size_t>(at)].derived) row[at] = Value::of(Kind::count, static_cast<std::int64_t>(count));
}

void derive_applications(const intake::Round& round, Copies& copies, View& view) {
  const std::size_t width = round.applications.type->fields.size();
  view.rows.reserve(round.applications.size());
  for (std::uint32_t i = 0; i < round.applications.size(); ++i) {
    const Value* row = round.applications.rows[i];
    Value* copy = copies.add(row, width);
    const Value& budget = round.streams.at(round.stream_of[i], intake::stream_field::budget);
    copy[field::share_of_budget] = share_of_budget(row[field::amount_requested], budget, view.fractions);
    view.rows.push_back(copy);
  }
}

void derive_streams(const intake::Round& round, Copies& copies, View& view) {
  const base::RecordType& type = *round.streams.type;
  std::vector<std::size_t> applications(round.streams.size());
  for (std::uint32_t i = 0; i < round.applications.size(); ++i) applications[round.stream_of[i]] += !is_withdrawn(round, i);
  for (std::uint32_t s = 0; s < round.streams.size(); ++s) {
    Value* copy = copies.add(round.streams.rows[s], type.fields.size());
    set_count(type, "applications_count", applications[s], copy);
    set_count(type, "measures_count", round.scoring[s].measures.size(), copy);
    view.streams.push_back(copy);
  }
}

void derive_panel(const intake::Round& round, const base::RecordType& type, Copies& copies, View& view) {
  Value* copy = copies.add(round.panel ? round.panel : view.blank.data(), type.fields.size());
  std::set<std::string_view> agencies;
  for (std::size_t m = 0; m < round.members.size(); ++m) agencies.insert(round.members.at(m, intake::member_field::agency).str());
  agencies.erase("");
  set_count(type, "agencies", agencies.size(), copy);
  set_count(type, "size", round.members.size(), copy);
  view.panel = copy;
}

void derive(const intake::Round& round, const base::Schema& schema, View& view) {
  const base::RecordType& panel = *schema.find("panel");
  Copies copies(view.derived, round.applications.size() * round.applications.type->fields.size() +
                                  round.streams.size() * round.streams.type->fields.size() + panel.fields.size());
  derive_applications(round, copies, view);
  derive_streams(round, copies, view);
  derive_panel(round, panel, copies, view);
}

/// Rows by submitted_at, then id (which is the order of the rows).
std::vector<std::uint32_t> by_submission(const intake::Round& round) {
  std::vector<std::uint32_t> order(round.applications.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return base::first_second(round.applications.at(i, field::submitted_at)); });
  return order;
}

/// For each stream the indices of the rules that run in it and are `wanted`.
template <class Rules, class Wanted>
std::vector<std::vector<std::uint16_t>> by_stream(const intake::Round& round, const Rules& rules, Wanted wanted) {
  std::vector<std::vector<std::uint16_t>> of(round.streams.size());
  for (std::uint32_t s = 0; s < round.streams.size(); ++s)
    for (std::size_t r = 0; r < rules.size(); ++r)
      if (wanted(rules[r]) && rules[r].runs_in(round.streams.at(s, intake::stream_field::id).str())) of[s].push_back(static_cast<std::uint16_t>(r));
  return of;
}

class RoundNames : public policy::Names {
 public:
  RoundNames(const intake::Round& round, const policy::Pack& pack) : round_(round), pack_(pack) {}
  std::string_view organisation(std::string_view id) const override {
    const int row = round_.organisations.find(id);
    if (row < 0) return id;
    const Value& name = round_.organisations.at(static_cast<std::size_t>(row), intake::organisation_field::name);
    return name.answered() ? name.str() : id;
  }
  std::string_view outcome(std::string_view text) const override {
    for (const auto& entry : pack_.entries)
      if (entry.kind == "outcome" && entry.id == text) return entry.title;
    return text;
  }

 private:
  const intake::Round& round_;
  const policy::Pack& pack_;
};

// What was in force when each call opened, and when it was decided. A round without streams has one day for both.
void see_parameters(const intake::Round& round, const policy::Pack& pack, View& view) {
  view.clocks = policy::Clocks(base::first_second(round.header[intake::round_field::as_of]));
  for (std::uint32_t s = 0; s < round.streams.size(); ++s) {
    const Value& opens = round.streams.at(s, intake::stream_field::opens);
    view.clocks_of.push_back({view.clocks.decided, opens.answered() ? base::first_second(opens) : view.clocks.decided});
    view.parameters_of.push_back(pack.parameters_on(view.clocks_of.back()));
  }
  if (!view.clocks_of.empty()) view.clocks.opened = std::ranges::min(view.clocks_of, {}, &policy::Clocks::opened).opened;
  view.parameters = pack.parameters_on(view.clocks);
}

}  // namespace

void go_by_opening(intake::Round& round, const policy::Pack& pack) {
  const std::int64_t decided = base::first_second(round.header[intake::round_field::as_of]);
  for (std::uint32_t s = 0; s < round.streams.size(); ++s)
    if (const Value& opens = round.streams.at(s, intake::stream_field::opens); round.scoring[s].from_pack && opens.answered())
      round.scoring[s] = pack.scoring_on({decided, base::first_second(opens)});
}

View look_at(const intake::Round& round, const policy::Pack& pack, policy::Plugins* plugins) {
  View view;
  view.plugins = plugins;
  view.round = &round;
  view.pack = &pack;
  see_parameters(round, pack, view);
  std::size_t widest = 0;
  for (const auto& type : pack.schema.types()) widest = std::max(widest, type->fields.size());
  view.blank.resize(widest);
  derive(round, pack.schema, view);
  see_records(view);
  view.applications = std::make_unique<policy::Applications>(view.rows, by_submission(round), pack.application_keys);
  view.criteria_of = by_stream(round, pack.criteria, [](const auto&) { return true; });
  view.requirements_of = by_stream(round, pack.requirements, [&](const auto& r) { return r.of == policy::root::application && !is_across(view, r); });
  for (const auto& decision : pack.decisions)
    if (decision.id == word(Proposed::approve_in_principle) && decision.proposes) view.in_principle = &decision;
  view.names = std::make_unique<RoundNames>(round, pack);
  return view;
}

bool is_across(const View& view, const policy::Requirement& rule) {
  return rule.use >= 0 && view.plugins != nullptr && rule.of == policy::root::application && view.plugins->across(static_cast<std::size_t>(rule.use));
}

policy::Facts facts_of(const View& view) {
  policy::Facts facts;
  facts.applications = view.applications.get();
  facts.names = view.names.get();
  facts.answers = &view.answers;
  facts.subject = policy::whole_subject;
  facts.records[policy::root::round] = view.round->header;
  facts.records[policy::root::panel] = view.panel;
  facts.records[policy::root::parameters] = view.parameters.data();
  facts.records[policy::root::records] = view.records.data();
  return facts;
}

policy::Facts facts_of(const View& view, std::uint32_t application) {
  policy::Facts facts = facts_of(view);
  turn_to(view, application, facts);
  return facts;
}

void turn_to_stream(const View& view, std::uint32_t stream, policy::Facts& facts) {
  facts.records[policy::root::stream] = view.streams[stream];
  facts.records[policy::root::parameters] = view.parameters_of[stream].data();
}

void turn_to(const View& view, std::uint32_t application, policy::Facts& facts) {
  const intake::Round& round = *view.round;
  facts.records[policy::root::application] = view.rows[application];
  turn_to_stream(view, round.stream_of[application], facts);
  facts.records[policy::root::applicant] = round.organisations.rows[round.applicant_of[application]];
  facts.subject = application;
  if (!view.facts) return;
  facts.records[policy::root::facts] = view.facts->values.data() + application * view.facts->width;
  facts.lost = view.facts->lost[application];
}

}  // namespace remit::engine

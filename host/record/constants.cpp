#include "record/constants.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/date.hpp"
#include "record/append.hpp"
#include "record/words.hpp"

namespace remit::record {

using base::Value;
using engine::Proposed;
namespace field = intake::application_field;

namespace {

template <class Items, class Id>
std::vector<std::uint16_t> sorted_by_id(const Items& items, Id id) {
  std::vector<std::uint16_t> order(items.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::ranges::sort(order, [&](auto a, auto b) { return sorts_before(id(items[a]), id(items[b])); });
  return order;
}

MeasureText measure_text(const base::Measure& m, const policy::Pack& pack) {
  MeasureText out;
  out.high_to_mean = R"({"high":)" + quoted(m.high.exact()) + R"(,"mean":)";
  out.measure_to_met = R"(,"measure":)" + quoted(m.id) + R"(,"met":)";
  if (m.minimum) out.minimum_to_weight = R"(,"minimum":)" + quoted(m.minimum->exact());
  if (m.use >= 0) out.minimum_to_weight += R"(,"plugin":)" + quoted(plugin_name(pack, m.use));
  if (!m.title.empty()) out.minimum_to_weight += R"(,"title":)" + quoted(m.title);
  out.minimum_to_weight += R"(,"weight":)" + quoted(m.weight.exact()) + '}';
  out.key = quoted(m.id) + ':';
  out.parts = sorted_by_id(m.parts, [](const auto& part) -> const std::string& { return part.id; });
  for (const auto& part : m.parts) out.part_keys.push_back(quoted(part.id) + ':');
  return out;
}

/// What was left of each stream's budget when the turn of each rank came, and the ranks at which something stopped.
void follow_the_money(RoundConstants& c) {
  const auto& decided = *c.decided;
  c.left_before.resize(c.round().applications.size());
  for (std::size_t s = 0; s < c.streams.size(); ++s) {
    std::int64_t left = decided.allocation.streams[s].budget, before = left;
    std::uint32_t rank = 0;
    for (const auto& place : decided.ranking.streams[s]) {
      const auto& proposal = decided.allocation.of[place.application];
      if (place.rank != rank) before = left;
      rank = place.rank;
      c.left_before[place.application] = before;
      left -= proposal.amount;
      auto& text = c.streams[s];
      if (text.tie_rank == 0 && proposal.why == engine::Why::tie_on_the_line) text.tie_rank = rank;
      const std::int64_t requested = c.application(place.application, field::amount_requested).integer;
      if (text.line_rank == 0 && proposal.amount < requested) text.line_rank = rank;
    }
  }
}

/// A recusal that reaches further than the application where it arises is shown in the others too: once a member.
void spread_recusals(RoundConstants& c) {
  const auto& recusals = c.decided->conflicts.recusals;
  std::vector<std::map<std::uint16_t, std::uint32_t>> first(c.streams.size());
  for (std::uint32_t r = 0; r < recusals.size(); ++r) {
    if (recusals[r].scope == policy::Scope::application) continue;
    const std::uint32_t home = c.round().stream_of[recusals[r].application];
    for (std::uint32_t s = 0; s < first.size(); ++s)
      if (s == home || recusals[r].scope == policy::Scope::panel) first[s].try_emplace(recusals[r].member, r);
  }
  for (std::size_t s = 0; s < first.size(); ++s)
    for (const auto& [member, recusal] : first[s]) c.streams[s].recusals.push_back(recusal);
}

void add_streams(RoundConstants& c) {
  const auto& round = c.round();
  for (std::size_t s = 0; s < round.streams.size(); ++s) {
    StreamText& text = c.streams.emplace_back();
    const base::Scoring& scoring = round.scoring[s];
    for (const auto& measure : scoring.measures) text.measures.push_back(measure_text(measure, c.policy()));
    text.sorted_measures = sorted_by_id(scoring.measures, [](const auto& m) -> const std::string& { return m.id; });
    if (scoring.minimum_total) text.threshold = R"(,"threshold":)" + quoted(scoring.minimum_total->exact());
    text.silences_to_ties = R"(,"silences":)" + silences_text(c.policy(), c.decided->view.parameters_of[s]) + R"(,"stream":)" +
                            quoted(round.streams.at(s, intake::stream_field::id).str()) + R"(,"ties":[)";
  }
}

void add_decisions(RoundConstants& c) {
  for (std::size_t d = 0; d < c.clause_to_elements.size(); ++d) {
    const std::string_view id = engine::word(static_cast<Proposed>(d));
    const auto& declared = c.policy().decisions;
    const auto it = std::ranges::find(declared, id, &policy::Decision::id);
    std::string start = R"(")", title = " ", holds_back = " ";
    if (it != declared.end()) {
      append_member("clause", it->clause, start);
      append_member("holds_back", it->holds_back, holds_back);
      append_member("title", it->title, title);
    }
    append_stated("decision", id, start);
    c.clause_to_elements[d] = start + R"(,"elements":[)";
    c.holds_back[d] = holds_back.substr(1);
    c.title[d] = title.substr(1);
  }
}

std::vector<std::uint32_t> record_order(const intake::Round& round) {
  std::vector<std::uint32_t> order(round.applications.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return round.stream_of[i]; });
  return order;   // rows are sorted by id already, streams too
}

}  // namespace

RoundConstants constants_of(const engine::Decided& decided, Run run) {
  RoundConstants c;
  c.decided = &decided;
  c.run = std::move(run);
  const intake::Round& round = c.round();
  const policy::Pack& pack = c.policy();
  c.order = record_order(round);
  for (const auto& rule : pack.criteria) c.criteria.push_back(rule_text(rule, pack));
  for (const auto& rule : pack.requirements) c.requirements.push_back(rule_text(rule, pack));
  c.read_keys = read_keys(pack);
  c.pack = pack_text(pack, c.run.publisher);
  add_streams(c);
  add_decisions(c);
  follow_the_money(c);
  spread_recusals(c);

  c.as_of_to_conflicts = R"(,"as_of":)" + quoted(base::moment_text(round.header[intake::round_field::as_of])) + R"(,"conflicts":[)";
  c.engine = R"(,"engine":)" + quoted(c.run.engine);
  c.format_to_taking_part = R"(,"format":"remit.record/1","input":)" +
                            quoted(round.digest) + R"(,"pack":)" + c.pack + R"(,"panel":{)";
  if (round.panel != nullptr) append_member("id", round.panel[intake::panel_field::id].str(), c.format_to_taking_part);
  append_key("taking_part", c.format_to_taking_part);
  c.format_to_taking_part += '[';
  if (decided.view.plugins != nullptr && engine::asks_plugins(pack)) {
    const auto identities = decided.view.plugins->identities();
    c.plugins.assign(identities.begin(), identities.end());
    c.plugins.resize(pack.plugins.size());
  }
  for (std::size_t s = 0; s < round.streams.size(); ++s)
    c.parameters_to_plugins.push_back(R"(,"parameters":)" + parameters_text(pack, decided.view.parameters_of[s], decided.view.clocks_of[s]) + R"(,"plugins":[)");
  c.plugins_to_amount = R"(],"procedure":)" + quoted(pack.procedure) + R"(,"proposal":{"amount":")";
  c.round_to_scores = R"(,"round":)" + quoted(round.id()) + R"(,"scores":)";
  c.what_if_to_missed = std::string(R"(,"what_if":)") + (c.run.what_if ? "true" : "false") + R"(,"would_have_passed":[)";
  return c;
}

}  // namespace remit::record

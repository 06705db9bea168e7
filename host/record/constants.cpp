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

std::string text_of(std::string_view s) {
  std::string out;
  append_text(s, out);
  return out;
}

RuleText rule_text(const policy::Rule& rule) {
  RuleText out;
  out.clause_to_layer = "{";   // only so that commas come out right; taken off below
  append_member("clause", rule.clause, out.clause_to_layer);
  append_stated("effect", policy::word(rule.effect), out.clause_to_layer);
  append_member("effect_reason", rule.effect_reason, out.clause_to_layer);
  append_stated("force", policy::word(rule.force), out.clause_to_layer);
  append_member("layer", rule.layer, out.clause_to_layer);
  out.clause_to_layer.erase(0, 1);
  out.reading_to_rule = " ";
  append_member("reading", rule.reading, out.reading_to_rule);
  append_stated("rule", rule.id, out.reading_to_rule);
  out.reading_to_rule.erase(0, 1);
  out.title = " ";
  append_member("title", rule.title, out.title);
  out.title.erase(0, 1);
  out.title += '}';
  return out;
}

/// How records call a root: the application that a sentence over all applications reads is one of `applications`.
std::string path_of(const policy::Pack& pack, std::size_t root, const base::Field& f) {
  return pack.roots[root].name + '.' + f.path;
}

std::vector<std::vector<ReadKey>> read_keys(const policy::Pack& pack) {
  std::vector<std::vector<ReadKey>> keys(pack.roots.size());
  std::vector<std::pair<std::string, ReadKey*>> sorted;
  for (std::size_t r = 0; r < keys.size(); ++r) {
    const base::RecordType* type = r == policy::root::parameters ? &pack.parameter_type : pack.roots[r].type;
    if (type == nullptr) continue;
    keys[r].resize(type->fields.size());
    for (std::size_t f = 0; f < type->fields.size(); ++f)
      sorted.emplace_back(path_of(pack, r, type->fields[f]), &keys[r][f]);
  }
  std::ranges::sort(sorted, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    append_text(sorted[i].first, sorted[i].second->key);
    sorted[i].second->key += ':';
    sorted[i].second->order = i;
  }
  return keys;
}

template <class Items, class Id>
std::vector<std::uint16_t> sorted_by_id(const Items& items, Id id) {
  std::vector<std::uint16_t> order(items.size());
  std::iota(order.begin(), order.end(), std::uint16_t{0});
  std::ranges::sort(order, [&](auto a, auto b) { return sorts_before(id(items[a]), id(items[b])); });
  return order;
}

MeasureText measure_text(const base::Measure& m) {
  MeasureText out;
  out.high_to_mean = R"({"high":)" + text_of(m.high.exact()) + R"(,"mean":)";
  out.measure_to_met = R"(,"measure":)" + text_of(m.id) + R"(,"met":)";
  if (m.minimum) out.minimum_to_weight = R"(,"minimum":)" + text_of(m.minimum->exact());
  if (!m.title.empty()) out.minimum_to_weight += R"(,"title":)" + text_of(m.title);
  out.minimum_to_weight += R"(,"weight":)" + text_of(m.weight.exact()) + '}';
  out.key = text_of(m.id) + ':';
  out.parts = sorted_by_id(m.parts, [](const auto& part) -> const std::string& { return part.id; });
  for (const auto& part : m.parts) out.part_keys.push_back(text_of(part.id) + ':');
  return out;
}

std::string silences(const policy::Pack& pack) {
  std::string out = "[";
  for (const auto& silence : pack.no_provisions) {
    append_comma(out);
    out += '{';
    append_member("clause", silence.clause, out);
    append_stated("id", silence.id, out);
    append_member("so", silence.so, out);
    append_member("title", silence.title, out);
    out += '}';
  }
  return out + ']';
}

std::string pack_text(const policy::Pack& pack) {
  std::string out = "{";
  append_stated("digest", pack.digest, out);
  append_stated("id", pack.id, out);
  append_key("layers", out);
  out += '[';
  for (const auto& layer : pack.layers) {
    append_comma(out);
    out += '{';
    append_stated("digest", layer.digest, out);
    append_stated("id", layer.id, out);
    append_stated("version", layer.version, out);
    out += '}';
  }
  out += ']';
  append_stated("version", pack.version, out);
  return out + '}';
}

std::string parameters(const engine::View& view) {
  const std::int64_t today = base::first_second(view.round->header[intake::round_field::as_of]);
  const auto& all = view.pack->parameters;
  std::string out = "{";
  for (const std::uint16_t p : sorted_by_id(all, [](const auto& parameter) -> const std::string& { return parameter.id; })) {
    append_comma(out);
    out += text_of(all[p].id) + ":{";
    append_member("clause", parameter_clause(all[p], today), out);
    if (!view.parameters[p].answered()) append_member("so", all[p].so, out);
    append_key("value", out);
    append_value(view.parameters[p], out);
    out += '}';
  }
  return out + '}';
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
    for (const auto& measure : scoring.measures) text.measures.push_back(measure_text(measure));
    text.sorted_measures = sorted_by_id(scoring.measures, [](const auto& m) -> const std::string& { return m.id; });
    if (scoring.minimum_total) text.threshold = R"(,"threshold":)" + text_of(scoring.minimum_total->exact());
    text.silences_to_ties = R"(,"silences":)" + c.silences + R"(,"stream":)" +
                            text_of(round.streams.at(s, intake::stream_field::id).str()) + R"(,"ties":[)";
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

std::string_view parameter_clause(const policy::Parameter& parameter, std::int64_t second) {
  const auto* period = parameter.on(second);
  return period != nullptr && !period->clause.empty() ? period->clause : parameter.clause;
}

RoundConstants constants_of(const engine::Decided& decided, Run run) {
  RoundConstants c;
  c.decided = &decided;
  c.run = std::move(run);
  const intake::Round& round = c.round();
  const policy::Pack& pack = c.policy();
  c.order = record_order(round);
  for (const auto& rule : pack.criteria) c.criteria.push_back(rule_text(rule));
  c.read_keys = read_keys(pack);
  c.pack = pack_text(pack);
  c.silences = silences(pack);
  c.parameters = parameters(decided.view);
  add_streams(c);
  add_decisions(c);
  follow_the_money(c);
  spread_recusals(c);

  c.as_of_to_conflicts = R"(,"as_of":)" + text_of(base::moment_text(round.header[intake::round_field::as_of])) + R"(,"conflicts":[)";
  c.engine_to_taking_part = R"(,"engine":)" + text_of(c.run.engine) + R"(,"format":"remit.record/1","input":)" +
                            text_of(round.digest) + R"(,"pack":)" + c.pack + R"(,"panel":{)";
  if (round.panel != nullptr) append_member("id", round.panel[intake::panel_field::id].str(), c.engine_to_taking_part);
  append_key("taking_part", c.engine_to_taking_part);
  c.engine_to_taking_part += '[';
  c.parameters_to_amount = R"(,"parameters":)" + c.parameters + R"(,"plugins":[],"procedure":)" + text_of(pack.procedure) +
                           R"(,"proposal":{"amount":")";
  c.round_to_scores = R"(,"round":)" + text_of(round.id()) + R"(,"scores":)";
  c.what_if_to_missed = std::string(R"(,"what_if":)") + (c.run.what_if ? "true" : "false") + R"(,"would_have_passed":[)";
  return c;
}

}  // namespace remit::record

#include "record/pack_texts.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "record/append.hpp"

namespace remit::record {

std::string quoted(std::string_view s) {
  std::string out;
  append_text(s, out);
  return out;
}

std::string plugin_name(const policy::Pack& pack, int use) {
  if (use < 0) return {};
  const policy::PluginUse& of = pack.uses[static_cast<std::size_t>(use)];
  return pack.plugins[of.need].id + "/" + of.item;
}

void append_changes(const policy::Rule& rule, const policy::Pack& pack, std::string& out) {
  bool first = true;
  for (const auto& made : pack.overrides) {
    if (made.rule != rule.layer + "/" + rule.id) continue;
    if (first) {
      append_key("changed_by", out);
      out += '[';
    }
    first = false;
    append_comma(out);
    out += '{';
    append_stated("authority", made.authority, out);
    append_stated("change", made.change, out);
    append_stated("layer", made.layer, out);
    append_stated("reason", made.reason, out);
    out += '}';
  }
  if (!first) out += ']';
}

RuleText rule_text(const policy::Rule& rule, const policy::Pack& pack) {
  RuleText out;
  if (rule.use >= 0) out.plugin = R"(,"plugin":)" + quoted(plugin_name(pack, rule.use));
  out.clause_to_layer = "{";   // only so that commas come out right; taken off below
  append_changes(rule, pack, out.clause_to_layer);
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

std::vector<std::vector<ReadKey>> read_keys(const policy::Pack& pack) {
  std::vector<std::vector<ReadKey>> keys(pack.roots.size());
  std::vector<std::pair<std::string, ReadKey*>> sorted;
  for (std::size_t r = 0; r < keys.size(); ++r) {
    const base::RecordType* type = r == policy::root::parameters ? &pack.parameter_type : pack.roots[r].type;
    if (type == nullptr) continue;
    keys[r].resize(type->fields.size());
    for (std::size_t f = 0; f < type->fields.size(); ++f)
      sorted.emplace_back(pack.roots[r].name + '.' + type->fields[f].path, &keys[r][f]);
  }
  std::ranges::sort(sorted, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  for (std::uint32_t i = 0; i < sorted.size(); ++i) {
    append_text(sorted[i].first, sorted[i].second->key);
    sorted[i].second->key += ':';
    sorted[i].second->order = i;
  }
  return keys;
}

void append_silence(std::string_view clause, std::string_view id, std::string_view so, std::string_view title, std::string& out) {
  append_comma(out);
  out += '{';
  append_member("clause", clause, out);
  append_stated("id", id, out);
  append_member("so", so, out);
  append_member("title", title, out);
  out += '}';
}

std::string silences_text(const policy::Pack& pack, std::span<const base::Value> values) {
  std::string out = "[";
  for (const auto& silence : pack.no_provisions) append_silence(silence.clause, silence.id, silence.so, silence.title, out);
  for (std::size_t p = 0; p < pack.parameters.size(); ++p) {
    const auto& parameter = pack.parameters[p];
    if (!values[p].answered()) append_silence(parameter.clause, parameter.id, parameter.so, parameter.title, out);
  }
  return out + ']';
}

std::string pack_text(const policy::Pack& pack, std::string_view publisher) {
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
  if (!publisher.empty()) {
    append_key("publisher", out);
    out += publisher;
  }
  append_stated("version", pack.version, out);
  return out + '}';
}

std::string parameters_text(const policy::Pack& pack, std::span<const base::Value> values, const policy::Clocks& clocks) {
  const auto& all = pack.parameters;
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, [&](auto a, auto b) { return sorts_before(all[a].id, all[b].id); });
  std::string out = "{";
  for (const std::size_t p : order) {
    append_comma(out);
    out += quoted(all[p].id) + ":{";
    append_member("clause", parameter_clause(all[p], clocks), out);
    if (all[p].clock == policy::Clock::opened) append_member("in_force", policy::word(all[p].clock), out);
    if (!values[p].answered()) append_member("so", all[p].so, out);
    append_key("value", out);
    append_value(values[p], out);
    out += '}';
  }
  return out + '}';
}

std::string_view parameter_clause(const policy::Parameter& parameter, const policy::Clocks& clocks) {
  const auto* period = parameter.on(clocks);
  return period != nullptr && !period->clause.empty() ? period->clause : parameter.clause;
}

}  // namespace remit::record

#include "record/appeal_route.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "policy/appeal_sections.hpp"
#include "record/append.hpp"

namespace remit::record {

namespace {

/// Whether a silence or value is about appeals: by its section where the pack has appeal rules, by its name where it has none.
bool is_about_appeals(const policy::Pack& pack, std::string_view id, std::string_view clause) {
  return pack.appeals.empty() ? id.starts_with("appeal") : policy::is_of_appeals(pack, clause);
}

void append_ids(std::string_view key, const std::vector<std::string>& ids, std::string& out) {
  append_key(key, out);
  out += '[';
  for (const std::string& id : ids) {
    append_comma(out);
    append_text(id, out);
  }
  out += ']';
}

}  // namespace

void append_appeal_route(const engine::View& view, std::string& out) {
  const policy::Pack& pack = *view.pack;
  std::vector<std::string> settled, silent;
  for (const auto& silence : pack.no_provisions)
    if (is_about_appeals(pack, silence.id, silence.clause)) silent.push_back(silence.id);
  for (std::size_t p = 0; p < pack.parameters.size(); ++p) {
    const policy::Parameter& parameter = pack.parameters[p];
    if (is_about_appeals(pack, parameter.id, parameter.clause)) (view.parameters[p].answered() ? settled : silent).push_back(parameter.id);
  }
  append_key("appeals", out);
  out += '{';
  append_ids("parameters", settled, out);
  append_key("rules", out);
  out += '[';
  for (const policy::Appeal& rule : pack.appeals) {
    append_comma(out);
    out += '{';
    append_member("clause", rule.clause, out);
    append_member("reading", rule.reading, out);
    append_stated("rule", rule.id, out);
    append_member("title", rule.title, out);
    out += '}';
  }
  out += ']';
  append_ids("silences", silent, out);
  out += '}';
}

void append_labels(const policy::Pack& pack, std::string& out) {
  std::vector<std::pair<std::string, std::string_view>> labels;
  for (const auto& root : pack.roots) {
    if (root.type == nullptr || root.name == "parameters") continue;
    for (const base::Field& field : root.type->fields)
      if (!field.label.empty()) labels.emplace_back(root.name + '.' + field.path, field.label);
  }
  for (const auto& parameter : pack.parameters)
    if (!parameter.title.empty()) labels.emplace_back("parameters." + parameter.id, parameter.title);
  std::ranges::sort(labels, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  const auto again = std::ranges::unique(labels, {}, &std::pair<std::string, std::string_view>::first);
  labels.erase(again.begin(), again.end());
  append_key("labels", out);
  out += '{';
  for (const auto& [field, label] : labels) append_member(field, label, out);
  out += '}';
}

}  // namespace remit::record

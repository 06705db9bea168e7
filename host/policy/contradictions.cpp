#include "policy/contradictions.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::policy {

namespace {

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  const std::string near = base::nearest(word, known);
  return near.empty() ? std::string() : "; the nearest is `" + near + "`";
}

void check_because(const Pack& pack, base::Problems& problems) {
  std::vector<std::string> known;
  for (const auto& r : pack.requirements) known.push_back(r.id);
  for (const auto& d : pack.decisions)
    for (const auto& id : d.because)
      if (std::ranges::find(known, id) == known.end())
        problems.push_back({"UNKNOWN_RULE", d.file, d.line, 0, {}, "decision \"" + d.id + "\": `because` lists requirements, and `" + id + "` is none" + nearest(id, known), {}, d.id});
}

void check_scopes(const Pack& pack, base::Problems& problems) {
  static const std::vector<std::string> scopes{"stream", "application", "panel"};
  for (const auto& c : pack.conflicts) {
    if (c.scope_parameter < 0) continue;
    const Parameter& p = pack.parameters[static_cast<std::size_t>(c.scope_parameter)];
    for (const auto& period : p.periods)
      if (std::ranges::find(scopes, period.value.str()) == scopes.end()) {
        problems.push_back({"UNKNOWN_WORD", p.file, p.line, 0, {}, "parameter \"" + p.id + "\": it says the scope of conflict \"" + c.id + "\", so it is stream, application or panel", {}, {}});
        break;
      }
  }
}

// The engine knows two parameters by name: `minimum_total` and `tie_break`.
void check_scoring(const Pack& pack, base::Problems& problems) {
  std::vector<std::string> measures;
  for (const auto& m : pack.scoring.measures) measures.push_back(m.id);
  if (const int at = pack.find_parameter("minimum_total"); at >= 0) {
    const Parameter& p = pack.parameters[static_cast<std::size_t>(at)];
    const base::Type type = p.field.type;
    if (!p.periods.empty() && type != base::Type::count && type != base::Type::number)
      problems.push_back({"WRONG_TYPE", p.file, p.line, 0, {}, "parameter \"minimum_total\": it is a number of points, of 100: `unit = points`", {}, {}});
  }
  const int at = pack.find_parameter("tie_break");
  if (at < 0) return;
  const Parameter& p = pack.parameters[static_cast<std::size_t>(at)];
  for (const auto& period : p.periods) {
    if (period.value.kind != base::Kind::list)
      problems.push_back({"WRONG_TYPE", p.file, p.line, 0, {}, "parameter \"tie_break\": it is a list of measures in braces, the first to look at first", {}, {}});
    for (const auto& id : period.value.list())
      if (!measures.empty() && std::ranges::find(measures, id.str()) == measures.end())
        problems.push_back({"UNKNOWN_MEASURE", p.file, p.line, 0, {}, "parameter \"tie_break\": there is no measure `" + std::string(id.str()) + "`" + nearest(std::string(id.str()), measures), {}, {}});
  }
}

}  // namespace

base::Problems contradictions(const Pack& pack) {
  base::Problems problems;
  check_because(pack, problems);
  check_scopes(pack, problems);
  check_scoring(pack, problems);
  return problems;
}

}  // namespace remit::policy

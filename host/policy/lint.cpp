#include "policy/lint.hpp"

#include <algorithm>

namespace remit::policy {

namespace {

// Clauses where the source states no number (a `definition` of the kind "no-numbers" lists them): a number that cites one
// of them is not in the source.
std::vector<std::string> clauses_without_numbers(const Pack& pack) {
  std::vector<std::string> found;
  for (const auto& silence : pack.no_provisions)
    for (const auto& row : silence.rows)
      if (silence.id == "numbers" && !row.empty()) {
        found.push_back(silence.clause.substr(0, silence.clause.find(' ')));
        break;
      }
  return found;
}

bool is_number(const base::Value& v) { return v.kind == base::Kind::count || v.kind == base::Kind::ratio || v.kind == base::Kind::money; }

bool cites(const std::string& clause, const std::string& section) {
  return clause.starts_with(section) && (clause.size() == section.size() || clause[section.size()] == '.' || clause[section.size()] == ' ');
}

}  // namespace

base::Problems lint(const Pack& pack) {
  base::Problems problems;
  const auto silent = clauses_without_numbers(pack);
  auto number = [&](const std::string& clause, const std::string& what, const std::string& file, int line) {
    for (const auto& section : silent)
      if (cites(clause, section))
        problems.push_back({"NOT_IN_SOURCE", file, line, 0, {}, what + " is a number that cites " + clause + ", and the source states none there; cite the paper or the decision it comes from", {}, {}});
  };
  for (const auto& p : pack.parameters)
    for (const auto& period : p.periods)
      if (is_number(period.value)) number(period.clause, "parameter \"" + p.id + "\"", p.file, p.line);
  for (const auto& m : pack.scoring.measures) number(m.clause, "the weight of measure \"" + m.id + "\"", pack.place, 0);
  for (std::size_t i = 0; i < pack.parameters.size(); ++i) {
    const auto& p = pack.parameters[i];
    if (p.periods.empty() && p.so.empty())
      problems.push_back({"SILENT", p.file, p.line, 0, {}, "parameter \"" + p.id + "\" has no value and does not say what that leads to: add `so = \"...\"`", {}, {}});
  }
  for (const auto& c : pack.criteria)
    for (const auto& stream : c.streams)
      if (std::ranges::count(c.streams, stream) > 1) {
        problems.push_back({"DUPLICATE_STREAM", c.file, c.line, 0, {}, "criterion \"" + c.id + "\" names the stream \"" + stream + "\" twice", {}, c.id});
        break;
      }
  std::ranges::stable_sort(problems, {}, [](const auto& p) { return std::pair(p.file, p.line); });
  return problems;
}

}  // namespace remit::policy

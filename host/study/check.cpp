#include "study/check.hpp"

#include <algorithm>
#include <tuple>

#include "policy/lint.hpp"
#include "study/check_parts.hpp"

namespace remit::study {

std::string_view word(Weight weight) {
  static constexpr std::string_view words[] = {"error", "warning", "note"};
  return words[static_cast<std::size_t>(weight)];
}

std::string_view word(CheckedRule::Known known) {
  static constexpr std::string_view words[] = {"proved", "probed", "by a plug-in"};
  return words[static_cast<std::size_t>(known)];
}

std::size_t Checked::errors() const { return static_cast<std::size_t>(std::ranges::count(findings, Weight::error, &Finding::weight)); }

void sort_findings(Findings& findings) {
  std::ranges::stable_sort(findings, {}, [](const Finding& f) { return std::tuple(f.problem.file, f.problem.line, f.problem.column, f.weight); });
}

Checked check(const lua::Studied& studied, const std::filesystem::path& folder) {
  const policy::Pack& pack = *studied.pack;
  Checked checked;
  const auto add = [&](Weight weight, const base::Problems& problems) {
    for (const auto& problem : problems) checked.findings.push_back({weight, problem});
  };
  add(Weight::warning, pack.warnings);
  add(Weight::note, policy::notes(pack));
  add(Weight::error, policy::lint(pack));
  const std::vector<Question> questions = questions_of(pack);
  check_conditions(studied, checked.findings);
  check_scoring(pack, checked.findings);
  check_dates(pack, folder, checked.findings);
  check_overrides(pack, checked.findings);
  check_cases(pack, questions, folder, checked.findings);
  check_answers(studied, questions, checked.findings, checked.rules);
  sort_findings(checked.findings);
  return checked;
}

}  // namespace remit::study

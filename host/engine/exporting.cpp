#include "engine/exporting.hpp"

#include <algorithm>
#include <numeric>

#include "base/problem.hpp"
#include "engine/consult.hpp"
#include "engine/decision_view.hpp"

namespace remit::engine {

namespace {

class DecidedSubjects : public ApplicationSubjects {
 public:
  DecidedSubjects(const Decided& decided, std::vector<std::uint32_t> rows) : ApplicationSubjects(decided.view, std::move(rows)), decision_(decided) {}

 private:
  void show(std::uint32_t i, policy::Facts& facts) override { decision_.show(i, facts); }
  DecisionView decision_;
};

}  // namespace

std::string export_round(const Decided& decided, std::size_t use) {
  const intake::Round& round = *decided.view.round;
  std::vector<std::uint32_t> rows(round.applications.size());
  std::iota(rows.begin(), rows.end(), 0u);
  std::ranges::stable_sort(rows, {}, [&](std::uint32_t i) { return round.stream_of[i]; });
  DecidedSubjects subjects(decided, std::move(rows));
  std::vector<policy::Answer> answers = decided.view.plugins->ask(use, subjects);
  for (const policy::Answer& answer : answers)
    if (answer.outcome == policy::Outcome::error)
      base::refuse({"PLUGIN_FAULT", {}, 0, 0, {}, "nothing was written: " + policy::words_of(answer), {}, {}}, 3);
  if (answers.empty() || !answers.back().said) return {};
  return std::move(answers.back().said->written);
}

}  // namespace remit::engine

#include <algorithm>
#include <map>

#include "report/figure.hpp"
#include "report/layout.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

namespace {

constexpr double width = 400, step = 44, left = 6, length = width - 2 * left;

}  // namespace

void write_failures_picture(const record::DecisionDocument& document, std::string& out) {
  struct Failed {
    std::string title, clause, effect;
    std::size_t count = 0;
  };
  std::map<std::string_view, Failed> by_rule;
  std::size_t all = 0;
  for (const auto& r : document.records)
    for (const auto& finding : r.findings) {
      if (finding.outcome != "fail") continue;
      const auto [at, is_new] = by_rule.try_emplace(finding.rule);
      if (is_new) at->second = {finding.title.empty() ? finding.rule : finding.title, finding.clause, finding.effect, 0};
      ++at->second.count;
      ++all;
    }
  if (all == 0) return;
  std::vector<Failed> failures;
  for (auto& [rule, failed] : by_rule) failures.push_back(std::move(failed));
  std::ranges::stable_sort(failures, {}, [](const Failed& failed) { return -static_cast<std::ptrdiff_t>(failed.count); });
  Figure f{"failures", "Most often not met: " + failures.front().title + " (" + counted(failures.front().count, "application", "applications") + ")",
           "Criteria that were not met, by number of applications, with the running share of all " + std::to_string(all), {}, {"criterion", "clause", "what follows", "applications", "running share"}, {}, {}, width, 0};
  f.description = "A bar for each criterion that any application fails, the most frequent first. The share at the end counts it and all above it. One application may fail several.";
  Drawing draw(f);
  double y = 0;
  std::size_t so_far = 0;
  for (const Failed& failed : failures) {
    so_far += failed.count;
    const std::string running = std::to_string((so_far * 200 + all) / (2 * all)) + "%";
    draw.text(left, y + 16, fitted(failed.title, 54));
    draw.bar(left, y + 22, (length - 110) * static_cast<double>(failed.count) / static_cast<double>(failures.front().count), 14, failed.effect == "blocks" ? "failed" : "doubted");
    draw.text(width - left, y + 34, std::to_string(failed.count) + "; in all " + running, "end");
    f.rows.push_back({failed.title, failed.clause, failed.effect == "blocks" ? "the application is declined" : failed.effect == "refers" ? "a person looks" : "it is reported", std::to_string(failed.count), running});
    y += step;
  }
  f.height = y;
  write_figure(f, out);
}

}  // namespace remit::report

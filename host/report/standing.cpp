#include "report/standing.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/money.hpp"

namespace remit::report {
namespace {

constexpr std::array<std::string_view, 6> order{"error", "panel-unfit", "unscored", "below-threshold", "ineligible", "withdrawn"};

std::size_t place(std::string_view why) {
  return static_cast<std::size_t>(std::ranges::find(order, why) - order.begin());
}

void add_other(Standing& standing, const record::DecisionRecord& record) {
  const std::string_view why = record.proposal.why;
  auto it = std::ranges::find(standing.others, why, &std::pair<std::string_view, Records>::first);
  if (it == standing.others.end()) it = standing.others.insert(it, {why, {}});
  it->second.push_back(&record);
}

bool was_awarded(const record::DecisionRecord& record) {
  const auto awards = [](const record::PluginAnswer& answer) { return !answer.award.empty(); };
  return std::ranges::any_of(record.plugins, [&](const record::Plugin& plugin) { return std::ranges::any_of(plugin.answers, awards); });
}

}  // namespace

std::string line_words(const Standing& s) {
  return (s.shared_out ? "" : "funding line: ") + base::money_for_people(s.stream->left) + " of " + base::money_for_people(s.stream->budget) + " is left";
}

std::vector<Standing> standings(const record::DecisionDocument& document) {
  std::vector<Standing> out(document.streams.size());
  std::unordered_map<std::string_view, std::size_t> row;
  for (std::size_t s = 0; s < out.size(); ++s) {
    out[s].stream = &document.streams[s];
    row.emplace(document.streams[s].id, s);
  }
  for (const auto& record : document.records) {
    const auto it = row.find(record.stream);
    if (it == row.end()) continue;
    Standing& standing = out[it->second];
    if (record.rank > 0) standing.ranked.push_back(&record);
    else add_other(standing, record);
  }
  for (auto& standing : out) {
    std::ranges::stable_sort(standing.ranked, {}, [](const auto* r) { return r->rank; });
    std::ranges::stable_sort(standing.others, {}, [](const auto& group) { return place(group.first); });
    for (std::size_t i = 0; i < standing.ranked.size(); ++i)
      if (standing.ranked[i]->proposal.amount > 0) standing.line = i + 1;
    standing.shared_out = !standing.stream->notes.empty() || std::ranges::any_of(standing.ranked, [](const auto* r) { return was_awarded(*r); });
    if (standing.shared_out) standing.line = standing.ranked.size();
  }
  return out;
}

}  // namespace remit::report

#include "marks.hpp"

#include <algorithm>
#include <set>

namespace agreement {

namespace {

Exact distance(const Exact& a, const Exact& b) { return a < b ? b - a : a - b; }

std::vector<Outlier> outliers_of(const std::string& measure, const Unit& unit, const Exact& most) {
  std::vector<Outlier> out;
  if (unit.marks.size() == 2) {   // of two nobody can say which is off
    const Exact apart = distance(unit.marks[0].score, unit.marks[1].score);
    if (apart > most) out.push_back({unit.application, measure, {unit.marks[0].member, unit.marks[1].member}, apart});
    return out;
  }
  std::vector<Exact> sorted;
  for (const Mark& mark : unit.marks) sorted.push_back(mark.score);
  std::ranges::sort(sorted);
  for (const Mark& mark : unit.marks) {
    const auto at = static_cast<std::size_t>(std::ranges::lower_bound(sorted, mark.score) - sorted.begin());
    if (const Exact far = distance(mark.score, median_of_others(sorted, at)); far > most)
      out.push_back({unit.application, measure, {mark.member}, far});
  }
  return out;
}

}  // namespace

std::vector<Outlier> outliers(const std::string& measure, const std::vector<Unit>& units, const Exact& most) {
  std::vector<Outlier> out;
  for (const Unit& unit : units) {
    if (unit.marks.size() < 2) continue;
    for (Outlier& outlier : outliers_of(measure, unit, most)) out.push_back(std::move(outlier));
  }
  return out;
}

std::vector<Leaning> leanings(const Stream& stream) {
  struct Sum {
    Exact differences;
    std::size_t marks = 0;
    std::set<std::string_view> applications;
  };
  std::map<std::string, Sum> of;
  for (const auto& [measure, units] : stream.measures) {
    if (measure == sums) continue;
    for (const Unit& unit : units) {
      if (unit.marks.size() < 2) continue;
      Exact all;
      for (const Mark& mark : unit.marks) all += mark.score;
      for (const Mark& mark : unit.marks) {
        Sum& sum = of[mark.member];
        sum.differences += mark.score - (all - mark.score) / Exact(unit.marks.size() - 1);
        ++sum.marks;
        sum.applications.insert(unit.application);
      }
    }
  }
  std::vector<Leaning> out;
  for (const auto& [member, sum] : of) out.push_back({member, sum.differences / Exact(sum.marks), sum.marks, sum.applications.size()});
  return out;
}

}  // namespace agreement

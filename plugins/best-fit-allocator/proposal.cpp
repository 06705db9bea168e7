#include "proposal.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <remit/plugin.hpp>

namespace best_fit {

namespace {

constexpr int128 most = int128{1} << 120;   // sums of values times sums of costs stay below

int128 gcd(int128 a, int128 b) {
  while (b != 0) {
    const int128 left = a % b;
    a = b;
    b = left;
  }
  return a;
}

/// The least common multiple of a and b, both positive; above `limit`: none.
std::optional<int128> common_multiple(int128 a, int128 b, int128 limit) {
  b /= gcd(a, b);
  return a > limit / b ? std::nullopt : std::optional<int128>(a * b);
}

/// For each element the bits of those that it needs; none where it needs what is not there.
std::vector<std::optional<std::uint32_t>> needs_of(const std::vector<Element>& elements) {
  std::vector<std::optional<std::uint32_t>> out(elements.size(), 0u);
  for (std::size_t i = 0; i < elements.size(); ++i)
    for (const std::string& need : elements[i].needs) {
      const auto at = std::ranges::find(elements, need, &Element::id);
      if (at == elements.end()) out[i].reset();
      if (out[i]) *out[i] |= std::uint32_t{1} << (at - elements.begin());
    }
  return out;
}

/// What a set of elements costs; none where one of them lacks what it needs, or where they cost more than `dearest`.
std::optional<std::int64_t> cost_of(const Proposal& p, const std::vector<std::optional<std::uint32_t>>& needs, std::uint32_t set,
                                    std::int64_t dearest) {
  std::int64_t cost = 0;
  for (std::size_t i = 0; i < p.elements.size(); ++i) {
    if ((set >> i & 1) == 0) continue;
    const std::int64_t one = p.elements[i].cost;
    if (!needs[i] || (*needs[i] & ~set) != 0 || one < 0 || one > dearest - cost) return std::nullopt;
    cost += one;
  }
  return cost;
}

/// The best set for each sum that parts may come to, by cost.
std::vector<Award> parts_of(const Proposal& p, const Terms& terms) {
  const auto needs = needs_of(p.elements);
  const auto order = by_fit(p.elements);
  const std::int64_t least = std::max<std::int64_t>(terms.minimum_award.value_or(0), 1);
  const std::int64_t dearest = std::min(terms.budget, p.requested - 1);
  std::vector<Award> out;
  for (std::uint32_t by_place = 1; by_place >> order.size() == 0; ++by_place) {
    std::uint32_t set = 0;   // the best by fit is the highest bit of by_place
    for (std::size_t i = 0; i < order.size(); ++i) set |= (by_place >> (order.size() - 1 - i) & 1) << order[i];
    const auto cost = cost_of(p, needs, set, dearest);
    if (cost && *cost >= least) out.push_back({*cost, set, false});
  }
  // sets came in rising order, so of equal sums the last is the best by fit
  std::ranges::reverse(out);
  std::ranges::stable_sort(out, {}, &Award::cost);
  out.erase(std::ranges::unique(out, {}, &Award::cost).begin(), out.end());
  return out;
}

}  // namespace

std::vector<std::uint32_t> by_fit(const std::vector<Element>& elements) {
  std::vector<std::uint32_t> order(elements.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t e) { return elements[e].fit.value_or(std::numeric_limits<std::int64_t>::max()); });
  return order;
}

std::vector<Award> awards_of(const Proposal& p, const Terms& terms) {
  std::vector<Award> out(1);
  if (terms.parts && !p.elements.empty()) {
    if (p.elements.size() > most_elements)
      throw remit::failure("application " + p.id + " has " + std::to_string(p.elements.size()) + " elements; the best fit is found for " +
                           std::to_string(most_elements) + " at most, or with the setting parts = \"none\"");
    const std::vector<Award> parts = parts_of(p, terms);
    out.insert(out.end(), parts.begin(), parts.end());
  }
  if (p.requested <= terms.budget) out.push_back({p.requested, 0, true});
  return out;
}

int128 Units::of(const Proposal& p, std::int64_t cost) const {
  if (p.total_num <= 0) return 0;
  const int128 whole = per_point / p.total_den * p.total_num;   // per_point is a multiple of every total_den
  return cost >= p.requested ? whole : whole * cost / p.requested;
}

Units units_for(const std::vector<Proposal>& proposals, const Terms& terms) {
  int128 points = 1, money = int128{terms.budget} + 1;
  for (const Proposal& p : proposals) {
    points += std::max<std::int64_t>(p.total_num, 0) / p.total_den + 1;
    money += std::max<std::int64_t>(p.requested, 0);
  }
  const int128 limit = most / money / points;
  std::optional<int128> whole = limit > 0 ? std::optional<int128>(1) : std::nullopt;
  if (!whole) throw remit::failure("the totals, or the money, of this stream are too large to be added exactly");
  for (const Proposal& p : proposals)
    if (whole) whole = common_multiple(*whole, p.total_den, limit);
  if (!whole) throw remit::failure("the totals of this stream have no common denominator to add them with");
  std::optional<int128> exact = whole;
  for (const Proposal& p : proposals)
    if (exact && terms.parts && !p.elements.empty() && p.total_num > 0 && p.requested > 0) {
      const int128 den = int128{p.total_den} * p.requested;
      exact = common_multiple(*exact, den / gcd(den, p.total_num), limit);
    }
  if (exact) return {*exact, true};
  Units out{*whole, false};
  int digits = 0;
  for (; digits < 18 && out.per_point <= limit / 10; ++digits) out.per_point *= 10;
  if (digits < 6) throw remit::failure("the totals of this stream have no common denominator to count parts with");
  return out;
}

}  // namespace best_fit

// Streams of two hundred applications with six elements each, up to a budget of ten million pounds in odd pence, are proven within
// the default work; of kinds that are hard for a knapsack.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "allocation.hpp"

namespace best_fit {
namespace {

enum class Kind { unrelated, almost_by_money, equal_totals, dear_is_better };

std::vector<Proposal> stream(Kind kind, std::int64_t step, std::mt19937_64& random) {
  std::vector<Proposal> out;
  for (int i = 0; i < 200; ++i) {
    Proposal p;
    p.id = "A" + std::to_string(i);
    for (int e = 0; e < 6; ++e) {
      const auto cost = static_cast<std::int64_t>(1 + random() % static_cast<std::uint64_t>(1'500'000 / step)) * step;
      p.elements.push_back({"E" + std::to_string(e), cost, {}, {}});
      if (e > 0 && random() % 2 != 0) p.elements.back().needs = {"E" + std::to_string(e - 1)};
      p.requested += cost;
    }
    const std::int64_t sixtieths = kind == Kind::unrelated        ? static_cast<std::int64_t>(1200 + random() % 4800)
                                   : kind == Kind::almost_by_money ? p.requested / 3000
                                   : kind == Kind::equal_totals    ? 3000
                                                                   : p.requested / 3000 + 1000;
    const std::int64_t common = std::gcd(sixtieths, 60);
    p.total_num = sixtieths / common;
    p.total_den = 60 / common;
    out.push_back(std::move(p));
  }
  std::ranges::stable_sort(out, [](const Proposal& a, const Proposal& b) {
    return int128{a.total_num} * b.total_den > int128{b.total_num} * a.total_den;
  });
  for (std::uint32_t i = 0; i < out.size(); ++i) {
    const bool equal = i > 0 && out[i].total_num == out[i - 1].total_num && out[i].total_den == out[i - 1].total_den;
    out[i].rank = equal ? out[i - 1].rank : i + 1;
  }
  return out;
}

/// No set can count more: the budget spent penny by penny where a penny brings most, the last application by a share of it.
int128 most_that_could_be(const std::vector<Proposal>& proposals, std::int64_t budget, const Units& units) {
  std::vector<const Proposal*> order;
  for (const Proposal& p : proposals) order.push_back(&p);
  std::ranges::sort(order, [&](const Proposal* a, const Proposal* b) { return units.of(*a, a->requested) * b->requested > units.of(*b, b->requested) * a->requested; });
  int128 value = 0;
  for (const Proposal* p : order) {
    const std::int64_t paid = std::min(budget, p->requested);
    value += units.of(*p, p->requested) * paid / p->requested + 1;
    budget -= paid;
  }
  return value;
}

class LargeStream : public testing::TestWithParam<std::tuple<Kind, std::int64_t>> {};

TEST_P(LargeStream, IsProven) {
  const auto [kind, step] = GetParam();
  std::mt19937_64 random(11);
  const std::vector<Proposal> proposals = stream(kind, step, random);
  std::int64_t all = 0;
  for (const Proposal& p : proposals) all += p.requested;
  for (const std::int64_t tenths : {2, 5, 9}) {
    const Terms terms{std::min<std::int64_t>(1'000'000'000, all / 10 * tenths), 500'000, true};
    const Allocation a = allocate(proposals, terms, true, 20'000'000);
    ASSERT_TRUE(a.proven) << tenths;
    std::int64_t money = 0;
    int128 value = 0;
    for (std::size_t i = 0; i < proposals.size(); ++i) {
      money += a.awards[i].cost;
      if (!a.awards[i].nothing()) value += a.units.of(proposals[i], a.awards[i].cost);
    }
    EXPECT_EQ(money, a.money);
    EXPECT_EQ(value, a.value);
    EXPECT_LE(money, terms.budget);
    EXPECT_GE(a.value, a.ranked_value);
    const int128 most = most_that_could_be(proposals, terms.budget, a.units);
    EXPECT_LE(a.value, most);
    EXPECT_GE(a.value, most - most / 1000);   // with so many parts to choose from the money is all but used up
  }
}

INSTANTIATE_TEST_SUITE_P(HardKinds, LargeStream,
                         testing::Combine(testing::Values(Kind::unrelated, Kind::almost_by_money, Kind::equal_totals, Kind::dear_is_better),
                                          testing::Values<std::int64_t>(1, 100, 50'000)));

}  // namespace
}  // namespace best_fit

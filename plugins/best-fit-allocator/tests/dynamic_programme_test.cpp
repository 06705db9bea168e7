// The greatest value, and the least money for it, are those of the textbook table over every sum of money: another method, for
// rounds too large to try every set.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "best_set.hpp"

namespace best_fit {
namespace {

/// value[m]: the most that money m can pay for.
std::vector<std::int64_t> table(const std::vector<Choice>& choices, std::size_t budget) {
  std::vector<std::int64_t> value(budget + 1, 0);
  for (const Choice& choice : choices) {
    std::vector<std::int64_t> next(budget + 1, -1);
    for (std::size_t money = 0; money <= budget; ++money)
      for (const Option& o : choice.options)
        if (static_cast<std::size_t>(o.cost) <= money)
          next[money] = std::max(next[money], value[money - static_cast<std::size_t>(o.cost)] + static_cast<std::int64_t>(o.value));
    value = next;
  }
  return value;
}

class Table : public testing::TestWithParam<int> {};

TEST_P(Table, AgreesWithTheBestSet) {
  std::mt19937_64 random(77);
  for (int round = 0; round < 25; ++round) {
    std::vector<Choice> choices;
    std::int64_t all = 0;
    for (std::uint32_t i = 0; i < 60; ++i) {
      const auto cost = static_cast<std::int64_t>(6 + random() % 60), noise = static_cast<std::int64_t>(random() % 40);
      // unrelated values; values that all but follow the cost; and those that follow it exactly
      const std::int64_t value = GetParam() == 0 ? 10 + 5 * noise : GetParam() == 1 ? cost * 6 + noise / 8 : cost * 6;
      std::vector<Option> options{{0, 0}, {cost / 3, value / 3}, {cost / 2, value * (cost / 2) / cost}, {cost, value}};
      Choice choice{{}, i};
      for (const std::uint32_t o : only_worthwhile(options)) choice.options.push_back(options[o]);
      choices.push_back(choice);
      all += cost;
    }
    const std::int64_t budget = all * static_cast<std::int64_t>(1 + random() % 9) / 10;
    const std::vector<std::int64_t> value = table(choices, static_cast<std::size_t>(budget));
    const auto least = std::ranges::find(value, value.back()) - value.begin();
    Work work{50'000'000};
    Solution s;
    ASSERT_EQ(best_set(choices, budget, work, s), Searched::found);
    ASSERT_EQ(static_cast<std::int64_t>(s.value), value.back());
    ASSERT_EQ(s.money, least);
  }
}

INSTANTIATE_TEST_SUITE_P(UnrelatedAlikeAndTheSame, Table, testing::Values(0, 1, 2));

}  // namespace
}  // namespace best_fit

// The best set is the one that trying every set finds, ties included: points, then money, then ranks from the best.
#include <gtest/gtest.h>

#include <random>

#include "best_set.hpp"

namespace best_fit {
namespace {

using Key = std::vector<std::int64_t>;   // greater is better

Key key_of(const std::vector<Choice>& choices, const std::vector<std::uint32_t>& chosen) {
  const std::size_t ranks = choices.back().rank + 1;
  std::vector<std::int64_t> points(ranks), money(ranks);
  Key key{0, 0};
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Option& o = choices[i].options[chosen[i]];
    key[0] += static_cast<std::int64_t>(o.value);
    key[1] -= o.cost;
    points[choices[i].rank] += static_cast<std::int64_t>(o.value);
    money[choices[i].rank] += o.cost;
  }
  key.insert(key.end(), points.begin(), points.end());
  key.insert(key.end(), money.begin(), money.end());
  return key;
}

/// Empty when nothing fits.
Key best_of_all(const std::vector<Choice>& choices, std::int64_t budget) {
  Key best;
  std::vector<std::uint32_t> chosen(choices.size());
  while (true) {
    const Key key = key_of(choices, chosen);
    if (-key[1] <= budget && (best.empty() || key > best)) best = key;
    std::size_t i = 0;
    while (i < chosen.size() && ++chosen[i] == choices[i].options.size()) chosen[i++] = 0;
    if (i == chosen.size()) return best;
  }
}

std::vector<Choice> random_choices(std::mt19937_64& random) {
  const auto below = [&](std::uint64_t n) { return static_cast<std::int64_t>(random() % n); };
  const std::int64_t dearest = 1 + below(12), greatest = 1 + below(6);
  std::vector<Choice> choices(static_cast<std::size_t>(1 + below(6)));
  std::uint32_t rank = 0;
  for (Choice& choice : choices) {
    std::vector<Option> options;
    if (below(4) != 0) options.push_back({0, 0});   // else something must be given
    for (std::int64_t n = 1 + below(4); n > 0; --n) options.push_back({below(static_cast<std::uint64_t>(dearest)), below(static_cast<std::uint64_t>(greatest) + 1)});
    for (const std::uint32_t o : only_worthwhile(options)) choice.options.push_back(options[o]);
    choice.rank = rank;
    rank += below(2) != 0;
  }
  return choices;
}

TEST(BestSet, IsWhatTryingEverySetFinds) {
  std::mt19937_64 random(20120301);
  int found = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::vector<Choice> choices = random_choices(random);
    const auto budget = static_cast<std::int64_t>(random() % 60);
    const Key best = best_of_all(choices, budget);
    Work work{1'000'000};
    Solution s;
    ASSERT_EQ(best_set(choices, budget, work, s), best.empty() ? Searched::none : Searched::found) << "round " << round;
    if (best.empty()) continue;
    ++found;
    ASSERT_EQ(key_of(choices, s.chosen), best) << "round " << round;
    ASSERT_EQ(static_cast<std::int64_t>(s.value), best[0]);
    ASSERT_EQ(s.money, -best[1]);
  }
  EXPECT_GT(found, 3000);
}

TEST(BestSet, FindsNothingWorseThanWhatIsKnown) {
  std::mt19937_64 random(4);
  for (int round = 0; round < 2000; ++round) {
    const std::vector<Choice> choices = random_choices(random);
    const auto budget = static_cast<std::int64_t>(random() % 60);
    const Key best = best_of_all(choices, budget);
    if (best.empty()) continue;
    const auto answer = [&](std::int64_t value, std::int64_t money) {
      Work work{1'000'000};
      Solution s;
      return best_set(choices, budget, work, s, {true, value, money});
    };
    ASSERT_EQ(answer(best[0], -best[1]), Searched::found) << "round " << round;
    ASSERT_EQ(answer(best[0] + 1, budget), Searched::none) << "round " << round;
    ASSERT_EQ(answer(best[0], -best[1] - 1), Searched::none) << "round " << round;
  }
}

TEST(BestSet, StopsWhenTheWorkRunsOut) {
  std::vector<Choice> choices;
  for (int i = 0; i < 40; ++i) choices.push_back({{{0, 0}, {1000 + 37 * i, 1000 + 41 * i}}, static_cast<std::uint32_t>(i)});
  Work work{90};   // 80 for the options
  Solution s;
  EXPECT_EQ(best_set(choices, 20'000, work, s), Searched::limit);
}

TEST(BestSet, OfNothingIsNothing) {
  Work work{10};
  Solution s;
  EXPECT_EQ(best_set({}, 100, work, s), Searched::found);
  EXPECT_EQ(s.money, 0);
  EXPECT_TRUE(s.chosen.empty());
}

}  // namespace
}  // namespace best_fit

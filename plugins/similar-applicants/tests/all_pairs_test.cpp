// The indexes lose no pair: on random names they find exactly what comparing each with each finds.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "alike.hpp"

namespace similar {
namespace {

using Found = std::map<std::pair<std::size_t, std::size_t>, std::pair<std::int64_t, std::int64_t>>;

class Names {
 public:
  explicit Names(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }

  /// Words of few letters, so that many are alike; now and then one of digits.
  Words words() {
    Words out;
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      std::u32string word;
      const char32_t first = below(12) == 0 ? U'0' : U'a';
      for (std::size_t l = 1 + below(9); l > 0; --l) word += first + static_cast<char32_t>(below(5));
      out.push_back(word);
    }
    return out;
  }
  /// A slip of the pen: a letter more, less, other, or in another place; two words exchanged, or run together.
  Words slip(Words words) {
    std::u32string& word = words[below(words.size())];
    const std::size_t at = below(word.size());
    switch (below(6)) {
      case 0: word.insert(at, 1, U'a' + static_cast<char32_t>(below(5))); break;
      case 1: if (word.size() > 1) word.erase(at, 1); break;
      case 2: word[at] = U'a' + static_cast<char32_t>(below(5)); break;
      case 3: std::swap(word[at], word[below(word.size())]); break;
      case 4: std::swap(words[0], words[below(words.size())]); break;
      default:
        if (words.size() > 1) {
          words[0] += words[1];
          words.erase(words.begin() + 1);
        }
    }
    return words;
  }
  std::vector<Name> some(std::size_t count) {
    std::vector<Name> out;
    while (out.size() < count) out.emplace_back(out.empty() || below(2) == 0 ? words() : slip(out[below(out.size())].words));
    return out;
  }

 private:
  std::mt19937_64 random_;
};

class AllPairs : public testing::TestWithParam<std::tuple<Fraction, By>> {};

TEST_P(AllPairs, AreFound) {
  const auto [threshold, by] = GetParam();
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const std::vector<Name> names = Names(seed).some(350);
    Found expected, found;
    for (std::size_t i = 0; i < names.size(); ++i)
      for (std::size_t k = i + 1; k < names.size(); ++k)
        if (Likeness how; alike(names[i], names[k], threshold, by, how)) expected[{i, k}] = {how.score.num, how.score.den};
    each_alike(names, threshold, by, [&](std::size_t i, std::size_t k, const Likeness& how) {
      EXPECT_TRUE((found.try_emplace({i, k}, how.score.num, how.score.den).second)) << "found twice";
    });
    ASSERT_EQ(found, expected) << "seed " << seed;
    EXPECT_GT(expected.size(), 50u);
  }
}

INSTANTIATE_TEST_SUITE_P(ThresholdsAndWays, AllPairs,
                         testing::Combine(testing::Values(Fraction{1, 2}, Fraction{2, 3}, Fraction{4, 5}, Fraction{9, 10}, Fraction{19, 20}, Fraction{1, 1}),
                                          testing::Values(By{true, false}, By{false, true}, By{true, true})));

}  // namespace
}  // namespace similar

// All pairs of names that are alike, without comparing each with each.
//
// Two indexes propose pairs, and neither loses one (the tests compare with all pairs):
// - Letter groups, rarest first: two names with enough groups in common must share one among the first few of each (prefix
//   filtering, Chaudhuri, Ganti and Kaushik 2006).
// - Words: names that are alike word by word have alike words at every place, so also at the place where fewest names have one. Which
//   words are alike is found once for all words, by a bound on the letters that two words can share.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "likeness.hpp"

namespace similar {

/// In which way two names are alike.
enum class Way { same, letters, groups, words };   // letters: the same letters, in words that are parted otherwise

struct Likeness {
  Way way = Way::same;
  Fraction score{1, 1};
};

/// What is compared: letter groups, words one by one, or both, words only where the letter groups are not enough.
struct By {
  bool groups = true, words = true;
};

/// A name, ready to be compared.
struct Name {
  explicit Name(Words of);
  Words words;
  std::u32string numbers;              // the words with digits, in a row
  std::u32string letters;              // all words without blanks
  std::vector<std::uint64_t> groups;
};

/// Whether two names are alike by at least `threshold`, and how. Names whose words with digits differ never are, unless all their
/// letters are the same.
bool alike(const Name& a, const Name& b, const Fraction& threshold, By by, Likeness& how);

/// Calls `found` once for each pair of names (i < k) that are alike by at least `threshold`, which is from 1/2 to 1. No name is empty.
void each_alike(const std::vector<Name>& names, const Fraction& threshold, By by,
                const std::function<void(std::size_t i, std::size_t k, const Likeness& how)>& found);

}  // namespace similar

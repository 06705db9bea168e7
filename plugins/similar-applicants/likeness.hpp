// How alike two names are, as exact fractions from 0 to 1.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "name.hpp"

namespace similar {

/// num / den, den > 0; small enough that products of two fit 64 bits.
struct Fraction {
  std::int64_t num = 0;
  std::int64_t den = 1;
  friend bool operator<(const Fraction& a, const Fraction& b) { return a.num * b.den < b.num * a.den; }
  friend bool operator>=(const Fraction& a, const Fraction& b) { return !(a < b); }
};

/// The letter groups of a name: each three letters in a row of each word, which is thought to have two blanks before it and one
/// behind. Each once, in rising order.
std::vector<std::uint64_t> letter_groups(const Words& words);

/// Dice: twice the groups that both have, over the groups of one and of the other. Both in rising order, not both empty.
Fraction groups_in_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b);

/// Jaro-Winkler of two words, neither empty and neither longer than most_letters: Jaro's measure j, with half of the matched letters out of their
/// order counted as transpositions, exactly; and a tenth of 1 - j more for each of the first four letters that are the same. The same both ways.
Fraction jaro_winkler(const std::u32string& a, const std::u32string& b);

/// The least of jaro_winkler over the words of two names with as many words each, at least one: a name is as alike as
/// its least alike words. Words with digits are alike only when they are equal.
Fraction word_by_word(const Words& a, const Words& b);

/// Whether a word holds a digit. Such words must be equal: Group 3 is not Group 4.
bool has_digit(const std::u32string& word);

}  // namespace similar

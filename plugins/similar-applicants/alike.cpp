#include "alike.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <memory>
#include <unordered_map>

namespace similar {

namespace {

using Index = std::uint32_t;

/// The least whole number not below a / b; a >= 0, b > 0.
std::int64_t ceiling(std::int64_t a, std::int64_t b) { return (a + b - 1) / b; }

/// The words that are alike, each with itself among them.
class AlikeWords {
 public:
  AlikeWords(const std::vector<Name>& names, const Fraction& threshold) : threshold_(threshold) {
    for (const Name& name : names)
      for (const std::u32string& word : name.words) ids_.emplace(word, 0);
    for (const auto& [word, id] : ids_) words_.push_back({letters_of(word), &word, has_digit(word)});
    std::ranges::stable_sort(words_, {}, [](const Word& w) { return w.text->size(); });
    alike_.resize(words_.size());
    for (Index i = 0; i < words_.size(); ++i) {
      ids_[*words_[i].text] = i;
      alike_[i].push_back(i);
    }
    for (Index i = 0; i < words_.size(); ++i)
      if (!words_[i].digits) compare_with_longer(i);
  }
  Index id(const std::u32string& word) const { return ids_.at(word); }
  const std::vector<Index>& of(Index word) const { return alike_[word]; }

 private:
  struct Word {
    std::uint64_t letters;   // one bit for each letter, some share one
    const std::u32string* text;
    bool digits;
  };
  static std::uint64_t letters_of(const std::u32string& word) {
    std::uint64_t out = 0;
    for (const char32_t c : word) out |= std::uint64_t{1} << (c % 64);
    return out;
  }

  void compare_with_longer(Index i) {
    const Word& a = words_[i];
    const auto la = static_cast<std::int64_t>(a.text->size());
    std::int64_t lb = 0, fewest = 0;
    for (Index k = i + 1; k < words_.size(); ++k) {
      const Word& b = words_[k];
      if (const auto length = static_cast<std::int64_t>(b.text->size()); length != lb) {
        lb = length;
        fewest = fewest_matches(la, lb);
        if (fewest > la) return;   // longer ones need no fewer
      }
      // letters that the other word does not have cannot match
      if (la - std::popcount(a.letters & ~b.letters) < fewest || lb - std::popcount(b.letters & ~a.letters) < fewest) continue;
      if (b.digits || jaro_winkler(*a.text, *b.text) < threshold_) continue;
      alike_[i].push_back(k);
      alike_[k].push_back(i);
    }
  }

  /// How many letters of two words of these lengths must match at least, should they be alike: were no letter out of order, and the
  /// first four the same.
  std::int64_t fewest_matches(std::int64_t la, std::int64_t lb) const {
    std::int64_t m = 1;
    for (; m <= la; ++m) {
      const Fraction jaro{m * (la + lb) + la * lb, 3 * la * lb};
      if (Fraction{10 * jaro.num + 4 * (jaro.den - jaro.num), 10 * jaro.den} >= threshold_) break;
    }
    return m;
  }

  const Fraction threshold_;
  std::map<std::u32string, Index> ids_;
  std::vector<Word> words_;   // by length; a word is known by its place here
  std::vector<std::vector<Index>> alike_;
};

class Search {
 public:
  Search(const std::vector<Name>& names, const Fraction& threshold, By by,
         const std::function<void(std::size_t, std::size_t, const Likeness&)>& found)
      : names_(names), threshold_(threshold), by_(by), found_(found), seen_(names.size(), none) {}

  void run() {
    index_letters();
    if (by_.groups) index_groups();
    if (by_.words) index_words();
    for (Index i = 0; i < names_.size(); ++i) {
      seen_[i] = i;
      for (const Index k : same_letters_.at(names_[i].letters)) compare(i, k);
      if (by_.groups) by_groups(i);
      if (by_.words) by_words(i);
    }
  }

 private:
  static constexpr Index none = ~Index{0};

  /// Each pair is compared when its first name is at hand, and once.
  void compare(Index i, Index k) {
    if (k < i || seen_[k] == i) return;
    seen_[k] = i;
    Likeness how;
    if (alike(names_[i], names_[k], threshold_, by_, how)) found_(i, k, how);
  }

  void index_letters() {
    for (Index i = 0; i < names_.size(); ++i) same_letters_[names_[i].letters].push_back(i);
  }

  void index_groups() {
    std::unordered_map<std::uint64_t, Index> count;
    for (const Name& name : names_)
      for (const std::uint64_t group : name.groups) ++count[group];
    rare_.resize(names_.size());
    for (Index i = 0; i < names_.size(); ++i) {
      std::vector<std::uint64_t> groups = names_[i].groups;
      std::ranges::sort(groups, [&](std::uint64_t a, std::uint64_t b) {
        const Index of_a = count[a], of_b = count[b];
        return of_a != of_b ? of_a < of_b : a < b;
      });
      // a name alike has at least threshold / (2 - threshold) of these groups
      const auto size = static_cast<std::int64_t>(groups.size());
      const std::int64_t shared = ceiling(threshold_.num * size, 2 * threshold_.den - threshold_.num);
      groups.resize(static_cast<std::size_t>(size - shared + 1));
      for (const std::uint64_t group : groups) with_group_[group].push_back(i);
      rare_[i] = std::move(groups);
    }
  }

  void by_groups(Index i) {
    const auto size = static_cast<std::int64_t>(names_[i].groups.size());
    for (const std::uint64_t group : rare_[i])
      for (const Index k : with_group_.at(group)) {
        const auto other = static_cast<std::int64_t>(names_[k].groups.size());
        // even if the lesser were wholly within the greater
        if (k > i && Fraction{2 * std::min(size, other), size + other} >= threshold_) compare(i, k);
      }
  }

  void index_words() {
    alike_words_ = std::make_unique<AlikeWords>(names_, threshold_);
    for (Index i = 0; i < names_.size(); ++i)
      for (std::size_t at = 0; at < names_[i].words.size(); ++at) with_word_[key(i, at, alike_words_->id(names_[i].words[at]))].push_back(i);
  }
  /// Names of as many words, this one at this place.
  std::uint64_t key(Index i, std::size_t at, Index word) const {
    return std::uint64_t{names_[i].words.size()} << 48 | std::uint64_t{at} << 32 | word;
  }

  void by_words(Index i) {
    std::size_t best = 0, fewest = ~std::size_t{0};
    for (std::size_t at = 0; at < names_[i].words.size(); ++at) {
      std::size_t names = 0;
      for (const Index word : alike_words_->of(alike_words_->id(names_[i].words[at])))
        if (const auto found = with_word_.find(key(i, at, word)); found != with_word_.end()) names += found->second.size();
      if (names < fewest) {
        fewest = names;
        best = at;
      }
    }
    for (const Index word : alike_words_->of(alike_words_->id(names_[i].words[best])))
      if (const auto found = with_word_.find(key(i, best, word)); found != with_word_.end())
        for (const Index k : found->second) compare(i, k);
  }

  const std::vector<Name>& names_;
  const Fraction threshold_;
  const By by_;
  const std::function<void(std::size_t, std::size_t, const Likeness&)>& found_;
  std::vector<Index> seen_;
  std::map<std::u32string, std::vector<Index>> same_letters_;
  std::vector<std::vector<std::uint64_t>> rare_;   // of each name, the groups by which it is found
  std::unordered_map<std::uint64_t, std::vector<Index>> with_group_, with_word_;
  std::unique_ptr<AlikeWords> alike_words_;
};

}  // namespace

Name::Name(Words of) : words(std::move(of)), letters(joined(words, U"")), groups(letter_groups(words)) {
  for (const std::u32string& word : words)
    if (has_digit(word)) numbers += word + U' ';
}

bool alike(const Name& a, const Name& b, const Fraction& threshold, By by, Likeness& how) {
  if (a.words == b.words || a.letters == b.letters) {
    how = {a.words == b.words ? Way::same : Way::letters, {1, 1}};
    return true;
  }
  if (a.numbers != b.numbers) return false;
  if (by.groups) {
    how = {Way::groups, groups_in_common(a.groups, b.groups)};
    if (how.score >= threshold) return true;
  }
  if (!by.words || a.words.size() != b.words.size()) return false;
  how = {Way::words, word_by_word(a.words, b.words)};
  return how.score >= threshold;
}

void each_alike(const std::vector<Name>& names, const Fraction& threshold, By by,
                const std::function<void(std::size_t i, std::size_t k, const Likeness& how)>& found) {
  Search(names, threshold, by, found).run();
}

}  // namespace similar

// Unicode is left to utf8proc: decomposition, case folding and what is a letter. Letters that Unicode does not decompose (the
// Polish l with a stroke, the Danish o) have a table here.
#include "name.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <remit/plugin.hpp>
#include <span>
#include <utility>

namespace similar {

namespace {

using View = std::u32string_view;

/// Decomposed, folded, and without marks.
std::u32string folded(std::string_view text) {
  constexpr auto how = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                                      UTF8PROC_IGNORE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const utf8proc_ssize_t needed = utf8proc_decompose(bytes, size, nullptr, 0, how);
  if (needed < 0) throw remit::failure("a name cannot be read: " + std::string(utf8proc_errmsg(needed)));
  std::vector<utf8proc_int32_t> letters(static_cast<std::size_t>(needed));
  utf8proc_decompose(bytes, size, letters.data(), needed, how);
  return std::u32string(letters.begin(), letters.end());
}

/// What a letter that does not decompose is written as in plain Latin; empty for all others.
View plain(char32_t c) {
  static constexpr struct { char32_t from; View to; } letters[] = {
      {U'æ', U"ae"}, {U'œ', U"oe"}, {U'ø', U"o"}, {U'ł', U"l"}, {U'đ', U"d"}, {U'ð', U"d"}, {U'þ', U"th"},
      {U'ħ', U"h"},  {U'ŧ', U"t"},  {U'ı', U"i"}, {U'ŋ', U"n"}, {U'&', U" and "}, {U'+', U" and "}};
  for (const auto& letter : letters)
    if (letter.from == c) return letter.to;
  return {};
}

bool is_letter(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'‘' || c == U'`' || c == U'ʼ' || c == U'′'; }

Words split(std::string_view name) {
  Words words;
  std::u32string word;
  std::size_t letters = 0;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  const auto take = [&](char32_t c) {
    if (is_letter(c) && letters < most_letters) {
      word += c;
      ++letters;
    } else if (c == U'.' && word.size() == 1) {
      // "c.i.c." is one word: single letters with points go on growing
      word += U'.';
    } else if (c == U'.' && word.size() > 2 && word[word.size() - 2] == U'.') {
      word += U'.';
    } else if (!is_apostrophe(c)) {
      end_word();
    }
  };
  for (const char32_t c : folded(name)) {
    const View instead = plain(c);
    if (instead.empty()) take(c);
    for (const char32_t p : instead) take(p);
  }
  end_word();
  for (std::u32string& w : words) std::erase(w, U'.');
  return words;
}

using Form = std::span<const View>;

/// Whether `form` stands in `words` at `at`.
bool stands_at(const Words& words, std::size_t at, Form form) {
  return at + form.size() <= words.size() && std::equal(form.begin(), form.end(), words.begin() + static_cast<std::ptrdiff_t>(at));
}

constexpr std::array one_word = {View(U"ltd"), View(U"limited"), View(U"cic"), View(U"cio"), View(U"scio"), View(U"plc"), View(U"llp"),
                                 View(U"clg"), View(U"inc"), View(U"incorporated"), View(U"cyf"), View(U"cyfyngedig")};
constexpr std::array community = {View(U"community"), View(U"interest"), View(U"company")};
constexpr std::array charitable = {View(U"charitable"), View(U"incorporated"), View(U"organisation")};
constexpr std::array scottish = {View(U"scottish"), View(U"charitable"), View(U"incorporated"), View(U"organisation")};
constexpr std::array guarantee = {View(U"company"), View(U"limited"), View(U"by"), View(U"guarantee")};
constexpr std::array by_guarantee = {View(U"limited"), View(U"by"), View(U"guarantee")};
constexpr std::array public_limited = {View(U"public"), View(U"limited"), View(U"company")};
constexpr std::array partnership = {View(U"limited"), View(U"liability"), View(U"partnership")};
constexpr std::array registered = {View(U"registered"), View(U"charity")};
constexpr std::array<Form, 8> several_words = {scottish,     guarantee,      community,   charitable,
                                               by_guarantee, public_limited, partnership, registered};
constexpr std::array at_the_end = {View(U"charity"), View(U"trust"), View(U"company"), View(U"co"), View(U"charitable")};

Words without_forms(const Words& words) {
  Words out;
  for (std::size_t at = 0; at < words.size();) {
    const auto form = std::ranges::find_if(several_words, [&](Form f) { return stands_at(words, at, f); });
    if (form != several_words.end()) at += form->size();
    else if (std::ranges::find(one_word, View(words[at])) != one_word.end()) ++at;
    else out.push_back(words[at++]);
  }
  while (!out.empty() && std::ranges::find(at_the_end, View(out.back())) != at_the_end.end()) out.pop_back();
  return out;
}

}  // namespace

Words compared_words(std::string_view name) {
  const Words all = split(name);
  Words plain_words = all;
  std::erase(plain_words, U"the");
  Words kept = without_forms(plain_words);
  if (!kept.empty()) return kept;
  return plain_words.empty() ? all : plain_words;
}

std::u32string joined(const Words& words, std::u32string_view between) {
  std::u32string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += between;
    out += words[i];
  }
  return out;
}

}  // namespace similar

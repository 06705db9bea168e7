// A name of an organisation as it is compared: without case, accents, punctuation, "the" and legal forms.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace similar {

using Words = std::vector<std::u32string>;

/// Letters and digits of a name beyond this many are not compared.
inline constexpr std::size_t most_letters = 200;

/// The words of `name`, in their order. Case and accents are folded; `&` and `+` are "and"; apostrophes, and points inside
/// abbreviations ("C.I.C."), vanish; all other punctuation parts words. "the" goes, legal forms go ("ltd", "CIO", "community
/// interest company"), and "charity", "trust", "company", "co" and "charitable" at the end; but not if nothing else would be left. Empty
/// where there is no letter and no digit. Throws remit::failure when the text is no UTF-8.
Words compared_words(std::string_view name);

/// The words in a row, with `between` them.
std::u32string joined(const Words& words, std::u32string_view between);

}  // namespace similar

#include "names.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace charity_register {
namespace {

// The letters U+00C0 to U+017F without their accents; '.' where there is none to put in their place.
constexpr std::string_view plain =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"      // U+00C0 to U+00FF
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(plain.size() == 0x180 - 0xC0);

// Words that say what kind of body it is, not which; and those that may be left out anywhere.
constexpr std::array kinds{"limited", "ltd", "plc", "llp", "cic", "cio", "scio", "cyf", "cyfyngedig", "incorporated", "inc"};
constexpr std::array small_words{"the", "and", "a"};

bool among(const auto& words, const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// "C.I.O." reads as one word, so points between single letters join; every other mark parts.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    char letter = name[i];
    if (byte >= 0xC3 && byte <= 0xC5 && i + 1 < name.size()) {
      const std::size_t point = ((byte & 0x1Fu) << 6 | (static_cast<unsigned char>(name[++i]) & 0x3Fu)) - 0xC0u;
      letter = point < plain.size() ? plain[point] : '.';
    } else if (byte == 0xE2 && i + 2 < name.size() && static_cast<unsigned char>(name[i + 1]) == 0x80) {   // dashes, curly quotes
      i += 2;
      if (static_cast<unsigned char>(name[i]) == 0x98 || static_cast<unsigned char>(name[i]) == 0x99) continue;
      letter = ' ';
    }
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    const bool counts = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || static_cast<unsigned char>(letter) >= 0x80;
    if (counts) words.back() += letter;
    else if (letter != '\'' && letter != '.' && !words.back().empty()) words.emplace_back();
    else if (letter == '.' && words.back().size() > 1 && i + 1 < name.size() && name[i + 1] == ' ') words.emplace_back();
  }
  return words;
}

}  // namespace

std::string plain_name(std::string_view name) {
  std::string made;
  for (const std::string& word : words_of(name))
    if (!word.empty() && !among(kinds, word) && !among(small_words, word)) made += (made.empty() ? "" : " ") + word;
  return made;
}

bool same_name(std::string_view a, std::string_view b) {
  const std::string one = plain_name(a);
  return !one.empty() && one == plain_name(b);
}

}  // namespace charity_register

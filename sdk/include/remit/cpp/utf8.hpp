// Whether bytes are UTF-8: what the host holds every text of a plug-in to.
#ifndef REMIT_CPP_UTF8_HPP
#define REMIT_CPP_UTF8_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace remit {

/// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. An empty text is.
inline bool is_utf8(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char first = byte(i);
    const std::size_t more = first < 0x80 ? 0 : first < 0xc2 ? 9 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 9;
    if (more > text.size() - i - 1) return false;
    for (std::size_t k = 1; k <= more; ++k)
      if ((byte(i + k) & 0xc0) != 0x80) return false;
    if ((first == 0xe0 && byte(i + 1) < 0xa0) || (first == 0xed && byte(i + 1) > 0x9f) || (first == 0xf0 && byte(i + 1) < 0x90) ||
        (first == 0xf4 && byte(i + 1) > 0x8f))
      return false;
    i += more + 1;
  }
  return true;
}

/// The text as the host takes it: cut at `most` bytes, and plain ASCII where it was no UTF-8. For causes of errors, whose words
/// often come from libraries.
inline std::string presentable(std::string_view text, std::size_t most) {
  std::string out(text.substr(0, most));
  if (!is_utf8(out))
    for (char& c : out)
      if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  return out;
}

}  // namespace remit

#endif

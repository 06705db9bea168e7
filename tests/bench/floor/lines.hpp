// Lines of standard input, one by one, and a buffer of results to standard output.
#pragma once
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lines {

inline constexpr std::size_t padding = 64;   // at least what simdjson asks for

/// `fn(line, out)` appends the result of a line.
template <class F>
void stream(F&& fn) {
  std::vector<char> buffer(1 << 16);
  std::size_t have = 0, count = 0;
  std::string out;
  const auto flush = [&] {
    if (::write(STDOUT_FILENO, out.data(), out.size()) < 0) std::exit(2);
    out.clear();
  };
  for (;;) {
    if (have + padding >= buffer.size()) buffer.resize(buffer.size() * 2);
    const ssize_t got = ::read(STDIN_FILENO, buffer.data() + have, buffer.size() - padding - have);
    if (got <= 0) break;
    have += static_cast<std::size_t>(got);
    char *at = buffer.data(), *end = at + have;
    while (auto* stop = static_cast<char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
      if (stop > at) fn(std::string_view(at, static_cast<std::size_t>(stop - at)), out);
      if (++count == 1 || out.size() > 32768) flush();
      at = stop + 1;
    }
    have = static_cast<std::size_t>(end - at);
    std::memmove(buffer.data(), at, have);
  }
  if (!out.empty()) flush();
}

/// At most four decimals, as short as they can be.
inline void append_score(std::string& out, double score) {
  const long k = static_cast<long>(score * 1e4 + 0.5);
  long whole = k / 10000, left = k % 10000;
  char digits[32], *at = digits + sizeof digits;
  if (left != 0) {
    int count = 4;
    while (left % 10 == 0) left /= 10, --count;
    while (count-- > 0) *--at = static_cast<char>('0' + left % 10), left /= 10;
    *--at = '.';
  }
  do *--at = static_cast<char>('0' + whole % 10), whole /= 10;
  while (whole != 0);
  out.append(at, static_cast<std::size_t>(digits + sizeof digits - at));
}

}  // namespace lines

#include "base/problem.hpp"

#include <algorithm>
#include <utility>

namespace remit::base {

std::string Problem::text() const {
  std::string out;
  if (!file.empty()) {
    out += file;
    if (line > 0) out += ':' + std::to_string(line);
    if (line > 0 && column > 0) out += ':' + std::to_string(column);
    out += ": ";
  } else if (line > 0) {
    out += "line " + std::to_string(line) + ": ";
  }
  if (!field.empty()) out += field + ": ";
  out += message;
  if (source.empty()) return out;
  out += "\n    " + source;
  if (column > 0) {
    // The caret stands under a character, not under a byte; tabs above it stay tabs.
    out += "\n    ";
    const auto before = std::min(source.size(), static_cast<std::size_t>(column) - 1);
    for (std::size_t i = 0; i < before; ++i)
      if (source[i] == '\t')
        out += '\t';
      else if ((static_cast<unsigned char>(source[i]) & 0xc0) != 0x80)
        out += ' ';
    out += '^';
  }
  return out;
}

void refuse(Problem problem, int exit_code) {
  Refused refused;
  refused.exit_code = exit_code;
  refused.problems.push_back(std::move(problem));
  throw refused;
}

}  // namespace remit::base

#include "base/problem.hpp"

#include <algorithm>
#include <utility>

#include "base/problem_words.hpp"

namespace remit::base {

namespace {

std::string worded(const Problem& p, std::string_view weight, bool coded) {
  std::string out;
  if (!p.file.empty()) {
    out += p.file;
    if (p.line > 0) out += ':' + std::to_string(p.line);
    if (p.line > 0 && p.column > 0) out += ':' + std::to_string(p.column);
    out += ": ";
  } else if (p.line > 0) {
    out += "line " + std::to_string(p.line) + ": ";
  }
  if (!weight.empty()) out += std::string(weight) + ": ";
  if (!p.field.empty()) out += p.field + ": ";
  out += p.message;
  if (coded && !p.code.empty()) out += " [" + p.code + ']';
  if (p.source.empty()) return out;
  out += "\n    " + p.source;
  if (p.column > 0) {
    // The caret stands under a character, not under a byte; tabs above it stay tabs.
    out += "\n    ";
    const auto before = std::min(p.source.size(), static_cast<std::size_t>(p.column) - 1);
    for (std::size_t i = 0; i < before; ++i)
      if (p.source[i] == '\t')
        out += '\t';
      else if ((static_cast<unsigned char>(p.source[i]) & 0xc0) != 0x80)
        out += ' ';
    out += '^';
  }
  return out;
}

}  // namespace

std::string Problem::text() const { return worded(*this, {}, true); }
std::string weighted(const Problem& problem, std::string_view weight) { return worded(problem, weight, true); }
std::string uncoded(const Problem& problem) { return worded(problem, {}, false); }

void refuse(Problem problem, int exit_code) {
  Refused refused;
  refused.exit_code = exit_code;
  refused.problems.push_back(std::move(problem));
  throw refused;
}

}  // namespace remit::base

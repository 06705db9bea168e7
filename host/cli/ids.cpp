#include "cli/ids.hpp"

#include <algorithm>

namespace remit::cli {

namespace {

bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_id(std::string_view name) {
  return !name.empty() && name.size() <= 60 && letter(name[0]) && !name.ends_with('-') &&
         std::ranges::all_of(name, [](char c) { return letter(c) || digit(c) || c == '-'; });
}

std::string nearest_id(std::string_view name) {
  std::string out;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (letter(c) || (digit(c) && !out.empty())) out += c;
    else if (!out.empty() && !out.ends_with('-')) out += '-';
  }
  out.resize(std::min<std::size_t>(out.size(), 60));
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace remit::cli

#include "import/directory.hpp"

#include "base/text.hpp"

namespace remit::import {

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) out += small;
    else if (!out.empty() && out.back() != '-' && c != '\'') out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

std::string folded(std::string_view s) {
  std::string out;
  for (const char c : base::trim(s)) {
    if ((c == ' ' || c == '\n') && out.ends_with(' ')) continue;
    out += c == '\n' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string listed_id(std::string number, const std::string& list) {
  std::erase(number, ' ');
  for (char& c : number)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  if (number.starts_with("SC") && list == "GB-CHC-") return "GB-SC-" + number;
  if (number.starts_with("NIC") && list == "GB-CHC-") return "GB-NIC-" + number.substr(3);
  const bool digits = number.size() >= 6 && number.size() <= 8 && number.find_first_not_of("0123456789") == number.npos;
  return digits ? list + number : std::string();
}

}  // namespace remit::import

#include "policy/sections.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::policy {

namespace {

bool has_digit(std::string_view s) { return std::ranges::any_of(s, [](char c) { return c >= '0' && c <= '9'; }); }

bool within(std::string_view section, std::string_view outer) { return section == outer || (section.starts_with(outer) && section[outer.size()] == '.'); }

}  // namespace

std::vector<std::string_view> sections_of(std::string_view clause) {
  std::vector<std::string_view> out;
  while (!clause.empty()) {
    std::string_view part = base::trim(clause.substr(0, clause.find(',')));
    clause.remove_prefix(std::min(clause.size(), clause.find(',') == clause.npos ? clause.size() : clause.find(',') + 1));
    std::string_view section = part;
    while (!part.empty()) {
      const std::string_view word = part.substr(0, part.find(' '));
      if (has_digit(word)) {
        section = word;
        break;
      }
      part = base::trim(part.substr(word.size()));
    }
    if (!section.empty()) out.push_back(section);
  }
  return out;
}

bool touch(std::string_view one, std::string_view other) {
  const auto others = sections_of(other);
  return std::ranges::any_of(sections_of(one), [&](auto a) { return std::ranges::any_of(others, [&](auto b) { return within(a, b) || within(b, a); }); });
}

bool is_of_the_whole(std::string_view clause) { return clause.starts_with("whole ") || clause == "whole"; }

}  // namespace remit::policy

// Wide score sheets: a column for each assessor and measure. "Ann Lee / Need", "AL - Need", a sheet "Scores Ann Lee" with a
// column "Need": a heading names a member and a measure in any words that only that one has.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "import/found_table.hpp"

namespace remit::import {

namespace {

/// The one whose name stands in the heading with the most words; null when none does, or two do equally.
const Named* named_in(const Words& heading, const std::vector<Named>& all) {
  const Named* best = nullptr;
  std::size_t most = 0;
  bool twice = false;
  for (const Named& one : all)
    for (const Words& name : one.names) {
      if (name.empty() || !std::ranges::includes(heading, name)) continue;
      if (name.size() > most) best = &one, most = name.size(), twice = false;
      else if (name.size() == most && best != &one) twice = true;
    }
  return twice ? nullptr : best;
}

bool is_about_reasons(const Words& heading) {
  static const std::set<std::string, std::less<>> words = {"comment", "justification", "reason", "rationale", "notes", "feedback", "why", "evidence"};
  return std::ranges::any_of(heading, [&](const std::string& w) { return words.contains(w); });
}

std::string initials_of(std::string_view name) {
  std::string out;
  bool begins = true;
  for (const char c : name) {
    if (begins && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) out += static_cast<char>(c | 0x20);
    begins = c == ' ' || c == '-';
  }
  return out;
}

}  // namespace

bool read_mark_heading(const Words& heading, const KnownNames& names, MarkColumn& out) {
  out = {};
  const Named* measure = named_in(heading, names.measures);
  Words rest = heading;
  if (measure != nullptr)   // a measure called "Lee's Need" must not also name Lee
    for (const Words& name : measure->names)
      if (std::ranges::includes(heading, name)) std::erase_if(rest, [&](const std::string& w) { return std::ranges::find(name, w) != name.end(); });
  const Named* member = named_in(rest, names.members);
  if (measure == nullptr && member == nullptr) return false;
  if (is_worked_out(heading) && member == nullptr) return false;   // "Need average"
  if (measure != nullptr) out.measure = measure->id;
  if (member != nullptr) out.member = member->id;
  out.justification = is_about_reasons(rest);
  return true;
}

std::vector<Named> distinct_names(const std::vector<std::pair<std::string, std::string>>& ids_and_names, bool of_people) {
  std::vector<Named> out;
  std::map<Words, std::set<std::string>> owners;
  for (const auto& [id, name] : ids_and_names) {
    Named one{id, {words_of(id), words_of(name)}};
    if (of_people) {
      for (const std::string& word : words_of(name)) one.names.push_back({word});
      one.names.push_back({initials_of(name)});
    }
    for (const Words& words : one.names) owners[words].insert(id);
    const auto same = std::ranges::find(out, id, &Named::id);   // a measure of two streams is one
    if (same == out.end()) out.push_back(std::move(one));
    else std::ranges::move(one.names, std::back_inserter(same->names));
  }
  for (Named& one : out) {
    std::ranges::sort(one.names);
    one.names.erase(std::ranges::unique(one.names).begin(), one.names.end());
    std::erase_if(one.names, [&](const Words& words) { return words.empty() || owners[words].size() > 1; });
  }
  return out;
}

}  // namespace remit::import

#include "report/panel_notes.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/text.hpp"
#include "report/words.hpp"

namespace remit::report {

std::vector<Recusal> recusals(const record::DecisionDocument& document) {
  std::map<std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>, Recusal> found;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::string_view>> aside;   // by member and stream
  for (const auto& record : document.records) {
    for (const auto& sheet : record.scores.sheets)
      if (!sheet.counted) aside[{sheet.member, record.stream}].push_back(record.application);
    for (const auto& conflict : record.conflicts)
      if (conflict.arises_in.empty())
        found.try_emplace({conflict.member, record.stream, record.application, conflict.rule},
                          Recusal{&conflict, record.stream, record.application, {}});
  }
  std::vector<Recusal> out;
  for (auto& [key, recusal] : found) {
    const auto& [member, stream, application, rule] = key;
    if (recusal.conflict->scope == "panel") {
      for (const auto& [of, sheets] : aside)
        if (of.first == member) recusal.set_aside.insert(recusal.set_aside.end(), sheets.begin(), sheets.end());
    } else if (const auto it = aside.find({member, stream}); it != aside.end()) {
      for (const auto id : it->second)
        if (recusal.conflict->scope == "stream" || id == application) recusal.set_aside.push_back(id);
    }
    out.push_back(std::move(recusal));
  }
  return out;
}

std::vector<OpenTie> open_ties(const record::DecisionDocument& document) {
  std::vector<OpenTie> out;
  for (const auto& record : document.records)
    for (const auto& tie : record.ties)
      if (std::ranges::none_of(record.conflicts, [&](const auto& conflict) { return conflict.member == tie.member; }))
        out.push_back({&tie, record.application});
  return out;
}

std::vector<Warning> warnings(const record::DecisionDocument& document) {
  std::vector<Warning> out;
  std::unordered_map<std::string_view, std::size_t> place;
  for (const auto& record : document.records)
    for (const auto& finding : record.findings) {
      if (finding.effect != "warns" || (finding.outcome != "fail" && finding.outcome != "refer")) continue;
      const auto [it, fresh] = place.try_emplace(finding.rule, out.size());
      if (fresh) out.push_back({&finding, {}});
      out[it->second].applications.push_back(record.application);
    }
  return out;
}

std::string some_of(const std::vector<std::string_view>& ids, std::size_t most) {
  std::vector<std::string> shown(ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(std::min(most, ids.size())));
  if (ids.size() == most + 1) shown.emplace_back(ids.back());
  else if (ids.size() > most) shown.push_back(std::to_string(ids.size() - most) + " others");
  return base::join_and(shown);
}

std::string subject_words(const record::DecisionDocument& document, const record::Finding& finding) {
  if (finding.of == "member") return "member " + member_words(document, finding.subject);
  if (finding.of == "round") return "the round";
  if (finding.of == "panel") return "the panel";
  for (const auto& stream : document.streams)
    if (finding.of == "stream" && stream.id == finding.subject && !stream.title.empty()) return "stream " + stream.title;
  return finding.of + " " + finding.subject;
}

}  // namespace remit::report

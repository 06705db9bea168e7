#include "report/panel_notes.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "base/text.hpp"
#include "report/words.hpp"

namespace remit::report {

namespace {

using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;   // member, stream, application, scope
using Aside = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::string_view>>;   // by member and stream

/// A recusal from the panel is one for all streams; one from a stream is one for all its applications.
Key key_of(const record::Conflict& conflict, const record::DecisionRecord& record) {
  const bool panel = conflict.scope == "panel", application = conflict.scope == "application";
  return {conflict.member, panel ? std::string_view() : record.stream, application ? std::string_view(record.application) : std::string_view(),
          conflict.scope};
}

void find_sheets(const Key& key, const Aside& aside, Recusal& recusal) {
  const auto& [member, stream, application, scope] = key;
  for (const auto& [of, sheets] : aside) {
    if (of.first != member || (scope != "panel" && of.second != stream)) continue;
    for (const auto id : sheets)
      if (application.empty() || id == application) recusal.set_aside.push_back(id);
  }
}

}  // namespace

std::vector<Recusal> recusals(const record::DecisionDocument& document) {
  std::map<Key, Recusal> found;
  Aside aside;
  for (const auto& record : document.records) {
    for (const auto& sheet : record.scores.sheets)
      if (!sheet.counted) aside[{sheet.member, record.stream}].push_back(record.application);
    for (const auto& conflict : record.conflicts) {
      if (!conflict.arises_in.empty()) continue;
      Recusal& recusal = found[key_of(conflict, record)];
      recusal.member = conflict.member;
      recusal.scope = conflict.scope;
      recusal.stream = record.stream;
      recusal.causes.push_back({&conflict, record.application});
    }
  }
  std::vector<Recusal> out;
  for (auto& [key, recusal] : found) {
    find_sheets(key, aside, recusal);
    out.push_back(std::move(recusal));
  }
  return out;
}

std::string recusal_words(const record::DecisionDocument& document, const Recusal& r) {
  std::string out = member_words(document, r.member) + " is out of ";
  if (r.scope == "application") return out + std::string(r.causes.front().arises_in);
  out += scope_words(r.scope);
  return r.scope == "stream" ? out + " " + std::string(r.stream) : out;
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
    for (const auto* findings : {&record.findings, &record.beside})
      for (const auto& finding : *findings) {
        if (finding.effect != "warns" && findings != &record.beside) continue;
        if (finding.outcome != "fail" && finding.outcome != "refer") continue;
        const auto [it, fresh] = place.try_emplace(finding.rule, out.size());
        if (fresh) out.push_back({&finding, {}});
        out[it->second].applications.push_back(record.application);
      }
  return out;
}

std::vector<Shortcoming> shortcomings(const record::DecisionDocument& document) {
  std::vector<Shortcoming> out;
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> place;
  for (const auto& finding : document.findings) {
    if (finding.outcome == "pass" || finding.outcome == "not_applicable") continue;
    const auto [it, fresh] = place.try_emplace({finding.rule, finding.outcome}, out.size());
    if (fresh) out.emplace_back();
    out[it->second].findings.push_back(&finding);
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

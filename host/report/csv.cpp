#include "report/csv.hpp"

#include <algorithm>
#include <string_view>

#include "base/money.hpp"
#include "report/standing.hpp"
#include "report/words.hpp"

namespace remit::report {

void append_csv_cell(std::string_view text, std::string& out) {
  std::string safe;
  if (!text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos) safe = '\'';
  safe += text;
  if (safe.find_first_of(",\"\r\n") == std::string::npos) {
    out += safe;
    return;
  }
  out += '"';
  for (const char c : safe) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

namespace {

void append_line(const record::DecisionRecord& r, std::string& out) {
  const std::string cells[] = {r.application,
                               r.applicant_name.empty() ? r.applicant : r.applicant_name,
                               r.stream,
                               r.rank > 0 ? std::to_string(r.rank) : std::string(),
                               r.scores.total,
                               r.proposal.decision,
                               base::money_text(r.proposal.amount),
                               first_reason(r)};
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) out += ',';
    first = false;
    append_csv_cell(cell, out);
  }
  out += "\r\n";
}

}  // namespace

void write_csv(const record::DecisionDocument& document, std::string& out) {
  out += "application,applicant,stream,rank,total,decision,amount,reason\r\n";
  for (const auto& standing : standings(document)) {
    for (const auto* r : standing.ranked) append_line(*r, out);
    Records rest;
    for (const auto& [why, records] : standing.others) rest.insert(rest.end(), records.begin(), records.end());
    std::ranges::sort(rest, {}, &record::DecisionRecord::application);
    for (const auto* r : rest) append_line(*r, out);
  }
}

}  // namespace remit::report

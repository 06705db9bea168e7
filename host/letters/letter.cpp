#include "letters/letter.hpp"

#include <algorithm>
#include <cctype>

#include "base/money.hpp"
#include "letters/facts.hpp"
#include "letters/plain.hpp"
#include "report/csv.hpp"
#include "report/words.hpp"

namespace remit::letters {

using record::DecisionDocument;
using record::DecisionRecord;

namespace {

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// "a; b; c"
std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

void append_line(const std::vector<std::string>& cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    report::append_csv_cell(cells[i], out);
  }
  out += "\r\n";
}

std::vector<std::string> merged(const DecisionDocument& document, const DecisionRecord& r, const Others& others) {
  std::size_t struck = 0;
  const auto read = [&](std::string_view text) { return others.struck_for(r.applicant, text, struck); };
  std::vector<std::string> elements, pending, reasons, clauses, missed;
  for (const auto& element : r.elements)
    if (std::ranges::find(r.proposal.elements, element.id) != r.proposal.elements.end())
      elements.push_back((element.title.empty() ? element.id : element.title) + ": " + base::money_for_people(element.cost));
  for (const auto& open : r.proposal.pending) pending.push_back(read(open.question));
  for (const auto& reason : r.proposal.reasons) {
    reasons.push_back(read(report::without_rank(reason.message)));
    if (!reason.clause.empty() && std::ranges::find(clauses, reason.clause) == clauses.end()) clauses.push_back(reason.clause);
  }
  for (const auto& one : r.would_have_passed) {
    const Needed words = needed_words(document, r, one);
    missed.push_back((words.what.empty() ? "" : words.what + ": ") + read(words.needed));
  }
  return {file_name_of(document, r.application), r.application, r.applicant_name.empty() ? r.applicant : r.applicant_name, r.title,
          std::string(report::decision_words(r.proposal.decision)), r.requested ? base::money_for_people(*r.requested) : "",
          r.proposal.amount > 0 ? base::money_for_people(r.proposal.amount) : "", base::money_text(r.proposal.amount), joined(elements),
          joined(pending), mark_words(r.scores.total), joined(reasons), joined(clauses), joined(missed), r.digest};
}

}  // namespace

std::string file_name_of(const DecisionDocument& document, std::string_view application) {
  const std::string small = in_small_letters(application);
  const bool shared = std::ranges::count_if(document.records, [&](const auto& r) {
    return r.application.size() == small.size() && in_small_letters(r.application) == small;
  }) > 1;
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const char c : application) {
    const auto b = static_cast<unsigned char>(c);
    const bool plain = (std::isalnum(b) && b < 0x80 && !(shared && std::isupper(b))) || c == '-' || c == '_' || (c == '.' && !out.empty());
    if (plain) out += c;
    else ((out += '%') += digits[b >> 4]) += digits[b & 15];
  }
  return out;
}

Letter letter_of(const DecisionDocument& document, const DecisionRecord& record, const Others& others, const Templates& templates) {
  Letter out;
  const Facts facts = facts_of_letter(document, record, others, out.struck);
  const std::string& name = record.proposal.decision;
  out.page = read_page(templates.filled(name, facts.json()), "letters/" + name + ".md");
  out.file = file_name_of(document, record.application);
  out.frame = {draft_notice, "Application " + record.application + ", round " + document.id, record.digest};
  if (!document.redacted.empty()) out.frame.notice = std::string("A copy. ") + std::string(report::redacted_words(document.redacted));
  if (document.what_if) out.frame.notice = "What if: made with another text than this round was opened with. Not to be sent.";
  return out;
}

std::string merge_table(const DecisionDocument& document, const Others& others) {
  std::string out;
  append_line({"file", "reference", "applicant", "project", "decision", "asked for", "amount", "amount in figures", "elements", "pending", "mark in all",
               "reasons", "clauses", "what would have passed", "record"}, out);
  for (const auto& r : document.records) append_line(merged(document, r, others), out);
  return out;
}

}  // namespace remit::letters

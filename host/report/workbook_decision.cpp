#include "report/workbook_decision.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "report/arithmetic.hpp"
#include "report/panel_notes.hpp"
#include "report/standing.hpp"
#include "report/words.hpp"
#include "report/workbook_file.hpp"
#include "report/workbook_round.hpp"

namespace remit::report {

namespace {

struct Heading {
  const char* text;
  double width;
  Look look = Look::plain;
};

/// A sheet with a line that says what it is, headings that stay, and a filter.
class List {
 public:
  List(const record::DecisionDocument& d, WorkbookFile& book, const std::string& name, const std::vector<Heading>& headings) : sheet_(book.add(name)), columns_(headings.size()) {
    sheet_.text(0, 0, "Remit proposes; a named human decides. Round " + d.id + ", as of " + date_words(d.as_of) + (d.what_if ? ", what if" : "") + "; " + std::string(intake::passed_over_sheet) + "." +
                         (d.redacted.empty() ? "" : " " + std::string(redacted_words(d.redacted))), Look::title);
    for (std::size_t c = 0; c < headings.size(); ++c) {
      sheet_.text(first - 1, c, headings[c].text, Look::heading);
      sheet_.format(c, headings[c].width, Look::plain);
    }
    sheet_.freeze(first, 3);
  }
  WorkbookSheet& sheet() { return sheet_; }
  std::size_t row() const { return first + rows_; }
  void next() { ++rows_; }
  void finish() { sheet_.filter(first - 1, first + std::max<std::size_t>(rows_, 1) - 1, columns_ - 1); }
  /// Texts from column `from` on.
  void texts(std::size_t from, const std::vector<std::string_view>& texts) {
    for (std::size_t c = 0; c < texts.size(); ++c)
      if (!texts[c].empty()) sheet_.text(row(), from + c, texts[c], texts[c].size() > 40 ? Look::wrapped : Look::plain);
  }

 private:
  static constexpr std::size_t first = 3;   // the title, an empty row, the headings
  WorkbookSheet sheet_;
  std::size_t columns_, rows_ = 0;
};

std::string how_made(const record::Scores& scores) {
  std::string out = "How this total was made: ";
  for (const auto& m : scores.measures) out += (m.title.empty() ? m.measure : m.title) + ": mean " + number_words(m.mean) + ", weight " + number_words(m.weight) + ", " + share_words(m) + ". ";
  return out + "Total: " + total_words(scores) + ".";
}

std::string elements_of(const record::DecisionRecord& r) { return base::join_and(r.proposal.elements); }

std::string why_of(const record::DecisionRecord& r) {
  std::string out;
  for (const auto& reason : r.proposal.reasons) out += (out.empty() ? "" : "; ") + (reason.clause.empty() ? "" : reason.clause + ": ") + std::string(without_rank(reason.message));
  for (const auto& pending : r.proposal.pending) out += (out.empty() ? "" : "; ") + std::string("pending: ") + pending_words(pending);
  return out;
}

/// By stream: the ranked ones in order, then the rest by what kept them out.
template <class Take>
void each_standing(const record::DecisionDocument& d, Take&& take) {
  for (const Standing& standing : standings(d)) {
    for (const auto* r : standing.ranked) take(standing, *r);
    for (const auto& [why, records] : standing.others)
      for (const auto* r : records) take(standing, *r);
  }
}

void add_ranked(const record::DecisionDocument& d, WorkbookFile& book) {
  List list(d, book, "Ranked list", {{"Stream", 24}, {"Rank", 7}, {"Application", 13}, {"Applicant", 32}, {"Title", 32}, {"Total", 9}, {"Asked for", 13}, {"Proposal", 20}, {"Amount", 13}, {"Came on", 20}, {"Why", 70}});
  each_standing(d, [&](const Standing& standing, const record::DecisionRecord& r) {
    WorkbookSheet& sheet = list.sheet();
    list.texts(0, {standing.stream->title});
    if (r.rank > 0) sheet.number(list.row(), 1, std::to_string(r.rank));
    list.texts(2, {r.application, r.applicant_name.empty() ? std::string_view(r.applicant) : std::string_view(r.applicant_name), r.title});
    if (!r.scores.total.empty()) {
      sheet.number(list.row(), 5, two_decimals(r.scores.total));
      sheet.note(list.row(), 5, how_made(r.scores));
    }
    if (r.requested) sheet.pounds(list.row(), 6, *r.requested);
    list.texts(7, {r.proposal.title.empty() ? decision_words(r.proposal.decision) : std::string_view(r.proposal.title)});
    sheet.pounds(list.row(), 8, r.proposal.amount);
    if (!r.submitted_at.empty()) sheet.moment(list.row(), 9, r.submitted_at);
    list.texts(10, {why_of(r)});
    list.next();
  });
  list.finish();
}

void add_marks(const record::DecisionDocument& d, WorkbookFile& book) {
  List list(d, book, "Marks", {{"Stream", 22}, {"Application", 13}, {"Member", 10}, {"Name", 22}, {"Measure", 26}, {"Part", 12}, {"Mark", 8}, {"Counted", 9}, {"Justification", 70}});
  for (const auto& r : d.records)
    for (const auto& sheet : r.scores.sheets)
      for (const auto& mark : sheet.marks) {
        const auto measure = std::ranges::find(r.scores.measures, mark.measure, &record::MeasureScore::measure);
        const std::string_view title = measure == r.scores.measures.end() || measure->title.empty() ? std::string_view(mark.measure) : std::string_view(measure->title);
        list.texts(0, {r.stream, r.application, sheet.member, d.name_of(sheet.member), title, mark.part});
        if (!mark.score.empty()) list.sheet().number(list.row(), 6, mark.score);
        list.texts(7, {sheet.counted ? "yes" : "no: set aside", mark.justification});
        list.next();
      }
  list.finish();
}

void add_findings(const record::DecisionDocument& d, WorkbookFile& book) {
  List list(d, book, "Findings", {{"About", 24}, {"Application", 13}, {"Outcome", 16}, {"Criterion or requirement", 44}, {"Clause", 14}, {"Force", 10}, {"Effect", 12}, {"What was found", 70}, {"Needed", 26}, {"Had", 26}});
  const auto put = [&](const std::string& about, const std::string& application, const record::Finding& f) {
    std::string needed, had;
    for (const auto& s : f.shortfalls) needed += (needed.empty() ? "" : "; ") + s.needed, had += (had.empty() ? "" : "; ") + s.had;
    list.texts(0, {about, application, outcome_words(f.outcome), f.title.empty() ? std::string_view(f.rule) : std::string_view(f.title), f.clause, f.force, f.effect, f.message, needed, had});
    list.next();
  };
  for (const auto& f : d.findings) put(subject_words(d, f), {}, f);
  for (const auto& r : d.records) {
    for (const auto& f : r.findings) put("application", r.application, f);
    for (const auto& f : r.beside) put("application", r.application, f);
  }
  list.finish();
}

void add_recusals(const record::DecisionDocument& d, WorkbookFile& book) {
  List list(d, book, "Recusals", {{"Member", 10}, {"Name", 24}, {"Out of", 24}, {"Stream", 24}, {"Because of", 14}, {"Why", 60}, {"Clause", 12}, {"Score sheets set aside", 40}});
  for (const Recusal& recusal : recusals(d)) {
    std::string aside;
    for (const auto& application : recusal.set_aside) aside += (aside.empty() ? "" : ", ") + std::string(application);
    for (const auto& cause : recusal.causes) {
      list.texts(0, {recusal.member, d.name_of(recusal.member), scope_words(recusal.scope), recusal.stream, cause.arises_in, cause.conflict->message, cause.conflict->clause, aside});
      list.next();
    }
  }
  for (const OpenTie& tie : open_ties(d)) {
    list.texts(0, {tie.tie->member, d.name_of(tie.tie->member), "nothing: no rule acts on it", {}, tie.application, tie.tie->nature + " tie with " + tie.tie->organisation});
    list.next();
  }
  list.finish();
}

void add_allocation(const record::DecisionDocument& d, WorkbookFile& book) {
  List list(d, book, "Allocation", {{"Stream", 24}, {"Rank", 7}, {"Application", 13}, {"Applicant", 32}, {"Asked for", 13}, {"Amount", 13}, {"Kept in principle", 13}, {"Left after", 13}, {"Elements", 24}, {"Proposal", 24}});
  for (const Standing& standing : standings(d)) {
    WorkbookSheet& sheet = list.sheet();
    std::int64_t left = standing.stream->budget;
    list.texts(0, {standing.stream->title});
    list.texts(3, {standing.stream->may_change ? "Budget (a person must look first: this may change)" : "Budget"});
    sheet.pounds(list.row(), 7, left);
    list.next();
    for (const auto* r : standing.ranked) {
      left -= r->proposal.amount;
      list.texts(0, {standing.stream->title});
      sheet.number(list.row(), 1, std::to_string(r->rank));
      list.texts(2, {r->application, r->applicant_name.empty() ? std::string_view(r->applicant) : std::string_view(r->applicant_name)});
      if (r->requested) sheet.pounds(list.row(), 4, *r->requested);
      sheet.pounds(list.row(), 5, r->proposal.amount);
      if (r->proposal.decision == "approve-in-principle") sheet.pounds(list.row(), 6, r->proposal.amount);
      sheet.pounds(list.row(), 7, left);
      list.texts(8, {elements_of(*r), r->proposal.title.empty() ? decision_words(r->proposal.decision) : std::string_view(r->proposal.title)});
      list.next();
    }
  }
  list.finish();
}

}  // namespace

std::string write_workbook(const record::DecisionDocument& document, const intake::Json& round, const std::vector<intake::SheetPlan>& plans) {
  WorkbookFile book(document.title.empty() ? document.id : document.title, document.as_of);
  add_ranked(document, book);
  add_marks(document, book);
  add_findings(document, book);
  add_recusals(document, book);
  add_allocation(document, book);
  if (!plans.empty()) add_round_sheets(round, plans, book);
  return book.finish();
}

}  // namespace remit::report

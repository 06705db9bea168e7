#include "report/appeal.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::AppealRecord;
using record::DecisionRecord;

namespace {

/// What redaction left of a text that may not be read.
bool is_withheld(std::string_view text) { return text == "[withheld]"; }

std::string with_clause(std::string_view text, std::string_view clause) {
  return clause.empty() ? std::string(text) : std::string(text) + " [" + std::string(clause) + "]";
}

std::string heard_words(std::string_view outcome) {
  if (outcome == "admitted") return "admitted";
  if (outcome == "not_admitted") return "not admitted";
  if (outcome == "incomplete") return "incomplete: it is not refused, and waits for what is missing";
  if (outcome == "refer") return "a person must say whether it is admitted";
  return "no provision: the framework has no rule that speaks about this appeal, and none is borrowed";
}

std::string amount_words(std::int64_t amount) { return amount > 0 ? money_for_people(amount) : "-"; }
std::string rank_words(std::int64_t rank) { return rank > 0 ? std::to_string(rank) : "-"; }
std::string total_words(const DecisionRecord& r) { return r.scores.total.empty() ? "-" : two_decimals(r.scores.total); }
std::string eligibility_words(const DecisionRecord& r) {
  return r.withdrawn ? "withdrawn" : r.eligibility == "refer" ? "a person must look" : r.eligibility;
}

class Page {
 public:
  Page(const TextStyle& style, std::string& out) : width_(style.width), paint_(style.colour), out_(out) {}

  void heading(const AppealRecord& any) {
    line(paint_.bold("Appeals of the round " + any.round));
    append_wrapped("", "as of " + date_words(any.as_of) + ", by the pack " + any.pack.id + " " + any.pack.version, width_, out_);
    if (any.what_if) line(paint_.doubt("WHAT IF: another pack than this round was opened with. This decides nothing."));
  }
  void appeal(const AppealRecord& a) {
    line();
    line(paint_.bold(fitted(a.application + (a.first.title.empty() ? "" : ": " + a.first.title), width_)));
    lodged(a);
    admission(a);
    panel(a);
    if (!a.not_again.empty()) item("not decided again: " + a.not_again);
    if (a.second) second(a);
  }
  void framework(const AppealRecord& any);
  void closing(const AppealRecord& any) {
    line();
    append_wrapped("", "Nothing here changes the first decision. Remit " + any.engine + " shows what an appeal would give; a named human decides.", width_, out_);
    append_wrapped(paint_.dim("pack  "), any.pack.digest, width_, out_);
    append_wrapped(paint_.dim("input "), any.input, width_, out_);
  }

 private:
  void line(std::string_view text = {}) { (out_ += text) += '\n'; }
  void item(std::string_view text) { append_wrapped("  - ", text, width_, out_); }
  void under(std::string_view label, std::string_view text) {
    if (!text.empty()) append_wrapped("      ", std::string(label) + std::string(text), width_, out_);
  }
  void lodged(const AppealRecord& a);
  void admission(const AppealRecord& a);
  void panel(const AppealRecord& a);
  void second(const AppealRecord& a);
  void side_by_side(const AppealRecord& a);
  void elsewhere(const AppealRecord& a);
  std::string painted(std::string_view outcome, const std::string& text) const {
    if (outcome == "admitted") return paint_.good(text);
    return outcome == "not_admitted" ? paint_.bad(text) : paint_.doubt(text);
  }

  std::size_t width_;
  Paint paint_;
  std::string& out_;
};

void Page::lodged(const AppealRecord& a) {
  std::string text = "ground: " + (a.ground.empty() ? std::string("none given") : a.ground) + "; by " + (a.by_name.empty() ? a.by : a.by_name + " (" + a.by + ")");
  if (a.by != a.first.applicant) text += ", which is not the applicant";
  append_wrapped("  ", text + "; received on " + date_words(a.received), width_, out_);
  append_wrapped("  ", a.views.empty() ? "views: none given" : "views: \"" + a.views + "\"", width_, out_);
}

void Page::admission(const AppealRecord& a) {
  append_wrapped("  ", painted(a.outcome, heard_words(a.outcome)), width_, out_);
  for (const auto& f : a.findings) {
    std::string text = f.title.empty() ? base::spoken(f.rule) : f.title;
    if (f.asks) text = "what it must bring besides";
    text = with_clause(text, f.clause) + ": " + std::string(outcome_words(f.outcome));
    if (!f.message.empty()) text += "; " + f.message;
    if (!f.cause.empty()) text += "; " + f.cause;
    item(text);
    if (!f.asks) under("read as: ", f.reading);
    for (const auto& s : f.shortfalls)
      under("would have passed: ", s.field + " " + s.needed + (s.had.empty() ? "; there was nothing" : "; had " + s.had));
  }
}

void Page::panel(const AppealRecord& a) {
  if (!a.panel.constituted) return item("no fresh panel" + (a.panel.reason.empty() ? ", and no reason is given" : ": " + a.panel.reason));
  std::string members;
  for (const auto& m : a.panel.members)
    members += (members.empty() ? "" : "; ") + (is_withheld(m.id) ? "a member" : m.name.empty() ? m.id : m.name + " (" + m.id + ")") + (m.chair ? ", chair" : "") + ", " + m.agency;
  item("fresh panel " + a.panel.id + ": " + members);
  for (const auto& check : a.panel.checks) under("", with_clause(std::string(outcome_words(check.outcome)) + (is_withheld(check.message) ? ": a check of the panel" : ": " + check.message), check.clause));
}

void Page::second(const AppealRecord& a) {
  side_by_side(a);
  line();
  line("  What moved");
  if (a.changes.empty()) item("nothing: the second result is the first");
  std::size_t unsaid = 0;
  for (const auto& c : a.changes) {
    if (is_withheld(c.message)) ++unsaid;
    else item(c.kind == "decision" ? "the proposal goes from " + std::string(decision_words(c.first)) + " to " + std::string(decision_words(c.second)) : c.message);
  }
  if (unsaid > 0) item(counted(unsaid, "step is", "steps are") + " not said here");
  for (const auto& reason : a.second->proposal.reasons)
    if (!is_withheld(reason.message)) under("because: ", with_clause(without_rank(reason.message), reason.clause));
  for (const auto& pending : a.second->proposal.pending) under("pending: ", pending.question);
  elsewhere(a);
}

void Page::side_by_side(const AppealRecord& a) {
  const DecisionRecord &first = a.first, &again = *a.second;
  Table table({{"", false, true}, {"First decision", true}, {"Fresh panel", true}});
  table.add({"eligibility", eligibility_words(first), eligibility_words(again)});
  const auto& measures = again.scores.measures.empty() ? first.scores.measures : again.scores.measures;
  for (const auto& m : measures) {
    const auto mean = [&](const DecisionRecord& r) {
      const auto found = std::ranges::find(r.scores.measures, m.measure, &record::MeasureScore::measure);
      return found == r.scores.measures.end() ? std::string("-") : number_words(found->mean);
    };
    table.add({(m.title.empty() ? m.measure : m.title) + ", mean", mean(first), mean(again)});
  }
  table.add({"total", total_words(first), total_words(again)});
  table.add({"rank", rank_words(first.rank), rank_words(again.rank)});
  table.add({"proposal", std::string(decision_words(first.proposal.decision)), std::string(decision_words(again.proposal.decision))});
  table.add({"amount", amount_words(first.proposal.amount), amount_words(again.proposal.amount)});
  table.fit(width_ - 4);
  line();
  line("    " + paint_.dim(table.heading()));
  for (std::size_t i = 0; i < table.size(); ++i) line("    " + table.row(i));
}

void Page::elsewhere(const AppealRecord& a) {
  line();
  if (a.elsewhere.empty()) return append_wrapped("  ", "Nothing else in the stream " + a.stream + " would move.", width_, out_);
  append_wrapped("  ", "What else would move in the stream " + a.stream + " if the second result stood (shown, not applied); left of the budget: " +
                 money_for_people(a.left_first) + ", then " + money_for_people(a.left_second), width_, out_);
  Table table({{"Application", false, true}, {"Rank", true}, {"then", true}, {"Proposal", false}, {"then", false}, {"Amount", true}, {"then", true}});
  std::vector<record::Moved> by_rank = a.elsewhere;
  std::ranges::stable_sort(by_rank, {}, [](const record::Moved& m) { return m.second.rank; });
  for (const auto& m : by_rank)
    table.add({m.application, rank_words(m.first.rank), rank_words(m.second.rank), std::string(decision_words(m.first.decision)),
               std::string(decision_words(m.second.decision)), amount_words(m.first.amount), amount_words(m.second.amount)});
  table.fit(width_ - 4);
  line("    " + paint_.dim(table.heading()));
  for (std::size_t i = 0; i < table.size(); ++i) line("    " + table.row(i));
}

void Page::framework(const AppealRecord& any) {
  if (!any.parameters.empty()) {
    line();
    line(paint_.bold("What the partnership has settled about appeals"));
    for (const auto& p : any.parameters) item(with_clause(p.title.empty() ? p.id : p.title, p.clause) + ": " + parameter_words(p));
  }
  if (any.silences.empty()) return;
  line();
  line(paint_.bold("Where the framework is silent about appeals"));
  for (const auto& s : any.silences) item(with_clause(s.title.empty() ? s.id : s.title, s.clause) + (s.so.empty() ? "" : ": " + s.so));
}

}  // namespace

void write_appeals(std::string_view round, std::span<const AppealRecord> appeals, const TextStyle& style, std::string& out) {
  if (appeals.empty()) {
    out += "There are no appeals in the round " + std::string(round) + "\n";
    return;
  }
  Page page(style, out);
  page.heading(appeals.front());
  if (!appeals.front().first.redacted.empty()) append_wrapped("", redacted_words(appeals.front().first.redacted), style.width, out);
  for (const AppealRecord& a : appeals) page.appeal(a);
  page.framework(appeals.front());
  page.closing(appeals.front());
}

}  // namespace remit::report

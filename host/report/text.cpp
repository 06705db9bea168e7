#include "report/text.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"
#include "report/layout.hpp"
#include "report/panel_notes.hpp"
#include "report/standing.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::DecisionDocument;
using record::DecisionRecord;

namespace {

class Page {
 public:
  Page(const DecisionDocument& document, const TextStyle& style, std::string& out)
      : d_(document), width_(style.width), paint_(style.colour), out_(out) {}

  void write() {
    heading();
    for (const auto& standing : standings(d_)) stream(standing);
    panel();
    findings();
    worth_knowing();
    silences();
    closing();
  }

 private:
  void line(std::string_view text = {}) { (out_ += text) += '\n'; }
  void title(std::string_view text) { line(); line(paint_.bold(fitted(text, width_))); }
  void item(std::string_view text) { append_wrapped("  - ", text, width_, out_); }
  void rule(std::string_view label);
  void heading();
  void stream(const Standing& standing);
  void money(const record::Stream& stream);
  void ranked(const Standing& standing);
  void others(const Standing& standing);
  std::string causes(const Recusal& r) const;
  void panel();
  void findings();
  void worth_knowing();
  void silences();
  void closing();
  std::string painted(std::string_view decision, const std::string& row) const;

  const DecisionDocument& d_;
  std::size_t width_;
  Paint paint_;
  std::string& out_;
};

void Page::rule(std::string_view label) {
  const std::string text = " " + std::string(label) + " ";
  const std::size_t dashes = width_ > seen_width(text) ? width_ - seen_width(text) : 0;
  for (std::size_t i = 0; i < dashes / 2; ++i) out_ += "─";
  out_ += paint_.bold(text);
  for (std::size_t i = dashes / 2; i < dashes; ++i) out_ += "─";
  out_ += '\n';
}

void Page::heading() {
  std::string head;
  append_wrapped("", d_.title.empty() ? d_.id : d_.title, width_, head);
  line(paint_.bold(std::string_view(head).substr(0, head.size() - 1)));
  append_wrapped("", "round " + d_.id + " of " + d_.partnership + ", as of " + date_words(d_.as_of), width_, out_);
  std::string pack = "decided by the pack " + d_.pack.id + " " + d_.pack.version;
  if (!d_.pack.document.empty()) pack += ", from " + d_.pack.document;
  if (!d_.pack.status.empty()) pack += " (" + d_.pack.status + ")";
  append_wrapped("", pack, width_, out_);
  if (!d_.pack.sections.empty()) append_wrapped("", "status of its sections: " + section_words(d_.pack.sections), width_, out_);
  if (std::ranges::any_of(d_.records, [](const auto& r) { return is_remits_own(r.proposal); }))
    append_wrapped("", "kinds of decision: the framework names none; those below are of Remit's own procedure", width_, out_);
  if (!d_.redacted.empty()) line(paint_.doubt(redacted_words(d_.redacted)));
  if (d_.what_if) line(paint_.doubt("WHAT IF: another pack than this round was opened with. This decides nothing."));
}

void Page::money(const record::Stream& s) {
  std::string text = "budget " + money_for_people(s.budget) + ", proposed " + money_for_people(s.proposed);
  if (s.in_principle > 0) text += " (" + money_for_people(s.in_principle) + " of it kept, in principle)";
  text += ", left " + money_for_people(s.left) + "; " + counted(static_cast<std::size_t>(s.applications), "application", "applications");
  append_wrapped("", text, width_, out_);
  if (s.may_change) append_wrapped(paint_.doubt("! "), "some applications have no rank until a person has looked: the allocation may change", width_, out_);
  for (const auto& note : s.notes) append_wrapped("shared out by plug-in: ", note, width_, out_);
}

void Page::stream(const Standing& standing) {
  const record::Stream& s = *standing.stream;
  title("Stream: " + (s.title.empty() ? s.id : s.title));
  money(s);
  if (!standing.ranked.empty()) ranked(standing);
  others(standing);
}

std::string Page::painted(std::string_view decision, const std::string& row) const {
  if (decision.starts_with("approve")) return paint_.good(row);
  return decision == "refer" ? paint_.doubt(row) : row;
}

void Page::ranked(const Standing& standing) {
  Table table({{"Rank", true}, {"Application", false, true}, {"Applicant", false, true}, {"Total", true}, {"Asked for", true},
               {"Proposal", false}, {"Amount", true}});
  for (const auto* r : standing.ranked)
    table.add({std::to_string(r->rank), r->application, r->applicant_name, two_decimals(r->scores.total),
               r->requested ? money_for_people(*r->requested) : "", std::string(decision_words(r->proposal.decision)),
               r->proposal.amount > 0 ? money_for_people(r->proposal.amount) : "-"});
  table.fit(width_);
  line();
  line(paint_.dim(table.heading()));
  const std::string indent(table.start(1), ' ');
  for (std::size_t i = 0; i < table.size(); ++i) {
    const DecisionRecord& r = *standing.ranked[i];
    line(painted(r.proposal.decision, table.row(i)));
    if (r.proposal.decision != "approve-total") append_wrapped(indent, first_reason(r), width_, out_);
    for (const auto& pending : r.proposal.pending) append_wrapped(indent + "pending: ", pending_words(pending), width_, out_);
    if (!r.proposal.traced.parts.empty()) append_wrapped(indent + "borne by: ", traced_words(r.proposal.traced), width_, out_);
    if (i + 1 == standing.line) rule(line_words(standing));
  }
  if (standing.line == 0) rule("nothing above is funded");
}

void Page::others(const Standing& standing) {
  for (const auto& [why, records] : standing.others) {
    line();
    line(paint_.bold(why_heading(why)) + " (" + counted(records.size(), "application", "applications") + ")");
    std::size_t widest = 0;
    for (const auto* r : records) widest = std::max(widest, std::min<std::size_t>(seen_width(r->application), 20));
    for (const auto* r : records) {
      std::string text = r->applicant_name;
      if (!r->scores.total.empty() && why != "below-threshold") text += ", total " + two_decimals(r->scores.total);
      const std::string reason = first_reason(*r);
      if (!reason.empty() && why != "withdrawn") text += ": " + reason;
      if (r->proposal.reasons.size() > 1) text += " (and " + counted(r->proposal.reasons.size() - 1, "other reason", "other reasons") + ")";
      const std::string id = fitted(r->application, widest);
      append_wrapped("  " + id + std::string(widest - seen_width(id) + 2, ' '), text, width_, out_);
    }
  }
}

std::string Page::causes(const Recusal& r) const {
  constexpr std::size_t most = 4;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, r.causes.size()); ++i) {
    const auto& [conflict, arises_in] = r.causes[i];
    out += (out.empty() ? "" : "; ") + conflict->message + " (" + std::string(arises_in) + ")";
    if (!conflict->clause.empty()) out += " [" + conflict->clause + "]";
  }
  return r.causes.size() > most ? out + "; and " + counted(r.causes.size() - most, "more", "more") : out;
}

void Page::panel() {
  const auto recused = recusals(d_);
  const auto ties = open_ties(d_);
  if (recused.empty() && ties.empty()) return;
  title("Conflicts of interest");
  for (const auto& r : recused) {
    std::string text = recusal_words(d_, r) + ": " + causes(r);
    if (!r.set_aside.empty()) text += "; set aside: " + counted(r.set_aside.size(), "score sheet", "score sheets") + " (" + some_of(r.set_aside, 6) + ")";
    item(text);
  }
  for (const auto& tie : ties)
    item(member_words(d_, tie.tie->member) + " is tied to " + tie.tie->organisation + " (" + tie.tie->nature + ", " +
         std::string(tie.application) + "); no rule of this framework acts on it");
}

void Page::findings() {
  const auto all = shortcomings(d_);
  if (all.empty()) return;
  title("On the round, its streams and its panel");
  std::size_t told = 0;
  for (const auto& [findings] : all) {
    const record::Finding& first = *findings.front();
    std::vector<std::string> subjects;
    for (const auto* f : findings) subjects.push_back(subject_words(d_, *f));
    told += findings.size();
    std::string text = first.title.empty() ? first.rule : first.title;
    if (!first.clause.empty()) text += " [" + first.clause + "]";
    text += ", " + base::join_and(subjects) + ": " + std::string(outcome_words(first.outcome));
    if (findings.size() == 1 && !first.message.empty()) text += "; " + first.message;
    if (!first.cause.empty()) text += "; " + cause_words(first);
    item(text);
  }
  const std::size_t met = d_.findings.size() - told;
  if (met > 0) item(counted(met, "other requirement is met or does", "other requirements are met or do") + " not apply");
}

void Page::worth_knowing() {
  const auto all = warnings(d_);
  if (all.empty()) return;
  title("Warnings, which decide nothing");
  for (const auto& warning : all) {
    std::string text = warning.finding->title.empty() ? warning.finding->rule : warning.finding->title;
    if (!warning.finding->clause.empty()) text += " [" + warning.finding->clause + "]";
    text += ", not met or not known: " + some_of(warning.applications, 8);
    if (warning.applications.size() == 1 && !warning.finding->message.empty()) text += "; " + warning.finding->message;
    item(text);
  }
}

void Page::silences() {
  if (d_.silences.empty()) return;
  title("Where the framework is silent");
  for (const auto& silence : d_.silences) {
    std::string text = silence.title.empty() ? silence.id : silence.title;
    if (!silence.clause.empty()) text += " [" + silence.clause + "]";
    if (!silence.so.empty()) text += ": " + silence.so;
    item(text);
  }
}

void Page::closing() {
  line();
  append_wrapped("", "Remit " + d_.engine + " proposes; a named human decides.", width_, out_);
  append_wrapped(paint_.dim("pack  "), d_.pack.digest, width_, out_);
  for (const auto& plugin : d_.plugins) append_wrapped(paint_.dim("plug-in "), plugin.id + " " + plugin.version + " " + plugin.digest, width_, out_);
  append_wrapped(paint_.dim("input "), d_.input, width_, out_);
}

}  // namespace

void write_text(const DecisionDocument& document, const TextStyle& style, std::string& out) {
  Page(document, style, out).write();
}

}  // namespace remit::report

#include "report/explain.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"
#include "report/arithmetic.hpp"
#include "report/layout.hpp"
#include "report/panel_notes.hpp"
#include "report/silences.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::Finding;

namespace {

std::string with_clause(std::string_view text, std::string_view clause) {
  return clause.empty() ? std::string(text) : std::string(text) + " [" + std::string(clause) + "]";
}

class Explanation {
 public:
  Explanation(const record::DecisionDocument& document, const record::DecisionRecord& record, const TextStyle& style, std::string& out)
      : d_(document), r_(record), width_(style.width), paint_(style.colour), out_(out) {}

  void write_all() {
    heading();
    proposal();
    eligibility();
    conflicts();
    scores();
    plugins();
    text_that_decided();
    silences();
  }
  bool write_rule(std::string_view rule);

 private:
  void title(std::string_view text) { ((out_ += '\n') += paint_.bold(text)) += '\n'; }
  void item(std::string_view label, std::string_view text) {
    const bool listed = label == "- ";
    append_wrapped(listed ? "  - " : "  ", listed ? std::string(text) : std::string(label) + std::string(text), width_, out_);
  }
  void under(std::string_view label, std::string_view text) {
    if (!text.empty()) append_wrapped("      ", std::string(label) + std::string(text), width_, out_);
  }
  std::string outcome(std::string_view word) const;
  void heading();
  void proposal();
  void eligibility();
  void finding(const Finding& f);
  void conflicts();
  void conflict(const record::Conflict& c);
  void scores();
  void measure(const record::MeasureScore& m);
  void sheets_without_total();
  void plugins();
  void text_that_decided();
  void silences();

  const record::DecisionDocument& d_;
  const record::DecisionRecord& r_;
  std::size_t width_;
  Paint paint_;
  std::string& out_;
};

std::string Explanation::outcome(std::string_view word) const {
  const std::string_view said = outcome_words(word);
  if (word == "pass") return paint_.good(said);
  if (word == "fail") return paint_.bad(said);
  return word == "refer" || word == "error" ? paint_.doubt(said) : std::string(said);
}

void Explanation::heading() {
  append_wrapped("", r_.application + (r_.title.empty() ? "" : ": " + r_.title), width_, out_);
  std::string text = r_.applicant_name.empty() ? r_.applicant : r_.applicant_name;
  if (!r_.applicant_type.empty()) text += " (" + base::spoken(r_.applicant_type) + ")";
  text += ", stream " + r_.stream;
  if (r_.requested) text += ", asked for " + money_for_people(*r_.requested);
  if (!r_.submitted_at.empty()) text += ", sent on " + date_words(r_.submitted_at);
  append_wrapped("", text, width_, out_);
  if (!r_.redacted.empty()) append_wrapped("", redacted_words(r_.redacted), width_, out_);
  if (r_.what_if) append_wrapped("", "WHAT IF: another pack than this round was opened with. This decides nothing.", width_, out_);
}

void Explanation::proposal() {
  const auto& p = r_.proposal;
  std::string text = "Proposal: " + std::string(decision_words(p.decision));
  if (p.amount > 0) text += ", " + money_for_people(p.amount);
  if (!p.elements.empty()) text += " for " + base::join_and(p.elements);
  if (r_.rank > 0) text += "; rank " + std::to_string(r_.rank);
  title(text);
  if (!p.title.empty()) item("", with_clause("in the words of the framework: " + p.title, p.clause));
  else if (is_remits_own(p)) item("", "the framework names no kinds of decision; this one is of Remit's own procedure");
  for (const auto& reason : p.reasons) item("because: ", with_clause(without_rank(reason.message), reason.clause));
  for (const auto& pending : p.pending)
    item("pending: ", pending_words(pending) + (pending.rule.empty() ? "" : " (" + pending.rule + ")"));
  if (!p.traced.parts.empty()) item("borne by: ", with_clause(traced_words(p.traced), p.traced.clause));
  for (const auto& missed : r_.would_have_passed)
    item("would have passed: ", with_clause(shortfall_words(missed.field, missed.needed, missed.had), missed.clause));
}

void Explanation::eligibility() {
  if (r_.withdrawn) return;
  title("Eligibility: " + (r_.eligibility == "refer" ? std::string("a person must look") : r_.eligibility));
  for (const auto& f : r_.findings) finding(f);
  if (r_.beside.empty()) return;
  title("Beside eligibility: found, and changes nothing");
  for (const auto& f : r_.beside) finding(f);
}

void Explanation::finding(const Finding& f) {
  append_wrapped("  " + outcome(f.outcome) + ": ", with_clause(f.title.empty() ? f.rule : f.title, f.clause), width_, out_);
  under("", "rule " + f.rule + " of " + f.layer + ", " + f.force + "; " + std::string(effect_words(f.effect)));
  for (const auto& change : f.changed_by) under("", change_words(change));
  under("that effect because ", f.effect_reason);
  under("read as: ", f.reading);
  under("found: ", f.message);
  under("answered by the plug-in ", plugin_words(r_.plugins, f.plugin));
  under("cause: ", cause_words(f));
  for (const auto& s : f.shortfalls)
    under("would have passed: ", shortfall_words(s.field, s.needed, s.had));
  for (const auto& fact : f.read) under("looked at ", fact.field + ": " + value_words(fact.value));
}

void Explanation::conflict(const record::Conflict& c) {
  std::string text = member_words(d_, c.member) + (c.action == "exclude" ? " is excluded from " : " is recused from ") + std::string(scope_words(c.scope));
  if (!c.arises_in.empty()) text += ", because of " + c.arises_in;
  text += ": " + c.message + " (found by " + (c.detected_by == "declaration" ? "a declaration" : "the engine") + ")";
  item("- ", with_clause(text, c.clause));
}

void Explanation::conflicts() {
  title("Conflicts of interest");
  if (r_.conflicts.empty()) item("", "none that a rule acts on");
  for (const auto& c : r_.conflicts) conflict(c);
  for (const auto& tie : r_.ties)
    item("- ", "tie found: " + member_words(d_, tie.member) + " and " + tie.organisation + " (" + tie.nature + ", found by " +
               (tie.detected_by == "declaration" ? "a declaration" : "the engine") + ")");
  std::vector<std::string> names;
  for (const auto& member : r_.taking_part) names.push_back(member_words(d_, member));
  if (!names.empty()) item("", "took part: " + base::join_and(names));
  if (!r_.panel_unfit.empty()) item("", "the panel cannot decide: " + r_.panel_unfit);
}

void Explanation::measure(const record::MeasureScore& m) {
  std::string text = (m.title.empty() ? m.measure : m.title) + ": mean " + number_words(m.mean) + " of " + number_words(m.high) + ", weight " + number_words(m.weight);
  if (!m.minimum.empty() && !m.mean.empty()) text += "; at least " + number_words(m.minimum) + " is needed: " + (m.met ? "met" : "not met");
  item("- ", text);
  under("", share_words(m));
  if (!m.plugin.empty()) under("given by the plug-in ", plugin_words(r_.plugins, m.plugin));
  for (const auto& [member, mark, counted] : marks_of(r_.scores, m.measure)) {
    std::string said = member_words(d_, member) + (mark->part.empty() ? "" : ", " + mark->part) + ": " + number_words(mark->score);
    if (!counted) said += " (set aside)";
    said += mark->justification.empty() ? ", without a justification" : ", \"" + mark->justification + "\"";
    under("", said);
  }
}

void Explanation::sheets_without_total() {
  for (const auto& sheet : r_.scores.sheets)
    item("- ", "sheet of " + member_words(d_, sheet.member) + ": " + counted(sheet.marks.size(), "mark", "marks") + (sheet.counted ? "" : " (set aside)"));
}

void Explanation::scores() {
  if (r_.withdrawn) return;
  title("Scores");
  if (!r_.scores.problem.empty()) item("", "no total: " + r_.scores.problem);
  if (r_.scores.total.empty()) return sheets_without_total();
  for (const auto& m : r_.scores.measures) measure(m);
  item("", "total: " + total_words(r_.scores));
  if (!r_.scores.threshold.empty()) item("", "at least " + number_words(r_.scores.threshold) + " is needed to be ranked" + (r_.scores.met ? ": met" : ""));
  if (r_.scores.unjustified > 0)
    item("", counted(static_cast<std::size_t>(r_.scores.unjustified), "mark that counts has", "marks that count have") + " no justification");
  item("", r_.rank > 0 ? "rank " + std::to_string(r_.rank) + " in the stream" : "not ranked");
}

void Explanation::plugins() {
  if (r_.plugins.empty()) return;
  title("What plug-ins said");
  for (const auto& plugin : r_.plugins) {
    item("- ", plugin_words(plugin));
    for (const auto& a : plugin.answers) {
      under("", answer_words(d_, a));
      for (const auto& fact : a.evidence) under("  ", base::spoken(fact.field) + ": " + value_words(fact.value));
    }
  }
}

void Explanation::text_that_decided() {
  title("The text that decided");
  for (const auto& layer : r_.pack.layers) item("", layer.id + " " + layer.version + " " + layer.digest);
  for (const auto& p : r_.parameters) {
    const auto it = std::ranges::find(d_.parameters, p.id, &record::ParameterValue::id);
    const bool known = it != d_.parameters.end();
    record::ParameterValue here = p;   // the value of this application's stream
    if (known) here.unit = it->unit;
    const bool opened = known && !it->by_stream.empty();
    const std::string text = (known && !it->title.empty() ? it->title : p.id) + (opened ? ", when the call opened" : "") + ": " + parameter_words(here);
    item("", with_clause(text, p.clause));
  }
  for (const auto& plugin : r_.plugins) {
    item("plug-in ", plugin.id + " " + plugin.version + " " + plugin.digest);
    for (const auto& [name, digest] : plugin.files) under("file " + name + " ", digest);
  }
  item("", "procedure " + r_.procedure + ", Remit " + r_.engine + ", as of " + date_words(r_.as_of));
  item("record ", r_.digest);
  item("input  ", r_.input);
}

void Explanation::silences() {
  if (r_.silences.empty()) return;
  Asked asked;
  asked.application = true;
  for (const auto* findings : {&r_.findings, &r_.beside})
    for (const auto& f : *findings) asked.add(f);
  for (const auto& c : r_.conflicts) asked.clauses.push_back(c.clause);
  asked.clauses.push_back(r_.proposal.clause);
  const auto told = silences_about(r_.silences, asked);
  title("Where the framework is silent");
  for (const auto* s : told)
    item("- ", with_clause(s->title.empty() ? s->id : s->title, s->clause) + (s->so.empty() ? "" : ": " + s->so));
  if (const std::string others = other_silences(r_.silences.size(), told.size(), r_.pack.id); !others.empty()) item("", others);
}

bool Explanation::write_rule(std::string_view rule) {
  const std::size_t before = out_.size();
  for (const auto* findings : {&r_.findings, &r_.beside})
    for (const auto& f : *findings)
      if (f.rule == rule) finding(f);
  for (const auto& c : r_.conflicts)
    if (c.rule == rule) conflict(c);
  for (const auto& f : d_.findings) {
    if (f.rule != rule) continue;
    finding(f);
    under("about ", subject_words(d_, f));
  }
  return out_.size() != before;
}

}  // namespace

bool write_explanation(const record::DecisionDocument& document, const record::DecisionRecord& record, std::string_view rule,
                       const TextStyle& style, std::string& out) {
  Explanation explanation(document, record, style, out);
  if (!rule.empty()) return explanation.write_rule(rule);
  explanation.write_all();
  return true;
}

}  // namespace remit::report

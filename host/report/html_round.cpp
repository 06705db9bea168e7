#include "report/html_round.hpp"

#include "report/figure.hpp"
#include "report/markup.hpp"
#include "report/page_table.hpp"
#include "report/panel_notes.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

using record::DecisionDocument;

namespace {

std::string titled(const record::Finding& f) { return f.title.empty() ? f.rule : f.title; }

void write_recusals(const DecisionDocument& d, const std::vector<Recusal>& recused, std::string& out) {
  std::vector<std::vector<std::string>> rows;
  {
    PageTable table(out, "Who is out of what", {{"Who is out of what"}, {"Why"}, {"Score sheets set aside"}});
    for (const Recusal& r : recused) {
      table.row();
      table.cell(recusal_words(d, r));
      Markup& why = table.cell();
      std::string causes;
      for (const auto& [conflict, arises_in] : r.causes) {
        if (!causes.empty()) why.raw("<br>");
        why.text(conflict->message + ", ").link_to(arises_in).text(conflict->clause.empty() ? "" : " (" + conflict->clause + ")");
        causes += (causes.empty() ? "" : "; ") + conflict->message + ", " + std::string(arises_in);
      }
      const std::string aside = r.set_aside.empty() ? "none" : std::to_string(r.set_aside.size()) + ": " + some_of(r.set_aside, 12);
      table.cell(aside);
      rows.push_back({recusal_words(d, r), causes, std::to_string(r.set_aside.size()), some_of(r.set_aside, r.set_aside.size())});
    }
  }
  write_download("recusals", "who is out of what", {"who is out of what", "why", "sheets set aside", "of"}, rows, out);
}

void write_finding_rows(const DecisionDocument& d, const std::vector<const record::Finding*>& findings, std::string_view what, std::string& out) {
  PageTable table(out, what, {{"Requirement"}, {"About"}, {"Clause"}, {"Finding"}});
  for (const auto* f : findings) {
    table.row();
    table.cell(titled(*f)).cell(subject_words(d, *f)).cell(f->clause);
    Markup& said = table.cell();
    said.raw("<span").attribute("class", "outcome " + f->outcome).raw(">").text(outcome_words(f->outcome)).raw("</span>");
    if (!f->message.empty()) said.raw("<br>").text(f->message);
    if (!f->cause.empty()) said.raw("<br>").text(cause_words(*f));
    for (const auto& change : f->changed_by) said.raw("<br><span class=\"soft\">").text(change_words(change)).raw("</span>");
  }
}

}  // namespace

void write_html_conflicts(const DecisionDocument& d, std::string& out) {
  Markup m(out);
  m.raw("<h2 id=\"conflicts\">Conflicts of interest</h2>\n");
  const auto recused = recusals(d);
  const auto ties = open_ties(d);
  if (recused.empty() && ties.empty()) m.raw("<p>None was found.</p>\n");
  if (!recused.empty()) {
    write_recusals(d, recused, out);
    write_sheets_picture(d, out);
  }
  if (ties.empty()) return;
  m.raw("<h3>Ties on which no rule of this framework acts</h3>\n");
  PageTable table(out, "Ties on which no rule acts", {{"Member"}, {"Organisation"}, {"Nature"}, {"Application"}});
  for (const auto& tie : ties) {
    table.row();
    table.cell(member_words(d, tie.tie->member)).cell(tie.tie->organisation).cell(tie.tie->nature);
    table.cell().link_to(tie.application);
  }
}

void write_html_findings(const DecisionDocument& d, std::string& out) {
  Markup m(out);
  m.raw("<h2 id=\"findings\">Findings on the round, its streams and its panel</h2>\n");
  std::vector<const record::Finding*> wanting, rest;
  std::vector<std::vector<std::string>> rows;
  for (const auto& f : d.findings) {
    (f.outcome == "pass" || f.outcome == "not_applicable" ? rest : wanting).push_back(&f);
    rows.push_back({titled(f), subject_words(d, f), f.clause, std::string(outcome_words(f.outcome)), f.message});
  }
  if (d.findings.empty()) m.raw("<p>The framework asks nothing of them.</p>\n");
  else if (wanting.empty()) m.raw("<p>Nothing is wanting.</p>\n");
  if (!wanting.empty()) write_finding_rows(d, wanting, "What is wanting", out);
  if (!rest.empty()) {
    m.raw("<details><summary>").text(counted(rest.size(), "requirement is", "requirements are") + " met, or does not apply").raw("</summary>\n");
    write_finding_rows(d, rest, "What is met, or does not apply", out);
    m.raw("</details>\n");
  }
  if (!rows.empty()) write_download("findings", "findings on the round", {"requirement", "about", "clause", "finding", "words"}, rows, out);
  write_failures_picture(d, out);
  const auto warned = warnings(d);
  if (warned.empty()) return;
  m.raw("<h3>Warnings on applications, which decide nothing</h3>\n<ul>");
  for (const auto& w : warned)
    m.element("li", titled(*w.finding) + (w.finding->clause.empty() ? "" : " (" + w.finding->clause + ")") + ", not met or not known: " + some_of(w.applications, 20));
  m.raw("</ul>\n");
}

void write_html_silences(const DecisionDocument& d, std::string& out) {
  Markup m(out);
  m.raw("<h2 id=\"silences\">Where the framework is silent</h2>\n");
  if (d.silences.empty()) {
    m.raw("<p>The pack names no silence.</p>\n");
    return;
  }
  m.element("p", counted(d.silences.size(), "thing is", "things are") + " not said in it. Nothing was filled in.");
  std::vector<std::vector<std::string>> rows;
  {
    PageTable table(out, "Silences of the framework", {{"What"}, {"Clause"}, {"What follows"}});
    for (const auto& s : d.silences) {
      table.row();
      table.cell(s.title.empty() ? s.id : s.title).cell(s.clause).cell(s.so);
      rows.push_back({s.title.empty() ? s.id : s.title, s.clause, s.so});
    }
  }
  write_download("silences", "the silences of the framework", {"what", "clause", "what follows"}, rows, out);
}

void write_html_text(const DecisionDocument& d, std::string& out) {
  Markup m(out);
  m.raw("<h2 id=\"text\">The text that decided</h2>\n<dl>");
  for (const auto& layer : d.pack.layers)
    m.element("dt", layer.id + " " + layer.version).raw("<dd><code>").text(layer.digest).raw("</code></dd>");
  m.raw("<dt>Input</dt><dd><code>").text(d.input).raw("</code></dd>");
  m.element("dt", "Procedure").element("dd", d.procedure + ", Remit " + d.engine).raw("</dl>\n");
  if (d.parameters.empty()) return;
  m.raw("<h3>").text("Values in force on " + date_words(d.as_of)).raw("</h3>\n");
  PageTable table(out, "Values in force", {{"Value"}, {"Is"}, {"Clause"}});
  for (const auto& p : d.parameters) {
    const std::string title = p.title.empty() ? p.id : p.title;
    if (p.by_stream.empty()) {
      table.row();
      table.cell(title).cell(parameter_words(p)).cell(p.clause);
    }
    for (const auto& stream : p.by_stream) {
      record::ParameterValue of = p;
      of.value = stream.value;
      table.row();
      table.cell(title + ", when the call of " + stream.stream + " opened").cell(parameter_words(of)).cell(stream.clause);
    }
  }
}

}  // namespace remit::report

#include "report/html.hpp"


#include "base/money.hpp"
#include "report/html_record.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"
#include "report/figure.hpp"
#include "report/panel_notes.hpp"
#include "report/pictures.hpp"
#include "report/standing.hpp"
#include "report/svg.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::DecisionDocument;

namespace {

constexpr std::size_t many = 60;   // from here on the browser lays out an article only when it comes into view

class Page {
 public:
  Page(const DecisionDocument& document, std::string& out) : d_(document), out_(out), m_(out), standings_(standings(document)) {}

  void write() {
    head();
    header();
    summary();
    for (std::size_t s = 0; s < standings_.size(); ++s) stream(standings_[s], s);
    conflicts();
    findings();
    silences();
    text_that_decided();
    records();
    m_.raw("</main>\n</body>\n</html>\n");
  }

 private:
  void head();
  void header();
  void contents();
  void summary();
  void stream(const Standing& standing, std::size_t number);
  void ranked(const Standing& standing);
  void download_ranked(const Standing& standing, const std::string& name);
  void others(const Standing& standing);
  void conflicts();
  void findings();
  void silences();
  void text_that_decided();
  void records();
  void table(std::string_view headings, std::string_view css_class = {}) {
    m_.raw("<div class=\"scroll\" tabindex=\"0\"><table");
    if (!css_class.empty()) m_.attribute("class", css_class);
    m_.raw("><thead><tr>").raw(headings).raw("</tr></thead><tbody>\n");
  }
  /// A cell that carries its column's heading with it, for narrow screens where the headings are out of sight.
  void labelled(std::string_view label, std::string_view value) {
    m_.raw("<td class=\"number\"").attribute("data-label", label).raw(">").text(value).raw("</td>");
  }
  void end_table() { m_.raw("</tbody></table></div>\n"); }
  void fact(std::string_view name, std::string_view value) {
    if (!value.empty()) m_.element("dt", name).element("dd", value);
  }
  void badge(std::string_view decision) {
    m_.raw("<td><span").attribute("class", "badge " + std::string(decision)).raw(">").text(decision_words(decision)).raw("</span></td>");
  }

  const DecisionDocument& d_;
  std::string& out_;
  Markup m_;
  std::vector<Standing> standings_;
};

void Page::head() {
  m_.raw("<!doctype html>\n<html lang=\"en-GB\" id=\"top\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  m_.text((d_.title.empty() ? d_.id : d_.title) + ": what is proposed").raw("</title>\n<style>").raw(html_style).raw("</style>\n</head>\n<body>\n");
  m_.raw("<a class=\"skip\" href=\"#records\">Skip to the applications, one by one</a>\n");
}

void Page::header() {
  m_.raw("<header>\n<h1>").text(d_.title.empty() ? d_.id : d_.title).raw("</h1>\n");
  m_.element("p", "What is proposed, as of " + date_words(d_.as_of), "soft").raw("\n<dl class=\"facts\">");
  fact("Round", d_.id);
  fact("Partnership", d_.partnership);
  fact("Decided by", d_.pack.id + " " + d_.pack.version + (d_.pack.title.empty() ? "" : ", " + d_.pack.title));
  fact("From the document", d_.pack.document);
  fact("Its status", d_.pack.status);
  fact("Status of its sections", section_words(d_.pack.sections));
  m_.raw("<dt>Digest of the pack</dt><dd><code>").text(d_.pack.digest).raw("</code></dd>");
  for (const auto& plugin : d_.plugins)
    m_.raw("<dt>Plug-in</dt><dd>").text(plugin_words(plugin)).raw("<br><code>").text(plugin.digest).raw("</code></dd>");
  m_.raw("</dl>\n");
  m_.raw("<p class=\"note\">").text("Remit " + d_.engine + " proposes; a named human decides.").raw("</p>\n");
  if (!d_.redacted.empty()) m_.element("p", redacted_words(d_.redacted), "note").raw("\n");
  if (d_.what_if) m_.raw("<p class=\"note warning\"><strong>What if:</strong> another pack than this round was opened with. This decides nothing.</p>\n");
  contents();
  m_.raw("</header>\n<main>\n");
}

void Page::contents() {
  m_.raw("<nav aria-label=\"Contents\"><ul><li><a href=\"#summary\">Summary</a></li>");
  for (std::size_t s = 0; s < standings_.size(); ++s) {
    const auto& stream = *standings_[s].stream;
    m_.raw("<li><a").attribute("href", "#stream-" + std::to_string(s + 1)).raw(">").text(stream.title.empty() ? stream.id : stream.title).raw("</a></li>");
  }
  m_.raw("<li><a href=\"#conflicts\">Conflicts of interest</a></li><li><a href=\"#findings\">Findings on the round</a></li>"
         "<li><a href=\"#silences\">Silences</a></li><li><a href=\"#text\">The text that decided</a></li>"
         "<li><a href=\"#records\">The applications, one by one</a></li></ul></nav>\n");
}

void Page::summary() {
  m_.raw("<h2 id=\"summary\">Summary</h2>\n");
  table("<th>Stream</th><th class=\"number\">Applications</th><th class=\"number\">Get money</th><th class=\"number\">Budget</th><th class=\"number\">Proposed</th>"
        "<th class=\"number\">Of it in principle</th><th class=\"number\">Left</th>", "summary");
  for (const auto& standing : standings_) {
    const auto& s = *standing.stream;
    std::size_t funded = 0;
    for (const auto* r : standing.ranked) funded += r->proposal.amount > 0;
    m_.raw("<tr>").cell(s.title.empty() ? s.id : s.title);
    labelled("applications", std::to_string(s.applications));
    labelled("get money", std::to_string(funded));
    labelled("budget", money_for_people(s.budget));
    labelled("proposed", money_for_people(s.proposed));
    labelled("of it in principle", money_for_people(s.in_principle));
    labelled("left", money_for_people(s.left));
    m_.raw("</tr>\n");
  }
  end_table();
}

void Page::stream(const Standing& standing, std::size_t number) {
  const auto& s = *standing.stream;
  const std::string name = "stream-" + std::to_string(number + 1);
  m_.raw("<section>\n<h2").attribute("id", name).raw(">").text("Stream: " + (s.title.empty() ? s.id : s.title)).raw("</h2>\n");
  m_.element("p", "Budget " + money_for_people(s.budget) + ", proposed " + money_for_people(s.proposed) + ", left " + money_for_people(s.left) +
             ". Open from " + date_words(s.opens) + " to " + date_words(s.closes) + ".");
  for (const auto& note : s.notes) m_.raw("<p>Shared out by plug-in: ").text(note).raw("</p>\n");
  if (s.may_change)
    m_.raw("<p class=\"note warning\">Some applications have no rank until a person has looked: the allocation may change.</p>\n");
  if (standing.ranked.empty()) {
    m_.raw("<p>No application is ranked.</p>\n");
  } else {
    m_.raw(standing.ranked.size() > 50 ? "<div class=\"scroll many-bars\" tabindex=\"0\">" : "<div class=\"scroll\" tabindex=\"0\">");
    write_ranking_svg(standing, name, out_);
    m_.raw("</div>\n");
    ranked(standing);
    download_ranked(standing, name);
  }
  write_budget_picture(standing, "budget-" + std::to_string(number + 1), out_);
  write_spread_picture(d_, s, "marks-" + std::to_string(number + 1), out_);
  others(standing);
  m_.raw("</section>\n");
}

void Page::ranked(const Standing& standing) {
  table("<th class=\"number\">Rank</th><th>Application</th><th>Applicant</th><th class=\"number\">Total</th><th class=\"number\">Asked for</th>"
        "<th>Proposal</th><th class=\"number\">Amount</th>", "ranked");
  const auto line = [&] {
    std::string words = line_words(standing);
    if (words[0] == 'f') words[0] = 'F';
    m_.raw(standing.shared_out ? "<tr>" : "<tr class=\"line\">").raw("<td colspan=\"7\">").text(words).raw("</td></tr>\n");
  };
  if (standing.line == 0) line();
  for (std::size_t i = 0; i < standing.ranked.size(); ++i) {
    const auto& r = *standing.ranked[i];
    m_.raw("<tr>").number(std::to_string(r.rank)).raw("<td>").link_to(r.application).raw("</td>").cell(r.applicant_name);
    labelled("total", two_decimals(r.scores.total));
    labelled("asked for", r.requested ? money_for_people(*r.requested) : "");
    badge(r.proposal.decision);
    m_.number(r.proposal.amount > 0 ? money_for_people(r.proposal.amount) : "-").raw("</tr>\n");
    if (r.proposal.decision != "approve-total") {
      m_.raw("<tr class=\"why\"><td></td><td colspan=\"6\">").text(first_reason(r));
      for (const auto& pending : r.proposal.pending) m_.raw("<br>").text("Pending: " + pending_words(pending));
      m_.raw("</td></tr>\n");
    }
    if (i + 1 == standing.line) line();
  }
  end_table();
}

void Page::download_ranked(const Standing& standing, const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* r : standing.ranked)
    rows.push_back({std::to_string(r->rank), r->application, r->applicant_name, r->scores.total, r->requested ? base::money_text(*r->requested) : "",
                    std::string(decision_words(r->proposal.decision)), base::money_text(r->proposal.amount)});
  write_download("ranked-" + name, "the ranked list", {"rank", "application", "applicant", "total", "asked for", "proposal", "amount"}, rows, out_);
}

void Page::others(const Standing& standing) {
  for (const auto& [why, records] : standing.others) {
    m_.raw("<h3>").text(why_heading(why)).text(" (" + std::to_string(records.size()) + ")").raw("</h3>\n");
    table("<th>Application</th><th>Applicant</th><th class=\"number\">Total</th><th>Why</th>", "criteria");
    for (const auto* r : records) {
      m_.raw("<tr><td>").link_to(r->application).raw("</td>").cell(r->applicant_name).number(two_decimals(r->scores.total)).raw("<td>");
      bool first = true;
      for (const auto& reason : r->proposal.reasons) {
        if (!first) m_.raw("<br>");
        first = false;
        m_.text(reason.message + (reason.clause.empty() ? "" : " (" + reason.clause + ")"));
      }
      m_.raw("</td></tr>\n");
    }
    end_table();
  }
}

void Page::conflicts() {
  m_.raw("<h2 id=\"conflicts\">Conflicts of interest</h2>\n");
  const auto recused = recusals(d_);
  const auto ties = open_ties(d_);
  if (recused.empty() && ties.empty()) m_.raw("<p>None was found.</p>\n");
  if (!recused.empty()) {
    table("<th>Who is out of what</th><th>Why</th><th>Score sheets set aside</th>");
    for (const auto& r : recused) {
      m_.raw("<tr>").cell(recusal_words(d_, r)).raw("<td>");
      bool first = true;
      for (const auto& [conflict, arises_in] : r.causes) {
        if (!first) m_.raw("<br>");
        first = false;
        m_.text(conflict->message + ", ").link_to(arises_in).text(conflict->clause.empty() ? "" : " (" + conflict->clause + ")");
      }
      m_.raw("</td>").cell(r.set_aside.empty() ? "none" : std::to_string(r.set_aside.size()) + ": " + some_of(r.set_aside, 12)).raw("</tr>\n");
    }
    end_table();
  }
  if (ties.empty()) return;
  m_.raw("<h3>Ties on which no rule of this framework acts</h3>\n");
  table("<th>Member</th><th>Organisation</th><th>Nature</th><th>Application</th>");
  for (const auto& tie : ties) {
    m_.raw("<tr>").cell(member_words(d_, tie.tie->member)).cell(tie.tie->organisation).cell(tie.tie->nature);
    m_.raw("<td>").link_to(tie.application).raw("</td></tr>\n");
  }
  end_table();
}

void Page::findings() {
  m_.raw("<h2 id=\"findings\">Findings on the round, its streams and its panel</h2>\n");
  if (d_.findings.empty()) m_.raw("<p>The framework asks nothing of them.</p>\n");
  if (!d_.findings.empty()) {
    table("<th>About</th><th>Requirement</th><th>Clause</th><th>Finding</th>");
    for (const auto& f : d_.findings) {
      m_.raw("<tr>").cell(subject_words(d_, f)).cell(f.title.empty() ? f.rule : f.title).cell(f.clause).raw("<td><span");
      m_.attribute("class", "outcome " + f.outcome).raw(">").text(outcome_words(f.outcome)).raw("</span>");
      if (!f.message.empty()) m_.raw("<br>").text(f.message);
      if (!f.cause.empty()) m_.raw("<br>").text(cause_words(f));
      m_.raw("</td></tr>\n");
    }
    end_table();
  }
  write_failures_picture(d_, out_);
  const auto warned = warnings(d_);
  if (warned.empty()) return;
  m_.raw("<h3>Warnings on applications, which decide nothing</h3>\n<ul>");
  for (const auto& w : warned)
    m_.element("li", (w.finding->title.empty() ? w.finding->rule : w.finding->title) + (w.finding->clause.empty() ? "" : " (" + w.finding->clause + ")") +
               ", not met or not known: " + some_of(w.applications, 20));
  m_.raw("</ul>\n");
}

void Page::silences() {
  m_.raw("<h2 id=\"silences\">Where the framework is silent</h2>\n");
  if (d_.silences.empty()) m_.raw("<p>The pack names no silence.</p>\n");
  if (d_.silences.empty()) return;
  table("<th>What</th><th>Clause</th><th>What follows</th>");
  for (const auto& s : d_.silences) m_.raw("<tr>").cell(s.title.empty() ? s.id : s.title).cell(s.clause).cell(s.so).raw("</tr>\n");
  end_table();
}

void Page::text_that_decided() {
  m_.raw("<h2 id=\"text\">The text that decided</h2>\n<dl class=\"facts\">");
  for (const auto& layer : d_.pack.layers)
    m_.element("dt", layer.id + " " + layer.version).raw("<dd><code>").text(layer.digest).raw("</code></dd>");
  m_.raw("<dt>Input</dt><dd><code>").text(d_.input).raw("</code></dd>");
  fact("Procedure", d_.procedure + ", Remit " + d_.engine);
  m_.raw("</dl>\n");
  if (d_.parameters.empty()) return;
  m_.raw("<h3>").text("Values in force on " + date_words(d_.as_of)).raw("</h3>\n");
  table("<th>Value</th><th>Is</th><th>Clause</th>");
  for (const auto& p : d_.parameters)
    m_.raw("<tr>").cell(p.title.empty() ? p.id : p.title).cell(parameter_words(p))
        .cell(p.clause).raw("</tr>\n");
  end_table();
}

void Page::records() {
  m_.raw("<h2 id=\"records\">The applications, one by one</h2>\n").raw(d_.records.size() > many ? "<div class=\"many\">\n" : "<div>\n");
  for (const auto& record : d_.records) write_html_record(d_, record, out_);
  m_.raw("</div>\n");
}

}  // namespace

void write_html(const DecisionDocument& document, std::string& out) { Page(document, out).write(); }

}  // namespace remit::report

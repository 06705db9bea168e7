#include "report/html.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "report/html_index.hpp"
#include "report/html_record.hpp"
#include "report/html_round.hpp"
#include "report/html_rules.hpp"
#include "report/html_streams.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"
#include "report/page_table.hpp"
#include "report/standing.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::DecisionDocument;

namespace {

class Page {
 public:
  Page(const DecisionDocument& document, std::string& out) : d_(document), out_(out), m_(out), standings_(standings(document)) {}

  void write() {
    head();
    header();
    summary();
    for (std::size_t s = 0; s < standings_.size(); ++s) write_html_stream(d_, standings_[s], s + 1, out_);
    write_html_conflicts(d_, out_);
    write_html_findings(d_, out_);
    write_html_silences(d_, out_);
    write_html_text(d_, out_);
    records();
    m_.raw("</main>\n</body>\n</html>\n");
  }

 private:
  void head();
  void header();
  void contents();
  void summary();
  void records();
  bool is_large() const { return d_.records.size() > many_applications; }
  void fact(std::string_view name, std::string_view value) {
    if (!value.empty()) m_.element("dt", name).element("dd", value);
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
  m_.element("p", "What is proposed, as of " + date_words(d_.as_of), "soft").raw("\n<dl>");
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
         "<li><a href=\"#silences\">Silences</a></li><li><a href=\"#text\">The text that decided</a></li>");
  if (!d_.records.empty()) m_.raw("<li><a href=\"#rules\">The rules, each once</a></li><li><a href=\"#index\">Find an application</a></li>");
  m_.raw("<li><a href=\"#records\">The applications, one by one</a></li></ul></nav>\n");
}

void Page::summary() {
  m_.raw("<h2 id=\"summary\">Summary</h2>\n");
  PageTable table(out_, "Summary", {{"Stream"}, {"Applications", true}, {"Get money", true}, {"Budget", true}, {"Proposed", true}, {"Of it in principle", true}, {"Left", true}});
  for (const auto& standing : standings_) {
    const auto& s = *standing.stream;
    const auto funded = std::ranges::count_if(standing.ranked, [](const auto* r) { return r->proposal.amount > 0; });
    table.row();
    table.cell(s.title.empty() ? s.id : s.title).cell(std::to_string(s.applications)).cell(std::to_string(funded)).cell(money_for_people(s.budget));
    table.cell(money_for_people(s.proposed)).cell(money_for_people(s.in_principle)).cell(money_for_people(s.left));
  }
}

void Page::records() {
  const RulesTold rules(d_);
  rules.write(is_large(), out_);
  write_html_index(d_, out_);
  m_.raw("<h2 id=\"records\">The applications, one by one</h2>\n");
  if (is_large())
    m_.element("p", counted(d_.records.size(), "record stands", "records stand") + " here on a screen, and on paper only the one whose link was followed. `remit papers` has a page for each.", "on-paper").raw("\n");
  m_.raw(is_large() ? "<div class=\"many\">\n" : "<div>\n");
  for (const auto& record : d_.records) write_html_record(d_, record, is_large() ? &rules : nullptr, out_);
  m_.raw("</div>\n");
}

}  // namespace

void write_html(const DecisionDocument& document, std::string& out) { Page(document, out).write(); }

}  // namespace remit::report

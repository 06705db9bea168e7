#include "report/html_streams.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "report/markup.hpp"
#include "report/page_table.hpp"
#include "report/pictures.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;

namespace {

constexpr std::size_t folded_from = 20;       // how long a list of a large round may be before it is folded up
constexpr std::size_t beside_the_line = 10;   // how many of a long list are shown above the funding line, and below it

class StreamPart {
 public:
  StreamPart(const record::DecisionDocument& document, const Standing& standing, std::size_t number, std::string& out)
      : d_(document), standing_(standing), number_(std::to_string(number)), out_(out), m_(out) {}

  void write() {
    begin();
    if (standing_.ranked.empty()) {
      m_.raw("<p>No application is ranked.</p>\n");
    } else {
      write_ranking_picture(standing_, "ranking-" + number_, "ranked-" + number_, out_);
      ranked();
    }
    write_budget_picture(standing_, "budget-" + number_, out_);
    write_spread_picture(d_, *standing_.stream, "marks-" + number_, out_);
    for (const auto& [why, records] : standing_.others) others(why, records);
    m_.raw("</section>\n");
  }

 private:
  void begin();
  void ranked();
  void ranked_rows(std::string_view id, std::size_t from, std::size_t to);
  void line();
  void row(const record::DecisionRecord& r);
  void others(std::string_view why, const Records& records);
  const std::string& name() const { return standing_.stream->title.empty() ? standing_.stream->id : standing_.stream->title; }
  /// A cell that carries its column's heading with it, for narrow screens where the headings are out of sight.
  void labelled(std::string_view label, std::string_view value) {
    m_.raw("<td class=\"number\"").attribute("data-label", label).raw(">").text(value).raw("</td>");
  }

  const record::DecisionDocument& d_;
  const Standing& standing_;
  const std::string number_;
  std::string& out_;
  Markup m_;
};

void StreamPart::begin() {
  const auto& s = *standing_.stream;
  m_.raw("<section>\n<h2").attribute("id", "stream-" + number_).raw(">").text("Stream: " + name()).raw("</h2>\n");
  m_.element("p", "Budget " + money_for_people(s.budget) + ", proposed " + money_for_people(s.proposed) + ", left " + money_for_people(s.left) +
             ". Open from " + date_words(s.opens) + " to " + date_words(s.closes) + ".");
  for (const auto& note : s.notes) m_.raw("<p>Shared out by plug-in: ").text(note).raw("</p>\n");
  if (s.may_change) m_.raw("<p class=\"note warning\">Some applications have no rank until a person has looked: the allocation may change.</p>\n");
}

void StreamPart::ranked() {
  const std::size_t all = standing_.ranked.size(), line = standing_.line;
  if (all <= many_applications) return ranked_rows("ranked-" + number_, 0, all);
  if (!standing_.shared_out) {
    m_.raw("<h3>Around the funding line</h3>\n");
    ranked_rows({}, line - std::min(line, beside_the_line), std::min(all, line + beside_the_line));
  }
  m_.raw("<details class=\"whole\"").attribute("id", "ranked-" + number_).raw("><summary>").text("The whole ranked list: " + counted(all, "application", "applications")).raw("</summary>\n");
  ranked_rows({}, 0, all);
  m_.raw("</details>\n");
}

void StreamPart::ranked_rows(std::string_view id, std::size_t from, std::size_t to) {
  m_.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", (from == 0 && to == standing_.ranked.size() ? "Ranked list: " : "Around the funding line: ") + name());
  if (!id.empty()) m_.attribute("id", id);
  m_.raw("><table class=\"ranked\"><thead><tr><th class=\"number\">Rank</th><th>Application</th><th>Applicant</th><th class=\"number\">Total</th><th class=\"number\">Asked for</th>"
         "<th>Proposal</th><th class=\"number\">Amount</th></tr></thead><tbody>\n");
  if (standing_.line == 0) line();
  for (std::size_t i = from; i < to; ++i) {
    row(*standing_.ranked[i]);
    if (i + 1 == standing_.line) line();
  }
  m_.raw("</tbody></table></div>\n");
}

void StreamPart::line() {
  std::string words = line_words(standing_);
  if (words[0] == 'f') words[0] = 'F';
  m_.raw(standing_.shared_out ? "<tr>" : "<tr class=\"line\">").raw("<td colspan=\"7\">").text(words).raw("</td></tr>\n");
}

void StreamPart::row(const record::DecisionRecord& r) {
  m_.raw("<tr>").number(std::to_string(r.rank)).raw("<td>").link_to(r.application).raw("</td>").cell(r.applicant_name);
  labelled("total", two_decimals(r.scores.total));
  labelled("asked for", r.requested ? money_for_people(*r.requested) : "");
  m_.raw("<td><span").attribute("class", "badge " + r.proposal.decision).raw(">").text(decision_words(r.proposal.decision)).raw("</span></td>");
  m_.number(r.proposal.amount > 0 ? money_for_people(r.proposal.amount) : "-").raw("</tr>\n");
  if (r.proposal.decision == "approve-total") return;
  m_.raw("<tr class=\"why\"><td></td><td colspan=\"6\">").text(first_reason(r));
  for (const auto& pending : r.proposal.pending) m_.raw("<br>").text("Pending: " + pending_words(pending));
  m_.raw("</td></tr>\n");
}

void StreamPart::others(std::string_view why, const Records& records) {
  const std::string heading = std::string(why_heading(why)) + " (" + std::to_string(records.size()) + ")";
  const bool folded = records.size() > (d_.records.size() > many_applications ? folded_from : many_applications);
  if (folded) m_.raw("<details class=\"whole\"><summary>").text(heading).raw("</summary>\n");
  else m_.element("h3", heading).raw("\n");
  {
    PageTable table(out_, heading + ": " + name(), {{"Application"}, {"Applicant"}, {"Total", true}, {"Why"}});
    for (const auto* r : records) {
      table.row();
      table.cell().link_to(r->application);
      table.cell(r->applicant_name).cell(two_decimals(r->scores.total));
      Markup& said = table.cell();
      bool first = true;
      for (const auto& reason : r->proposal.reasons) {
        if (!first) said.raw("<br>");
        first = false;
        said.text(reason.message + (reason.clause.empty() ? "" : " (" + reason.clause + ")"));
      }
    }
  }
  if (folded) m_.raw("</details>\n");
}

}  // namespace

void write_html_stream(const record::DecisionDocument& document, const Standing& standing, std::size_t number, std::string& out) {
  StreamPart(document, standing, number, out).write();
}

}  // namespace remit::report

#include "report/html_record.hpp"

#include <algorithm>

#include "base/money.hpp"
#include "base/text.hpp"
#include "report/arithmetic.hpp"
#include "report/html_rules.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace remit::report {

using base::money_for_people;
using record::Finding;

namespace {

class Article {
 public:
  Article(const record::DecisionDocument& document, const record::DecisionRecord& record, const RulesTold* rules, std::string& out)
      : d_(document), r_(record), rules_(rules), m_(out) {}

  void write() {
    m_.raw("<article").attribute("id", anchor(r_.application)).raw(">\n");
    heading();
    proposal();
    missed();
    eligibility();
    conflicts();
    scores();
    plugins();
    m_.raw("<footer>record <code>").text(r_.digest).raw("</code> <a class=\"up\" href=\"#top\">back to the top</a></footer>\n</article>\n");
  }

 private:
  void heading();
  void proposal();
  void missed();
  void eligibility();
  void findings(const std::string& heading, std::string_view of, const std::vector<Finding>& all);
  void finding(const Finding& f);
  void facts(const Finding& f, bool told);
  void conflicts();
  void scores();
  void sheets();
  void plugins();
  std::string said(std::string_view text, std::string_view clause) const {
    return clause.empty() ? std::string(text) : std::string(text) + " (" + std::string(clause) + ")";
  }

  const record::DecisionDocument& d_;
  const record::DecisionRecord& r_;
  const RulesTold* rules_;   // null: each finding says what its rule is
  Markup m_;
};

void Article::heading() {
  m_.raw("<header><h3>").text(r_.application);
  if (!r_.title.empty()) m_.raw(" <span class=\"said\">").text(r_.title).raw("</span>");
  m_.raw("</h3>\n<p class=\"soft\">").text(r_.applicant_name.empty() ? r_.applicant : r_.applicant_name);
  if (!r_.applicant_type.empty()) m_.text(" (" + base::spoken(r_.applicant_type) + ")");
  m_.text(", stream " + r_.stream);
  if (r_.requested) m_.text(", asked for " + money_for_people(*r_.requested));
  if (!r_.submitted_at.empty()) m_.text(", sent on " + date_words(r_.submitted_at));
  m_.raw("</p></header>\n");
}

void Article::proposal() {
  const auto& p = r_.proposal;
  m_.raw("<p><span").attribute("class", "badge " + p.decision).raw(">").text(decision_words(p.decision)).raw("</span>");
  if (p.amount > 0) m_.raw(" <strong>").text(money_for_people(p.amount)).raw("</strong>");
  if (!p.elements.empty()) m_.text(" for " + base::join_and(p.elements));
  if (r_.rank > 0) m_.text(", rank " + std::to_string(r_.rank));
  if (!r_.scores.total.empty()) m_.text(", total " + two_decimals(r_.scores.total));
  if (!p.title.empty()) m_.raw("<br><span class=\"soft\">").text("In the framework's words: " + said(p.title, p.clause)).raw("</span>");
  else if (is_remits_own(p)) m_.raw("<br><span class=\"soft\">The framework names no kinds of decision; this one is of Remit's own procedure.</span>");
  m_.raw("</p>\n<ul>");
  for (const auto& reason : p.reasons) m_.element("li", said(without_rank(reason.message), reason.clause));
  for (const auto& pending : p.pending)
    m_.raw("<li><strong>Pending:</strong> ").text(pending_words(pending)).raw("</li>");
  if (!p.traced.parts.empty()) m_.raw("<li><strong>Borne by:</strong> ").text(said(traced_words(p.traced), p.traced.clause)).raw("</li>");
  m_.raw("</ul>\n");
}

void Article::missed() {
  if (r_.would_have_passed.empty()) return;
  m_.raw("<h4>What would have passed</h4>\n<div class=\"scroll\" tabindex=\"0\"><table class=\"missed\"><thead><tr><th>What</th><th>Needed</th><th>Had</th><th>Clause</th></tr></thead><tbody>\n");
  for (const auto& missed : r_.would_have_passed) {
    m_.raw("<tr>").cell(d_.label_of(missed.field).empty() ? missed.field : std::string(d_.label_of(missed.field))).cell(missed.needed).cell(missed.had.empty() ? "nothing" : missed.had);
    m_.cell(missed.clause).raw("</tr>\n");
  }
  m_.raw("</tbody></table></div>\n");
}

void Article::eligibility() {
  if (r_.withdrawn) return;
  findings("Eligibility: " + (r_.eligibility == "refer" ? std::string("a person must look") : r_.eligibility), "Criterion", r_.findings);
  if (!r_.beside.empty()) findings("Beside eligibility: found, and changes nothing", "Requirement", r_.beside);
}

void Article::findings(const std::string& heading, std::string_view of, const std::vector<Finding>& all) {
  m_.element("h4", heading).raw("\n");
  const auto in_short = [&](const Finding& f) { return rules_ != nullptr && (f.outcome == "pass" || f.outcome == "not_applicable") && f.message.empty() && rules_->tells(f); };
  if (!std::ranges::all_of(all, in_short)) {
    m_.raw("<div class=\"scroll\" tabindex=\"0\"><table class=\"criteria\"><thead><tr><th>").text(of);
    m_.raw("</th><th>Clause</th><th>Finding</th><th>Force and effect</th></tr></thead><tbody>\n");
    for (const auto& f : all)
      if (!in_short(f)) finding(f);
    m_.raw("</tbody></table></div>\n");
  }
  for (const auto& [outcome, words] : {std::pair{"pass", "Met: "}, std::pair{"not_applicable", "Does not apply: "}}) {
    std::string named;
    for (const auto& f : all)
      if (f.outcome == outcome && in_short(f)) named += (named.empty() ? "" : "; ") + said(f.title.empty() ? f.rule : f.title, f.clause);
    if (!named.empty()) m_.element("p", words + named + ".");
  }
}

void Article::finding(const Finding& f) {
  const bool told = rules_ != nullptr && rules_->tells(f);
  const bool failed = f.outcome == "fail", doubted = f.outcome == "refer" || f.outcome == "error";
  m_.raw(failed ? "<tr class=\"failed\">" : doubted ? "<tr class=\"doubted\">" : "<tr>").raw("<td>");
  m_.text(f.title.empty() ? f.rule : f.title);
  if (!f.reading.empty() && !told) m_.raw("<br><span class=\"soft told\">").text("Read as: " + f.reading).raw("</span>");
  facts(f, told);
  m_.raw("</td>").cell(f.clause).raw("<td><span").attribute("class", "outcome " + f.outcome).raw(">");
  m_.text(outcome_words(f.outcome)).raw("</span>");
  if (!f.message.empty()) m_.raw("<br>").text(f.message);
  if (!f.cause.empty()) m_.raw("<br>").text(cause_words(f));
  if (!f.plugin.empty()) m_.raw("<br><span class=\"soft\">").text("answered by the plug-in " + plugin_words(r_.plugins, f.plugin)).raw("</span>");
  for (const auto& s : f.shortfalls)
    m_.raw("<br><span class=\"soft\">").text(shortfall_words(s.field, s.needed, s.had)).raw("</span>");
  m_.raw("</td><td>").text(f.force + ", " + f.effect);
  if (!f.effect_reason.empty() && !told) m_.raw("<br><span class=\"soft told\">").text(f.effect_reason).raw("</span>");
  if (!told)
    for (const auto& change : f.changed_by) m_.raw("<br><span class=\"soft\">").text(change_words(change)).raw("</span>");
  m_.raw("</td></tr>\n");
}

void Article::facts(const Finding& f, bool told) {
  if (f.read.empty()) return;
  m_.raw("<details><summary>").text(counted(f.read.size(), "fact", "facts")).raw("</summary><dl>");
  for (const auto& fact : f.read) m_.element("dt", fact.field).element("dd", value_words(fact.value));
  if (!told) m_.raw("<dt>rule</dt>").element("dd", f.rule + (f.layer.empty() ? "" : " of " + f.layer));
  m_.raw("</dl></details>");
}

void Article::conflicts() {
  if (r_.withdrawn) return;
  m_.raw("<h4>The panel</h4>\n<ul>");
  std::vector<std::string> names;
  for (const auto& member : r_.taking_part) names.push_back(member_words(d_, member));
  if (!r_.redacted.empty()) m_.element("li", "who took part is not said here");
  else m_.element("li", names.empty() ? "nobody took part" : "took part: " + base::join_and(names));
  if (!r_.panel_unfit.empty()) m_.element("li", "the panel cannot decide: " + r_.panel_unfit);
  for (const auto& c : r_.conflicts) {
    std::string text = member_words(d_, c.member) + " is out of " + std::string(scope_words(c.scope));
    if (!c.arises_in.empty()) text += ", because of " + c.arises_in;
    m_.element("li", said(text + ": " + c.message, c.clause));
  }
  for (const auto& tie : r_.ties)
    m_.element("li", "tie found: " + member_words(d_, tie.member) + " and " + tie.organisation + " (" + tie.nature + ")");
  m_.raw("</ul>\n");
}

void Article::scores() {
  const auto& s = r_.scores;
  if (r_.withdrawn) return;
  m_.raw("<h4>Scores</h4>\n");
  if (!s.problem.empty()) m_.element("p", "No total: " + s.problem + ".");
  if (!s.measures.empty()) {
    m_.raw("<div class=\"scroll\" tabindex=\"0\"><table class=\"scores\"><thead><tr><th>Measure</th><th class=\"number\">Mean</th><th class=\"number\">Of</th>"
           "<th class=\"number\">Weight</th><th>Brings</th><th>Needed</th></tr></thead><tbody>\n");
    for (const auto& measure : s.measures) {
      m_.raw("<tr>").cell(measure.title.empty() ? measure.measure : measure.title).number(number_words(measure.mean));
      m_.number(number_words(measure.high)).number(number_words(measure.weight)).cell(share_words(measure));
      const char* met = measure.mean.empty() ? "" : measure.met ? ": met" : ": not met";
      m_.cell(measure.minimum.empty() ? "" : "at least " + number_words(measure.minimum) + met).raw("</tr>\n");
    }
    m_.raw("</tbody></table></div>\n");
    std::string total = "Total: " + (s.total.empty() && !r_.redacted.empty() ? "not said here" : total_words(s));
    if (!s.threshold.empty()) total += "; at least " + number_words(s.threshold) + " is needed to be ranked";
    m_.element("p", total);
  }
  sheets();
}

void Article::sheets() {
  if (r_.scores.sheets.empty()) return;
  m_.raw("<details class=\"sheets\"><summary>").text(counted(r_.scores.sheets.size(), "score sheet", "score sheets")).raw("</summary>\n<div class=\"scroll\" tabindex=\"0\"><table>"
         "<thead><tr><th>Member</th><th>Measure</th><th class=\"number\">Mark</th><th>Justification</th></tr></thead><tbody>\n");
  for (const auto& sheet : r_.scores.sheets)
    for (const auto& mark : sheet.marks) {
      m_.raw("<tr>").cell(member_words(d_, sheet.member) + (sheet.counted ? "" : ", set aside"));
      m_.cell(mark.measure + (mark.part.empty() ? "" : ", " + mark.part)).number(number_words(mark.score));
      m_.cell(mark.justification.empty() && r_.redacted.empty() ? "none given" : mark.justification).raw("</tr>\n");
    }
  m_.raw("</tbody></table></div></details>\n");
}

void Article::plugins() {
  if (r_.plugins.empty()) return;
  m_.raw("<h4>What plug-ins said</h4>\n<ul class=\"plugins\">");
  for (const auto& plugin : r_.plugins)
    for (const auto& answer : plugin.answers) {
      m_.raw("<li>").text(plugin.id + " " + plugin.version + ", " + answer_words(d_, answer));
      for (const auto& fact : answer.evidence)
        m_.raw("<br><span class=\"soft\">").text(base::spoken(fact.field) + ": " + value_words(fact.value)).raw("</span>");
      m_.raw("</li>\n");
    }
  m_.raw("</ul>\n");
}

}  // namespace

void write_html_record(const record::DecisionDocument& document, const record::DecisionRecord& record, const RulesTold* rules, std::string& out) {
  Article(document, record, rules, out).write();
}

}  // namespace remit::report

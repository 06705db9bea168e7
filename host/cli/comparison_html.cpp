// A comparison as a page: the totals, what was not expected, then stream by stream the ranks as a picture and each change with its cause.
#include "base/money.hpp"
#include "cli/comparison_report.hpp"
#include "report/figure.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"
#include "report/slope.hpp"
#include "report/words.hpp"

namespace remit::cli {

using base::money_for_people;
using report::counted;
using study::Change;

namespace {

std::string words(std::string_view decision) { return std::string(report::decision_words(decision)); }
std::string named(const study::StreamMoney& s) { return s.title.empty() ? s.id : s.title; }
std::string rank_words(std::uint32_t rank) { return rank == 0 ? "no rank" : std::to_string(rank); }
std::string moved(const std::string& before, const std::string& now) { return before == now ? now : before + " → " + now; }

class Page {
 public:
  explicit Page(std::string& out) : out_(out), m_(out) {}

  void write(const study::Comparison& c) {
    const std::string title = "What changes from " + c.before.id + " " + c.before.version + " to " + c.after.id + " " + c.after.version;
    m_.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
    m_.text(title).raw("</title>\n<style>").raw(report::html_style).raw("</style>\n</head>\n<body>\n<main>\n").element("h1", title).raw("\n");
    m_.raw("<p class=\"note\">Both texts decided the same rounds. Nothing was recorded; what is proposed here decides nothing.</p>\n");
    if (!c.redacted.empty()) m_.element("p", report::redacted_words(c.redacted), "note").raw("\n");
    m_.raw("<dl class=\"facts\"><dt>Digest before</dt><dd><code>").text(c.before.digest).raw("</code></dd><dt>Digest now</dt><dd><code>").text(c.after.digest).raw("</code></dd></dl>\n");
    sections(c);
    m_.raw("</main>\n</body>\n</html>\n");
  }

  void sections(const study::Comparison& c) {
    m_.raw("<h2>Totals</h2>\n");
    totals(study::sum_of(c.rounds), c.rounds.size());
    if (c.expected) expected(*c.expected);
    for (const auto& round : c.rounds) one_round(round, c.rounds.size() == 1);
  }

 private:
  void totals(const study::Totals& t, std::size_t rounds) {
    m_.raw("<p><strong>").text(counted(static_cast<std::size_t>(t.flipped), "decision flipped", "decisions flipped") + " of " + std::to_string(t.applications)).raw("</strong>, ");
    m_.text(counted(static_cast<std::size_t>(t.ranks), "rank moved", "ranks moved") + ", " + counted(static_cast<std::size_t>(t.findings), "finding changed", "findings changed") +
            (rounds > 1 ? ", over " + counted(rounds, "round", "rounds") : "") + ".").raw("</p>\n");
    m_.element("p", "Proposed: " + money_for_people(t.pounds_before) + " before, " + money_for_people(t.pounds_after) + " now; " + counted(static_cast<std::size_t>(t.money), "amount moved", "amounts moved") + ", " +
                        money_for_people(t.gained) + " more and " + money_for_people(t.lost) + " less.").raw("\n");
    if (t.flips.empty()) return;
    m_.raw("<ul>");
    for (const auto& [flip, count] : t.flips) m_.element("li", std::to_string(count) + " from " + words(flip.first) + " to " + words(flip.second));
    m_.raw("</ul>\n");
  }

  /// Headings of numbers begin with `#`.
  void table(std::string_view label, std::initializer_list<const char*> headings) {
    m_.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", label).raw("><table class=\"stack\"><thead><tr>");
    for (const std::string_view heading : headings) m_.element("th", heading.substr(heading.starts_with('#')), heading.starts_with('#') ? "number" : "");
    m_.raw("</tr></thead><tbody>\n");
  }
  void end_table() { m_.raw("</tbody></table></div>\n"); }
  void labelled(std::string_view label, std::string_view value) { m_.raw("<td").attribute("data-label", label).raw(">").text(value).raw("</td>"); }
  void number(std::string_view label, std::string_view value) { m_.raw("<td class=\"number\"").attribute("data-label", label).raw(">").text(value).raw("</td>"); }

  void expected(const study::Expectation& e) {
    m_.raw("<h2>What was meant</h2>\n");
    m_.element("p", e.file + " lists " + counted(e.listed, "change", "changes") + ". " + (e.holds() ? "All that came is listed, and all that is listed came." : "Not listed: " + std::to_string(e.others.size()) + ". Listed and not there: " + std::to_string(e.missing.size()) + "."),
               e.holds() ? "note" : "note warning").raw("\n");
    if (e.holds()) return;
    table("Changes that are not as listed", {"How", "Round", "Application", "What", "Before", "Now"});
    const auto rows = [&](const std::vector<study::ExpectedRow>& all, const std::string& kind) {
      for (const auto& r : all) {
        m_.raw("<tr>").cell(kind);
        for (const auto& [label, value] : {std::pair("round", &r.round), {"application", &r.application}, {"what", &r.what}, {"before", &r.before}, {"now", &r.after}}) labelled(label, *value);
        m_.raw("</tr>\n");
      }
    };
    rows(e.others, "not listed");
    rows(e.missing, "did not come");
    end_table();
  }

  void one_round(const study::RoundComparison& round, bool alone) {
    m_.element("h2", "Round " + round.id + (round.title.empty() ? "" : ": " + round.title)).raw("\n");
    for (const auto& warning : round.warnings) m_.raw("<p class=\"note warning\"><strong>Warning:</strong> ").text(warning).raw("</p>\n");
    if (!alone) totals(round.totals, 1);
    ++rounds_;
    for (std::size_t s = 0; s < round.streams.size(); ++s) stream(round, s);
    if (!round.findings.empty()) beside(round.findings);
    if (!round.groups.empty()) groups(round.groups);
  }

  void stream(const study::RoundComparison& round, std::size_t place) {
    const study::StreamMoney& s = round.streams[place];
    std::vector<const Change*> changes;
    for (const Change& c : round.changes)
      if (c.stream == s.id) changes.push_back(&c);
    m_.element("h3", "Stream: " + named(s)).raw("\n");
    m_.element("p", money_for_people(s.before) + " of " + money_for_people(s.budget) + " proposed before, " + money_for_people(s.after) + " now.").raw("\n");
    if (changes.empty()) {
      m_.raw("<p>Nothing is decided otherwise.</p>\n");
      return;
    }
    picture(s, changes, "slope-" + std::to_string(rounds_) + "-" + std::to_string(place + 1));
    m_.raw("<h4>Each change, and its cause</h4>\n");
    table("Changes in " + named(s), {"Application", "Decision", "Rank", "Money", "Because of"});
    for (const Change* c : changes) change(*c);
    end_table();
  }

  void picture(const study::StreamMoney& s, const std::vector<const Change*>& changes, const std::string& name) {
    std::vector<report::Slope> slopes;
    std::size_t in = 0, gone = 0;
    const auto add = [&](const Change& c) {
      slopes.push_back({c.application + " " + c.name, c.before.rank, c.after.rank, c.before.amount, c.after.amount, moved(words(c.before.decision), words(c.after.decision))});
      in += c.before.amount == 0 && c.after.amount > 0;
      gone += c.before.amount > 0 && c.after.amount == 0;
    };
    for (const Change* c : changes) add(*c);
    for (const Change& c : s.kept) add(c);
    std::string headline = in + gone == 0 ? "The same applications get money" : std::string();
    if (gone > 0) headline += counted(gone, "application gets", "applications get") + " no money any more";
    if (in > 0) headline += (gone > 0 ? ", and " : "") + counted(in, "application gets", "applications get") + " money now";
    report::write_slope_picture(slopes, headline, named(s), name, out_);
  }

  void change(const Change& c) {
    m_.raw("<tr><td>").text(c.application + ", " + c.name).raw("</td>");
    labelled("decision", moved(words(c.before.decision), words(c.after.decision)));
    labelled("rank", moved(rank_words(c.before.rank), rank_words(c.after.rank)));
    labelled("money", moved(money_for_people(c.before.amount), money_for_people(c.after.amount)));
    m_.raw("<td data-label=\"because of\">");
    std::string_view line;
    const auto say = [&](const std::string& text) {
      m_.raw(line).text(text);
      line = "<br>";
    };
    if (!c.cause.rule.empty())
      say((c.cause.through.empty() ? "" : c.cause.through + ": ") + c.cause.rule + (c.cause.clause.empty() ? "" : " [" + c.cause.clause + "]") + (c.cause.words.empty() || !c.cause.through.empty() ? "" : ": " + c.cause.words));
    if (c.cause.through.empty())
      for (const auto& value : c.cause.values) say(value);
    for (const auto& f : c.findings)
      if (f.rule != c.cause.rule || !c.cause.through.empty()) say("finding " + finding_words(f));
    m_.raw("</td></tr>\n");
  }
  static std::string outcome(std::string_view word) { return word.empty() ? "not asked" : std::string(report::outcome_words(word)); }

  void beside(const std::vector<study::FindingChange>& findings) {
    m_.raw("<h3>Beside the applications</h3>\n");
    table("Findings that changed beside the applications", {"About", "Rule", "Before", "Now"});
    for (const auto& f : findings) {
      m_.raw("<tr>").cell(f.of + (f.subject.empty() ? "" : " " + f.subject));
      labelled("rule", f.rule + (f.clause.empty() ? "" : " [" + f.clause + "]"));
      labelled("before", outcome(f.was));
      labelled("now", outcome(f.now));
      m_.raw("</tr>\n");
    }
    end_table();
  }

  void groups(const std::vector<study::Group>& all) {
    m_.raw("<h3>By applicant type and place</h3>\n<p>For the duty to look at whom a change touches: how many of each get money before and now. Withdrawn applications are left out.</p>\n");
    table("Applications by applicant type and place", {"Who or where", "#Applications", "#Get money before", "#Get money now", "#Money before", "#Money now", "#Decisions flipped"});
    std::vector<std::vector<std::string>> rows;
    for (const auto& g : all) {
      rows.push_back({g.by, g.value, std::to_string(g.applications), std::to_string(g.funded_before), std::to_string(g.funded_after), money_for_people(g.before), money_for_people(g.after), std::to_string(g.flipped)});
      m_.raw("<tr>").cell(group_words(g));
      const char* labels[] = {"applications", "get money before", "get money now", "money before", "money now", "decisions flipped"};
      for (std::size_t i = 0; i < 6; ++i) number(labels[i], rows.back()[i + 2]);
      m_.raw("</tr>\n");
    }
    end_table();
    report::write_download("groups-" + std::to_string(rounds_), "applications by applicant type and place", {"by", "value", "applications", "funded before", "funded now", "money before", "money now", "flipped"}, rows, out_);
  }

  std::string& out_;
  report::Markup m_;
  std::size_t rounds_ = 0;
};

}  // namespace

std::string comparison_sections(const study::Comparison& comparison) {
  std::string out;
  Page(out).sections(comparison);
  return out;
}

std::string comparison_html(const study::Comparison& comparison) {
  std::string out;
  Page(out).write(comparison);
  return out;
}

}  // namespace remit::cli

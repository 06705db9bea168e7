// Coverage as a page. Every state stands in words and in a sign; colour comes on top.
#include <algorithm>

#include "cli/coverage_report.hpp"
#include "report/html_style.hpp"
#include "report/markup.hpp"

namespace remit::cli {

using report::Markup;
using study::Count;
using study::Reached;

namespace {

constexpr std::string_view style = R"(
.source{border-collapse:collapse;width:100%;font-size:.85rem}
.source td{padding:0 .5rem;border:0;vertical-align:top;white-space:nowrap}
.source td.code{font-family:ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.source tr.met td.state{border-left:.4rem solid var(--good)}
.source tr.false td.state{border-left:.4rem dashed var(--part)}
.source tr.never td.state{border-left:.4rem double var(--bad)}
.source tr.never td.state,.source tr.false td.state{font-weight:600}
.source span.soft{display:block;padding-left:1rem}
.source td.number{text-align:right;opacity:.7}
)";

std::string_view class_of(Reached state) { return state == Reached::met ? "met" : state == Reached::only_false ? "false" : "never"; }
std::string sign(Reached state) { return std::string(state == Reached::met ? "✓ " : state == Reached::only_false ? "✗ " : "– ") + std::string(word(state)); }

// What is known of one line: the worst of its conditions, and how often they were answered.
struct Line {
  bool known = false;
  Reached state = Reached::met;
  std::uint64_t yes = 0, no = 0, unknown = 0, runs = 0;
  bool function = false;
  std::vector<std::string> not_met;   // which of several conditions it is
};

std::map<int, Line> lines_of(const study::Coverage& coverage, const std::string& file) {
  std::map<int, Line> lines;
  for (const auto& c : coverage.conditions) {
    if (c.file != file) continue;
    Line& line = lines[c.line];
    line.state = std::max(line.known ? line.state : Reached::met, c.state());
    line.known = true;
    line.yes += c.yes;
    line.no += c.no;
    line.unknown += c.unknown;
    if (c.state() != Reached::met) line.not_met.push_back(sign(c.state()) + ": " + c.words + " (rule " + c.rule + ")");
  }
  for (const auto& l : coverage.lines) {
    if (l.file != file) continue;
    Line& line = lines[l.line];
    line.state = std::max(line.known ? line.state : Reached::met, l.runs > 0 ? Reached::met : Reached::never);
    line.known = line.function = true;
    line.runs = std::max(line.runs, l.runs);
  }
  return lines;
}

std::string counts(const Line& line) {
  if (line.function) return "ran " + std::to_string(line.runs);
  return "yes " + std::to_string(line.yes) + ", no " + std::to_string(line.no) + (line.unknown ? ", unknown " + std::to_string(line.unknown) : "");
}

void write_source(Markup& html, const study::Coverage& coverage, const std::string& file, std::string_view text) {
  const std::map<int, Line> lines = lines_of(coverage, file);
  if (lines.empty()) return;
  html.raw("<h2>").text(file).raw("</h2>\n<table class=\"source\"><thead><tr><th>line</th><th>state</th><th>answers</th><th>source</th></tr></thead><tbody>\n");
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto at = lines.find(number);
    const bool known = at != lines.end();
    html.raw("<tr").attribute("class", known ? class_of(at->second.state) : "plain").attribute("id", file + ":" + std::to_string(number)).raw(">");
    html.number(std::to_string(number)).element("td", known ? sign(at->second.state) : "", "state").cell(known ? counts(at->second) : "").raw("<td class=\"code\">").text(text.substr(0, end));
    if (known)
      for (const std::string& one : at->second.not_met) html.raw("\n<span class=\"soft\">").text(one).raw("</span>");
    html.raw("</td></tr>\n");
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  html.raw("</tbody></table>\n");
}

void write_counts(Markup& html, std::string_view heading, const std::map<std::string, Count>& all) {
  html.raw("<h2>").text("By ").text(heading).raw("</h2>\n<table><thead><tr><th>").text(heading).raw("</th><th>met</th><th>evaluated false</th><th>never reached</th><th></th></tr></thead><tbody>\n");
  for (const auto& [name, c] : all) {
    const Reached worst = c.never > 0 ? Reached::never : c.only_false > 0 ? Reached::only_false : Reached::met;
    html.raw("<tr>").cell(name).number(std::to_string(c.met)).number(std::to_string(c.only_false)).number(std::to_string(c.never)).cell(worst == Reached::met ? "✓ all met" : sign(worst) + " in part").raw("</tr>\n");
  }
  html.raw("</tbody></table>\n");
}

void write_periods(Markup& html, const study::Coverage& coverage) {
  if (coverage.periods.empty()) return;
  html.raw("<h2>By parameter</h2>\n<table><thead><tr><th>parameter</th><th>from</th><th>in the cases</th><th>clause</th></tr></thead><tbody>\n");
  for (const auto& p : coverage.periods)
    html.raw("<tr>").cell(p.parameter).cell(p.from.empty() ? "always" : p.from).cell(p.state == Reached::met ? "✓ read" : p.state == Reached::only_false ? "✗ in force, and not read" : "– never in force").cell(p.clause).raw("</tr>\n");
  html.raw("</tbody></table>\n");
}

}  // namespace

std::string coverage_html(const policy::Pack& pack, const study::Coverage& coverage) {
  std::string out;
  Markup html(out);
  html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>").text("Coverage of " + pack.id + " " + pack.version);
  html.raw("</title><style>").raw(report::html_style).raw(style).raw("</style></head><body>\n<main>\n<h1>").text("Coverage of " + pack.id + " " + pack.version).raw("</h1>\n<p>");
  const Count& s = coverage.sentences;
  html.text(std::to_string(coverage.percent()) + "% covered. Conditions: " + std::to_string(s.met) + " of " + std::to_string(s.all()) + " met, " + std::to_string(s.only_false) + " evaluated false, " +
            std::to_string(s.never) + " never reached." + (coverage.functions.all() == 0 ? "" : " Lines of functions: " + std::to_string(coverage.functions.met) + " of " + std::to_string(coverage.functions.all()) + " run."));
  html.raw("</p>\n<p>A condition is met when a case made it hold; it is evaluated false when cases asked it and it never held. A line is as good as the least of its conditions.</p>\n");
  write_counts(html, "rule", coverage.by_rule());
  write_counts(html, "clause", coverage.by_clause());
  write_periods(html, coverage);
  for (const auto& [file, text] : coverage.files) write_source(html, coverage, file, text);
  html.raw("</main>\n</body></html>\n");
  return out;
}

}  // namespace remit::cli

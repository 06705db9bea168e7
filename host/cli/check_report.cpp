#include "cli/check_report.hpp"

#include <algorithm>
#include <map>

#include "base/problem_words.hpp"
#include "base/text.hpp"
#include "record/append.hpp"
#include "report/layout.hpp"
#include "report/markup.hpp"

namespace remit::cli {

using study::CheckedRule;
using study::Finding;
using study::Weight;

namespace {

std::string counted(std::size_t n, const std::string& one, const std::string& many) { return std::to_string(n) + " " + (n == 1 ? one : many); }

std::string painted(const report::Paint& paint, Weight weight) {
  const std::string said(word(weight));
  return weight == Weight::error ? paint.bad(said) : weight == Weight::warning ? paint.doubt(said) : paint.dim(said);
}

std::string holds(const policy::Pack& pack) {
  std::string out = "  " + counted(pack.criteria.size(), "criterion", "criteria") + ", " + counted(pack.conflicts.size() + pack.record_conflicts.size(), "conflict rule", "conflict rules") + ", " +
                    counted(pack.requirements.size(), "requirement", "requirements") + ", " +
                    (pack.classifications.empty() ? "" : counted(pack.classifications.size(), "classification", "classifications") + ", ") + counted(pack.decisions.size(), "decision type", "decision types") + ", " +
                    counted(pack.appeals.size(), "appeal rule", "appeal rules") + "\n  " + counted(pack.parameters.size(), "parameter", "parameters") + ", " +
                    counted(pack.no_provisions.size(), "silence", "silences") + ", " + counted(pack.entries.size(), "entry of standing data", "entries of standing data") + "\n";
  for (const auto& need : pack.plugins) out += (&need == &pack.plugins.front() ? "  plug-ins: " : ", ") + need.id + " " + need.version;
  return pack.plugins.empty() ? out : out + "\n";
}

// Functions by name, for a person may want to read those; of sentences only how many.
std::string known(const std::vector<CheckedRule>& rules) {
  std::size_t proved = 0, cases = 0;
  std::vector<std::string> probed, elsewhere;
  for (const auto& r : rules) {
    cases += r.cases;
    if (r.known == CheckedRule::Known::proved) ++proved;
    else if (r.known == CheckedRule::Known::probed) probed.push_back(r.word + " \"" + r.id + "\" (" + counted(r.cases, "case", "cases") + ")");
    else elsewhere.push_back(r.word + " \"" + r.id + "\"");
  }
  std::string out = "  " + counted(proved, "rule is", "rules are") + " proved from " + (proved == 1 ? "its sentence" : "their sentences") + ", " + counted(probed.size(), "is", "are") + " only probed";
  if (!probed.empty()) out += ": " + base::join_and(probed);
  out += "\n";
  if (!elsewhere.empty()) out += "  " + counted(elsewhere.size(), "asks a plug-in", "ask plug-ins") + ", and nothing is known of " + (elsewhere.size() == 1 ? "it" : "them") + " here: " + base::join_and(elsewhere) + "\n";
  return out + "  " + counted(cases, "made-up case", "made-up cases") + " put to the rules\n";
}

void append_number(std::string_view key, std::size_t n, std::string& out) {
  record::append_key(key, out);
  record::append_integer(static_cast<std::int64_t>(n), out);
}

void append_finding(const Finding& f, std::string& out) {
  record::append_comma(out);
  out += '{';
  record::append_member("code", f.problem.code, out);
  if (f.problem.column > 0) append_number("column", static_cast<std::size_t>(f.problem.column), out);
  record::append_stated("file", f.problem.file, out);
  if (f.problem.line > 0) append_number("line", static_cast<std::size_t>(f.problem.line), out);
  record::append_stated("message", f.problem.field.empty() ? f.problem.message : f.problem.field + ": " + f.problem.message, out);
  record::append_member("rule", f.problem.rule, out);
  record::append_member("source", f.problem.source, out);
  record::append_stated("weight", word(f.weight), out);
  out += '}';
}

void append_rule(const CheckedRule& r, std::string& out) {
  record::append_comma(out);
  out += '{';
  append_number("cases", r.cases, out);
  record::append_stated("clause", r.clause, out);
  record::append_stated("file", r.file, out);
  record::append_stated("id", r.id, out);
  record::append_stated("known", word(r.known), out);
  record::append_stated("layer", r.layer, out);
  append_number("line", static_cast<std::size_t>(r.line), out);
  record::append_stated("word", r.word, out);
  out += '}';
}

std::size_t count(const study::Checked& checked, Weight weight) {
  return static_cast<std::size_t>(std::ranges::count(checked.findings, weight, &Finding::weight));
}

}  // namespace

std::string check_text(const policy::Pack& pack, const study::Checked& checked, bool colour) {
  const report::Paint paint(colour);
  std::string out;
  for (const Finding& f : checked.findings) out += base::weighted(f.problem, painted(paint, f.weight)) + "\n";
  out += paint.bold(pack.id + " " + pack.version);
  for (const auto& layer : pack.layers)
    if (layer.id != pack.id) out += (layer.themes.empty() ? " on " + layer.id + " " : " with " + base::join_and(layer.themes) + " of " + layer.id + " ") + layer.version;
  out += "\n" + holds(pack) + known(checked.rules) + "  digest " + pack.digest + "\n";
  const std::size_t errors = count(checked, Weight::error), warnings = count(checked, Weight::warning);
  const std::string beside = warnings ? counted(warnings, "warning", "warnings") : "";
  if (errors) return out + paint.bad(counted(errors, "error", "errors")) + (beside.empty() ? "" : ", " + beside) + "\n";
  return out + paint.good("nothing is wrong with it") + (beside.empty() ? "" : "; " + beside) + "\n";
}

std::string check_json(const std::string& pack, const std::string& version, const std::string& digest, const study::Checked& checked) {
  std::string out = "{";
  record::append_member("digest", digest, out);
  append_number("errors", count(checked, Weight::error), out);
  record::append_key("findings", out);
  out += '[';
  for (const Finding& f : checked.findings) append_finding(f, out);
  out += ']';
  record::append_stated("format", "remit.check/1", out);
  record::append_stated("pack", pack, out);
  record::append_key("rules", out);
  out += '[';
  for (const CheckedRule& r : checked.rules) append_rule(r, out);
  out += ']';
  record::append_member("version", version, out);
  append_number("warnings", count(checked, Weight::warning), out);
  return out + "}\n";
}

std::string check_junit(const std::string& pack, const study::Checked& checked) {
  std::map<std::string, std::vector<const Finding*>> of_rule, of_file;   // a finding about no rule of the list stands under its file
  for (const Finding& f : checked.findings) {
    const bool known_rule = std::ranges::any_of(checked.rules, [&](const CheckedRule& r) { return r.id == f.problem.rule && r.file == f.problem.file; });
    (known_rule ? of_rule[f.problem.file + "\n" + f.problem.rule] : of_file[f.problem.file]).push_back(&f);
  }
  std::size_t tests = 0, failures = 0;
  std::string cases;
  report::Markup xml(cases);
  const auto add = [&](const std::string& file, int line, const std::string& name, const std::vector<const Finding*>& findings) {
    ++tests;
    xml.raw("    <testcase").attribute("classname", file.empty() ? pack : file).attribute("name", name).attribute("file", file);
    if (line > 0) xml.attribute("line", std::to_string(line));
    xml.raw(">");
    const auto first = std::ranges::find(findings, Weight::error, &Finding::weight);
    std::string errors, others;
    for (const Finding* f : findings) (f->weight == Weight::error ? errors : others) += base::weighted(f->problem, word(f->weight)) + "\n";
    if (first != findings.end()) {
      ++failures;
      xml.raw("<failure").attribute("message", (*first)->problem.message).attribute("type", (*first)->problem.code).raw(">").text(errors).raw("</failure>");
    }
    if (!others.empty()) xml.raw("<system-out>").text(others).raw("</system-out>");
    xml.raw("</testcase>\n");
  };
  for (const CheckedRule& r : checked.rules) add(r.file, r.line, r.word + " " + r.id + " (" + std::string(word(r.known)) + ")", of_rule[r.file + "\n" + r.id]);
  for (const auto& [file, findings] : of_file) add(file, 0, file.empty() ? "the pack" : file, findings);
  const std::string counts = " tests=\"" + std::to_string(tests) + "\" failures=\"" + std::to_string(failures) + "\" errors=\"0\" time=\"0\"";
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + counts + ">\n  <testsuite";
  report::Markup(out).attribute("name", pack).raw(counts).raw(">\n");
  return out + cases + "  </testsuite>\n</testsuites>\n";
}

}  // namespace remit::cli

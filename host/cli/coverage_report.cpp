#include "cli/coverage_report.hpp"

#include <algorithm>

#include "record/append.hpp"
#include "report/layout.hpp"

namespace remit::cli {

using study::Count;
using study::Reached;

namespace {

std::string place(const std::string& file, int line, int column) { return file + ":" + std::to_string(line) + (column > 0 ? ":" + std::to_string(column) : ""); }

std::string times(std::uint64_t n) { return n == 1 ? "once" : std::to_string(n) + " times"; }

void append_counts(const char* heading, const std::map<std::string, Count>& counts, std::string& out) {
  report::Table table({{heading, false, true}, {"met", true, false}, {"evaluated false", true, false}, {"never reached", true, false}});
  for (const auto& [name, c] : counts)
    if (c.met < c.all()) table.add({name, std::to_string(c.met), std::to_string(c.only_false), std::to_string(c.never)});
  if (table.size() == 0) return;
  table.fit(110);
  out += "\n" + table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
}

void append_periods(const study::Coverage& coverage, std::string& out) {
  report::Table table({{"parameter", false, false}, {"from", false, false}, {"in the cases", false, false}, {"clause", false, true}});
  for (const auto& p : coverage.periods)
    if (p.state != Reached::met)
      table.add({p.parameter, p.from.empty() ? "always" : p.from, p.state == Reached::only_false ? "in force, and not read" : "never in force", p.clause});
  if (table.size() == 0) return;
  table.fit(110);
  out += "\n" + table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
}

void append_number(std::string_view key, std::size_t n, std::string& out) {
  record::append_key(key, out);
  record::append_integer(static_cast<std::int64_t>(n), out);
}

void append_count_members(const Count& c, std::string& out) {
  append_number("evaluated_false", c.only_false, out);
  append_number("met", c.met, out);
  append_number("never_reached", c.never, out);
}

void append_counts_json(std::string_view key, const std::map<std::string, Count>& counts, std::string& out) {
  record::append_key(key, out);
  out += '{';
  for (const auto& [name, c] : counts) {
    record::append_comma(out);
    record::append_text(name, out);
    out += ":{";
    append_count_members(c, out);
    out += '}';
  }
  out += '}';
}

}  // namespace

std::string coverage_text(const policy::Pack& pack, const study::Coverage& coverage, bool colour) {
  const report::Paint paint(colour);
  std::string out = "\ncoverage of " + pack.id + " " + pack.version + "\n";
  for (const auto& c : coverage.conditions) {
    if (c.state() == Reached::met) continue;
    const bool never = c.state() == Reached::never;
    out += place(c.file, c.line, c.column) + ": " + (never ? paint.bad("never reached") : paint.doubt("evaluated false")) + ": " + c.words +
           (never ? "" : " was asked " + times(c.no + c.unknown) + " and never held") + " (rule `" + c.rule + "`, " + c.clause + ")\n";
  }
  for (const auto& l : coverage.lines)
    if (l.runs == 0) out += place(l.file, l.line, 0) + ": " + paint.bad("never reached") + ": this line of the function of `" + l.rule + "` never ran (" + l.clause + ")\n";
  append_counts("rule", coverage.by_rule(), out);
  append_counts("clause", coverage.by_clause(), out);
  append_periods(coverage, out);
  const Count& s = coverage.sentences;
  out += "\nconditions: " + std::to_string(s.met) + " of " + std::to_string(s.all()) + " met, " + std::to_string(s.only_false) + " evaluated false, " + std::to_string(s.never) + " never reached\n";
  if (coverage.functions.all() > 0) out += "lines of functions: " + std::to_string(coverage.functions.met) + " of " + std::to_string(coverage.functions.all()) + " run\n";
  return out + "covered: " + std::to_string(coverage.percent()) + "%\n";
}

std::string mutation_text(const std::vector<study::Mutant>& mutants, bool colour) {
  const report::Paint paint(colour);
  std::string out = "\n";
  std::size_t noticed = 0;
  for (const auto& m : mutants) {
    noticed += m.noticed;
    if (!m.noticed) out += place(m.file, m.line, m.column) + ": " + paint.doubt("not noticed") + ": " + m.change + " (" + m.rule + ", " + m.clause + ")\n";
  }
  return out + std::to_string(mutants.size()) + (mutants.size() == 1 ? " change: " : " changes, one at a time: ") + std::to_string(noticed) + " noticed, " +
         std::to_string(mutants.size() - noticed) + " not\n";
}

std::string coverage_json(const study::Coverage& coverage) {
  std::string out = ",";
  record::append_text("coverage", out);
  out += ":{";
  append_counts_json("clauses", coverage.by_clause(), out);
  record::append_key("conditions", out);
  out += '[';
  for (const auto& c : coverage.conditions) {
    record::append_comma(out);
    out += '{';
    append_number("column", static_cast<std::size_t>(c.column), out);
    record::append_stated("file", c.file, out);
    append_number("line", static_cast<std::size_t>(c.line), out);
    append_number("no", c.no, out);
    record::append_stated("rule", c.rule, out);
    record::append_stated("state", study::word(c.state()), out);
    append_number("unknown", c.unknown, out);
    append_number("yes", c.yes, out);
    out += '}';
  }
  out += ']';
  append_number("percent", coverage.percent(), out);
  append_counts_json("rules", coverage.by_rule(), out);
  return out + "}";
}

std::string mutation_json(const std::vector<study::Mutant>& mutants) {
  std::string out = ",";
  record::append_text("mutants", out);
  out += ":[";
  for (const auto& m : mutants) {
    record::append_comma(out);
    out += '{';
    record::append_stated("change", m.change, out);
    append_number("column", static_cast<std::size_t>(m.column), out);
    record::append_stated("file", m.file, out);
    append_number("line", static_cast<std::size_t>(m.line), out);
    record::append_flag("noticed", m.noticed, out);
    record::append_stated("noticed_by", m.by, out);
    record::append_stated("rule", m.rule, out);
    out += '}';
  }
  return out + "]";
}

}  // namespace remit::cli

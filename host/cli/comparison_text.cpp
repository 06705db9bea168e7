#include "base/money.hpp"
#include "base/text.hpp"
#include "cli/comparison_report.hpp"
#include "report/layout.hpp"
#include "report/words.hpp"

namespace remit::cli {

using base::money_for_people;
using report::counted;
using study::Change;
using study::FindingChange;
using study::Position;

namespace {

constexpr std::size_t width = 100;

std::string rank_words(std::uint32_t rank) { return rank == 0 ? "no rank" : "rank " + std::to_string(rank); }
std::string money_words(const Position& p) { return p.amount == 0 ? "no money" : money_for_people(p.amount); }

void append_totals(const study::Totals& t, const report::Paint& paint, std::string& out) {
  const auto of = [&](std::int64_t n, const char* what) { return std::to_string(n) + " " + what; };
  out += paint.bold(counted(static_cast<std::size_t>(t.flipped), "decision flipped", "decisions flipped") + " of " + std::to_string(t.applications)) + ", " +
         counted(static_cast<std::size_t>(t.ranks), "rank moved", "ranks moved") + ", " + counted(static_cast<std::size_t>(t.findings), "finding changed", "findings changed") + "\n";
  out += "money: " + money_for_people(t.pounds_before) + " before, " + money_for_people(t.pounds_after) + " now; " +
         (t.money == 0 ? "no amount moved" : of(t.money, t.money == 1 ? "amount moved" : "amounts moved") + ": " + money_for_people(t.gained) + " more and " + money_for_people(t.lost) + " less") + "\n";
  for (const auto& [flip, count] : t.flips)
    out += "  " + std::to_string(count) + " from " + std::string(report::decision_words(flip.first)) + " to " + std::string(report::decision_words(flip.second)) + "\n";
}

void append_change(const Change& c, const report::Paint& paint, std::string& out) {
  std::string line;
  const auto add = [&](const std::string& words) { line += (line.empty() ? "" : "; ") + words; };
  if (c.flipped()) add(std::string(report::decision_words(c.before.decision)) + " -> " + std::string(report::decision_words(c.after.decision)));
  if (c.moved_rank()) add(rank_words(c.before.rank) + " -> " + rank_words(c.after.rank));
  if (c.moved_money()) add(money_words(c.before) + " -> " + money_words(c.after));
  if (line.empty()) line = "decided as before";
  out += "  " + paint.bold(c.application) + "  " + report::fitted(c.name, 40) + ": " + (c.flipped() ? paint.bold(line) : line) + "\n";
  if (!c.cause.rule.empty()) {
    const std::string rule = c.cause.rule + (c.cause.clause.empty() ? "" : " [" + c.cause.clause + "]");
    if (!c.cause.through.empty()) {   // what the rule said stands there
      out += "      because of " + c.cause.through + ": " + rule + "\n";
    } else {
      report::append_wrapped("      because of ", rule + (c.cause.words.empty() ? "" : ": " + c.cause.words), width, out);
      for (const auto& value : c.cause.values) report::append_wrapped("        ", value, width, out);
    }
  }
  for (const auto& f : c.findings)
    if (f.rule != c.cause.rule || !c.cause.through.empty()) report::append_wrapped("      finding: ", finding_words(f), width, out);
}

void append_groups(const std::vector<study::Group>& groups, std::string& out) {
  if (groups.empty()) return;
  report::Table table({{.heading = "", .gives_way = true}, {.heading = "applications", .right = true}, {.heading = "funded before", .right = true}, {.heading = "funded now", .right = true},
                       {.heading = "money before", .right = true}, {.heading = "money now", .right = true}, {.heading = "flipped", .right = true}});
  for (const auto& g : groups) {
    table.add({group_words(g), std::to_string(g.applications), std::to_string(g.funded_before), std::to_string(g.funded_after), money_for_people(g.before),
               money_for_people(g.after), std::to_string(g.flipped)});
  }
  table.fit(width);
  out += "\nby applicant type and place\n" + table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
}

void append_round(const study::RoundComparison& round, bool alone, const report::Paint& paint, std::string& out) {
  out += "\n" + paint.bold("round " + round.id) + (round.title.empty() ? "" : "  " + report::fitted(round.title, 70)) + "\n";
  for (const auto& warning : round.warnings) report::append_wrapped("  warning: ", warning, width, out);
  if (!alone) append_totals(round.totals, paint, out);
  if (round.changes.empty() && round.findings.empty()) out += "nothing is decided otherwise\n";
  std::string stream;
  for (const Change& c : round.changes) {
    if (c.stream != stream) {
      out += "\nstream " + c.stream;
      for (const auto& s : round.streams)
        if (s.id == c.stream) out += ": " + money_for_people(s.before) + " of " + money_for_people(s.budget) + " before, " + money_for_people(s.after) + " now";
      out += "\n";
      stream = c.stream;
    }
    append_change(c, paint, out);
  }
  if (!round.findings.empty()) out += "\nbeside the applications\n";
  for (const auto& f : round.findings) report::append_wrapped("  " + f.of + (f.subject.empty() ? "" : " " + f.subject) + ": ", finding_words(f), width, out);
  append_groups(round.groups, out);
}

void append_expected(const study::Expectation& expected, const report::Paint& paint, std::string& out) {
  out += "\n" + expected.file + ": " + counted(expected.listed, "change is listed", "changes are listed") + ", " + counted(expected.changes, "change came", "changes came") + ": " +
         (expected.holds() ? paint.good("all as listed") : paint.bad(std::to_string(expected.others.size()) + " not listed, " + std::to_string(expected.missing.size()) + " did not come")) + "\n";
  const auto row = [](const study::ExpectedRow& r) { return r.round + ", " + r.application + ", " + r.what + ": " + r.before + " -> " + r.after; };
  for (const auto& r : expected.others) out += "  not listed: " + row(r) + "\n";
  for (const auto& r : expected.missing) out += "  " + expected.file + ":" + std::to_string(r.line) + ": did not come: " + row(r) + "\n";
}

}  // namespace

std::string group_words(const study::Group& group) {
  return (group.by == "applicant.type" ? "applicant type " : "place ") + (group.value.empty() ? "not answered" : group.value);
}

std::string finding_words(const FindingChange& f) {
  const auto said = [](std::string_view outcome) { return std::string(outcome.empty() ? "not asked" : report::outcome_words(outcome)); };
  const std::string rule = f.rule + (f.clause.empty() ? "" : " [" + f.clause + "]") + ": ";
  if (f.was == f.now) return rule + said(f.now) + " before and now; its effect: " + std::string(f.effect_was) + " before, " + std::string(f.effect_now) + " now";
  return rule + said(f.was) + " before, " + said(f.now) + " now";
}

std::string comparison_text(const study::Comparison& comparison, bool colour) {
  const report::Paint paint(colour);
  std::string out = comparison.before.id + " " + comparison.before.version + " -> " + comparison.after.id + " " + comparison.after.version + ", over " +
                    counted(comparison.rounds.size(), "round", "rounds") + "\n";
  if (!comparison.redacted.empty()) out += std::string(report::redacted_words(comparison.redacted)) + "\n";
  append_totals(study::sum_of(comparison.rounds), paint, out);
  if (comparison.expected) append_expected(*comparison.expected, paint, out);
  for (const auto& round : comparison.rounds) append_round(round, comparison.rounds.size() == 1, paint, out);
  return out;
}

}  // namespace remit::cli

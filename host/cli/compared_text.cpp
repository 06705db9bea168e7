// What every framework makes of a round, in words: the answers side by side, then clause by clause why they differ.
#include <algorithm>
#include <map>

#include "base/money.hpp"
#include "base/text.hpp"
#include "cli/compared.hpp"
#include "report/layout.hpp"

namespace remit::cli {

namespace {

constexpr std::size_t width = 100;

std::string at_clause(const std::string& rule, const std::string& clause) { return rule + (clause.empty() ? "" : ", " + clause); }
std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& one : words) out += (out.empty() ? "" : "; ") + one;
  return out;
}
std::string amount_of(const record::DecisionRecord& r) { return r.proposal.amount ? base::money_for_people(r.proposal.amount) : "-"; }
bool stands_out(const record::Finding& f) { return f.outcome != "pass" && f.outcome != "not_applicable"; }
std::string heading(const record::DecisionRecord& r) { return r.application + "  " + r.title + ", " + (r.applicant_name.empty() ? r.applicant : r.applicant_name) + "\n"; }

// The framework's own rules that do not pass, and its conflict rules that set somebody aside here: what makes it answer as it does.
std::vector<std::string> what_speaks(const record::DecisionRecord& r) {
  std::vector<std::string> out;
  const auto add = [&](const std::string& words) {
    if (std::ranges::find(out, words) == out.end()) out.push_back(words);
  };
  for (const auto* list : {&r.findings, &r.beside})
    for (const auto& f : *list)
      if (is_own(f.layer) && stands_out(f)) add(at_clause(f.rule, f.clause));
  for (const auto& c : r.conflicts)
    if (c.arises_in.empty()) add(at_clause(c.rule, c.clause));
  return out;
}

// Equal answers stand on one line; who answers so names the clauses that speak.
void answers(const Compared& compared, const record::DecisionRecord& shown, std::string& out) {
  out += heading(shown);
  std::vector<std::pair<std::string, std::vector<std::string>>> lines;
  for (const auto& u : compared.all) {
    const auto* r = u.of(shown.application);
    if (!r) continue;
    std::string first = "  " + r->proposal.decision;
    first.resize(std::max<std::size_t>(first.size() + 1, 24), ' ');
    const std::string amount = amount_of(*r);
    first += std::string(10 - std::min<std::size_t>(report::seen_width(amount), 10), ' ') + amount + "  ";
    auto line = std::ranges::find(lines, first, &decltype(lines)::value_type::first);
    if (line == lines.end()) line = lines.insert(lines.end(), {first, {}});
    const auto speaks = what_speaks(*r);
    line->second.push_back(u.area.pack->id + (speaks.empty() ? "" : " (" + listed(speaks) + ")"));
  }
  for (const auto& [first, who] : lines) report::append_wrapped(first, listed(who), width, out);
  out += "\n";
}

// One rule of a framework, and the applications in which it spoke.
struct Spoke {
  std::string said;                                      // force, effect, title
  std::map<std::string, std::vector<std::string>> of;    // outcome -> applications
};

void clause_by_clause(const Compared& compared, std::string& out) {
  out += "Clause by clause: the rules that speak, and of which applications\n";
  for (const auto& u : compared.all) {
    std::vector<std::pair<std::string, Spoke>> rules;
    const auto note = [&](const std::string& rule, const std::string& said, const std::string& outcome, const std::string& application) {
      auto found = std::ranges::find(rules, rule, &decltype(rules)::value_type::first);
      if (found == rules.end()) found = rules.insert(rules.end(), {rule, {said, {}}});
      auto& applications = found->second.of[outcome];
      if (applications.empty() || applications.back() != application) applications.push_back(application);
    };
    for (const auto* shown : compared.shown) {
      const auto* r = u.of(shown->application);
      if (!r) continue;
      for (const auto* list : {&r->findings, &r->beside})
        for (const auto& f : *list)
          if (is_own(f.layer) && stands_out(f)) note(at_clause(f.rule, f.clause), f.force + ", " + f.effect + "): " + f.title, base::spoken(f.outcome), r->application);
      for (const auto& c : r->conflicts)
        if (c.arises_in.empty()) note(at_clause(c.rule, c.clause), c.action + ", " + c.scope + ")", "sets somebody aside", r->application);
    }
    if (rules.empty()) continue;
    out += "  " + u.area.pack->id + "\n";
    for (const auto& [rule, spoke] : rules) {
      report::append_wrapped("    ", rule + " (" + spoke.said, width, out);
      for (const auto& [outcome, applications] : spoke.of)
        report::append_wrapped("      " + outcome + ": ", applications.size() > 1 && applications.size() == compared.shown.size() ? "all " + std::to_string(applications.size()) : base::join_and(applications), width, out);
    }
  }
  out += "\nWhat they say nothing of\n";
  for (const auto& u : compared.all) {
    if (!u.why_not.empty() || u.says_nothing.empty()) continue;
    out += "  " + u.area.pack->id + "\n";
    for (const auto& words : u.says_nothing) report::append_wrapped("    - ", words, width, out);
  }
}

void line(const std::string& name, const std::string& words, std::string& out) {
  std::string first = "    " + name;
  first.resize(std::max<std::size_t>(first.size() + 1, 19), ' ');
  report::append_wrapped(first, words, width, out);
}

void finding_line(const record::Finding& f, std::string& out) {
  line(base::spoken(f.outcome), at_clause(f.rule, f.clause) + " (" + f.force + ", " + f.effect + "): " + (f.message.empty() ? f.title : f.message), out);
}

std::vector<std::string> procedure_of(const record::DecisionRecord& r) {
  std::vector<std::string> out;
  for (const auto& f : r.findings)
    if (!is_own(f.layer)) out.push_back(f.rule + "\n" + f.outcome + "\n" + f.message);
  return out;
}

void under(const Under& u, const record::DecisionRecord& r, bool with_procedure, std::string& out) {
  out += "\n  " + u.area.pack->id + (u.pinned ? ", the round's own: " : ", what if: ") + r.proposal.decision + (r.proposal.amount ? ", " + base::money_for_people(r.proposal.amount) : "") + "\n";
  for (const auto& reason : r.proposal.reasons) line("because", reason.message + (reason.clause.empty() ? "" : " (" + reason.clause + ")"), out);
  for (const auto* list : {&r.findings, &r.beside})
    for (const auto& f : *list)
      if (is_own(f.layer) || with_procedure) finding_line(f, out);
  for (const auto& c : r.conflicts)
    if (c.arises_in.empty()) line("sets aside", at_clause(c.rule, c.clause) + " (" + c.scope + "): " + c.message, out);
  if (!r.panel_unfit.empty()) line("panel", r.panel_unfit, out);
  for (const auto& words : u.says_nothing) line("says nothing", words, out);
}

std::string counted(const std::vector<record::Finding>& findings) {
  std::vector<std::string> parts;
  for (const char* outcome : {"pass", "fail", "refer", "error", "not_applicable"}) {
    const auto n = std::ranges::count_if(findings, [&](const auto& f) { return is_own(f.layer) && f.outcome == outcome; });
    if (n) parts.push_back(std::to_string(n) + " " + base::spoken(outcome));
  }
  return parts.empty() ? "none" : base::join_and(parts, ", ");
}

void whole(const Compared& compared, const record::DecisionRecord& shown, std::string& out) {
  out += heading(shown);
  report::Table table({{"  under", false, false}, {"proposal", false, false}, {"amount", true, false}, {"eligibility", false, false}, {"its own criteria", false, true}, {"aside", true, false}});
  const std::vector<std::string> procedure = procedure_of(shown);
  bool same = true;
  for (const auto& u : compared.all) {
    const auto* r = u.of(shown.application);
    if (!r) continue;
    const auto aside = std::ranges::count_if(r->conflicts, [](const auto& c) { return c.arises_in.empty(); });
    table.add({"  " + u.area.pack->id, r->proposal.decision, amount_of(*r), r->eligibility.empty() ? "-" : r->eligibility, counted(r->findings), aside ? std::to_string(aside) : "-"});
    same = same && procedure_of(*r) == procedure;
  }
  table.fit(width);
  out += table.heading() + "\n";
  for (std::size_t i = 0; i < table.size(); ++i) out += table.row(i) + "\n";
  if (same) {
    out += "\n  Remit's own procedure, the same under each\n";
    for (const auto& f : shown.findings)
      if (!is_own(f.layer)) finding_line(f, out);
  }
  for (const auto& u : compared.all)
    if (const auto* r = u.of(shown.application)) under(u, *r, !same, out);
}

}  // namespace

std::string compared_as_text(const Compared& compared) {
  std::string out = compared.round + " under every framework that is found; nothing here is a decision\n";
  report::append_wrapped("", "A fact that only one framework knows is read by that one alone. A rule is named with the clause of its own framework, where it does not pass; where none is named, Remit's own procedure answers", width, out);
  out += "\n";
  for (const auto* shown : compared.shown) compared.one ? whole(compared, *shown, out) : answers(compared, *shown, out);
  if (!compared.one) clause_by_clause(compared, out);
  for (const auto& u : compared.all)
    if (!u.why_not.empty()) report::append_wrapped("  " + u.area.pack->id + " is left out: ", u.why_not, width, out);
  return out;
}

}  // namespace remit::cli

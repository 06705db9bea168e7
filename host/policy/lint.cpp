#include "policy/lint.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "policy/appeal_sections.hpp"
#include "policy/section_status.hpp"
#include "policy/sections.hpp"

namespace remit::policy {

namespace {

bool is_number(const base::Value& v) { return v.kind == base::Kind::count || v.kind == base::Kind::ratio || v.kind == base::Kind::money; }

// "4.5" is cited by "4.5", "4.5.3 b2" and "4.1, 4.5.3", not by "4.50" or "14.5".
bool cites(std::string_view clause, std::string_view section) {
  for (auto at = clause.find(section); at != std::string_view::npos; at = clause.find(section, at + 1)) {
    const char before = at == 0 ? ' ' : clause[at - 1], after = at + section.size() < clause.size() ? clause[at + section.size()] : ' ';
    const bool begins = before == ' ' || before == ',' || before == ';' || before == '(';
    if (begins && !(after >= '0' && after <= '9')) return true;
  }
  return false;
}

class Lint {
 public:
  explicit Lint(const Pack& pack) : pack_(pack), sections_(section_statuses(pack)) {
    for (const auto& silence : pack.no_provisions)
      if (silence.id == "numbers")
        for (const auto section : sections_of(silence.clause)) silent_.emplace_back(section);
  }

  base::Problems run() {
    for (const auto& p : pack_.parameters) parameter(p);
    for (const auto& m : pack_.scoring.measures) number(m.clause, "measure \"" + m.id + "\"", pack_.place, 0, m.id);
    for (const auto& r : pack_.criteria) adopted("criterion", r);
    for (const auto& r : pack_.requirements) adopted("requirement", r);
    rules("criterion", pack_.criteria);
    rules("conflict", pack_.conflicts);
    rules("conflict", pack_.record_conflicts);
    rules("requirement", pack_.requirements);
    rules("decision", pack_.decisions);
    rules("appeal", pack_.appeals);
    for (const auto& r : pack_.requirements) read("requirement", r, r.of);
    for (const auto& r : pack_.classifications) {
      read("classification", r, r.of);
      procedure(r, "classification \"" + r.id + "\"");
      for (const auto& c : r.cases)
        if (c.when) numbers(*c.when, r, c.clause, "case " + c.code + " of classification \"" + r.id + "\"");
    }
    for (const auto& r : pack_.record_conflicts) read("conflict", r, r.of);
    std::ranges::stable_sort(problems_, {}, [](const auto& p) { return std::pair(p.file, p.line); });
    return std::move(problems_);
  }

 private:
  void say(const std::string& code, const std::string& file, int line, const std::string& message, const std::string& rule = {}) {
    problems_.push_back({code, file, line, 0, {}, message, {}, rule});
  }

  // Where the source states no number, one that cites it is not in the source. A "reading" of a clause says that it is none.
  void number(const std::string& clause, const std::string& what, const std::string& file, int line, const std::string& rule) {
    if (clause.contains("our reading")) return;
    for (const auto& section : silent_)
      if (cites(clause, section))
        return say("NOT_IN_SOURCE", file, line, what + " cites " + clause + " for a number, and the source states none there; cite the paper or the decision it comes from", rule);
  }

  void parameter(const Parameter& p) {
    for (const auto& period : p.periods)
      if (is_number(period.value)) number(period.clause, "parameter \"" + p.id + "\"", p.file, p.line, {});
    if (p.periods.empty() && p.so.empty()) say("SILENT", p.file, p.line, "parameter \"" + p.id + "\" has no value and does not say what that leads to: add `so = \"...\"`");
    for (std::size_t i = 1; i < p.periods.size(); ++i)
      if (p.periods[i].from <= p.periods[i - 1].from) {
        say("PERIODS", p.file, p.line, "parameter \"" + p.id + "\" has two values from one day on");
        break;
      }
  }

  template <class Rules>
  void rules(const std::string& word, const Rules& all) {
    for (const auto& r : all) {
      const std::string what = word + " \"" + r.id + "\"";
      procedure(r, what);
      streams(r, what);
      rows(r, what);
      if (!r.test) continue;
      const Prospect seen = r.test->prospect();
      numbers(*r.test, r, r.clause, what);
      if (seen.never_applies) say("NEVER_APPLIES", r.file, r.line, what + " never applies: its `applies_when` cannot hold, whatever is answered", r.id);
      if (!seen.always) continue;
      const bool holds = *seen.always == Outcome::pass;
      if (word == "conflict") say("ALWAYS", r.file, r.line, what + (holds ? " can never arise" : " always arises") + ", whatever is answered", r.id);
      else if (word != "decision") say("ALWAYS", r.file, r.line, what + (holds ? " can never fail" : " can never hold") + ", whatever is answered", r.id);
    }
  }

  // What a section only suggests blocks nobody until somebody has decided so, and the rule says who.
  void adopted(const std::string& word, const Rule& r) {
    if (r.effect != Effect::blocks || !r.effect_reason.empty()) return;
    const auto* of = section_of(sections_, r.clause);
    if (of != nullptr && of->status == "proposed")
      say("ONLY_PROPOSED", r.file, r.line, word + " \"" + r.id + "\" blocks by " + r.clause + ", and section " + of->section + " of the source is only proposed: say who decided it in `effect_reason`, or let it warn", r.id);
  }

  // One and nought are words of the language more than numbers of a source.
  void numbers(const Test& test, const Rule& r, const std::string& clause, const std::string& what) {
    if (r.reading.empty() && std::ranges::any_of(test.prospect().numbers, [](const auto& v) { return v.kind == base::Kind::ratio || v.integer < 0 || v.integer > 1; }))
      number(clause, what, r.file, r.line, r.id);
  }

  // A rule of records that no file of a round can hold is never asked.
  void read(const std::string& word, const Rule& r, std::uint16_t of) {
    for (const std::uint16_t known : {root::round, root::stream, root::application, root::panel, root::member})
      if (of == known) return;
    const auto& root = pack_.roots[of];
    if (root.type && root.type->plural.empty())
      say("NOT_READ", r.file, r.line, word + " \"" + r.id + "\" is of " + root.name + ", and no file of a round holds those: give `record \"" + root.name + "\"` a `key`", r.id);
  }

  // What the core says is Remit's own procedure, and what an area says is the area's: neither passes for the other.
  void procedure(const Rule& r, const std::string& what) {
    const bool remit = r.clause.starts_with("Remit procedure");
    if (r.layer == "core" && !remit) say("NOT_THE_PROCEDURE", r.file, r.line, what + " is a rule of the core and cites " + r.clause + ", as if a document said so; its clause is a step of \"Remit procedure\"", r.id);
    if (r.layer != "core" && !r.layer.empty() && remit) say("NOT_THE_PROCEDURE", r.file, r.line, what + " cites the procedure of Remit for a rule of " + r.layer + "; cite the document or the decision it comes from", r.id);
  }

  void streams(const Rule& r, const std::string& what) {
    std::set<std::string> seen;
    for (const auto& stream : r.streams)
      if (!seen.insert(stream).second) return say("DUPLICATE_STREAM", r.file, r.line, what + " names the stream \"" + stream + "\" twice", r.id);
  }
  void rows(const Rule& r, const std::string& what) {
    std::set<std::string> seen;
    for (const auto& row : r.rows)
      if (!seen.insert(row).second) return say("DUPLICATE_ROW", r.file, r.line, what + " carries the row \"" + row + "\" twice", r.id);
  }

  const Pack& pack_;
  std::vector<SectionStatus> sections_;
  std::vector<std::string> silent_;   // sections in which the source states no number
  base::Problems problems_;
};

// What the procedure itself looks up by name.
constexpr std::array<std::string_view, 6> known_to_the_procedure = {"minimum_total", "tie_break", "minimum_agencies", "appeal_window", "second_appeal", "pooled_tracing"};

}  // namespace

base::Problems lint(const Pack& pack) { return Lint(pack).run(); }

base::Problems notes(const Pack& pack) {
  base::Problems found;
  for (const auto& p : pack.parameters) {
    const bool plain = p.field.type == base::Type::text || p.periods.empty();   // a reading in words, or a silence
    const bool of_appeals = !pack.appeals.empty() && is_of_appeals(pack, p.clause);   // every record of an appeal states it
    if (p.used || plain || of_appeals || std::ranges::find(known_to_the_procedure, p.id) != known_to_the_procedure.end()) continue;
    found.push_back({"UNUSED", p.file, p.line, 0, {}, "no rule reads parameter \"" + p.id + "\"", {}, {}});
  }
  return found;
}

}  // namespace remit::policy

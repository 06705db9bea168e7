#include "report/assessment.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "base/text.hpp"
#include "report/layout.hpp"
#include "report/silences.hpp"
#include "report/words.hpp"

namespace remit::report {

using record::AssessedClass;
using record::AssessedConflict;
using record::AssessmentRecord;
using record::Finding;

namespace {

std::string with_clause(std::string_view text, std::string_view clause) {
  return clause.empty() ? std::string(text) : std::string(text) + " [" + std::string(clause) + "]";
}
std::string named(const AssessmentRecord& r) { return r.id + (r.title.empty() ? "" : ": " + r.title); }
bool passes(std::string_view outcome) { return outcome == "pass" || outcome == "not_applicable"; }

Asked asked_of(const AssessmentRecord& r) {
  Asked asked;
  for (const auto& f : r.findings) asked.add(f);
  for (const auto& c : r.conflicts) asked.add(c.finding);
  for (const auto& c : r.classifications) asked.add(c);
  return asked;
}

enum class Standing { passes, fails, looked_at };
Standing standing(const AssessmentRecord& r) {
  Standing found = Standing::passes;
  const auto see = [&](std::string_view outcome) {
    if (outcome == "fail") found = Standing::fails;
    else if (!passes(outcome) && found == Standing::passes) found = Standing::looked_at;
  };
  for (const auto& f : r.findings) see(f.outcome);
  for (const auto& c : r.conflicts) see(c.finding.outcome);
  for (const auto& c : r.classifications) see(c.outcome);
  return found;
}

class Page {
 public:
  Page(const TextStyle& style, std::string& out) : width_(style.width), paint_(style.colour), out_(out) {}

  void heading(std::string_view round, const AssessmentRecord* any, std::size_t records) {
    line(paint_.bold("Assessment of " + std::string(round)));
    if (any == nullptr) return line("the round holds nothing that a rule of its pack is asked of");
    append_wrapped("", "as of " + date_words(any->as_of) + ", by the pack " + any->pack.id + " " + any->pack.version + "; " + counted(records, "record", "records"), width_, out_);
    if (any->what_if) line(paint_.doubt("WHAT IF: another pack than this round was opened with. This decides nothing."));
  }

  void type(std::span<const AssessmentRecord> records) {
    std::array<std::size_t, 3> counts{};
    std::map<std::string, std::map<std::string, std::size_t>> codes;   // by classification
    for (const auto& r : records) {
      ++counts[static_cast<std::size_t>(standing(r))];
      for (const auto& c : r.classifications) ++codes[c.rule][c.outcome == "pass" ? c.code : c.outcome == "not_applicable" ? "does not apply" : "no class"];
    }
    line();
    std::string said = base::spoken(records.front().type) + ": " + std::to_string(records.size()) + " assessed, " + counted(counts[0], "passes", "pass") + ", " +
                       counted(counts[1], "fails", "fail");
    if (counts[2] > 0) said += ", " + std::to_string(counts[2]) + " for a person to look at";
    line(paint_.bold(said));
    for (const auto& [rule, by_code] : codes) {
      std::vector<std::string> parts;
      for (const auto& [code, n] : by_code) parts.push_back(code + ": " + std::to_string(n));
      append_wrapped("  ", rule + ": " + base::join_and(parts), width_, out_);
    }
    for (const auto& r : records) one(r);
  }

  void closing(const AssessmentRecord& any, const Asked* about) {
    silences(any, about);
    line();
    append_wrapped("", "Remit " + any.engine + " shows what the rules find; a named human decides what follows.", width_, out_);
    append_wrapped(paint_.dim("pack  "), any.pack.digest, width_, out_);
    append_wrapped(paint_.dim("input "), any.input, width_, out_);
  }

  /// What was said of one record, in full.
  bool explain(const AssessmentRecord& r, std::string_view rule) {
    const auto wanted = [&](std::string_view name) { return rule.empty() || rule == name; };
    std::string body;
    std::swap(body, out_);   // out_ collects the body until it is known that there is one
    for (const auto& c : r.classifications)
      if (wanted(c.rule)) whole(c);
    for (const auto& f : r.findings)
      if (wanted(f.rule)) whole(f, "");
    for (const auto& c : r.conflicts)
      if (wanted(c.finding.rule)) whole(c.finding, conflict_words(c));
    std::swap(body, out_);
    if (body.empty() && !rule.empty()) return false;
    append_wrapped("", base::spoken(r.type) + " " + named(r), width_, out_);
    append_wrapped("", "round " + r.round + " as of " + date_words(r.as_of) + ", by the pack " + r.pack.id + " " + r.pack.version, width_, out_);
    line();
    out_ += body.empty() ? "  no rule was asked\n" : body;
    const Asked about = asked_of(r);
    if (rule.empty()) silences(r, &about);
    return true;
  }

 private:
  void line(std::string_view text = {}) { (out_ += text) += '\n'; }
  void under(std::string_view label, std::string_view text) {
    if (!text.empty()) append_wrapped("      ", std::string(label) + std::string(text), width_, out_);
  }
  std::string outcome(std::string_view word) const {
    const std::string_view said = outcome_words(word);
    if (word == "pass") return paint_.good(said);
    return word == "fail" ? paint_.bad(said) : word == "refer" || word == "error" ? paint_.doubt(said) : std::string(said);
  }

  void one(const AssessmentRecord& r) {
    std::string codes;
    for (const auto& c : r.classifications)
      if (c.outcome == "pass") codes += ", " + c.code + (c.clause.empty() ? "" : " [" + c.clause + "]");
    const Standing stands = standing(r);
    append_wrapped("  ", named(r) + (codes.empty() ? "" : " -> " + codes.substr(2)) + (stands == Standing::passes ? " (" + paint_.good("passes") + ")" : ""), width_, out_);
    for (const auto& c : r.classifications)
      if (!passes(c.outcome)) append_wrapped("    " + outcome(c.outcome) + ": ", with_clause(c.message.empty() ? c.cause : c.message, c.clause), width_, out_);
    for (const auto& f : r.findings) brief(f, {});
    for (const auto& c : r.conflicts) brief(c.finding, conflict_words(c));
  }
  void brief(const Finding& f, const std::string& follows) {
    if (passes(f.outcome)) return;
    const std::string& said = f.message.empty() ? f.title : f.message;
    append_wrapped("    " + outcome(f.outcome) + ": ", with_clause(said, f.clause) + (f.force == "must" ? "" : ", " + f.force) + (f.cause.empty() ? "" : ": " + f.cause), width_, out_);
    if (!follows.empty()) under("", follows);
  }
  static std::string conflict_words(const AssessedConflict& c) {
    if (c.finding.outcome != "fail") return {};
    return (c.member.empty() ? std::string("the member") : c.member) + (c.action == "exclude" ? " is excluded" : " is recused");
  }

  void whole(const Finding& f, const std::string& follows) {
    append_wrapped("  " + outcome(f.outcome) + ": ", with_clause(f.title.empty() ? f.rule : f.title, f.clause), width_, out_);
    under("", "rule " + f.rule + " of " + f.layer + ", " + f.force);
    for (const auto& change : f.changed_by) under("", change_words(change));
    under("read as: ", f.reading);
    under("found: ", f.message);
    under("so ", follows);
    under("cause: ", f.cause);
    for (const auto& s : f.shortfalls) under("would have passed: ", shortfall_words(s.field, s.needed, s.had));
    for (const auto& fact : f.read) under("looked at ", fact.field + ": " + value_words(fact.value));
  }
  void whole(const AssessedClass& c) {
    const std::string said = c.outcome == "pass" ? "class " + c.code : std::string(outcome_words(c.outcome));
    append_wrapped("  " + (c.outcome == "pass" ? paint_.good(said) : outcome(c.outcome)) + ": ", with_clause(c.title.empty() ? c.rule : c.title, c.clause), width_, out_);
    under("", "rule " + c.rule + " of " + c.layer + (c.gives.empty() ? "" : ", gives " + c.gives));
    under("read as: ", c.reading);
    under("found: ", c.message);
    under("cause: ", c.cause);
    for (const auto& fact : c.read) under("looked at ", fact.field + ": " + value_words(fact.value));
  }
  /// All of them, or those that touch what was asked about.
  void silences(const AssessmentRecord& r, const Asked* about) {
    if (r.silences.empty()) return;
    line();
    line(paint_.bold("Where the framework is silent"));
    std::vector<const record::Silence*> told;
    if (about) told = silences_about(r.silences, *about);
    else for (const auto& s : r.silences) told.push_back(&s);
    for (const auto* s : told) append_wrapped("  - ", with_clause(s->title + (s->so.empty() ? "" : "; so " + s->so), s->clause), width_, out_);
    if (const std::string others = other_silences(r.silences.size(), told.size(), r.pack.id); !others.empty()) append_wrapped("  ", others, width_, out_);
  }

  std::size_t width_;
  Paint paint_;
  std::string& out_;
};

}  // namespace

void write_assessments(std::string_view round, const std::vector<AssessmentRecord>& records, bool of_one_type, const TextStyle& style, std::string& out) {
  Page page(style, out);
  page.heading(round, records.empty() ? nullptr : &records.front(), records.size());
  for (std::size_t first = 0; first < records.size();) {
    std::size_t last = first;
    while (last < records.size() && records[last].type == records[first].type) ++last;
    page.type(std::span(records).subspan(first, last - first));
    first = last;
  }
  if (records.empty()) return;
  Asked about;
  for (const auto& r : records) about.add(asked_of(r));
  page.closing(records.front(), of_one_type ? &about : nullptr);
}

bool write_assessment_explained(const AssessmentRecord& record, std::string_view rule, const TextStyle& style, std::string& out) {
  return Page(style, out).explain(record, rule);
}

}  // namespace remit::report

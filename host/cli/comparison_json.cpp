// A comparison for programs: "format":"remit.comparison/1", canonical. Money as "60000.00", totals exact, null where there is nothing.
#include "base/money.hpp"
#include "cli/comparison_report.hpp"
#include "cli/json_lists.hpp"

namespace remit::cli {

namespace {

using record::append_key;
using record::append_stated;

void append_money(std::string_view key, std::int64_t pence, std::string& out) { append_stated(key, base::money_text(pence), out); }
void append_count(std::string_view key, std::int64_t n, std::string& out) {
  append_key(key, out);
  record::append_integer(n, out);
}

void append_position(std::string_view key, const study::Position& p, std::string& out) {
  append_key(key, out);
  out += '{';
  append_money("amount", p.amount, out);
  append_stated("decision", p.decision, out);
  append_key("rank", out);
  if (p.rank == 0) out += "null";
  else record::append_integer(p.rank, out);
  record::append_member("total", p.total, out);
  append_stated("why", p.why, out);
  out += '}';
}

void append_finding(const study::FindingChange& f, std::string& out) {
  out += '{';
  append_stated("clause", f.clause, out);
  record::append_member("effect_after", f.effect_now, out);
  record::append_member("effect_before", f.effect_was, out);
  record::append_member("of", f.of, out);
  record::append_member("outcome_after", f.now, out);
  record::append_member("outcome_before", f.was, out);
  append_stated("rule", f.rule, out);
  record::append_member("subject", f.subject, out);
  record::append_member("title", f.title, out);
  out += '}';
}

void append_cause(const study::Cause& cause, std::string& out) {
  append_key("cause", out);
  if (cause.rule.empty()) {
    out += "null";
    return;
  }
  out += '{';
  append_stated("clause", cause.clause, out);
  append_stated("rule", cause.rule, out);
  record::append_member("through", cause.through, out);
  append_list("values", cause.values, out, [&](const std::string& value) { record::append_text(value, out); });
  record::append_member("words", cause.words, out);
  out += '}';
}

void append_change(const study::Change& c, std::string& out) {
  out += '{';
  append_position("after", c.after, out);
  append_stated("applicant", c.applicant, out);
  append_stated("application", c.application, out);
  append_position("before", c.before, out);
  append_cause(c.cause, out);
  append_list("findings", c.findings, out, [&](const auto& f) { append_finding(f, out); });
  append_stated("name", c.name, out);
  append_stated("stream", c.stream, out);
  append_stated("title", c.title, out);
  out += '}';
}

void append_totals(const study::Totals& t, std::string& out) {
  append_key("totals", out);
  out += '{';
  append_count("amounts_moved", t.money, out);
  append_count("applications", t.applications, out);
  append_count("findings_changed", t.findings, out);
  append_count("flipped", t.flipped, out);
  append_list("flips", t.flips, out, [&](const auto& flip) {
    out += '{';
    append_stated("after", flip.first.second, out);
    append_count("applications", flip.second, out);
    append_stated("before", flip.first.first, out);
    out += '}';
  });
  append_money("gained", t.gained, out);
  append_money("lost", t.lost, out);
  append_money("proposed_after", t.pounds_after, out);
  append_money("proposed_before", t.pounds_before, out);
  append_count("ranks_moved", t.ranks, out);
  out += '}';
}

void append_group(const study::Group& g, std::string& out) {
  out += '{';
  append_money("amount_after", g.after, out);
  append_money("amount_before", g.before, out);
  const bool by_type = g.by == "applicant.type";
  if (by_type) append_stated("applicant_type", g.value, out);
  append_count("applications", g.applications, out);
  append_stated("by", g.by, out);
  append_count("flipped", g.flipped, out);
  append_count("funded_after", g.funded_after, out);
  append_count("funded_before", g.funded_before, out);
  if (!by_type) append_stated("place", g.value, out);
  append_money("requested", g.requested, out);
  out += '}';
}

void append_stream(const study::StreamMoney& s, std::string& out) {
  out += '{';
  append_money("budget", s.budget, out);
  append_stated("id", s.id, out);
  append_money("proposed_after", s.after, out);
  append_money("proposed_before", s.before, out);
  append_stated("title", s.title, out);
  out += '}';
}

void append_pack(std::string_view key, const study::PackName& pack, std::string& out) {
  append_key(key, out);
  out += '{';
  append_stated("digest", pack.digest, out);
  append_stated("id", pack.id, out);
  append_stated("version", pack.version, out);
  out += '}';
}

void append_expected_row(const study::ExpectedRow& row, std::string& out) {
  out += '{';
  append_stated("after", row.after, out);
  append_stated("application", row.application, out);
  append_stated("before", row.before, out);
  if (row.line > 0) append_count("line", row.line, out);
  append_stated("round", row.round, out);
  append_stated("what", row.what, out);
  out += '}';
}

void append_expected(const study::Expectation& expected, std::string& out) {
  append_key("expected", out);
  out += '{';
  append_count("changes", static_cast<std::int64_t>(expected.changes), out);
  append_list("did_not_come", expected.missing, out, [&](const auto& row) { append_expected_row(row, out); });
  append_count("listed", static_cast<std::int64_t>(expected.listed), out);
  append_list("not_listed", expected.others, out, [&](const auto& row) { append_expected_row(row, out); });
  out += '}';
}

void append_round(const study::RoundComparison& r, std::string& out) {
  out += '{';
  append_list("changes", r.changes, out, [&](const auto& c) { append_change(c, out); });
  append_list("findings", r.findings, out, [&](const auto& f) { append_finding(f, out); });
  append_list("groups", r.groups, out, [&](const auto& g) { append_group(g, out); });
  append_stated("id", r.id, out);
  append_list("streams", r.streams, out, [&](const auto& s) { append_stream(s, out); });
  append_stated("title", r.title, out);
  append_totals(r.totals, out);
  append_list("warnings", r.warnings, out, [&](const std::string& warning) { record::append_text(warning, out); });
  out += '}';
}

}  // namespace

std::string comparison_json(const study::Comparison& comparison) {
  std::string out = "{";
  append_pack("after", comparison.after, out);
  append_pack("before", comparison.before, out);
  if (comparison.expected) append_expected(*comparison.expected, out);
  append_stated("format", "remit.comparison/1", out);
  record::append_member("redacted", comparison.redacted, out);
  append_list("rounds", comparison.rounds, out, [&](const auto& round) { append_round(round, out); });
  append_totals(study::sum_of(comparison.rounds), out);
  return out + "}\n";
}

}  // namespace remit::cli

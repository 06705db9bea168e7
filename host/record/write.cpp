#include "record/write.hpp"

#include <algorithm>
#include <span>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/money.hpp"
#include "record/append.hpp"
#include "record/findings.hpp"
#include "record/plugin_answers.hpp"
#include "record/proposal.hpp"
#include "record/scores.hpp"
#include "record/words.hpp"

namespace remit::record {

namespace field = intake::application_field;

struct RecordWriter::State {
  explicit State(const RoundConstants& all) : c(all), findings(all), scores(all), plugins(all) {}

  void before_digest(std::uint32_t i, std::string& out);
  void after_digest(std::uint32_t i, std::string& out);
  void write_applicant(std::uint32_t i, std::string& out) const;
  void write_conflicts(std::uint32_t i, std::string& out);
  void write_conflict(const engine::Recusal& recusal, std::uint32_t i, std::string& out) const;
  void write_panel(std::uint32_t i, std::string& out) const;
  void write_request(std::uint32_t i, std::string& out) const;
  void write_ties(std::uint32_t i, std::string& out) const;

  const RoundConstants& c;
  FindingWriter findings;
  ScoreWriter scores;
  PluginAnswerWriter plugins;
  std::string tail;   // what comes after the digest
};

RecordWriter::RecordWriter(const RoundConstants& constants) : state_(std::make_unique<State>(constants)) {}
RecordWriter::~RecordWriter() = default;
RecordWriter::RecordWriter(RecordWriter&&) noexcept = default;

void RecordWriter::write(std::uint32_t application, std::string& out) {
  State& s = *state_;
  s.findings.turn_to(application);
  const std::size_t start = out.size();
  s.before_digest(application, out);
  s.tail.clear();
  s.after_digest(application, s.tail);
  base::Digest digest;
  digest.update(std::string_view(out).substr(start));
  digest.update(s.tail);
  out += R"(,"digest":")";
  out += digest.finish();
  out += '"';
  out += s.tail;
}

/// The keys that sort before `digest`.
void RecordWriter::State::before_digest(std::uint32_t i, std::string& out) {
  out += R"({"applicant":)";
  write_applicant(i, out);
  out += R"(,"application":)";
  append_text(c.application(i, field::id).str(), out);
  out += c.as_of_to_conflicts;
  write_conflicts(i, out);
  out += ']';
}

/// The keys that sort after it.
void RecordWriter::State::after_digest(std::uint32_t i, std::string& out) {
  out += R"(,"eligibility":)";
  findings.write(i, out);
  out += c.engine;
  findings.write_beside(i, out);
  out += c.format_to_taking_part;
  write_panel(i, out);
  out += c.parameters_to_plugins[c.round().stream_of[i]];
  if (!c.plugins.empty()) plugins.write(i, out);
  out += c.plugins_to_amount;
  write_proposal(c, findings, i, out);
  out += R"(,"rank":)";
  const std::uint32_t rank = c.decided->allocation.of[i].rank;
  if (rank == 0) out += "null";
  else append_integer(rank, out);
  out += R"(,"request":)";
  write_request(i, out);
  out += c.round_to_scores;
  scores.write(i, out);
  out += c.streams[c.round().stream_of[i]].silences_to_ties;
  write_ties(i, out);
  out += ']';
  append_member("title", c.application(i, field::title).str(), out);
  out += c.what_if_to_missed;
  findings.write_missed(i, out);
  scores.write_missed(i, out);
  write_missed_money(c, i, out);
  out += "]}";
}

void RecordWriter::State::write_applicant(std::uint32_t i, std::string& out) const {
  namespace of = intake::organisation_field;
  const base::Value* row = c.round().organisations.rows[c.round().applicant_of[i]];
  out += '{';
  append_stated("id", row[of::id].str(), out);
  append_member("name", row[of::name].str(), out);
  append_member("type", row[of::type].str(), out);
  out += '}';
}

/// Those that arise here, then those that arise elsewhere and reach here, of members not yet named.
void RecordWriter::State::write_conflicts(std::uint32_t i, std::string& out) {
  const auto& conflicts = c.decided->conflicts;
  const std::uint32_t first = conflicts.recusals_of[i], last = conflicts.recusals_of[i + 1];
  for (std::uint32_t r = first; r < last; ++r) write_conflict(conflicts.recusals[r], i, out);
  for (const std::uint32_t r : c.streams[c.round().stream_of[i]].recusals) {
    const auto& recusal = conflicts.recusals[r];
    const auto here = std::span(conflicts.recusals).subspan(first, last - first);
    if (std::ranges::none_of(here, [&](const auto& h) { return h.member == recusal.member; })) write_conflict(recusal, i, out);
  }
}

void RecordWriter::State::write_conflict(const engine::Recusal& recusal, std::uint32_t i, std::string& out) const {
  const policy::Conflict& rule = c.policy().conflicts[recusal.conflict];
  const auto& conflicts = c.decided->conflicts;
  const std::uint32_t from = recusal.application;
  const auto ties = std::span(conflicts.ties).subspan(conflicts.ties_of[from], conflicts.ties_of[from + 1] - conflicts.ties_of[from]);
  auto tie = std::ranges::find_if(ties, [&](const auto& t) { return t.member == recusal.member && t.declared == recusal.declared; });
  append_comma(out);
  out += '{';
  append_stated("action", policy::word(rule.action), out);
  if (from != i) append_stated("arises_in", c.application(from, field::id).str(), out);
  append_member("clause", rule.clause, out);
  append_stated("detected_by", recusal.declared ? "declaration" : "engine", out);
  append_stated("member", member_id(c.round(), recusal.member), out);
  append_stated("message", recusal.message, out);
  if (tie != ties.end()) {
    append_stated("nature", tie->nature, out);
    append_stated("organisation", tie->organisation.str(), out);
  }
  append_member("plugin", plugin_name(c.policy(), rule.use), out);
  append_stated("rule", rule.id, out);
  append_stated("scope", policy::word(recusal.scope), out);
  out += '}';
}

void RecordWriter::State::write_panel(std::uint32_t i, std::string& out) const {
  const auto& conflicts = c.decided->conflicts;
  for (std::uint16_t m = 0; m < c.round().members.size(); ++m) {
    if (!conflicts.takes_part(m, i)) continue;
    append_comma(out);
    append_text(member_id(c.round(), m), out);
  }
  out += ']';
  if (i < conflicts.panel_unfit.size()) append_member("unfit", conflicts.panel_unfit[i], out);
  out += '}';
}

void RecordWriter::State::write_request(std::uint32_t i, std::string& out) const {
  namespace of = intake::element_field;
  out += R"({"amount":)";
  append_value(c.application(i, field::amount_requested), out);
  out += R"(,"elements":[)";
  for (const auto& element : c.application(i, field::elements).list()) {
    const auto fields = element.list();
    out += out.back() == '[' ? R"({"cost":)" : R"(,{"cost":)";
    append_value(fields[of::cost], out);
    append_stated("id", fields[of::id].str(), out);
    append_member("title", fields[of::title].str(), out);
    out += '}';
  }
  out += R"(],"submitted_at":)";
  append_value(c.application(i, field::submitted_at), out);
  out += '}';
}

void RecordWriter::State::write_ties(std::uint32_t i, std::string& out) const {
  const auto& conflicts = c.decided->conflicts;
  for (std::uint32_t t = conflicts.ties_of[i]; t < conflicts.ties_of[i + 1]; ++t) {
    const engine::Tie& tie = conflicts.ties[t];
    append_comma(out);
    out += tie.declared ? R"({"detected_by":"declaration","member":)" : R"({"detected_by":"engine","member":)";
    append_text(member_id(c.round(), tie.member), out);
    append_stated("nature", tie.nature, out);
    append_stated("organisation", tie.organisation.str(), out);
    out += '}';
  }
}

void RecordWriter::write_brief(std::uint32_t application, std::string& out) {
  const RoundConstants& c = state_->c;
  const auto& eligibility = c.decided->eligibility.of[application];
  const auto& score = c.decided->scores.of[application];
  out += R"({"application":)";
  append_text(c.application(application, field::id).str(), out);
  out += R"(,"decision":")";
  out += engine::word(c.decided->allocation.of[application].decision);
  out += R"(","eligibility":)";
  if (eligibility.withdrawn) out += "null";
  else append_text(word(eligibility.outcome), out);
  out += R"(,"failed":[)";
  for (const auto& finding : eligibility.findings) {
    if (finding.outcome != policy::Outcome::fail) continue;
    append_comma(out);
    append_text(c.policy().criteria[finding.criterion].id, out);
  }
  out += R"(],"total":)";
  if (score.scored) append_text(score.total.decimals(), out);
  else out += "null";
  out += '}';
}

}  // namespace remit::record

#include "record/decision_document.hpp"

#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "record/append.hpp"
#include "record/appeal_route.hpp"
#include "record/document_parts.hpp"
#include "record/findings.hpp"
#include "record/plugin_answers.hpp"
#include "record/write.hpp"

namespace remit::record {
namespace {

namespace root = policy::root;
using policy::Outcome;

void append_money(std::string_view key, std::int64_t pence, std::string& out) {
  append_stated(key, base::money_text(pence), out);
}

/// What a finding beside the applications is about: its id, and the facts its rule saw.
std::string_view subject_of(const RoundConstants& c, const engine::RoundFinding& finding, policy::Facts& facts) {
  const auto& round = c.round();
  const std::uint16_t of = c.policy().requirements[finding.requirement].of;
  if (of == root::stream) {
    facts.records[of] = round.streams.rows[finding.row];
    return round.streams.at(finding.row, intake::stream_field::id).str();
  }
  if (of == root::member) {
    facts.records[of] = round.members.rows[finding.row];
    return round.members.at(finding.row, intake::member_field::id).str();
  }
  if (of == root::panel) return round.panel != nullptr ? round.panel[intake::panel_field::id].str() : std::string_view();
  return round.id();
}

class RoundFindings {
 public:
  explicit RoundFindings(const RoundConstants& c) : c_(c), reads_(c.policy(), c.read_keys, &c.round()), work_(start_work(c.policy())) {}

  void write(const engine::RoundFinding& finding, std::string& out) {
    const policy::Requirement& rule = c_.policy().requirements[finding.requirement];
    policy::Facts facts = engine::facts_of(c_.decided->view);
    const std::string_view subject = subject_of(c_, finding, facts);
    engine::follow(c_.decided->view, rule.of, facts);
    std::optional<policy::Explanation> words;
    if (finding.outcome == Outcome::fail || finding.outcome == Outcome::refer)
      words = explain(rule, facts, *work_, finding.outcome);
    append_comma(out);
    out += '{';
    append_member("cause", finding.cause, out);
    append_changes(rule, c_.policy(), out);
    append_member("clause", rule.clause, out);
    append_stated("effect", policy::word(rule.effect), out);
    append_member("effect_reason", rule.effect_reason, out);
    append_stated("force", policy::word(rule.force), out);
    append_member("layer", rule.layer, out);
    if (words) append_stated("message", words->message, out);
    append_stated("of", c_.policy().roots[rule.of].name, out);
    append_stated("outcome", policy::word(finding.outcome), out);
    append_member("plugin", plugin_name(c_.policy(), rule.use), out);
    append_key("read", out);
    reads_.write(finding.reads, out);
    append_member("reading", rule.reading, out);
    append_stated("rule", rule.id, out);
    if (words) append_shortfalls(words->shortfalls, out);
    append_member("subject", subject, out);
    append_member("title", rule.title, out);
    out += '}';
    work_->arena.clear();
  }

 private:
  const RoundConstants& c_;
  ReadWriter reads_;
  std::unique_ptr<policy::Work> work_;
};

void write_panel(const intake::Round& round, std::string& out) {
  namespace member = intake::member_field;
  append_key("panel", out);
  out += '{';
  if (round.panel != nullptr) append_member("id", round.panel[intake::panel_field::id].str(), out);
  append_key("members", out);
  out += '[';
  for (const base::Value* row : round.members.rows) {
    append_comma(out);
    out += '{';
    append_member("agency", row[member::agency].str(), out);
    if (row[member::chair].is_yes()) append_flag("chair", true, out);
    append_stated("id", row[member::id].str(), out);
    append_member("name", row[member::name].str(), out);
    append_member("organisation", row[member::organisation].str(), out);
    out += '}';
  }
  out += ']';
  if (round.panel != nullptr && round.panel[intake::panel_field::quorum].answered()) {
    append_key("quorum", out);
    append_value(round.panel[intake::panel_field::quorum], out);
  }
  out += '}';
}

/// What an allocator says of the stream as a whole, or why it could not share out its money.
void write_notes(const RoundConstants& c, std::size_t stream, std::string& out) {
  if (!engine::is_allocated_by_rule(c.policy(), c.round(), static_cast<std::uint32_t>(stream)) || c.decided->ranking.streams[stream].empty()) return;
  std::vector<std::string> notes;
  const auto& replies = c.decided->view.answers[static_cast<std::size_t>(c.policy().allocation->use)];
  if (const std::string& fault = c.decided->allocation.faults[stream]; !fault.empty()) notes.push_back("the money could not be shared out: " + fault);
  else if (replies && replies->whole[stream].said) notes = replies->whole[stream].said->reasons;
  if (notes.empty()) return;
  append_key("notes", out);
  out += '[';
  for (const std::string& note : notes) {
    append_comma(out);
    append_text(note, out);
  }
  out += ']';
}

/// Which plug-ins answered, with the digests of what they are and read.
void write_plugins(const RoundConstants& c, std::string& out) {
  if (c.plugins.empty()) return;
  append_key("plugins", out);
  out += '[';
  for (const policy::PluginIdentity& identity : c.plugins) {
    append_comma(out);
    append_identity(identity, {}, {}, out);
  }
  out += ']';
}

void write_streams(const RoundConstants& c, std::string& out) {
  namespace field = intake::stream_field;
  const auto& round = c.round();
  std::vector<std::int64_t> applications(round.streams.size());
  for (const std::uint32_t stream : round.stream_of) ++applications[stream];
  append_key("streams", out);
  out += '[';
  for (std::size_t s = 0; s < round.streams.size(); ++s) {
    const auto& money = c.decided->allocation.streams[s];
    append_comma(out);
    out += '{';
    append_key("applications", out);
    append_integer(applications[s], out);
    append_money("budget", money.budget, out);
    append_key("closes", out);
    append_value(round.streams.at(s, field::closes), out);
    append_stated("id", round.streams.at(s, field::id).str(), out);
    append_money("in_principle", money.in_principle, out);
    append_money("left", money.left, out);
    append_flag("may_change", money.may_change, out);
    write_notes(c, s, out);
    append_key("opens", out);
    append_value(round.streams.at(s, field::opens), out);
    append_money("proposed", money.proposed, out);
    append_member("title", round.streams.at(s, field::title).str(), out);
    out += '}';
  }
  out += ']';
}

std::string before_records(const RoundConstants& c) {
  std::string out = "{";
  append_appeal_route(c.decided->view, out);
  append_stated("engine", c.run.engine, out);
  append_key("findings", out);
  out += '[';
  RoundFindings findings(c);
  for (const auto& finding : c.decided->round_findings) findings.write(finding, out);
  out += ']';
  append_stated("format", "remit.decision/1", out);
  append_stated("input", c.round().digest, out);
  append_labels(c.policy(), out);
  append_document_pack(c.policy(), out);
  write_panel(c.round(), out);
  append_document_parameters(c.decided->view, out);
  write_plugins(c, out);
  append_stated("procedure", c.policy().procedure, out);
  append_key("records", out);
  return out + '[';
}

std::string after_records(const RoundConstants& c) {
  std::string out = "]";
  out += ',';
  std::string rest = "{";
  append_document_round(c.round(), rest);
  append_key("silences", rest);
  rest += silences_text(c.policy(), c.decided->view.parameters);
  write_streams(c, rest);
  append_flag("what_if", c.run.what_if, rest);
  return out + rest.substr(1) + "}\n";
}

}  // namespace

void write_document(const RoundConstants& c, unsigned threads, const std::function<void(std::string_view)>& sink) {
  sink(before_records(c));
  // Records come with a comma after each; the last one's is held back.
  bool first = true;
  write_records(c, Form::record, ",", threads, [&](std::string_view piece) {
    if (!first) sink(",");
    first = false;
    sink(piece.substr(0, piece.size() - 1));
  });
  sink(after_records(c));
}

}  // namespace remit::record

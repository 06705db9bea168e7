#include "record/appeal_writer.hpp"

#include <algorithm>
#include <map>

#include "base/date.hpp"
#include "base/digest.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "policy/appeal_sections.hpp"
#include "record/appeal_changes.hpp"
#include "record/append.hpp"
#include "record/plugin_answers.hpp"

namespace remit::record {

using policy::Outcome;
namespace field = intake::application_field;

namespace {

void append_null_or(std::string_view key, bool known, std::string& out) {
  append_key(key, out);
  if (!known) out += "null";
}

}  // namespace

AppealWriter::AppealWriter(const RoundConstants& first)
    : c_(first), reads_(first.policy(), first.read_keys, &first.round()), first_(first) {
  for (std::uint32_t s = 0; s < first.round().streams.size(); ++s) framework_.push_back(framework(s));
}

AppealWriter::Framework AppealWriter::framework(std::uint32_t stream) const {
  const policy::Pack& pack = c_.policy();
  const engine::View& view = c_.decided->view;
  Framework made;
  for (std::size_t p = 0; p < pack.parameters.size() && !pack.appeals.empty(); ++p) {
    const policy::Parameter& parameter = pack.parameters[p];
    if (!policy::is_of_appeals(pack, parameter.clause)) continue;
    const base::Value& value = view.parameters_of[stream][p];
    if (!value.answered()) {
      append_silence(parameter.clause, parameter.id, parameter.so, parameter.title, made.silences);
      continue;
    }
    append_comma(made.settled);
    made.settled += '{';
    append_member("clause", parameter_clause(parameter, view.clocks_of[stream]), made.settled);
    append_stated("id", parameter.id, made.settled);
    append_member("title", parameter.title, made.settled);
    append_member("unit", parameter.unit, made.settled);
    append_key("value", made.settled);
    append_value(value, made.settled);
    made.settled += '}';
  }
  for (const auto& silence : pack.no_provisions)
    if (policy::is_of_appeals(pack, silence)) append_silence(silence.clause, silence.id, silence.so, silence.title, made.silences);
  made.settled += ']';
  made.silences += ']';
  return made;
}

void AppealWriter::write(const intake::Appeal& appeal, const engine::Admission& admission, const engine::AppealAnswer& answer, std::string& out) {
  const Case a{appeal, admission, answer, appeal.application};
  std::string tail = " ";   // so that its first key has no comma taken off
  const std::size_t start = out.size();
  before_digest(a, out);
  after_digest(a, tail);
  base::Digest digest;
  digest.update(std::string_view(out).substr(start));
  digest.update(std::string_view(tail).substr(1));
  append_stated("digest", digest.finish(), out);
  out.append(tail, 1);
}

/// The keys that sort before `digest`.
void AppealWriter::before_digest(const Case& a, std::string& out) const {
  const base::Value* by = c_.round().organisations.rows[a.appeal.by];
  out += R"({"appeal":)";
  out += a.appeal.canonical;
  append_stated("application", c_.application(a.i, field::id).str(), out);
  append_stated("as_of", base::moment_text(c_.round().header[intake::round_field::as_of]), out);
  append_key("by", out);
  out += '{';
  append_stated("id", by[intake::organisation_field::id].str(), out);
  append_member("name", by[intake::organisation_field::name].str(), out);
  out += '}';
  append_key("changes", out);
  out += '[';
  if (a.answer.second) write_changes(*c_.decided, *a.answer.second, a.i, a.answer.changes, out);
  out += ']';
}

/// The keys that sort after it.
void AppealWriter::after_digest(const Case& a, std::string& out) {
  const auto& round = c_.round();
  append_key("elsewhere", out);
  out += '[';
  for (const std::uint32_t other : a.answer.elsewhere) {
    append_comma(out);
    out += '{';
    append_stated("application", c_.application(other, field::id).str(), out);
    append_key("first", out);
    write_standing(*c_.decided, other, out);
    append_key("second", out);
    write_standing(*a.answer.second, other, out);
    out += '}';
  }
  out += ']';
  append_stated("engine", c_.run.engine, out);
  append_key("findings", out);
  out += '[';
  for (const auto& finding : a.admission.findings) write_finding(finding, out);
  out += ']';
  append_key("first", out);
  first_.write(a.i, out);
  append_stated("format", "remit.appeal/1", out);
  append_key("fresh_panel", out);
  write_panel(a, out);
  append_stated("input", round.digest, out);
  append_null_or("left", a.answer.second != nullptr, out);
  if (a.answer.second) {
    const std::uint32_t stream = round.stream_of[a.i];
    out += '{';
    append_stated("first", base::money_text(c_.decided->allocation.streams[stream].left), out);
    append_stated("second", base::money_text(a.answer.second->allocation.streams[stream].left), out);
    out += '}';
  }
  append_member("not_again", a.answer.not_again, out);
  append_stated("outcome", engine::word(a.admission.outcome), out);
  append_key("pack", out);
  out += c_.pack;
  append_key("parameters", out);
  out += framework_[round.stream_of[a.i]].settled;
  write_plugins(a.admission, out);
  append_stated("procedure", c_.policy().procedure, out);
  append_stated("round", round.id(), out);
  append_null_or("second", a.answer.second != nullptr, out);
  if (a.answer.second) write_second(a, out);
  append_key("silences", out);
  out += framework_[round.stream_of[a.i]].silences;
  append_stated("stream", round.streams.at(round.stream_of[a.i], intake::stream_field::id).str(), out);
  append_flag("what_if", c_.run.what_if, out);
  out += '}';
}

void AppealWriter::write_finding(const engine::AppealFinding& finding, std::string& out) {
  append_comma(out);
  out += '{';
  if (finding.asks) append_flag("asks", true, out);
  append_member("cause", finding.cause, out);
  if (finding.rule) append_changes(*finding.rule, c_.policy(), out);
  append_member("clause", finding.clause, out);
  if (finding.rule) {
    append_stated("force", policy::word(finding.rule->force), out);
    append_member("layer", finding.rule->layer, out);
  }
  append_member("message", finding.words.message, out);
  append_stated("outcome", policy::word(finding.outcome), out);
  if (finding.rule) append_member("plugin", plugin_name(c_.policy(), finding.rule->use), out);
  append_key("read", out);
  reads_.write(finding.reads, out);
  if (finding.rule) append_member("reading", finding.rule->reading, out);
  append_stated("rule", finding.id, out);
  append_shortfalls(finding.words.shortfalls, out);
  if (finding.rule) append_member("title", finding.rule->title, out);
  out += '}';
}

/// What plug-ins behind appeal rules said of this appeal; what they said of the decisions stands in their records.
void AppealWriter::write_plugins(const engine::Admission& admission, std::string& out) const {
  if (c_.plugins.empty()) return;
  append_key("plugins", out);
  out += '[';
  for (std::size_t need = 0; need < c_.plugins.size(); ++need) {
    std::map<std::string_view, const policy::Answer*> by_item;
    for (const auto& finding : admission.findings) {
      if (finding.rule == nullptr || finding.answer == nullptr || finding.asks) continue;
      const policy::PluginUse& use = c_.policy().uses[static_cast<std::size_t>(finding.rule->use)];
      if (use.need == need) by_item.emplace(use.item, finding.answer);
    }
    if (by_item.empty()) continue;
    std::string answers = "{";
    for (const auto& [item, answer] : by_item) {
      append_key(item, answers);
      append_answer(*answer, answers);
    }
    append_comma(out);
    append_identity(c_.plugins[need], answers + "}", {}, out);
  }
  out += ']';
}

void AppealWriter::write_panel(const Case& a, std::string& out) const {
  namespace member = intake::member_field;
  out += '{';
  append_key("checks", out);
  out += '[';
  if (a.answer.panel)
    for (const auto& check : a.answer.panel->checks) {
      append_comma(out);
      out += '{';
      append_member("clause", check.clause, out);
      append_stated("message", check.message, out);
      append_stated("outcome", policy::word(check.outcome), out);
      append_stated("rule", check.rule, out);
      out += '}';
    }
  out += ']';
  append_flag("constituted", a.appeal.panel != nullptr, out);
  if (a.answer.panel) append_flag("fit", a.answer.panel->fit, out);
  if (a.appeal.panel) append_stated("id", a.appeal.panel[intake::panel_field::id].str(), out);
  append_key("members", out);
  out += '[';
  for (const base::Value* row : a.appeal.members.rows) {
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
  if (a.appeal.panel && a.appeal.panel[intake::panel_field::quorum].answered()) {
    append_key("quorum", out);
    append_value(a.appeal.panel[intake::panel_field::quorum], out);
  }
  append_member("reason", a.appeal.lodged[intake::lodged_field::no_fresh_panel].str(), out);
  out += '}';
}

void AppealWriter::write_second(const Case& a, std::string& out) const {
  const RoundConstants second = constants_of(*a.answer.second, c_.run);
  RecordWriter(second).write(a.i, out);
}

}  // namespace remit::record

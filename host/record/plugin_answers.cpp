#include "record/plugin_answers.hpp"

#include <algorithm>

#include "record/append.hpp"
#include "record/scores.hpp"

namespace remit::record {

using policy::Answer;
using policy::Capability;
using policy::Outcome;
using policy::Replies;

namespace {

/// Values by name, each once, in the order of canonical JSON.
template <class Values>
void append_values(std::string_view key, const Values& values, std::string& out) {
  std::vector<std::pair<std::string_view, const policy::Told*>> sorted;
  for (const auto& [name, told] : values) sorted.emplace_back(name, &told);
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  const auto twice = std::ranges::unique(sorted, {}, [](const auto& v) { return v.first; });
  sorted.erase(twice.begin(), twice.end());
  append_key(key, out);
  out += '{';
  for (const auto& [name, told] : sorted) {
    append_comma(out);
    append_text(name, out);
    out += ':';
    append_value(told->value(), out);
  }
  out += '}';
}

void append_texts(std::string_view key, const std::vector<std::string>& texts, std::string& out) {
  append_key(key, out);
  out += '[';
  for (const std::string& text : texts) {
    append_comma(out);
    append_text(text, out);
  }
  out += ']';
}

std::string_view word(Answer::Said::Award award) {
  static constexpr std::string_view words[] = {"", "whole", "parts", "nothing", "refer"};
  return words[static_cast<std::size_t>(award)];
}

void append_before_outcome(const Answer& answer, std::string& out) {
  if (!answer.said) return;
  const Answer::Said& said = *answer.said;
  append_member("award", word(said.award), out);
  append_member("cause", said.cause, out);
  if (!said.elements.empty()) append_texts("elements", said.elements, out);
  if (!said.evidence.empty()) append_values("evidence", said.evidence, out);
}

void append_from_outcome(const Answer& answer, std::string& out) {
  append_stated("outcome", policy::word(answer.outcome), out);
  if (answer.said && !answer.said->reasons.empty()) append_texts("reasons", answer.said->reasons, out);
}

}  // namespace

void append_answer(const Answer& answer, std::string& out) {
  out += '{';
  append_before_outcome(answer, out);
  append_from_outcome(answer, out);
  if (answer.said && answer.said->score) {
    append_key("score", out);
    append_exact(*answer.said->score, out);
  }
  out += '}';
}

void append_identity(const policy::PluginIdentity& identity, std::string_view answers, std::string_view facts, std::string& out) {
  out += '{';
  if (!answers.empty()) {
    append_key("answers", out);
    out += answers;
  }
  append_stated("digest", identity.digest, out);
  if (!facts.empty()) {
    append_key("facts", out);
    out += facts;
  }
  append_key("files", out);
  out += '{';
  auto files = identity.files;
  std::ranges::sort(files, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  for (const auto& [name, digest] : files) {
    append_comma(out);
    append_text(name, out);
    out += ':';
    append_text(digest, out);
  }
  out += '}';
  append_stated("id", identity.id, out);
  append_stated("version", identity.version, out);
  out += '}';
}

PluginAnswerWriter::PluginAnswerWriter(const RoundConstants& constants) : c_(constants) {
  const policy::Pack& pack = c_.policy();
  plugins_.resize(pack.plugins.size());
  for (std::size_t use = 0; use < pack.uses.size(); ++use) {
    Plugin& plugin = plugins_[pack.uses[use].need];
    const Capability capability = pack.uses[use].capability;
    if (capability == Capability::data_source) plugin.facts = static_cast<int>(use);
    else if (capability != Capability::exporter && capability != Capability::appeal_rule && use < c_.decided->view.answers.size() && c_.decided->view.answers[use])
      plugin.items.try_emplace(pack.uses[use].item, use);
  }
}

const Answer* PluginAnswerWriter::answer_about_stream(std::size_t use, std::uint32_t stream) const {
  const auto& whole = c_.decided->view.answers[use]->whole;
  if (c_.policy().uses[use].capability != Capability::allocator) return whole.empty() ? nullptr : &whole.front();
  if (stream >= whole.size() || c_.decided->ranking.streams[stream].empty()) return nullptr;
  return engine::is_allocated_by_rule(c_.policy(), c_.round(), stream) ? &whole[stream] : nullptr;
}

bool PluginAnswerWriter::concerns(std::size_t use, std::uint32_t application) const {
  const Replies& replies = *c_.decided->view.answers[use];
  return replies.first[application] != Replies::nobody || answer_about_stream(use, c_.round().stream_of[application]) != nullptr;
}

void PluginAnswerWriter::write(std::uint32_t application, std::string& out) const {
  if (c_.decided->eligibility.of[application].withdrawn) return;
  const auto& identities = c_.plugins;
  std::string answers, facts;
  for (std::size_t p = 0; p < plugins_.size(); ++p) {
    answers.clear();
    facts.clear();
    for (const auto& [item, first] : plugins_[p].items) {
      // of several uses of an item the first that was asked about this application
      std::size_t use = first;
      while (use < c_.policy().uses.size() && !(c_.policy().uses[use].need == p && c_.policy().uses[use].item == item && c_.decided->view.answers[use] && concerns(use, application))) ++use;
      if (use == c_.policy().uses.size()) continue;
      answers += answers.empty() ? '{' : ',';
      append_text(item, answers);
      answers += ':';
      write_item(use, application, answers);
    }
    if (!answers.empty()) answers += '}';
    if (plugins_[p].facts >= 0)
      if (const Answer* answer = policy::answer_of(c_.decided->view.answers, static_cast<std::size_t>(plugins_[p].facts), application))
        write_facts(static_cast<std::size_t>(plugins_[p].facts), *answer, facts);
    if (answers.empty() && facts.empty()) continue;
    append_comma(out);
    append_identity(identities[p], answers, facts, out);
  }
}

void PluginAnswerWriter::write_item(std::size_t use, std::uint32_t application, std::string& out) const {
  const Replies& replies = *c_.decided->view.answers[use];
  const bool members = c_.policy().uses[use].capability == Capability::conflict_rule;
  const Answer* answer = members ? nullptr : policy::answer_of(c_.decided->view.answers, use, application);
  const Answer* whole = answer_about_stream(use, c_.round().stream_of[application]);
  const bool allocator = c_.policy().uses[use].capability == Capability::allocator;
  out += '{';
  if (answer != nullptr) append_before_outcome(*answer, out);
  if (members) write_members(replies, application, out);
  if (answer != nullptr) append_from_outcome(*answer, out);
  if (whole != nullptr && !allocator) {
    append_key("round", out);
    append_answer(*whole, out);
  }
  if (answer != nullptr && answer->said && answer->said->score) {
    append_key("score", out);
    append_exact(*answer->said->score, out);
  }
  if (whole != nullptr && allocator) {
    append_key("stream", out);
    append_answer(*whole, out);
  }
  out += '}';
}

void PluginAnswerWriter::write_members(const Replies& replies, std::uint32_t application, std::string& out) const {
  std::vector<std::pair<std::string_view, const Answer*>> sorted;
  for (std::uint16_t m = 0; m < replies.each; ++m)
    sorted.emplace_back(member_id(c_.round(), m), &replies.answers[replies.first[application] + m]);
  std::ranges::sort(sorted, [](const auto& a, const auto& b) { return sorts_before(a.first, b.first); });
  append_key("members", out);
  out += '{';
  for (const auto& [id, answer] : sorted) {
    append_comma(out);
    append_text(id, out);
    out += ':';
    append_answer(*answer, out);
  }
  out += '}';
}

void PluginAnswerWriter::write_facts(std::size_t use, const Answer& answer, std::string& out) const {
  out += '{';
  append_before_outcome(answer, out);
  append_from_outcome(answer, out);
  const policy::PluginNeed& need = c_.policy().plugins[c_.policy().uses[use].need];
  const base::RecordType& type = *c_.policy().schema.find("facts");
  std::vector<std::pair<std::string, const policy::Told&>> values;
  if (answer.said && answer.outcome == Outcome::pass)
    for (std::size_t f = 0; f < need.facts.size() && f < answer.said->facts.size(); ++f)
      if (answer.said->facts[f].value().answered()) values.emplace_back(type.fields[need.facts[f]].name, answer.said->facts[f]);
  append_values("values", values, out);
  out += '}';
}

}  // namespace remit::record

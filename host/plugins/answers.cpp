#include "plugins/answers.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/text.hpp"
#include "plugins/hearing.hpp"

namespace remit::plugins {

using base::Kind;
using policy::Answer;
using policy::Outcome;
using policy::Told;
using Said = policy::Answer::Said;

namespace {

constexpr std::uint8_t has_words = 0x80;

void put(const Told& told, Writer& out) {
  out.put(told.kind);
  if (told.kind == Kind::text) {
    out.text(told.text);
  } else if (told.kind == Kind::ratio) {
    out.put(static_cast<std::int64_t>(told.ratio.num()));
    out.put(static_cast<std::uint64_t>(told.ratio.den()));
  } else if (told.kind != Kind::absent) {
    out.put(told.integer);
  }
}

base::Rational take_ratio(Reader& in) {
  const auto num = in.take<std::int64_t>();
  const auto den = in.take<std::uint64_t>();
  if (den == 0) throw Garbled{};
  return {num, base::int128{den}};
}

Told take_told(Reader& in) {
  Told told;
  told.kind = in.take<Kind>();
  switch (told.kind) {
    case Kind::absent: break;
    case Kind::yes_no: case Kind::count: case Kind::money: case Kind::date: case Kind::moment: told.integer = in.take<std::int64_t>(); break;
    case Kind::text: told.text = in.text(REMIT_MOST_TEXT); break;
    case Kind::ratio:
      told.ratio = take_ratio(in);
      if (told.ratio.whole()) throw Garbled{};
      break;
    default: throw Garbled{};
  }
  return told;
}

template <class T>
T take_enum(Reader& in, T last) {
  const auto value = in.take<T>();
  if (value > last) throw Garbled{};
  return value;
}

// Seconds of a year outside 1600..9999 are no date that a record can show.
constexpr std::int64_t first_moment = -11'676'096'000, last_moment = 253'402'300'799;

const char* wrong_value(const Told& told) {
  switch (told.kind) {
    case Kind::yes_no: return told.integer == 0 || told.integer == 1 ? nullptr : "gave a yes or no that is neither";
    case Kind::date: return told.integer >= first_moment && told.integer <= last_moment && told.integer % base::seconds_a_day == 0 ? nullptr : "gave a date that there is not";
    case Kind::moment: return told.integer >= first_moment && told.integer <= last_moment ? nullptr : "gave a moment that there is not";
    case Kind::text: return base::valid_utf8(told.text) ? nullptr : "gave a text that is no UTF-8";
    default: return nullptr;
  }
}

bool is_evidence_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

const char* wrong_evidence(const std::string& name, const Told& value) {
  if (!is_evidence_name(name)) return "gave evidence a name that is none: small letters, digits and underscores";
  return wrong_value(value);
}

bool fits(std::string_view column, const Told& told) {
  const std::string_view kind = column.substr(column.find(':') + 1);
  switch (told.kind) {
    case Kind::absent: return true;
    case Kind::yes_no: return kind == "yes_no";
    case Kind::count: return kind == "count" || kind == "number";
    case Kind::ratio: return kind == "number";
    case Kind::money: return kind == "money";
    case Kind::date: return kind == "date" || kind == "moment";
    case Kind::moment: return kind == "moment";
    case Kind::text: return kind == "text";
    default: return false;
  }
}

std::string wrong_facts(const std::vector<Told>& facts, const std::vector<std::string>& columns) {
  if (facts.size() > columns.size()) return "gave a fact for a column that it has not";
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!fits(columns[i], facts[i])) return "gave a fact of another kind than its column `" + columns[i] + "`";
    if (const char* wrong = wrong_value(facts[i])) return wrong;
  }
  return {};
}

}  // namespace

void encode(const Answer& answer, Writer& out) {
  out.put(static_cast<std::uint8_t>(static_cast<std::uint8_t>(answer.outcome) | (answer.said ? has_words : 0)));
  if (!answer.said) return;
  const Said& said = *answer.said;
  out.text(said.cause);
  out.put(static_cast<std::uint32_t>(said.reasons.size()));
  for (const auto& reason : said.reasons) out.text(reason);
  out.put(static_cast<std::uint32_t>(said.evidence.size()));
  for (const auto& [name, value] : said.evidence) {
    out.text(name);
    put(value, out);
  }
  out.put(static_cast<std::uint32_t>(said.facts.size()));
  for (const auto& fact : said.facts) put(fact, out);
  out.put(static_cast<std::uint8_t>(said.score.has_value()));
  if (said.score) {
    out.put(static_cast<std::int64_t>(said.score->num()));
    out.put(static_cast<std::uint64_t>(said.score->den()));
  }
}

Answer decode_answer(Reader& in) {
  Answer answer;
  const auto first = in.take<std::uint8_t>();
  const auto outcome = static_cast<std::uint8_t>(first & ~has_words);
  if (outcome > static_cast<std::uint8_t>(Outcome::error) || outcome == static_cast<std::uint8_t>(Outcome::no_provision)) throw Garbled{};
  answer.outcome = static_cast<Outcome>(outcome);
  if ((first & has_words) == 0) return answer;
  answer.said = std::make_unique<Said>();
  Said& said = *answer.said;
  said.cause = in.text(REMIT_MOST_TEXT);
  for (auto n = in.count(most_reasons, 4); n > 0; --n) said.reasons.emplace_back(in.text(REMIT_MOST_TEXT));
  for (auto n = in.count(most_evidence, 5); n > 0; --n) {
    std::string name(in.text(REMIT_MOST_TEXT));
    said.evidence.emplace_back(std::move(name), take_told(in));
  }
  for (auto n = in.count(most_facts, 1); n > 0; --n) said.facts.push_back(take_told(in));
  if (take_enum<std::uint8_t>(in, 1) == 1) said.score = take_ratio(in);
  return answer;
}

void encode(const SessionWords& words, Writer& out) {
  out.text(words.cause);
  out.put(static_cast<std::uint32_t>(words.findings.size()));
  for (const auto& one : words.findings) {
    out.text(one.application);
    out.put(one.outcome);
    out.text(one.words);
  }
  out.put(static_cast<std::uint32_t>(words.evidence.size()));
  for (const auto& one : words.evidence) {
    out.text(one.application);
    out.text(one.name);
    put(one.value, out);
  }
  out.put(static_cast<std::uint32_t>(words.awards.size()));
  for (const auto& one : words.awards) {
    out.text(one.application);
    out.put(one.award);
    out.text(one.words);
    out.put(static_cast<std::uint32_t>(one.elements.size()));
    for (const auto& element : one.elements) out.text(element);
  }
  out.put(static_cast<std::uint32_t>(words.notes.size()));
  for (const auto& note : words.notes) out.text(note);
  out.text(words.output);
}

void decode_session(Reader& in, SessionWords& words) {
  words.cause = in.text(REMIT_MOST_TEXT);
  for (auto n = in.count(most_findings, 9); n > 0; --n) {
    auto& one = words.findings.emplace_back();
    one.application = in.text(REMIT_MOST_TEXT);
    one.outcome = take_enum(in, Outcome::error);
    one.words = in.text(REMIT_MOST_TEXT);
  }
  for (auto n = in.count(most_findings, 9); n > 0; --n) {
    auto& one = words.evidence.emplace_back();
    one.application = in.text(REMIT_MOST_TEXT);
    one.name = in.text(REMIT_MOST_TEXT);
    one.value = take_told(in);
  }
  for (auto n = in.count(most_findings, 13); n > 0; --n) {
    auto& one = words.awards.emplace_back();
    one.application = in.text(REMIT_MOST_TEXT);
    one.award = take_enum(in, Said::Award::refer);
    one.words = in.text(REMIT_MOST_TEXT);
    for (auto e = in.count(most_findings, 4); e > 0; --e) one.elements.emplace_back(in.text(REMIT_MOST_TEXT));
  }
  for (auto n = in.count(most_findings, 4); n > 0; --n) words.notes.emplace_back(in.text(REMIT_MOST_TEXT));
  words.output += in.text(most_output * 64);
}

void encode(const Manifest& manifest, Writer& out) {
  out.text(manifest.id);
  out.text(manifest.version);
  out.text(manifest.title);
  out.put(manifest.abi_minor);
  const auto texts = [&](const std::vector<std::string>& list) {
    out.put(static_cast<std::uint32_t>(list.size()));
    for (const auto& one : list) out.text(one);
  };
  out.put(static_cast<std::uint32_t>(manifest.items.size()));
  for (const auto& item : manifest.items) {
    out.text(item.name);
    out.text(item.title);
    out.put(item.capability);
    texts(item.reads);
    texts(item.columns);
    texts(item.files);
    texts(item.settings);
    out.put(static_cast<std::uint8_t>(item.serial));
  }
  texts(manifest.permissions);
}

Manifest decode_manifest(Reader& in) {
  Manifest manifest;
  manifest.id = in.text(REMIT_MOST_TEXT);
  manifest.version = in.text(REMIT_MOST_TEXT);
  manifest.title = in.text(REMIT_MOST_TEXT);
  manifest.abi_minor = in.take<std::uint32_t>();
  const auto texts = [&](std::vector<std::string>& list) {
    for (auto n = in.count(most_names + 1, 4); n > 0; --n) list.emplace_back(in.text(REMIT_MOST_TEXT));
  };
  for (auto n = in.count(most_items, 26); n > 0; --n) {
    auto& item = manifest.items.emplace_back();
    item.name = in.text(REMIT_MOST_TEXT);
    item.title = in.text(REMIT_MOST_TEXT);
    item.capability = take_enum(in, policy::Capability::exporter);
    texts(item.reads);
    texts(item.columns);
    texts(item.files);
    texts(item.settings);
    item.serial = take_enum<std::uint8_t>(in, 1) == 1;
  }
  texts(manifest.permissions);
  return manifest;
}

Answer error_of(std::string_view plugin, std::string_view cause) {
  Answer answer;
  answer.said = std::make_unique<Said>();
  answer.said->cause = std::string(plugin) + ": " + base::printable(cause, 1000);
  return answer;
}

void check_answer(Answer& answer, std::string_view plugin, const std::vector<std::string>& columns) {
  if (!answer.said) {
    if (answer.outcome == Outcome::error) answer = error_of(plugin, "could not tell, and did not say why");
    return;
  }
  Said& said = *answer.said;
  if (answer.outcome == Outcome::error) {
    answer = base::valid_utf8(said.cause) ? error_of(plugin, said.cause) : error_of(plugin, "gave a text that is no UTF-8");
    return;
  }
  std::string wrong;
  for (const auto& reason : said.reasons)
    if (!base::valid_utf8(reason)) wrong = "gave a text that is no UTF-8";
  for (const auto& [name, value] : said.evidence)
    if (const char* found = wrong_evidence(name, value); found != nullptr && wrong.empty()) wrong = found;
  if (wrong.empty() && !said.facts.empty()) wrong = wrong_facts(said.facts, columns);
  if (!wrong.empty()) answer = error_of(plugin, wrong);
}

std::string wrong_in(const SessionWords& words, bool bytes_are_text) {
  const auto bad = [](const std::string& text) { return !base::valid_utf8(text); };
  if (bytes_are_text && bad(words.output)) return "gave a text that is no UTF-8";
  for (const auto& one : words.findings)
    if (bad(one.application) || bad(one.words)) return "gave a text that is no UTF-8";
  for (const auto& one : words.awards) {
    if (bad(one.application) || bad(one.words)) return "gave a text that is no UTF-8";
    for (const auto& element : one.elements)
      if (bad(element)) return "gave a text that is no UTF-8";
  }
  for (const auto& note : words.notes)
    if (bad(note)) return "gave a text that is no UTF-8";
  for (const auto& one : words.evidence) {
    if (bad(one.application)) return "gave a text that is no UTF-8";
    if (const char* wrong = wrong_evidence(one.name, one.value)) return wrong;
  }
  return {};
}

}  // namespace remit::plugins

#include "plugins/hearing.hpp"

#include <utility>

namespace remit::plugins {

using base::Kind;
using policy::Outcome;
using policy::Told;
using Said = policy::Answer::Said;

Hearing::Hearing() {
  report_.struct_size = sizeof(remit_report);
  report_.to = this;
  report_.fail = [](const remit_report* sink, remit_text cause) {
    Hearing& h = of<Report>(sink);
    std::string words;
    if (h.copy(cause, words) && !h.failed_) h.cause_ = std::move(words);
    h.failed_ = true;
  };
  report_.reason = [](const remit_report* sink, remit_text text) {
    Hearing& h = of<Report>(sink);
    std::string words;
    if (!h.copy(text, words) || words.empty()) return;
    auto& kept = h.session_ != nullptr ? h.session_->notes : h.said().reasons;
    if (kept.size() < most_reasons || (h.session_ != nullptr && kept.size() < most_findings)) kept.push_back(std::move(words));
  };
  report_.evidence = [](const remit_report* sink, remit_text name, const remit_value* value) {
    Hearing& h = of<Report>(sink);
    std::string words;
    Told told;
    if (!h.copy(name, words) || !h.copy(value, told)) return;
    if (h.session_ != nullptr) {
      if (h.in_session()) h.session_->evidence.push_back({{}, std::move(words), std::move(told)});
    } else if (h.said().evidence.size() < most_evidence) {
      h.said().evidence.emplace_back(std::move(words), std::move(told));
    }
  };
  facts_.struct_size = sizeof(remit_facts);
  facts_.to = this;
  facts_.fact = [](const remit_facts* sink, std::uint32_t column, const remit_value* value) {
    Hearing& h = of<Facts>(sink);
    Told told;
    if (column >= most_facts) return h.misuse("gave a fact for a column that it has not");
    if (!h.copy(value, told)) return;
    auto& facts = h.said().facts;
    if (facts.size() <= column) facts.resize(column + 1);
    facts[column] = std::move(told);
  };
  set_session_calls();
}

void Hearing::set_session_calls() {
  findings_.struct_size = sizeof(remit_findings);
  findings_.to = this;
  findings_.finding = [](const remit_findings* sink, remit_text application, remit_outcome outcome, remit_text text) {
    Hearing& h = of<Findings>(sink);
    SessionWords::Finding made;
    if (!h.in_session() || !h.copy(application, made.application) || !h.copy(text, made.words)) return;
    switch (outcome) {
      case REMIT_PASS: made.outcome = Outcome::pass; break;
      case REMIT_FAIL: made.outcome = Outcome::fail; break;
      case REMIT_REFER: made.outcome = Outcome::refer; break;
      case REMIT_NOT_APPLICABLE: made.outcome = Outcome::not_applicable; break;
      case REMIT_ERROR: made.outcome = Outcome::error; break;
      default: return h.misuse("gave the outcome " + std::to_string(outcome) + ", which there is not");
    }
    h.session_->findings.push_back(std::move(made));
  };
  findings_.evidence = [](const remit_findings* sink, remit_text application, remit_text name, const remit_value* value) {
    Hearing& h = of<Findings>(sink);
    SessionWords::Evidence made;
    if (h.in_session() && h.copy(application, made.application) && h.copy(name, made.name) && h.copy(value, made.value))
      h.session_->evidence.push_back(std::move(made));
  };
  awards_.struct_size = sizeof(remit_awards);
  awards_.to = this;
  awards_.whole = [](const remit_awards* sink, remit_text id, remit_text words) { of<Awards>(sink).award(Said::Award::whole, id, nullptr, 0, words); };
  awards_.parts = [](const remit_awards* sink, remit_text id, const remit_text* elements, std::uint64_t size, remit_text words) {
    of<Awards>(sink).award(Said::Award::parts, id, elements, size, words);
  };
  awards_.nothing = [](const remit_awards* sink, remit_text id, remit_text words) { of<Awards>(sink).award(Said::Award::nothing, id, nullptr, 0, words); };
  awards_.refer = [](const remit_awards* sink, remit_text id, remit_text words) { of<Awards>(sink).award(Said::Award::refer, id, nullptr, 0, words); };
  awards_.note = [](const remit_awards* sink, remit_text text) {
    Hearing& h = of<Awards>(sink);
    std::string words;
    if (h.in_session() && h.copy(text, words) && !words.empty()) h.session_->notes.push_back(std::move(words));
  };
  output_.struct_size = sizeof(remit_output);
  output_.to = this;
  output_.write = [](const remit_output* sink, remit_text bytes) {
    Hearing& h = of<Output>(sink);
    std::string copied;
    if (!h.in_session() || !h.copy(bytes, copied)) return;
    if (h.session_->output.size() + copied.size() > most_output) return h.misuse("wrote more than " + std::to_string(most_output >> 20) + " MiB in one call");
    h.session_->output += copied;
  };
}

bool Hearing::in_session() {
  if (session_ == nullptr) return misuse("used what it was given after the call had ended"), false;
  if (session_->findings.size() + session_->evidence.size() + session_->awards.size() + session_->notes.size() >= most_findings)
    return misuse("said more than " + std::to_string(most_findings) + " things"), false;
  return true;
}

void Hearing::award(Said::Award kind, remit_text application, const remit_text* elements, std::uint64_t size, remit_text words) {
  SessionWords::Award made;
  made.award = kind;
  if (!in_session() || !copy(application, made.application) || !copy(words, made.words)) return;
  if (size > most_findings || (elements == nullptr && size > 0)) return misuse("gave elements that cannot be read");
  for (std::uint64_t i = 0; i < size; ++i)
    if (!copy(elements[i], made.elements.emplace_back())) return;
  session_->awards.push_back(std::move(made));
}

void Hearing::misuse(std::string what) {
  if (failed_) return;
  failed_ = true;
  cause_ = std::move(what);
}

bool Hearing::copy(remit_text from, std::string& to) {
  if (from.size > REMIT_MOST_TEXT) return misuse("gave a text of more than " + std::to_string(REMIT_MOST_TEXT) + " bytes"), false;
  if (from.data == nullptr && from.size > 0) return misuse("gave a text that is nowhere"), false;
  to.assign(from.data == nullptr ? "" : from.data, from.size);
  return true;
}

bool Hearing::copy(const remit_value* from, Told& to) {
  if (from == nullptr) return misuse("gave a value that is nowhere"), false;
  switch (from->kind) {
    case REMIT_ABSENT: return true;
    case REMIT_YES_NO: to.kind = Kind::yes_no; break;
    case REMIT_COUNT: to.kind = Kind::count; break;
    case REMIT_MONEY: to.kind = Kind::money; break;
    case REMIT_DATE: to.kind = Kind::date; break;
    case REMIT_MOMENT: to.kind = Kind::moment; break;
    case REMIT_TEXT:
      if (!copy(from->as.text, to.text)) return false;
      if (!to.text.empty()) to.kind = Kind::text;
      return true;
    case REMIT_RATIO:
      if (from->as.ratio.den == 0) return misuse("gave a fraction over nought"), false;
      to.ratio = base::Rational(from->as.ratio.num, base::int128{from->as.ratio.den});
      to.kind = to.ratio.whole() ? Kind::count : Kind::ratio;
      if (to.ratio.whole()) to.integer = static_cast<std::int64_t>(to.ratio.num());
      return true;
    default: return misuse("gave a value of the kind " + std::to_string(from->kind) + "; it must be a plain one"), false;
  }
  to.integer = from->as.integer;
  return true;
}

Said& Hearing::said() {
  if (!said_) said_ = std::make_unique<Said>();
  return *said_;
}

policy::Answer Hearing::answer(Outcome outcome) {
  policy::Answer answer;
  if (!failed_ && outcome != Outcome::error) {
    answer.outcome = outcome;
    answer.said = std::move(said_);
    return answer;
  }
  answer.said = std::make_unique<Said>();
  answer.said->cause = cause();
  return answer;
}

}  // namespace remit::plugins

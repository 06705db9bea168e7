#include "letters/plain.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/rational.hpp"
#include "base/text.hpp"
#include "report/words.hpp"

namespace remit::letters {

namespace {

bool in_path(char c) { return std::islower(static_cast<unsigned char>(c)) || std::isdigit(static_cast<unsigned char>(c)) || c == '_' || c == '.' || c == '[' || c == ']'; }

/// "partner[1].evidence" -> "partner.evidence"
std::string without_places(std::string_view path) {
  std::string out;
  bool inside = false;
  for (const char c : path) {
    if (c == '[') inside = true;
    if (!inside) out += c;
    if (c == ']') inside = false;
  }
  return out;
}

/// Whether it is the path of a field, and not a word, a number or the end of a sentence.
bool is_path(std::string_view word) {
  return std::islower(static_cast<unsigned char>(word.front())) && word.find('.') != std::string_view::npos && word.back() != '.' && word.find("..") == std::string_view::npos;
}

std::string called(const record::DecisionDocument& document, std::string_view path) {
  const std::string field = without_places(path);
  if (const std::string_view label = document.label_of(field); !label.empty()) return std::string(label);
  return base::spoken(field.substr(field.rfind('.') + 1));
}

std::string measure_called(const record::DecisionRecord& record, std::string_view id) {
  const auto it = std::ranges::find(record.scores.measures, id, &record::MeasureScore::measure);
  if (it == record.scores.measures.end()) return {};
  return it->title.empty() ? base::spoken(it->measure) : it->title;
}

}  // namespace

std::string with_capital(std::string_view text) {
  std::string out(text);
  if (!out.empty()) out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

std::string sentence(std::string_view text) {
  std::string out = with_capital(base::trim(text));
  if (!out.empty() && out.back() != '.' && out.back() != '?' && out.back() != '!') out += '.';
  return out;
}

std::string without_paths(const record::DecisionDocument& document, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && in_path(text[end])) ++end;
    const std::string_view word = text.substr(i, end - i);
    if (word.empty()) out += text[i++];
    else out += is_path(word) ? called(document, word) : std::string(word);
    i += word.size();
  }
  return out;
}

Needed needed_words(const record::DecisionDocument& document, const record::DecisionRecord& record, const record::Missed& missed) {
  if (missed.field == "applications") return {"", "No other application from you that counts instead. There was " + missed.had + "."};
  std::string what;
  if (missed.field == "scores.total") what = "Your mark in all";
  else if (missed.field.starts_with("scores.")) what = "Your mark for “" + measure_called(record, std::string_view(missed.field).substr(7)) + "”";
  else what = is_path(missed.field) ? with_capital(called(document, missed.field)) : with_capital(without_paths(document, missed.field));
  const std::string needed = without_paths(document, missed.needed), had = without_paths(document, missed.had);
  if (missed.rule == "procedure/allocation" && missed.field == "application.amount_requested")
    return {"What you asked for", needed + ". You asked for " + had + "."};
  return {what, needed + " was needed. " + (had.empty() ? "There was none." : "Yours was " + had + ".")};
}

std::string settled_words(const record::ParameterValue& p) {
  struct Said {
    std::string_view value, words;
  };
  constexpr std::array<Said, 3> effects = {{{"replaces", "it takes the place of the first finding"},   // of a fresh panel
                                            {"advises", "it is advice, and the first finding stands"},
                                            {"wider-group-again", "it goes to the wider group again"}}};
  if (p.id == "fresh_panel_effect")
    for (const Said& effect : effects)
      if (p.value.str() == effect.value) return std::string(effect.words);
  return report::parameter_words(p);
}

std::string mark_words(std::string_view exact) {
  base::Rational value;
  return base::Rational::read(exact, value) ? value.rounded() : std::string(exact);
}

}  // namespace remit::letters

#include "pack/difference.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "pack/sentences.hpp"

namespace remit::pack {

namespace {

// Which way a rule moves (+1: less passes) when a part of it asks for more, and when it is there at all for the first time. 0: that
// cannot be told.
struct Leaning {
  std::string_view part;
  int asks_more, is_new;
};
constexpr std::array<Leaning, 7> leanings = {{{"passes_when", 1, 0}, {"and_also", 1, 1}, {"admitted_when", 1, 0}, {"arises_when", -1, 0}, {"applies_when", -1, -1}, {"refers_when", -1, 1}, {"unless", 1, -1}}};
constexpr std::array<std::string_view, 9> rule_kinds = {"criterion", "requirement", "conflict", "appeal", "decision", "measure", "classification", "timetable", "allocation"};

std::optional<std::int64_t> number(const std::string& word) {
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), out);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return out;
}

// +1 when the second asks for more than the first, -1 for less, 0 when that is not proved: they differ in one number or day after a verb
// that says which way is stricter, and in nothing else.
int stricter(const Words& before, const Words& after) {
  if (before.size() != after.size()) return 0;
  std::size_t at = before.size();
  for (std::size_t i = 0; i < before.size(); ++i)
    if (before[i] != after[i]) {
      if (at != before.size()) return 0;
      at = i;
    }
  const auto turns = [](const std::string& word) { return word == "{" || word == "not_" || word == "function"; };   // what may turn the sense round
  if (at == before.size() || std::ranges::any_of(before, turns)) return 0;
  int sense = 0;
  for (std::size_t i = at; i-- > 0 && sense == 0;) {
    if (before[i] == "," || before[i] == "{" || before[i] == "}" || before[i] == ")") return 0;
    if (before[i] == "at_least" || before[i] == "is_after") sense = 1;
    if (before[i] == "at_most" || before[i] == "is_before") sense = -1;
  }
  const auto old_number = number(before[at]), new_number = number(after[at]);
  if (old_number && new_number) return *new_number > *old_number ? sense : -sense;
  const bool days = before[at].starts_with('"') && before[at].size() == 12 && after[at].size() == 12 && before[at][5] == '-' && after[at][5] == '-';
  return days ? (after[at] > before[at] ? sense : -sense) : 0;
}

// Of two lists of conditions that must all hold: the members that only one of them has.
struct Apart {
  std::vector<Words> gone, come;
};
Apart apart(const std::vector<Words>& before, const std::vector<Words>& after) {
  Apart out;
  for (const auto& one : before)
    if (std::ranges::find(after, one) == after.end()) out.gone.push_back(one);
  for (const auto& one : after)
    if (std::ranges::find(before, one) == before.end()) out.come.push_back(one);
  return out;
}

// How a condition changed, as lines; comes back +1 when it asks for more now, -1 for less, 0 when that cannot be told.
int compare_condition(const std::string& part, const Words& before, const Words& after, std::vector<std::string>& lines) {
  const bool any = (!before.empty() && before[0] == "any_of") || (!after.empty() && after[0] == "any_of");
  const char* joiner = any ? "any_of" : "all_of";
  const auto [gone, come] = apart(members_of(before, joiner), members_of(after, joiner));
  for (const auto& one : gone) lines.push_back(part + " no longer says: " + in_line(one));
  for (const auto& one : come) lines.push_back(part + " now says: " + in_line(one));
  if (gone.empty() && come.empty()) return 0;
  const int more_of_them = any ? -1 : 1;   // any_of: one way more to hold
  if (gone.empty()) return more_of_them;
  if (come.empty()) return -more_of_them;
  return gone.size() == 1 && come.size() == 1 ? stricter(gone.front(), come.front()) : 0;
}

int effect_rank(const Words& words) { return words.empty() ? -1 : words[0] == "blocks" ? 2 : words[0] == "refers" ? 1 : words[0] == "warns" ? 0 : -1; }

const Words& part_of(const Sentences& rule, const std::string& name) {
  static const Words none;
  const auto at = rule.parts.find(name);
  return at == rule.parts.end() ? none : at->second;
}

// One part of a rule that differs: its lines, and which way it moves the rule. Nothing when it moves it no way at all.
std::optional<int> compare_part(const std::string& name, const Words& before, const Words& after, std::vector<std::string>& lines) {
  const auto leaning = std::ranges::find(leanings, name, &Leaning::part);
  if (leaning != leanings.end()) {
    if (before.empty() || after.empty()) {
      lines.push_back(name + (before.empty() ? " is new: " + in_line(after) : " is gone: " + in_line(before)));
      return before.empty() ? leaning->is_new : -leaning->is_new;
    }
    return compare_condition(name, before, after, lines) * leaning->asks_more;
  }
  lines.push_back(name + (before.empty() ? ": " + in_line(after) : after.empty() ? " is gone; it was " + in_line(before) : ": " + in_line(before) + " became " + in_line(after)));
  if (name == "effect") {
    const int was = effect_rank(before), is = effect_rank(after);
    return was < 0 || is < 0 ? 0 : is > was ? 1 : -1;
  }
  static const std::set<std::string> only_words = {"title", "clause", "reading", "otherwise", "or_else", "row", "rows", "reason", "note"};
  if (only_words.contains(name)) return std::nullopt;
  return 0;
}

Change described(const Sentences& rule, Verdict verdict) { return {verdict, rule.kind, rule.id, rule.text("title"), rule.text("clause"), {}}; }

std::optional<Change> compare(const Sentences& before, const Sentences& after) {
  Change change = described(after, Verdict::reworded);
  std::set<std::string> names;
  for (const auto& [name, words] : before.parts) names.insert(name);
  for (const auto& [name, words] : after.parts) names.insert(name);
  bool tighter = false, looser = false, unknown = false;
  for (const auto& name : names) {
    const Words &was = part_of(before, name), &is = part_of(after, name);
    if (was == is) continue;
    const auto moved = compare_part(name, was, is, change.lines);
    if (!moved) continue;
    (*moved > 0 ? tighter : *moved < 0 ? looser : unknown) = true;
  }
  if (change.lines.empty()) return std::nullopt;
  if (unknown || (tighter && looser)) change.verdict = Verdict::changed;
  else if (tighter) change.verdict = Verdict::tightened;
  else if (looser) change.verdict = Verdict::loosened;
  return change;
}

// The words of each value, in the order of their days.
std::string values_of(const Sentences& parameter) {
  std::string out;
  for (const char* part : {"from", "value", "is"})
    if (const Words& words = part_of(parameter, part); !words.empty()) out += (out.empty() ? "" : ", ") + in_line(words);
  return out;
}

// Which rules name a parameter.
std::string read_by(const std::string& id, const std::map<std::string, Sentences>& all) {
  std::string out;
  for (const auto& [key, rule] : all)
    for (const auto& [name, words] : rule.parts)
      for (std::size_t i = 0; i + 2 < words.size(); ++i)
        if (words[i] == "parameters" && words[i + 1] == "." && words[i + 2] == id && !out.contains(rule.id)) out += (out.empty() ? "" : ", ") + rule.id;
  return out;
}

// A parameter that differs: each day of it that is new, gone, or has another value.
std::vector<std::string> by_date(const Sentences& before, const Sentences& after) {
  std::vector<std::string> lines;
  const auto dated = [](const Sentences& parameter) {
    std::map<std::string, std::string> out;
    const Words& words = part_of(parameter, "from");
    for (const Words& one : members_of([&] { Words w{"from"}; w.insert(w.end(), words.begin(), words.end()); return w; }(), "from"))
      if (one.size() > 4 && one[0] == "[" && one[2] == "]" && one[3] == "=") out[one[1].substr(1, one[1].size() - 2)] = in_line(Words(one.begin() + 4, one.end()));
    return out;
  };
  const auto was = dated(before), is = dated(after);
  for (const auto& [day, value] : was)
    if (!is.contains(day)) lines.push_back("from " + day + " it no longer is " + value);
  for (const auto& [day, value] : is) {
    const auto old = was.find(day);
    if (old == was.end()) lines.push_back("from " + day + " it is " + value);
    else if (old->second != value) lines.push_back("from " + day + " it is " + value + ", and was " + old->second);
  }
  return lines;
}

bool is_rule(const std::string& kind) { return std::ranges::find(rule_kinds, kind) != rule_kinds.end(); }

std::vector<std::string> layers_apart(const policy::Pack& before, const policy::Pack& after) {
  std::vector<std::string> out;
  for (const auto& layer : after.layers) {
    const auto was = std::ranges::find(before.layers, layer.id, &policy::Layer::id);
    if (layer.id == after.id) continue;
    if (was == before.layers.end()) out.push_back("it is now built on " + layer.id + " " + layer.version);
    else if (was->digest != layer.digest) out.push_back("the layer " + layer.id + " below is another text: " + was->version + ", now " + layer.version);
  }
  for (const auto& layer : before.layers)
    if (layer.id != before.id && std::ranges::find(after.layers, layer.id, &policy::Layer::id) == after.layers.end()) out.push_back("it is no longer built on " + layer.id);
  return out;
}

// A parameter says its values by date, and who reads it.
void tell_parameter(const Sentences* before, const Sentences* after, const std::map<std::string, Sentences>& all, Change& change) {
  if (before != nullptr && after != nullptr) {
    if (const auto lines = by_date(*before, *after); !lines.empty()) {
      std::erase_if(change.lines, [](const auto& line) { return line.starts_with("from:"); });
      change.lines.insert(change.lines.begin(), lines.begin(), lines.end());
      change.verdict = Verdict::changed;
    }
  } else if (const std::string values = values_of(after != nullptr ? *after : *before); !values.empty()) {
    change.lines.push_back(values);
  }
  if (const std::string by = read_by(change.id, all); !by.empty()) change.lines.push_back("read by " + by);
}

// A rule or an override that is new is shown with what it asks, or by whose authority it is there.
void tell_new(const Sentences& rule, Change& change) {
  for (const char* part : {"passes_when", "arises_when", "admitted_when"})
    if (const Words& says = part_of(rule, part); !says.empty()) change.lines.push_back(std::string(part) + ": " + in_line(says));
  for (const char* part : {"effect", "and_also", "authority", "reason", "written_against"})
    if (const Words& says = part_of(rule, part); !says.empty()) change.lines.push_back(std::string(part) + ": " + in_line(says));
}

}  // namespace

std::string_view word(Verdict verdict) {
  static constexpr std::array<std::string_view, 6> words = {"added", "removed", "tightened", "loosened", "changed", "reworded"};
  return words[static_cast<std::size_t>(verdict)];
}

Difference difference_of(const policy::Pack& before, const lua::LayerText& before_text, const policy::Pack& after, const lua::LayerText& after_text) {
  Difference out;
  out.before = before.id + " " + before.version;
  out.after = after.id + " " + after.version;
  out.layers = layers_apart(before, after);
  const auto was = sentences_of(before_text), is = sentences_of(after_text);
  std::set<std::string> keys;
  for (const auto& [key, rule] : was) keys.insert(key);
  for (const auto& [key, rule] : is) keys.insert(key);
  for (const auto& key : keys) {
    const auto old_at = was.find(key), now_at = is.find(key);
    const Sentences* old = old_at == was.end() ? nullptr : &old_at->second;
    const Sentences* now = now_at == is.end() ? nullptr : &now_at->second;
    const Sentences& rule = now != nullptr ? *now : *old;
    if (rule.kind == "pack") continue;
    std::optional<Change> change;
    if (old == nullptr) change = described(rule, Verdict::added);
    else if (now == nullptr) change = described(rule, Verdict::removed);
    else change = compare(*old, *now);
    if (!change) continue;
    if (rule.kind == "parameter") tell_parameter(old, now, is, *change);
    else if (old == nullptr) tell_new(rule, *change);
    (rule.kind == "parameter" ? out.parameters : rule.kind == "override" ? out.overrides : is_rule(rule.kind) ? out.rules : out.others).push_back(std::move(*change));
  }
  return out;
}

}  // namespace remit::pack

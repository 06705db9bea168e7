#include "study/changed_round.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <stdexcept>
#include <vector>

namespace remit::study {

using intake::Json;
using Kind = Json::Kind;

namespace {

std::vector<std::string> steps_of(const std::string& path) {
  std::vector<std::string> steps;
  for (std::size_t at = 0;;) {
    const auto slash = path.find('/', at);
    steps.push_back(path.substr(at, slash - at));
    if (slash == path.npos) return steps;
    at = slash + 1;
  }
}

Json* member(Json& object, std::string_view key) {
  for (auto& [name, value] : object.members)
    if (name == key) return &value;
  return nullptr;
}

// The item of a list that `step` names: `A1` by its id, `code=2a` by a field, `0` by place.
std::size_t place_of(const Json& list, const std::string& step) {
  const auto equals = step.rfind('=');
  const std::string field = equals == step.npos || equals == 0 ? "id" : step.substr(0, equals);
  const std::string value = equals == step.npos ? step : step.substr(equals + 1);
  for (std::size_t i = 0; i < list.items.size(); ++i)
    if (list.items[i].kind == Kind::object && list.items[i][field].str() == value && list.items[i].has(field)) return i;
  std::size_t place = 0;
  const auto [end, fault] = std::from_chars(step.data(), step.data() + step.size(), place);
  if (fault != std::errc() || end != step.data() + step.size() || place >= list.items.size())
    throw std::invalid_argument("the list has no item `" + step + "`; items are named by their id, by `field=value` or by their place from 0");
  return place;
}

Json& step_into(Json& at, const std::string& step) {
  if (at.kind == Kind::list) return at.items[place_of(at, step)];
  if (at.kind != Kind::object) throw std::invalid_argument("`" + step + "` is looked for in what is neither a record nor a list");
  if (Json* there = member(at, step)) return *there;
  at.members.emplace_back(step, Json());
  at.members.back().second.kind = Kind::object;
  return at.members.back().second;
}

void put_in_list(Json& list, const std::string& last, const Json& value) {
  const auto place = static_cast<std::ptrdiff_t>(place_of(list, last));
  if (value.is_null()) list.items.erase(list.items.begin() + place);
  else list.items[static_cast<std::size_t>(place)] = value;
}

void put_in_object(Json& object, const std::string& last, const Json& value) {
  if (object.kind != Kind::object) throw std::invalid_argument("`" + last + "` would be put into what is neither a record nor a list");
  if (value.is_null()) std::erase_if(object.members, [&](const auto& m) { return m.first == last; });
  else if (Json* there = member(object, last)) *there = value;
  else object.members.emplace_back(last, value);
}

Json mark_of(const std::string& who, const std::string& application, const std::string& measure, const Json& score, bool justified) {
  Json mark;
  mark.kind = Kind::object;
  mark.members = {{"member", text_value(who)}, {"application", text_value(application)}, {"measure", text_value(measure)}, {"score", score}};
  if (justified) mark.members.emplace_back("justification", text_value("as written"));
  return mark;
}

Json taken(Json& object, std::string_view key) {
  Json out;
  if (Json* there = member(object, key)) out = std::move(*there);
  std::erase_if(object.members, [&](const auto& m) { return m.first == key; });
  return out;
}

}  // namespace

Json text_value(std::string text) {
  Json out;
  out.kind = Kind::text;
  out.text = std::move(text);
  return out;
}

void put(Json& document, const std::string& path, const Json& value) {
  std::vector<std::string> steps = steps_of(path);
  const std::string last = std::move(steps.back());
  steps.pop_back();
  try {
    Json* at = &document;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const bool to_add = i + 1 == steps.size() && last == "+" && at->kind == Kind::object && !member(*at, steps[i]);
      at = &step_into(*at, steps[i]);
      if (to_add) at->kind = Kind::list;
    }
    if (last == "+" && at->kind != Kind::list) throw std::invalid_argument("`+` adds to a list, and there is none");
    if (last == "+") at->items.push_back(value);
    else if (at->kind == Kind::list) put_in_list(*at, last, value);
    else put_in_object(*at, last, value);
  } catch (const std::invalid_argument& wrong) {
    throw std::invalid_argument("change `" + path + "`: " + wrong.what());
  }
}

Json changed_round(const Json& base, const Json& change) {
  Json made = base;
  for (const auto& [path, value] : change.members) put(made, path, value);
  std::set<std::vector<std::string>> unjustified;
  for (const Json& mark : taken(made, "unjustified").items) {
    std::vector<std::string> one;
    for (const Json& part : mark.items) one.push_back(part.str());
    unjustified.insert(std::move(one));
  }
  if (!made.has("sheets")) return made;
  Json scores;
  scores.kind = Kind::list;
  for (const auto& [who, sheets] : taken(made, "sheets").members)
    for (const auto& [application, marks] : sheets.members)
      for (const auto& [measure, score] : marks.members)
        scores.items.push_back(mark_of(who, application, measure, score, !unjustified.contains({who, application, measure})));
  put_in_object(made, "scores", scores);
  return made;
}

bool same(const Json& a, const Json& b) {
  if (a.kind != b.kind || a.text != b.text || a.boolean != b.boolean || a.items.size() != b.items.size() || a.members.size() != b.members.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  return std::ranges::all_of(a.members, [&](const auto& m) { return b.has(m.first) && same(m.second, b[m.first]); });
}

}  // namespace remit::study

#include "record/difference.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/text.hpp"

namespace remit::record {

using intake::Json;

namespace {

constexpr std::array<std::string_view, 12> first_looked_at{"outcome", "decision", "findings", "read", "cause", "counted",
                                                            "marks", "measures", "mean", "met", "exact", "amount"};
constexpr std::array<std::string_view, 6> names{"rule", "measure", "member", "id", "field", "application"};

std::size_t place(std::string_view key) {
  return static_cast<std::size_t>(std::ranges::find(first_looked_at, key) - first_looked_at.begin());
}

/// The key by which items of both lists can be told apart, or nothing.
std::string_view naming_key(const Json& a, const Json& b) {
  for (const std::string_view key : names) {
    bool tells = true;
    for (const Json* list : {&a, &b}) {
      std::set<std::string_view> seen;
      for (const Json& item : list->items) tells = tells && item.kind == Json::Kind::object && item.has(key) && seen.insert(item[key].str()).second;
    }
    if (tells) return key;
  }
  return {};
}

std::optional<Difference> under(std::string where, const Json& was, const Json& now) {
  auto found = first_difference(was, now);
  if (!found) return found;
  found->where = found->where.empty() ? std::move(where) : std::move(where) + ", " + found->where;
  return found;
}

std::optional<Difference> in_objects(const Json& was, const Json& now) {
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : was.members) keys.push_back(key);
  for (const auto& [key, value] : now.members)
    if (!was.has(key)) keys.push_back(key);
  std::ranges::stable_sort(keys, [](auto a, auto b) { return std::pair(place(a), a) < std::pair(place(b), b); });
  for (const std::string_view key : keys)
    if (auto found = under(std::string(key), was[key], now[key])) return found;
  return {};
}

const Json* with(const Json& list, std::string_view key, std::string_view name) {
  const auto it = std::ranges::find_if(list.items, [&](const Json& item) { return item[key].str() == name; });
  return it == list.items.end() ? nullptr : &*it;
}

std::optional<Difference> in_named_lists(const Json& was, const Json& now, std::string_view key) {
  for (const Json& item : was.items) {
    const std::string& name = item[key].str();
    const std::string where = std::string(key) + " " + name;
    const Json* other = with(now, key, name);
    if (other == nullptr) return Difference{where, "there", "not there"};
    if (auto found = under(where, item, *other)) return found;
  }
  for (const Json& item : now.items)
    if (with(was, key, item[key].str()) == nullptr) return Difference{std::string(key) + " " + item[key].str(), "not there", "there"};
  for (std::size_t i = 0; i < was.items.size(); ++i)
    if (was.items[i][key].str() != now.items[i][key].str())
      return Difference{"order", was.items[i][key].str() + " at place " + std::to_string(i + 1), now.items[i][key].str()};
  return {};
}

std::optional<Difference> in_lists(const Json& was, const Json& now) {
  const std::string_view key = naming_key(was, now);
  if (!key.empty()) return in_named_lists(was, now, key);
  for (std::size_t i = 0; i < std::min(was.items.size(), now.items.size()); ++i)
    if (auto found = under("item " + std::to_string(i + 1), was.items[i], now.items[i])) return found;
  if (was.items.size() == now.items.size()) return {};
  return Difference{{}, short_words(was), short_words(now)};
}

}  // namespace

std::string short_words(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null: return "nothing";
    case Json::Kind::boolean: return value.boolean ? "yes" : "no";
    case Json::Kind::number: return value.text;
    case Json::Kind::text: return "\"" + base::printable(value.text, 120) + "\"";
    case Json::Kind::object: return "a record";
    case Json::Kind::list: break;
  }
  if (value.items.empty()) return "none";
  std::vector<std::string> words;
  for (const Json& item : value.items)
    words.push_back(item.kind == Json::Kind::object && item.has("message") ? item["message"].str() : short_words(item));
  return base::printable(base::join_and(words), 200);
}

std::optional<Difference> first_difference(const Json& was, const Json& now) {
  if (was.kind != now.kind) return Difference{{}, short_words(was), short_words(now)};
  switch (was.kind) {
    case Json::Kind::object: return in_objects(was, now);
    case Json::Kind::list: return in_lists(was, now);
    case Json::Kind::null: return {};
    case Json::Kind::boolean:
      if (was.boolean == now.boolean) return {};
      break;
    case Json::Kind::number:
    case Json::Kind::text:
      if (was.text == now.text) return {};
      break;
  }
  return Difference{{}, short_words(was), short_words(now)};
}

std::string Difference::text() const {
  return (where.empty() ? std::string() : where + ": ") + "was " + was + ", now " + now;
}

}  // namespace remit::record

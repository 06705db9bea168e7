// What a case expects of the pack's own files: standing data, silences, how many of a kind there are.
#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "study/changed_round.hpp"
#include "study/expectations.hpp"

namespace remit::study {

using intake::Json;

namespace {

const Item* item_of(Given& given, const Json& wanted, const std::string& kind) {
  std::vector<std::string> ids;
  for (const Item& item : given.items) {
    if (!kind.empty() && item.word != kind) continue;
    if (item.id == wanted["id"].str()) return &item;
    ids.push_back(item.id);
  }
  const std::string near = base::nearest(wanted["id"].str(), ids);
  given.says("the pack", "it has no " + (kind.empty() ? "entry" : kind) + " \"" + wanted["id"].str() + "\"" + (near.empty() ? "" : "; the nearest is \"" + near + "\""));
  return nullptr;
}

Json number(std::size_t n) {
  Json out = text_value(std::to_string(n));
  out.kind = Json::Kind::number;
  return out;
}

std::size_t whole(const Json& json) { return json.str().empty() || json.str().size() > 6 || json.str().find_first_not_of("0123456789") != std::string::npos ? 0 : std::stoul(json.str()); }

// The place of the item among those of its kind, and how many there are.
void check_place(Given& given, const Json& wanted, const Item& item, const std::string& about) {
  std::size_t place = 0, all = 0;
  for (const Item& other : given.items) {
    if (other.word != item.word) continue;
    ++all;
    if (&other == &item) place = all;
  }
  if (wanted.has("place") && !same(wanted["place"], number(place))) given.differs(about, "place", wanted["place"], number(place));
  if (wanted.has("of") && !same(wanted["of"], number(all))) given.differs(about, "how many there are of its kind", wanted["of"], number(all));
}

// {"list": "steps", "length": 7, "at": 1, "item": {...}}
void check_list(Given& given, const Json& wanted, const Item& item, const std::string& about) {
  const std::string& name = wanted["list"].str();
  const Json& list = item.keys[name];
  if (list.kind != Json::Kind::list) return given.says(about, "it has no list `" + name + "`");
  if (wanted.has("length") && !same(wanted["length"], number(list.items.size()))) given.differs(about, "length of " + name, wanted["length"], number(list.items.size()));
  if (!wanted.has("at")) {
    if (wanted.has("item") && !same(wanted["item"], list)) given.differs(about, name, wanted["item"], list);
    return;
  }
  const std::size_t at = whole(wanted["at"]);
  if (at == 0 || at > list.items.size()) return given.says(about, name + " has " + std::to_string(list.items.size()) + " items, and none is number " + shown(wanted["at"]));
  Json had = list.items[at - 1];
  if (wanted["item"].kind == Json::Kind::object && had.kind == Json::Kind::object)
    std::erase_if(had.members, [&](const auto& m) { return !wanted["item"].has(m.first); });
  if (!same(wanted["item"], had)) given.differs(about, "item " + std::to_string(at) + " of " + name, wanted["item"], had);
}

void check_entry(Given& given, const Json& wanted, const std::string& kind) {
  const Item* item = item_of(given, wanted, kind);
  if (!item) return;
  const std::string about = item->word + " \"" + item->id + "\" (" + item->file + ":" + std::to_string(item->line) + ")";
  static constexpr std::array<std::string_view, 8> others{"kind", "id", "list", "length", "at", "item", "place", "of"};
  for (const auto& [key, value] : wanted.members) {
    if (std::ranges::find(others, key) != others.end()) continue;
    if (key.ends_with("_has")) {
      const std::string name = key.substr(0, key.size() - 4);
      if (shown(item->keys[name]).find(value.str()) == std::string::npos) given.differs(about, name, text_value("... " + value.str() + " ..."), item->keys[name]);
    } else if (key == "row") {
      if (!item->carries(value.str())) given.differs(about, "row", value, item->keys["row"]);
    } else if (!same(value, item->keys[key])) {
      given.differs(about, key, value, item->keys[key]);
    }
  }
  if (wanted.has("place")) check_place(given, wanted, *item, about);
  if (wanted.has("list")) check_list(given, wanted, *item, about);
}

void entries(Given& given, const Json& all) {
  for (const Json& wanted : all.items) check_entry(given, wanted, wanted["kind"].str());
}

void no_provisions(Given& given, const Json& all) {
  for (const Json& wanted : all.items) {
    Json whole = wanted;
    if (wanted.kind == Json::Kind::text) {
      whole = Json();
      whole.kind = Json::Kind::object;
      whole.members.emplace_back("id", wanted);
    }
    check_entry(given, whole, "no_provision");
  }
}

void counts(Given& given, const Json& wanted) {
  for (const auto& [kind, n] : wanted.members) {
    const Json had = number(static_cast<std::size_t>(std::ranges::count(given.items, kind, &Item::word)));
    if (!same(n, had)) given.differs("the pack", "number of " + kind, n, had);
  }
}

void absent(Given& given, const Json& wanted) {
  for (const Json& name : wanted.items)
    for (const Item& item : given.items)
      if (item.id == name.str()) given.says("the pack", "it has " + item.word + " \"" + item.id + "\" (" + item.file + ":" + std::to_string(item.line) + "), which should not be there");
}

}  // namespace

const Comparisons& of_files() {
  static const Comparisons table{{"entries", entries}, {"no_provisions", no_provisions}, {"counts", counts}, {"absent", absent}};
  return table;
}

}  // namespace remit::study

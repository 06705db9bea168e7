#include "lua/record_table.hpp"

#include <algorithm>
#include <lua.hpp>

#include "base/text.hpp"

namespace remit::lua {

namespace {

// Types that every round has, or that Remit works out: none of them is a table of a pack's own.
constexpr std::string_view core_types[] = {"round", "stream", "source", "organisation", "panel", "member", "tie", "declaration", "application",
                                           "element", "partner", "clarification", "lodged", "facts"};
// Keys of a document and files of a round that mean something else.
constexpr std::string_view taken[] = {"id", "partnership", "title", "as_of", "currency", "pack", "round", "rounds", "stream", "streams", "panel", "panels", "member", "members",
                                      "declaration", "declarations", "organisation", "organisations", "application", "applications", "score", "scores", "appeal", "appeals"};

// "body" -> "bodies", "needs_case" -> "needs_cases", "plan" -> "plans"
std::string plural_of(const std::string& name) {
  const auto vowel = [](char c) { return std::string_view("aeiou").contains(c); };
  const char last = name.back(), before = name.size() > 1 ? name[name.size() - 2] : ' ';
  if (last == 'y' && !vowel(before)) return name.substr(0, name.size() - 1) + "ies";
  if (last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'))) return name + "es";
  return name + 's';
}

// The names that its file may have, without their ending.
std::vector<std::string> stems_of(Spec& spec, const base::RecordType& type) {
  const std::string file = spec.text("file");
  if (file.empty()) return {type.name, type.plural};
  const std::string stem = file.substr(0, file.rfind('.'));
  if (!good_name(stem)) spec.problem_in("file", "BAD_ID", "`file` is a name with its ending, like \"timetable.json\": small letters, digits and underscores before the dot");
  return {stem};
}

bool is_text(Spec& spec, const char* key) {
  if (!spec.push(key)) return false;
  const bool yes = lua_type(spec.loading.L(), -1) == LUA_TSTRING;
  lua_pop(spec.loading.L(), 1);
  return yes;
}

}  // namespace

bool is_own(const base::RecordType& type) { return std::ranges::find(core_types, type.name) == std::end(core_types); }

std::string begin_table(Spec& spec, base::RecordType& type) {
  if (!is_own(type)) return {};
  if (!is_text(spec, "key")) {
    if (type.plural.empty())
      for (const char* key : {"file", "plural"})
        if (is_text(spec, key)) spec.problem("MISSING_KEY", std::string("`") + key + "` is said of records with a file of their own: `key = \"id\"` says what tells them apart", key);
    return {};
  }
  const std::string key = spec.text("key");
  if (!type.fields.empty()) {
    spec.problem("LATE_KEY", "`key` stands where `" + type.name + "` is first declared", "key");
    return {};
  }
  if (!good_name(key)) {
    spec.problem_in("key", "BAD_ID", "`key` names a field: small letters, digits and underscores");
    return {};
  }
  type.plural = is_text(spec, "plural") ? spec.text("plural") : plural_of(type.name);
  if (!good_name(type.plural)) spec.problem_in("plural", "BAD_ID", "`plural` is what several of them are called: small letters, digits and underscores");
  type.stems = stems_of(spec, type);
  for (const auto& stem : type.stems)
    if (std::ranges::find(taken, stem) != std::end(taken)) spec.problem("RESERVED", "`" + stem + "` is something else in a round; give the record another name, or say `file = \"...\"`", spec.id);
  lua_State* L = spec.loading.L();
  if (!spec.push(key.c_str())) {
    base::Field id;
    id.path = key;
    id.label = (key == "id" ? "id" : base::spoken(key)) + " of the " + base::spoken(type.name);
    type.add(id);
  } else {
    lua_pop(L, 1);
  }
  return key;
}

void end_table(Spec& spec, base::RecordType& type) {
  if (type.fields.empty()) return;
  base::Field& key = type.fields.front();
  if (key.type != base::Type::text || !key.refers.empty())
    return spec.problem_in("key", "WRONG_TYPE", "`key` names a text: `" + key.path + " = text`");
  key.required = key.is_id = true;
  base::RecordType& records = *spec.loading.pack.schema.find("records");
  if (records.find(type.plural) >= 0) return spec.problem("DUPLICATE_ID", "there are `" + type.plural + "` already; say `plural = \"...\"`", spec.id);
  for (const auto& field : records.fields)
    for (const auto& stem : field.item_type->stems)
      if (std::ranges::find(type.stems, stem) != type.stems.end()) spec.problem("DUPLICATE_ID", "`" + field.item_type->name + "` is read from `" + stem + "` already; say `file = \"...\"`", spec.id);
  base::Field list;
  list.path = type.plural;
  list.label = base::spoken(type.plural);
  list.type = base::Type::list;
  list.item = base::Type::record;
  list.item_type = &type;
  list.derived = true;
  spec.loading.add_others(type.name, static_cast<std::uint16_t>(records.add(list)));
}

}  // namespace remit::lua

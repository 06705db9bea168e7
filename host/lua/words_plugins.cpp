// The word `plugin`, and where rules name one. A pack says by itself which plug-ins it needs and what they look up, so that it
// loads, and is checked and replayed, where none of them is installed:
//
//   plugin "deprivation" {
//     version = "1.0.0",                                             -- the least; the same major
//     reads   = { ["application.small_area"] = application.lsoa },   -- what it calls by a name of its own
//     files   = { areas = "areas.csv" },                             -- in data/deprivation/ of the round or of the pack
//     facts   = { decile = count },                                  -- facts.deprivation.decile
//   }
//
//   criterion "registered" { ..., plugin = "charity-register/registered" }
#include <algorithm>
#include <filesystem>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/rule_parts.hpp"
#include "lua/state.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using base::Type;

namespace {

// "charity-register": small letters, digits and hyphens, a letter first.
bool good_plugin_name(std::string_view name) {
  if (name.empty() || name.size() > 80 || name[0] < 'a' || name[0] > 'z') return false;
  return std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

using Pairs = std::vector<std::pair<std::string, std::string>>;

// The entries of the table `key`, in order of name; `read` finds the text of the value on top of the stack, or reports and
// answers false.
template <class Read>
Pairs pairs(Spec& spec, const char* key, const std::string& example, Read read) {
  Pairs found;
  if (!spec.push(key)) return found;
  lua_State* L = spec.loading.L();
  const int table = lua_gettop(L);
  if (!lua_istable(L, table)) {
    spec.problem_in(key, "WRONG_TYPE", std::string("`") + key + "` is `" + example + "`");
    lua_pop(L, 1);
    return found;
  }
  bool named = true;
  lua_pushnil(L);
  while (lua_next(L, table)) {
    named &= is_text(L, -2);
    if (is_text(L, -2))
      if (std::string text; read(std::string(text_at(L, -2)), text)) found.emplace_back(text_at(L, -2), std::move(text));
    lua_pop(L, 1);
  }
  if (!named) spec.problem_in(key, "UNKNOWN_KEY", std::string("in `") + key + "` something stands without a name; it is `" + example + "`");
  lua_pop(L, 1);
  std::ranges::sort(found);
  return found;
}

Pairs reads_of(Spec& spec) {
  return pairs(spec, "reads", "{ [\"application.small_area\"] = application.lsoa }", [&](const std::string& name, std::string& text) {
    const Handle* h = spec.loading.handle_at(-1);
    if (h && h->kind == Handle::Kind::broken) return false;
    if (!h || h->kind != Handle::Kind::field || h->root == policy::root::parameters) {
      spec.problem_in("reads", "WRONG_TYPE", "`" + base::printable(name, 80) + "` is read from a field, without a verb: `application.lsoa`");
      return false;
    }
    text = spec.loading.name_of(*h);
    return true;
  });
}

Pairs settings_of(Spec& spec) {
  return pairs(spec, "settings", "{ threshold = ratio(9, 10) }", [&](const std::string& name, std::string& text) {
    lua_State* L = spec.loading.L();
    if (lua_isboolean(L, -1)) text = lua_toboolean(L, -1) ? "yes" : "no";
    else if (is_text(L, -1)) text = text_at(L, -1);
    else if (lua_isnumber(L, -1)) text = exact_number(spec.loading, lua_gettop(L), "the setting `" + name + "` of plugin \"" + spec.id + "\"").exact();
    else {
      Answer a;
      std::string why;
      if (!read_answer(L, {}, a, why) || a.kind == Answer::Kind::table || a.kind == Answer::Kind::nothing) {
        spec.problem_in("settings", "WRONG_TYPE", "the setting `" + base::printable(name, 80) + "` is a text, a number, or yes or no");
        return false;
      }
      text = a.kind == Answer::Kind::number ? a.number.exact() : a.words();
    }
    return true;
  });
}

Pairs files_of(Spec& spec) {
  return pairs(spec, "files", "{ areas = \"areas.csv\" }", [&](const std::string& name, std::string& text) {
    if (is_text(spec.loading.L(), -1)) text = text_at(spec.loading.L(), -1);
    const std::filesystem::path path(text);
    const bool inside = !text.empty() && path.is_relative() && std::ranges::none_of(path, [](const auto& part) { return part == ".." || part == "."; });
    if (!inside) spec.problem_in("files", "WRONG_VALUE", "`" + base::printable(name, 80) + "` is the name of a file in data/" + spec.id + "/ of the round or of the pack: `\"areas.csv\"`");
    return inside;
  });
}

// Adds what it looks up to the record type `facts`, in a group of its own.
void facts_of(Spec& spec, policy::PluginNeed& need) {
  if (!spec.push("facts")) return;
  lua_State* L = spec.loading.L();
  policy::Pack& pack = spec.loading.pack;
  base::RecordType& facts = *pack.schema.find("facts");
  std::string name = spec.id;
  std::ranges::replace(name, '-', '_');
  if (!lua_istable(L, -1)) spec.problem_in("facts", "WRONG_TYPE", "`facts` says what it looks up: `{ decile = count }`");
  else if (facts.find(name) >= 0) spec.problem("DUPLICATE_FIELD", "`facts." + name + "` stands already", spec.id);
  else {
    base::Field group;
    group.name = group.path = name;
    group.label = base::spoken(name);
    group.type = Type::record;
    const auto first = static_cast<std::size_t>(facts.add(group)) + 1;
    add_fields(spec, facts, lua_gettop(L), name);
    for (std::size_t f = first; f < facts.fields.size(); ++f) {
      static constexpr Type plain[] = {Type::text, Type::yes_no, Type::count, Type::number, Type::money, Type::date, Type::moment};
      if (std::ranges::find(plain, facts.fields[f].type) == std::end(plain))
        spec.problem("UNKNOWN_TYPE", "a fact of a plug-in is text, yes_no, count, number, money, date or moment, and `" + facts.fields[f].name + "` is none of these", facts.fields[f].name);
      need.facts.push_back(static_cast<std::uint16_t>(f));
    }
    if (need.facts.empty()) spec.problem_in("facts", "MISSING_KEY", "`facts` names nothing: `{ decile = count }`");
  }
  lua_pop(L, 1);
}

void plugin(Spec& spec) {
  policy::Pack& pack = spec.loading.pack;
  policy::PluginNeed need;
  need.id = spec.id;
  need.layer = spec.loading.layer;
  need.file = spec.loading.file;
  need.line = spec.line;
  need.version = spec.text("version", true);
  if (!need.version.empty() && !is_version(need.version)) spec.problem_in("version", "BAD_VERSION", "`version` is three numbers, like \"1.0.0\"");
  if (!good_plugin_name(spec.id)) spec.problem("BAD_ID", "a plug-in's name begins with a small letter", spec.id);
  need.reads = reads_of(spec);
  need.settings = settings_of(spec);
  need.files = files_of(spec);
  facts_of(spec, need);
  spec.done();
  if (pack.procedure == "each/1")
    return spec.problem("WRONG_PROCEDURE", "plug-ins answer about the applications of a round; a pack with `procedure = \"each/1\"` cannot use them in this version", spec.id);
  const bool looks_up = !need.facts.empty();
  pack.plugins.push_back(std::move(need));
  if (!looks_up) return;
  spec.loading.used_plugins.push_back({pack.uses.size(), spec.id, {}, {}, spec.loading.file, {}});
  pack.uses.push_back({0, {}, policy::Capability::data_source, false, "the facts of plugin \"" + spec.id + "\""});
}

// Who shares out the money, in the place of the procedure's own step.
void allocation(Spec& spec) {
  policy::Rule rule;
  read_common(spec, rule);
  rule.use = plugin_use(spec, policy::Capability::allocator);
  if (!spec.has("plugin")) spec.missing("plugin", "`plugin = \"best-fit-allocator/best-fit\"` is missing: the plug-in that shares out the money");
  spec.done();
  policy::Pack& pack = spec.loading.pack;
  if (pack.allocation) return spec.problem("DUPLICATE_ID", "a pack has one allocation at most, and \"" + pack.allocation->id + "\" stands already", spec.id);
  pack.allocation = std::move(rule);
}

}  // namespace

int plugin_use(Spec& spec, policy::Capability capability, bool or_round_check) {
  if (!spec.has("plugin")) return -1;
  const std::string named = spec.text("plugin");
  if (named.empty()) return -1;   // told
  policy::Pack& pack = spec.loading.pack;
  const std::size_t slash = named.find('/');
  const std::string id = named.substr(0, slash), item = slash == std::string::npos ? std::string() : named.substr(slash + 1);
  if (!good_plugin_name(id) || !good_plugin_name(item)) {
    spec.problem_in("plugin", "BAD_ID", "`plugin` names a plug-in and what it offers, with a slash between: `\"charity-register/registered\"`");
    return -1;
  }
  const std::string called = spec.word + " \"" + spec.id + "\"";
  spec.loading.used_plugins.push_back({pack.uses.size(), id, spec.id, called, spec.loading.file, spec.body().value("plugin")});
  if (!spec.loading.used_plugins.back().spot.line) spec.loading.used_plugins.back().spot.line = spec.line;
  pack.uses.push_back({0, item, capability, or_round_check, called});
  return static_cast<int>(pack.uses.size()) - 1;
}

base::Problems settle_plugins(Loading& loading) {
  policy::Pack& pack = loading.pack;
  base::Problems problems;
  std::ranges::sort(pack.plugins, {}, &policy::PluginNeed::id);
  std::vector<std::string> ids;
  for (const auto& need : pack.plugins) ids.push_back(need.id);
  for (const UsedPlugin& used : loading.used_plugins) {
    const auto at = std::ranges::find(ids, used.plugin);
    if (at != ids.end()) {
      pack.uses[used.use].need = static_cast<std::uint16_t>(at - ids.begin());
      continue;
    }
    const std::string near = base::nearest(used.plugin, ids);
    const std::string source(loading.sandbox.source_line(used.file, used.spot.line));
    problems.push_back({"UNKNOWN_PLUGIN", used.file, used.spot.line, used.spot.column, {},
                        used.called + ": the pack declares no plug-in `" + used.plugin + "`" +
                            (near.empty() ? ": write `plugin \"" + used.plugin + "\" { version = \"1.0.0\" }`" : "; the nearest is `" + near + "`"),
                        source, used.rule});
  }
  // a rule that an override has replaced asks nobody any more
  auto forget = [](auto& rules) {
    for (auto& rule : rules)
      if (rule.use >= 0 && rule.test->is_sentence()) rule.use = -1;
  };
  forget(pack.criteria);
  forget(pack.conflicts);
  forget(pack.requirements);
  forget(pack.appeals);
  return problems;
}

void define_plugin_words(Loading& loading) {
  define_word(loading, "plugin", plugin);
  define_word(loading, "allocation", allocation);
}

}  // namespace remit::lua

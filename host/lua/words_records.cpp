// The word `record`: a record type of the pack, or further fields of one that every round has.
//
//   record "need" { assessed_by_caf = yes_no, services_involved = count, location = { council = text, postcode = text } }
//   record "partner" { analysis = text { label = "analysis of what they commission now" } }
//
// Types stand without quotes; { } after one says more of it (label, required). Record types are declared in pack.lua or
// records.lua, for a name must be known before a sentence can use it.
#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/library_parts.hpp"
#include "lua/record_table.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

constexpr std::pair<const char*, Type> field_types[] = {
    {"text", Type::text}, {"yes_no", Type::yes_no}, {"number", Type::number}, {"money", Type::money}, {"date", Type::date},
    {"moment", Type::moment}, {"organisation", Type::organisation}, {"answer", Type::answer}, {"count", Type::count}};

std::string type_names() { return "text, yes_no, count, number, money, date, moment, organisation, answer, one_of { }, list_of(type), id_of(type), or a group { }"; }

class RecordWord {
 public:
  RecordWord(Spec& spec, RecordType& type) : spec_(spec), loading_(spec.loading), L_(spec.loading.L()), type_(type) {}

  // The fields in the table at `index`, in order of name, under the group `group`; the field `first` before all others.
  void fields(int index, const std::string& group, bool top, const std::string& first = {}) {
    std::vector<std::string> names;
    lua_pushnil(L_);
    while (lua_next(L_, index)) {
      if (lua_type(L_, -2) == LUA_TSTRING) names.emplace_back(lua_tostring(L_, -2));
      lua_pop(L_, 1);
    }
    std::ranges::sort(names, {}, [&](const std::string& name) { return std::pair(name != first, std::string_view(name)); });
    if (lua_rawlen(L_, index) > 0)
      spec_.problem("UNKNOWN_KEY", (group.empty() ? std::string("something") : "in `" + group + "` something") + " stands without a name; write `name = type`", group);
    for (const auto& name : names) {
      if (top) spec_.has(name.c_str());   // asked for: no key of a record is unknown
      lua_getfield(L_, index, name.c_str());
      if (!top || !about_the_type(name)) field(name, group.empty() ? name : group + "." + name);
      lua_pop(L_, 1);
    }
  }

 private:
  // Whether the value on top of the stack says something of the record type itself, and is no type of a field.
  bool about_the_type(const std::string& name) {
    if (name == "row") return !is_descriptor(lua_gettop(L_));
    return (name == "key" || name == "file" || name == "plural" || name == "stream" || name == "title" || name == "clause") && lua_type(L_, -1) == LUA_TSTRING;
  }

  // Adds the field whose type is on top of the stack.
  void field(const std::string& name, const std::string& path) {
    if (std::ranges::find(verb_names(), name) != verb_names().end())
      return refuse("RESERVED", "`" + name + "` is a verb and cannot be a field", name);
    if (!good_name(name)) return refuse("BAD_ID", "`" + base::printable(name, 80) + "` is no name for a field: small letters, digits and underscores, a letter first, and no word of Lua", name);
    if (type_.find(path) >= 0) return spec_.problem("DUPLICATE_FIELD", "`" + type_.name + "` has a field `" + path + "` already", name);
    Field made;
    made.name = name;
    made.path = path;
    made.label = base::spoken(name);
    const int at = lua_gettop(L_);
    bool group = false;
    if (!read_type(at, made, group)) return refuse("UNKNOWN_TYPE", "`" + name + "` is no kind of field; write one of: " + type_names(), name);
    if (!made.refers.empty()) loading_.references.push_back({loading_.file, type_.name, path, made.refers, spec_.line});
    type_.add(made);
    if (group) fields(at, path, false);
  }

  void refuse(std::string code, const std::string& message, const std::string& name) {
    loading_.lost.insert(name);
    spec_.problem(std::move(code), message, name);
  }

  bool is_descriptor(int at) {
    if (!lua_istable(L_, at)) return false;
    lua_getfield(L_, at, "type");
    bool yes = lua_type(L_, -1) == LUA_TSTRING && lua_getmetatable(L_, at);
    lua_pop(L_, yes ? 2 : 1);
    return yes;
  }

  bool read_type(int at, Field& made, bool& group) {
    if (lua_isfunction(L_, at)) {   // `count` is a function of the library too
      lua_getglobal(L_, "count");
      bool count = lua_rawequal(L_, at, -1);
      lua_pop(L_, 1);
      made.type = Type::count;
      return count;
    }
    if (!lua_istable(L_, at)) return false;
    if (!is_descriptor(at)) {
      if (read_words(at, made)) return true;
      group = true;
      made.type = Type::record;
      return true;
    }
    lua_getfield(L_, at, "type");
    const std::string name = lua_tostring(L_, -1);
    lua_pop(L_, 1);
    if (lua_getfield(L_, at, "label") == LUA_TSTRING) made.label = lua_tostring(L_, -1);
    lua_pop(L_, 1);
    lua_getfield(L_, at, "required");
    made.required = lua_toboolean(L_, -1) != 0;
    lua_pop(L_, 1);
    if (name == "list") return read_list(at, made);
    if (name == "id_of") return read_reference(at, made);
    if (name == "one_of") {
      lua_getfield(L_, at, "words");
      const bool good = read_words(lua_gettop(L_), made);
      lua_pop(L_, 1);
      return good;
    }
    for (auto [word, type] : field_types)
      if (name == word) made.type = type;
    return true;
  }

  // The words of one_of { "a", "b" }, which may also stand without `one_of`. False when it is no list of texts.
  bool read_words(int at, Field& made) {
    if (!lua_istable(L_, at)) return false;
    const auto size = static_cast<lua_Integer>(lua_rawlen(L_, at));
    for (lua_Integer i = 1; i <= size; ++i) {
      if (lua_rawgeti(L_, at, i) == LUA_TSTRING) made.words.emplace_back(base::trim(lua_tostring(L_, -1)));
      lua_pop(L_, 1);
    }
    made.type = Type::one_of;
    auto words = made.words;
    std::ranges::sort(words);
    if (auto twice = std::ranges::adjacent_find(words); twice != words.end()) spec_.problem("DUPLICATE_WORD", "`" + made.name + "` has the word \"" + *twice + "\" twice", *twice);
    return !words.empty() && static_cast<lua_Integer>(words.size()) == size && !words.front().empty();
  }

  // id_of(body): the id of another record.
  bool read_reference(int at, Field& made) {
    lua_getfield(L_, at, "refers");
    const Handle* h = loading_.handle_at(-1);
    if (h && h->kind == Handle::Kind::root) made.refers = loading_.pack.roots[h->root].name;
    else if (lua_istable(L_, -1) && lua_getfield(L_, -1, "type") == LUA_TSTRING && std::string_view(lua_tostring(L_, -1)) == "organisation") made.refers = "organisation";
    lua_settop(L_, at);
    made.is_id = true;
    made.type = made.refers == "organisation" ? Type::organisation : Type::text;
    return !made.refers.empty();
  }

  bool read_list(int at, Field& made) {
    lua_getfield(L_, at, "item");
    const int item = lua_gettop(L_);
    Field inner;
    bool group = false, good = false;
    if (const Handle* h = loading_.handle_at(item); h && h->kind == Handle::Kind::root) {
      const auto& root = loading_.pack.roots[h->root];
      inner.type = Type::record;
      inner.item_type = root.type;
      good = root.type && root.type->name == root.name && h->root != policy::root::parameters;   // else a sentence could not name the items
    } else {
      good = read_type(item, inner, group) && !group && inner.type != Type::list;
    }
    lua_pop(L_, 1);
    made.type = Type::list;
    made.item = inner.type;
    made.item_type = inner.item_type;
    made.words = inner.words;
    made.refers = inner.refers;
    return good;
  }

  Spec& spec_;
  Loading& loading_;
  lua_State* L_;
  RecordType& type_;
};

// key = "case_number": one of the fields has a part to play.
void name_field(Spec& spec, const RecordType& type, const char* part, const std::string& which, std::string& out) {
  lua_State* L = spec.loading.L();
  if (!spec.push(part)) return;
  if (lua_type(L, -1) == LUA_TSTRING) {
    if (type.find(lua_tostring(L, -1)) >= 0) out = lua_tostring(L, -1);
    else spec.problem("UNKNOWN_FIELD", std::string("`") + part + "` names the field that " + which, part);
  }
  lua_pop(L, 1);
}

// Why a pack cannot declare a record of this name; empty when it can.
std::string cannot_declare(const Loading& loading, const std::string& id) {
  if (id == "applicant") return "an applicant is an organisation: write `record \"organisation\" { ... }`";
  if (id == "other") return "`other` is another application: write `record \"application\" { ... }`";
  if (id == "parameters") return "values apart from the rules are declared one by one: `parameter \"name\" { ... }`";
  if (id == "facts") return "facts are what plug-ins look up: a `plugin` declares its own";
  if (id == "eligibility" || id == "scores" || id == "proposal" || id == "tie" || id == "records") return "`" + id + "` is worked out by Remit and has no fields of a pack's own";
  if (!loading.root_of.contains(id) && loading.sandbox.defined(id)) return "`" + id + "` is a word of Remit; give the record another name";
  return {};
}

void record(Spec& spec) {
  policy::Pack& pack = spec.loading.pack;
  if (const std::string why_not = cannot_declare(spec.loading, spec.id); !why_not.empty()) return spec.problem("RESERVED", why_not, spec.id);
  const bool replaces = spec.id == "application" && pack.procedure == "each/1";
  RecordType* type = pack.schema.find(spec.id);
  if (replaces && type && !spec.loading.own_application) {
    type->fields.clear();
    spec.loading.own_application = true;
  }
  if (!type) type = &pack.schema.make(spec.id);
  const std::string first = begin_table(spec, *type);
  RecordWord(spec, *type).fields(spec.index(), {}, true, first);
  std::string key;   // of other records: only checked
  if (!is_own(*type)) name_field(spec, *type, "key", "tells one record from another", replaces ? pack.application_key : key);
  if (replaces) name_field(spec, *type, "stream", "says in which stream it stands", pack.application_stream);
  spec.done();
  if (type->fields.empty()) spec.problem("MISSING_KEY", "it has no field: write `name = type`");
  if (spec.id != "organisation") spec.loading.add_root(spec.id, type);
  if (!first.empty()) end_table(spec, *type);
}

constexpr const char* field_type = "remit.field_type";

// Gives the type on top of the stack what `{ label = "...", required = yes }` at `index` says of it.
void take_description(lua_State* L, int index) {
  Loading& loading = loading_of(L);
  const int made = lua_gettop(L);
  lua_pushnil(L);
  while (lua_next(L, index)) {
    const std::string key(is_text(L, -2) ? text_at(L, -2) : std::string_view());
    if (key == "label" ? is_text(L, -1) : key == "required" && lua_isboolean(L, -1)) {
      lua_setfield(L, made, key.c_str());
    } else {
      loading.problem("UNKNOWN_KEY", "what is said of a field is `label = \"...\"` and `required = yes`", key);
      lua_pop(L, 1);
    }
  }
}

// text { label = "..." }: the same type with more said of it
int describe(lua_State* L) {
  lua_createtable(L, 0, 5);
  for (const char* key : {"type", "item", "words", "label", "required", "refers"}) {
    lua_getfield(L, 1, key);
    lua_setfield(L, -2, key);
  }
  if (lua_istable(L, 2)) take_description(L, 2);
  else loading_of(L).problem("UNKNOWN_KEY", "what is said of a field stands in braces: `{ label = \"...\" }`");
  luaL_setmetatable(L, field_type);
  return 1;
}

// `count` and `one_of` are functions of the library too; before a table at file level they are types of fields.
bool is_type(lua_State* L) { return !sandbox_of(L).frozen() && lua_gettop(L) == 1 && lua_istable(L, 1) && !lua_getmetatable(L, 1); }

int count_or_type(lua_State* L) {
  if (!is_type(L) || lua_rawlen(L, 1) > 0) {
    lua_settop(L, std::min(lua_gettop(L), 2));
    return script::count(L);
  }
  lua_createtable(L, 0, 3);
  lua_pushliteral(L, "count");
  lua_setfield(L, -2, "type");
  take_description(L, 1);
  luaL_setmetatable(L, field_type);
  return 1;
}

int one_of_or_type(lua_State* L) {
  if (!is_type(L)) return script::one_of(L);
  lua_createtable(L, 0, 2);
  lua_pushliteral(L, "one_of");
  lua_setfield(L, -2, "type");
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "words");
  luaL_setmetatable(L, field_type);
  return 1;
}

int list_of(lua_State* L) {
  lua_createtable(L, 0, 2);
  lua_pushliteral(L, "list");
  lua_setfield(L, -2, "type");
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "item");
  luaL_setmetatable(L, field_type);
  return 1;
}

// id_of(body): the id of a record of that type.
int id_of(lua_State* L) {
  lua_createtable(L, 0, 2);
  lua_pushliteral(L, "id_of");
  lua_setfield(L, -2, "type");
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "refers");
  luaL_setmetatable(L, field_type);
  return 1;
}

}  // namespace

void add_fields(Spec& spec, RecordType& type, int index, const std::string& group) { RecordWord(spec, type).fields(index, group, false); }

void define_record_words(Loading& loading) {
  lua_State* L = loading.L();
  luaL_newmetatable(L, field_type);
  lua_pushcfunction(L, guarded<describe>);
  lua_setfield(L, -2, "__call");
  lua_pop(L, 1);
  for (auto [name, type] : field_types) {
    if (type == Type::count) continue;   // below
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "type");
    luaL_setmetatable(L, field_type);
    loading.sandbox.define(name);
  }
  lua_pushcfunction(L, guarded<list_of>);
  loading.sandbox.define("list_of");
  lua_pushcfunction(L, guarded<id_of>);
  loading.sandbox.define("id_of");
  lua_pushcfunction(L, guarded<count_or_type>);
  lua_setglobal(L, "count");
  lua_pushcfunction(L, guarded<one_of_or_type>);
  lua_setglobal(L, "one_of");
  define_word(loading, "record", record);
}

}  // namespace remit::lua

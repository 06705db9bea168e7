// The word `record`: a record type of the pack, or further fields of one that every round has.
//
//   record "need" { assessed_by_caf = yes_no, services_involved = count, location = { council = text, postcode = text } }
//   record "partner" { analysis = text { label = "analysis of what they commission now" } }
//
// Types stand without quotes; { } after one says more of it (label, required). Record types are declared in pack.lua or
// records.lua, for a name must be known before a sentence can use it.
#include <lua.hpp>

#include <algorithm>

#include "base/text.hpp"
#include "lua/answer.hpp"
#include "lua/words.hpp"

namespace remit::lua {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

constexpr std::pair<const char*, Type> field_types[] = {
    {"text", Type::text}, {"yes_no", Type::yes_no}, {"number", Type::number}, {"money", Type::money}, {"date", Type::date},
    {"moment", Type::moment}, {"organisation", Type::organisation}, {"answer", Type::answer}};

std::string type_names() { return "text, yes_no, count, number, money, date, moment, organisation, answer, one_of { }, list_of(type), or a group { }"; }

class RecordWord {
 public:
  RecordWord(Spec& spec, RecordType& type) : spec_(spec), loading_(spec.loading), L_(spec.loading.L()), type_(type) {}

  // The fields in the table at `index`, in order of name, under the group `group`.
  void fields(int index, const std::string& group, bool top) {
    std::vector<std::string> names;
    lua_pushnil(L_);
    while (lua_next(L_, index)) {
      if (lua_type(L_, -2) == LUA_TSTRING) names.emplace_back(lua_tostring(L_, -2));
      lua_pop(L_, 1);
    }
    std::ranges::sort(names);
    for (const auto& name : names) {
      if (top) spec_.has(name.c_str());   // asked for: no key of a record is unknown
      lua_getfield(L_, index, name.c_str());
      const bool about = name == "key" || name == "title" || name == "clause" || name == "row";   // of the type, unless a type follows
      if (!top || !about || is_descriptor(lua_gettop(L_))) field(name, group.empty() ? name : group + "." + name);
      lua_pop(L_, 1);
    }
  }

 private:
  // Adds the field whose type is on top of the stack.
  void field(const std::string& name, const std::string& path) {
    if (std::ranges::find(verb_names(), name) != verb_names().end())
      return spec_.problem("RESERVED", "`" + name + "` is a verb and cannot be a field", name);
    if (type_.find(path) >= 0) return spec_.problem("DUPLICATE_FIELD", "`" + type_.name + "` has a field `" + path + "` already", name);
    Field made;
    made.name = name;
    made.path = path;
    made.label = base::spoken(name);
    const int at = lua_gettop(L_);
    bool group = false;
    if (!read_type(at, made, group)) return spec_.problem("UNKNOWN_TYPE", "`" + name + "` is no kind of field; write one of: " + type_names(), name);
    type_.add(made);
    if (group) fields(at, path, false);
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
    if (name == "count") {
      made.type = Type::count;
      return true;
    }
    for (auto [word, type] : field_types)
      if (name == word) made.type = type;
    return true;
  }

  // one_of { "a", "b" } is the list itself
  bool read_words(int at, Field& made) {
    const auto size = static_cast<lua_Integer>(lua_rawlen(L_, at));
    for (lua_Integer i = 1; i <= size; ++i) {
      if (lua_rawgeti(L_, at, i) == LUA_TSTRING) made.words.emplace_back(lua_tostring(L_, -1));
      lua_pop(L_, 1);
    }
    made.type = Type::one_of;
    return !made.words.empty();
  }

  bool read_list(int at, Field& made) {
    lua_getfield(L_, at, "item");
    const int item = lua_gettop(L_);
    Field inner;
    bool group = false, good = false;
    if (const Handle* h = loading_.handle_at(item); h && h->kind == Handle::Kind::root) {
      inner.type = Type::record;
      inner.item_type = loading_.pack.roots[h->root].type;
      good = inner.item_type != nullptr;
    } else {
      good = read_type(item, inner, group) && !group && inner.type != Type::list;
    }
    lua_pop(L_, 1);
    made.type = Type::list;
    made.item = inner.type;
    made.item_type = inner.item_type;
    made.words = inner.words;
    return good;
  }

  Spec& spec_;
  Loading& loading_;
  lua_State* L_;
  RecordType& type_;
};

void record(Spec& spec) {
  policy::Pack& pack = spec.loading.pack;
  const bool replaces = spec.id == "application" && pack.procedure == "each/1";
  RecordType* type = pack.schema.find(spec.id);
  if (replaces && type && !spec.loading.own_application) {
    type->fields.clear();
    spec.loading.own_application = true;
  }
  if (!type) type = &pack.schema.make(spec.id);
  RecordWord(spec, *type).fields(spec.index(), {}, true);
  if (spec.push("key")) {
    if (lua_type(spec.loading.L(), -1) == LUA_TSTRING && type->find(lua_tostring(spec.loading.L(), -1)) >= 0) pack.application_key = lua_tostring(spec.loading.L(), -1);
    else spec.problem("UNKNOWN_FIELD", "`key` names the field that tells one record from another", "key");
    lua_pop(spec.loading.L(), 1);
  }
  spec.done();
  if (!spec.loading.root_of.contains(spec.id)) spec.loading.add_root(spec.id, type);
}

// text { label = "..." }: the same type with more said of it
int describe(lua_State* L) {
  lua_createtable(L, 0, 4);
  for (const char* key : {"type", "item", "label", "required"}) {
    lua_getfield(L, 1, key);
    lua_setfield(L, -2, key);
  }
  if (lua_istable(L, 2)) {
    for (const char* key : {"label", "required"}) {
      if (lua_getfield(L, 2, key) == LUA_TNIL) lua_pop(L, 1);
      else lua_setfield(L, -2, key);
    }
  }
  luaL_setmetatable(L, "remit.field_type");
  return 1;
}

int list_of(lua_State* L) {
  lua_createtable(L, 0, 2);
  lua_pushliteral(L, "list");
  lua_setfield(L, -2, "type");
  lua_pushvalue(L, 1);
  lua_setfield(L, -2, "item");
  luaL_setmetatable(L, "remit.field_type");
  return 1;
}

}  // namespace

void define_record_words(Loading& loading) {
  lua_State* L = loading.L();
  luaL_newmetatable(L, "remit.field_type");
  lua_pushcfunction(L, guarded<describe>);
  lua_setfield(L, -2, "__call");
  lua_pop(L, 1);
  for (auto [name, type] : field_types) {
    lua_createtable(L, 0, 1);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "type");
    luaL_setmetatable(L, "remit.field_type");
    loading.sandbox.define(name);
  }
  lua_pushcfunction(L, guarded<list_of>);
  loading.sandbox.define("list_of");
  define_word(loading, "record", record);
}

}  // namespace remit::lua

#include "lua/records.hpp"

#include <bit>
#include <cstring>

#include "base/text.hpp"
#include "lua/amounts.hpp"
#include "lua/sandbox.hpp"
#include "lua/shapes.hpp"
#include "lua/views.hpp"

namespace remit::lua {
namespace {

using base::Field;
using base::Kind;
using base::Type;
using base::Value;

const char record_key = 0, list_key = 0, view_mark = 0, names_key = 0;   // addresses: keys in the registry and metatables
constexpr lua_Integer most_kept_items = 256;   // views of list items kept per list; further ones are made anew
constexpr std::size_t interned = 40;          // longest text that Lua keeps once; longer ones are worth keeping

// ---- making views ----------------------------------------------------------------------------------------------------

View& new_view(lua_State* L, const Shape* shape, const ListShape* list) {
  const std::size_t after = shape == nullptr ? 0 : shape->type->fields.size() * (sizeof(std::uint32_t) + sizeof(int));
  void* memory = lua_newuserdatauv(L, sizeof(View) + after, 1);
  auto* view = ::new (memory) View;
  std::memset(static_cast<void*>(view + 1), 0, after);
  view->shape = shape;
  view->list = list;
  lua_rawgetp(L, LUA_REGISTRYINDEX, list != nullptr ? &list_key : &record_key);
  lua_setmetatable(L, -2);
  return *view;
}

/// Pushes what the view at `index` keeps under `n`; false and nothing pushed when there is nothing.
bool push_kept(lua_State* L, int index, lua_Integer n) {
  if (lua_getiuservalue(L, index, 1) == LUA_TTABLE) {
    if (lua_rawgeti(L, -1, n) != LUA_TNIL) {
      lua_remove(L, -2);
      return true;
    }
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
  return false;
}

/// Keeps the value on top under `n`, and leaves it there.
void keep(lua_State* L, int index, lua_Integer n) {
  if (lua_getiuservalue(L, index, 1) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_createtable(L, 0, 4);
    lua_pushvalue(L, -1);
    lua_setiuservalue(L, index, 1);
  }
  lua_pushvalue(L, -2);
  lua_rawseti(L, -2, n);
  lua_pop(L, 1);
}

/// Pushes the view under `n` of the view at `index`, made now if need be.
View& view_below(lua_State* L, int index, lua_Integer n, const Shape* shape, const ListShape* list) {
  const bool kept = n <= most_kept_items || list != nullptr;
  if (kept && push_kept(L, index, n)) return *static_cast<View*>(lua_touserdata(L, -1));
  View& made = new_view(L, shape, list);
  if (kept) keep(L, index, n);
  return made;
}

/// Where a record's view remembers the registry's reference of what stands under one of its fields.
int& reference(View& view, std::size_t field) {
  return reinterpret_cast<int*>(reinterpret_cast<std::uint32_t*>(&view + 1) + view.shape->type->fields.size())[field];
}

/// Pushes the view of a group or list of the record at `index`, made now if need be. Those of records that stay for good are
/// found in the registry, which takes one step.
View& view_of_field(lua_State* L, View& view, int index, std::size_t field, const Shape* shape, const ListShape* list) {
  if (!view.stays) return view_below(L, index, static_cast<lua_Integer>(field) + 1, shape, list);
  int& kept = reference(view, field);
  if (kept != 0) {
    lua_rawgeti(L, LUA_REGISTRYINDEX, kept);
    return *static_cast<View*>(lua_touserdata(L, -1));
  }
  View& made = new_view(L, shape, list);
  made.stays = true;
  lua_pushvalue(L, -1);
  kept = luaL_ref(L, LUA_REGISTRYINDEX);
  return made;
}

// ---- reading ---------------------------------------------------------------------------------------------------------

void push_long_text(lua_State* L, int index, lua_Integer n, std::string_view text) {
  if (push_kept(L, index, n)) {
    if (text_at(L, -1) == text) return;   // compared, not trusted: the view may be bound to another application
    lua_pop(L, 1);
  }
  push_text(L, text);
  keep(L, index, n);
}

/// Pushes a value that is neither list nor group.
void push_plain(lua_State* L, const Value& value) {
  switch (value.kind) {
    case Kind::yes_no: lua_pushboolean(L, value.integer != 0); return;
    case Kind::count: lua_pushinteger(L, value.integer); return;
    case Kind::money: push_amount(L, Amount::money, value.integer); return;
    case Kind::date: push_amount(L, Amount::date, value.integer); return;
    case Kind::moment: push_amount(L, Amount::moment, value.integer); return;
    case Kind::text:
    case Kind::word: push_text(L, value.str()); return;
    case Kind::ratio: push_rational(L, *value.ratio); return;
    case Kind::absent:
    case Kind::list:
    case Kind::record: break;
  }
  lua_pushnil(L);
}

void note_read(View& view, int field, const Value& value) {
  Records::Inner& inner = *view.shape->owner;
  if (inner.reads == nullptr || view.shape->root == no_root) return;
  std::uint32_t& stamp = reinterpret_cast<std::uint32_t*>(&view + 1)[field];
  if (stamp == view.serial) return;
  stamp = view.serial;
  inner.reads->push_back({view.shape->root, static_cast<std::uint16_t>(field), view.item, value});
}

void push_leaf(lua_State* L, int index, int number, const Value& value) {
  if (value.kind == Kind::text && value.size > interned) return push_long_text(L, index, number + 1, value.str());
  push_plain(L, value);
}

void push_field(lua_State* L, View& view, int index, int number) {
  const auto at = static_cast<std::size_t>(number);
  const Field& field = view.shape->type->fields[at];
  const Value& written = view.at[at];
  const Value& value = written.answered() ? written : field.fallback;
  if (field.type == Type::record) {
    if (!value.answered() && !view.shape->has_default[at]) {
      note_read(view, number, value);
      lua_pushnil(L);
      return;
    }
    View& group = view_of_field(L, view, index, at, view.shape->groups[at], nullptr);
    group.at = view.at;
    group.serial = view.serial;
    group.item = view.item;
    return;
  }
  note_read(view, number, value);
  if (field.type == Type::list) {
    View& list = view_of_field(L, view, index, at, nullptr, &view.shape->lists[at]);
    list.at = value.kind == Kind::list ? value.items : nullptr;
    list.size = value.kind == Kind::list ? value.size : 0;
    list.serial = view.serial;
    return;
  }
  push_leaf(L, index, number, value);
}

// ---- metamethods -----------------------------------------------------------------------------------------------------

[[noreturn]] void unknown_field(lua_State* L, const View& view) {
  const Shape& shape = *view.shape;
  if (!is_text(L, 2)) {
    const std::string key = lua_isinteger(L, 2) != 0 ? " " + std::to_string(lua_tointeger(L, 2)) : " of that kind";
    Sandbox::fail(L, "UNKNOWN_FIELD", "`" + shape.name + "` has no field" + key + "; it is a record, read by name: `" + shape.name + ".name`");
  }
  const std::string key = base::printable(text_at(L, 2).substr(0, 100), 60);
  const auto names = shape.type->names_in(shape.parent, true);
  const std::string near = base::nearest(key, std::span<const std::string>(names));
  Sandbox::fail_about(L, "UNKNOWN_FIELD", text_at(L, 2).substr(0, 100), "`" + shape.name + "` has no field `" + key + "`" + (near.empty() ? "" : "; the nearest is `" + near + "`"),
                      "`" + shape.name + "` has no field of the name that stands in these brackets");
}

int record_index(lua_State* L) {
  View& view = live_view(L, 1);
  if (!is_text(L, 2)) unknown_field(L, view);
  std::size_t size = 0;
  const char* key = lua_tolstring(L, 2, &size);
  const Shape::Slot* slot = view.shape->find(key);
  if (slot != nullptr && slot->plain) {
    const Value& value = view.at[slot->field];
    note_read(view, slot->field, value);
    push_leaf(L, 1, slot->field, value);
    return 1;
  }
  int field = slot != nullptr ? slot->field : -1;
  if (field < 0 && size > interned) field = view.shape->type->find_in(view.shape->parent, {key, size});   // not interned
  if (field < 0) unknown_field(L, view);
  push_field(L, view, 1, field);
  return 1;
}

int record_length(lua_State* L) {
  Sandbox::fail(L, "TYPE_MISMATCH", "`" + live_view(L, 1).shape->name + "` is a record; only a list has a length");
}

int list_index(lua_State* L) {
  const View& view = live_view(L, 1);
  int exact = 0;
  const lua_Integer i = lua_tointegerx(L, 2, &exact);
  if (exact == 0 || is_text(L, 2)) {
    const std::string& list = view.list->field->name;
    const std::string key = is_text(L, 2) ? base::printable(text_at(L, 2).substr(0, 100), 60) : "name";
    const std::string advice = "; say which item: `" + list + "[1]";
    constexpr std::string_view walk = "`, or walk it: `for _, item in ipairs(...) do`";
    Sandbox::fail_about(L, "UNKNOWN_FIELD", is_text(L, 2) ? text_at(L, 2).substr(0, 100) : "", "`" + list + "` is a list and has no field `" + key + "`" + advice + "." + key + std::string(walk),
                        "`" + list + "` is a list and has no fields" + advice + std::string(walk));
  }
  push_item(L, 1, i);
  return 1;
}

int list_length(lua_State* L) {
  lua_pushinteger(L, live_view(L, 1).size);
  return 1;
}

int refuse_write(lua_State* L) {
  const View& view = live_view(L, 1);
  const std::string& name = view.is_list() ? view.list->field->name : view.shape->name;
  Sandbox::fail(L, "READ_ONLY", "`" + name + "` cannot be changed; keep a value of your own in a `local`");
}

int same_view(lua_State* L) {
  const View *a = view_at(L, 1), *b = view_at(L, 2);
  lua_pushboolean(L, a != nullptr && b != nullptr && a->at == b->at && a->size == b->size && a->shape == b->shape && a->list == b->list);
  return 1;
}

void push_metatable(lua_State* L, const char* name, lua_CFunction index, lua_CFunction length, const void* key) {
  lua_createtable(L, 0, 7);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, index);
  lua_setfield(L, -2, "__index");
  lua_pushcfunction(L, length);
  lua_setfield(L, -2, "__len");
  lua_pushcfunction(L, guarded<refuse_write>);
  lua_setfield(L, -2, "__newindex");
  lua_pushcfunction(L, guarded<same_view>);
  lua_setfield(L, -2, "__eq");
  lua_pushboolean(L, 1);
  lua_rawsetp(L, -2, &view_mark);
  lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

}  // namespace

View* view_at(lua_State* L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || lua_getmetatable(L, index) == 0) return nullptr;
  const bool ours = lua_rawgetp(L, -1, &view_mark) != LUA_TNIL;
  lua_pop(L, 2);
  return ours ? static_cast<View*>(lua_touserdata(L, index)) : nullptr;
}

View& live_view(lua_State* L, int index) {
  View& view = *static_cast<View*>(lua_touserdata(L, index));
  if (view.serial != sandbox_of(L).call_serial())
    Sandbox::fail(L, "STALE", "this record belongs to an earlier application");
  return view;
}

void push_item(lua_State* L, int index, lua_Integer i) {
  const View& list = live_view(L, index);
  if (i < 1 || i > static_cast<lua_Integer>(list.size)) {
    lua_pushnil(L);
    return;
  }
  const Value& value = list.at[i - 1];
  if (value.kind != Kind::record || list.list->items == nullptr) return push_plain(L, value);
  View& item = view_below(L, index, i, list.list->items, nullptr);
  item.at = value.items;
  item.serial = list.serial;
  item.item = static_cast<std::uint32_t>(i);
}

// ---- shapes ----------------------------------------------------------------------------------------------------------

/// Fills the table of names; the strings are kept alive, and so at their addresses, by a table in the registry.
void Records::Inner::intern(Shape& made) {
  lua_State* L = sandbox->state();
  const auto& fields = made.type->fields;
  std::size_t count = 0;
  for (const Field& field : fields) count += field.parent == made.parent ? 1 : 0;
  made.slots.resize(std::bit_ceil(count * 2 + 2));
  if (lua_rawgetp(L, LUA_REGISTRYINDEX, &names_key) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &names_key);
  }
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].parent != made.parent) continue;
    push_text(L, fields[i].name);
    const char* key = lua_tostring(L, -1);
    lua_pushboolean(L, 1);
    lua_rawset(L, -3);
    std::size_t at = Shape::place(key, made.slots.size() - 1);
    while (made.slots[at].key != nullptr) at = (at + 1) & (made.slots.size() - 1);
    const bool plain = fields[i].type != Type::record && fields[i].type != Type::list && !fields[i].fallback.answered();
    made.slots[at] = {key, static_cast<std::uint16_t>(i), plain};
  }
  lua_pop(L, 1);
}

const Shape* Records::Inner::shape(const base::RecordType& type, int parent, std::uint16_t root, std::string name) {
  shapes.emplace_back();
  Shape& made = shapes.back();
  made.owner = this;
  made.type = &type;
  made.parent = parent;
  made.root = root;
  made.name = std::move(name);
  if (parent < 0 && !known.contains({&type, -1})) known[{&type, -1}] = &made;   // before its lists: types may nest in themselves
  intern(made);
  const std::size_t count = type.fields.size();
  made.groups.resize(count);
  made.has_default.resize(count);
  made.lists.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const Field& field = type.fields[i];
    if (field.fallback.answered())
      for (int up = field.parent; up >= 0; up = type.fields[static_cast<std::size_t>(up)].parent)
        made.has_default[static_cast<std::size_t>(up)] = true;
    if (field.parent != parent) continue;
    if (field.type == Type::record) made.groups[i] = shape(type, static_cast<int>(i), root, field.name);
    if (field.type != Type::list) continue;
    const Shape* items = nullptr;
    if (const base::RecordType* item = field.item_type) {
      if (root == policy::root::records) {   // an item of `records` is another than the record at hand
        made.lists[i] = {this, &field, shape_of_others(*item, i)};
        continue;
      }
      const auto at = root_of.find(item);
      const auto seen = known.find({item, -1});
      items = seen != known.end() ? seen->second : shape(*item, -1, at == root_of.end() ? no_root : at->second, item->name);
    }
    made.lists[i] = {this, &field, items};
  }
  return &made;
}

const Shape* Records::Inner::shape_of_others(const base::RecordType& type, std::size_t list) {
  const bool fresh = !known.contains({&type, -1});
  const Shape* made = shape(type, -1, others[list], "other_" + type.name);
  if (fresh) known.erase({&type, -1});   // lists elsewhere hold such records under their own name
  return made;
}

// ---- Records ---------------------------------------------------------------------------------------------------------

Records::Records(Sandbox& sandbox, std::span<const policy::Pack::RootName> roots) : inner_(std::make_unique<Inner>()) {
  lua_State* L = sandbox.state();
  inner_->sandbox = &sandbox;
  push_metatable(L, "record", guarded<record_index>, guarded<record_length>, &record_key);
  push_metatable(L, "list", guarded<list_index>, guarded<list_length>, &list_key);
  for (std::size_t i = 0; i < roots.size(); ++i)
    if (roots[i].others >= 0) inner_->others[static_cast<std::size_t>(roots[i].others)] = static_cast<std::uint16_t>(i);
    else if (roots[i].type != nullptr) inner_->root_of.emplace(roots[i].type, static_cast<std::uint16_t>(i));
  inner_->roots.resize(roots.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    if (roots[i].type == nullptr) continue;
    Inner::Root& root = inner_->roots[i];
    root.shape = inner_->shape(*roots[i].type, -1, static_cast<std::uint16_t>(i), roots[i].name);
    new_view(L, root.shape, nullptr).stays = true;
    root.view = luaL_ref(L, LUA_REGISTRYINDEX);
  }
}

Records::~Records() = default;

void Records::begin(std::vector<policy::Read>* reads) { inner_->reads = reads; }

void Records::push(std::uint16_t number, const base::Value* record) {
  lua_State* L = inner_->sandbox->state();
  const Inner::Root& root = inner_->roots[number];
  if (record == nullptr || root.shape == nullptr) {
    lua_pushnil(L);
    return;
  }
  lua_rawgeti(L, LUA_REGISTRYINDEX, root.view);
  auto& view = *static_cast<View*>(lua_touserdata(L, -1));
  view.at = record;
  view.serial = inner_->sandbox->call_serial();
}

void Records::push_value(const base::Value& value) { push_plain(inner_->sandbox->state(), value); }

}  // namespace remit::lua

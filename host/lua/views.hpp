// The userdata behind record and list views (lua/records.hpp says what they show).
#pragma once
#include <cstdint>

#include "base/value.hpp"
#include "lua/state.hpp"

namespace remit::lua {

struct Shape;       // the fields of a record type, or of a group of it, by interned key
struct ListShape;

/// Made once and bound again and again. `serial` is the call it was bound for: an older view is refused. Record views are
/// followed in memory by one stamp for each field (the serial of the call in which the ledger took it) and one reference for
/// each field (to the view of a group or list).
struct View {
  const Shape* shape = nullptr;        // of a record or group
  const ListShape* list = nullptr;     // of a list
  const base::Value* at = nullptr;     // the record's fields (of the whole record for a group), or the list's items
  std::uint32_t size = 0;              // items of a list
  std::uint32_t serial = 0;
  std::uint32_t item = 0;              // for the ledger: 0, or 1 + place in its list
  bool stays = false;                  // it is a root, or below one and not in a list: never collected
  bool is_list() const { return list != nullptr; }
};

/// The view at `index`, or null for any other value.
View* view_at(lua_State* L, int index);
/// The view at `index`, which must be bound for the running call: else raises STALE.
View& live_view(lua_State* L, int index);
/// Pushes item `i` (from 1) of the list view at `index`; nil when there is none.
void push_item(lua_State* L, int index, lua_Integer i);

}  // namespace remit::lua

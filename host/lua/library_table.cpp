// table: insert remove concat sort
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "lua/amounts.hpp"
#include "lua/freeze.hpp"
#include "lua/library_parts.hpp"
#include "lua/sandbox.hpp"

namespace remit::lua {
namespace {

constexpr std::int64_t moves_a_step = 4;

/// A bottom-up merge sort of places: stable, and safe with a comparator that lies. Elements stand in the table at stack index
/// `items`, which no script can see.
class Sorter {
 public:
  Sorter(lua_State* L, int items, int comparator, std::size_t size) : L_(L), items_(items), comparator_(comparator), order_(size), spare_(size) {
    std::iota(order_.begin(), order_.end(), 1U);
  }

  const std::vector<std::uint32_t>& sorted() {
    const std::size_t size = order_.size();
    for (std::size_t width = 1; width < size; width *= 2) {
      for (std::size_t from = 0; from < size; from += 2 * width)
        merge(from, std::min(from + width, size), std::min(from + 2 * width, size));
      order_.swap(spare_);
    }
    return order_;
  }

 private:
  void merge(std::size_t from, std::size_t middle, std::size_t to) {
    std::size_t a = from, b = middle;
    for (std::size_t out = from; out < to; ++out) {
      const bool second = a == middle || (b < to && less(order_[b], order_[a]));
      spare_[out] = second ? order_[b++] : order_[a++];
    }
  }

  bool less(std::uint32_t x, std::uint32_t y) {
    sandbox_of(L_).charge(L_, 2);
    if (comparator_ != 0) lua_pushvalue(L_, comparator_);
    lua_rawgeti(L_, items_, x);
    lua_rawgeti(L_, items_, y);
    bool answer;
    if (comparator_ != 0) {
      sandbox_of(L_).call_back(L_, 2, 1);
      answer = lua_toboolean(L_, -1) != 0;
      lua_pop(L_, 1);
    } else {
      answer = lua_compare(L_, -2, -1, LUA_OPLT) != 0;
      lua_pop(L_, 2);
    }
    return answer;
  }

  lua_State* L_;
  int items_, comparator_;
  std::vector<std::uint32_t> order_, spare_;
};

/// What `concat` joins: texts, numbers and amounts.
std::string joinable(lua_State* L, int index, lua_Integer i) {
  std::int64_t value = 0;
  const int type = lua_type(L, index);
  if (type == LUA_TSTRING || type == LUA_TNUMBER || amount_at(L, index, value) != Amount::none || is_fraction(L, index)) return value_text(L, index);
  Sandbox::fail(L, "BAD_ARGUMENT", "`concat` joins texts and numbers; item " + std::to_string(i) + " is " + kind_name(L, index));
}

}  // namespace

int script::insert(lua_State* L) {
  check_writable(L, 1);
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, 1));
  if (lua_gettop(L) == 2) {
    lua_rawseti(L, 1, size + 1);
    return 0;
  }
  if (lua_gettop(L) != 3) Sandbox::fail(L, "BAD_ARGUMENT", "`insert` needs a table and a value, or a table, a place and a value");
  const lua_Integer at = need_integer(L, 2, "insert");
  if (at < 1 || at > size + 1) Sandbox::fail(L, "BAD_ARGUMENT", "`insert` cannot put anything there: the place is before the beginning or beyond the end of the list");
  sandbox_of(L).charge(L, 1 + (size - at) / moves_a_step);
  for (lua_Integer i = size; i >= at; --i) {
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, 1, i + 1);
  }
  lua_rawseti(L, 1, at);
  return 0;
}

int script::remove(lua_State* L) {
  check_writable(L, 1);
  const auto size = static_cast<lua_Integer>(lua_rawlen(L, 1));
  const lua_Integer at = lua_isnoneornil(L, 2) ? size : need_integer(L, 2, "remove");
  if (size == 0 && (at == 0 || at == 1)) {
    lua_pushnil(L);
    return 1;
  }
  if (at < 1 || at > size) Sandbox::fail(L, "BAD_ARGUMENT", "`remove` finds nothing there: the place is before the beginning or beyond the end of the list");
  sandbox_of(L).charge(L, 1 + (size - at) / moves_a_step);
  lua_rawgeti(L, 1, at);
  for (lua_Integer i = at; i < size; ++i) {
    lua_rawgeti(L, 1, i + 1);
    lua_rawseti(L, 1, i);
  }
  lua_pushnil(L);
  lua_rawseti(L, 1, size);
  return 1;
}

int script::concat(lua_State* L) {
  Sandbox& box = sandbox_of(L);
  const lua_Integer size = need_list(L, 1, "concat");
  const std::string between(lua_isnoneornil(L, 2) ? std::string_view() : need_text(L, 2, "concat"));
  const lua_Integer first = lua_isnoneornil(L, 3) ? 1 : need_integer(L, 3, "concat");
  const lua_Integer last = lua_isnoneornil(L, 4) ? size : need_integer(L, 4, "concat");
  const std::size_t most = box.frozen() ? box.limits().string_bytes : box.limits().source_bytes;
  std::string out;
  std::size_t total = 0;
  for (lua_Integer i = first; i <= last; ++i) {
    box.charge(L, 2);
    push_list_item(L, 1, i);
    if (i != first) total += between.size();
    total += is_text(L, -1) ? text_at(L, -1).size() : 8;
    if (total > most && !box.dialect().unguarded) Sandbox::fail(L, "MEMORY", "`concat` would make a text longer than " + std::to_string(most) + " bytes");
    if (i != first) out += between;
    out += joinable(L, -1, i);
    lua_pop(L, 1);
    if (i == last) break;   // the largest integer has no next one
  }
  push_text(L, out);
  return 1;
}

int script::sort(lua_State* L) {
  check_writable(L, 1);
  const bool compares = !lua_isnoneornil(L, 2);
  if (compares && lua_isfunction(L, 2) == 0) bad_argument(L, "sort", 2, "a function that says which of two comes first");
  lua_settop(L, 2);
  const std::size_t size = lua_rawlen(L, 1);
  sandbox_of(L).charge(L, static_cast<std::int64_t>(size));
  sandbox_of(L).reserve(L, size * 24);
  lua_createtable(L, static_cast<int>(size), 0);
  for (std::size_t i = 1; i <= size; ++i) {
    lua_rawgeti(L, 1, static_cast<lua_Integer>(i));
    lua_rawseti(L, 3, static_cast<lua_Integer>(i));
  }
  Sorter sorter(L, 3, compares ? 2 : 0, size);
  const auto& order = sorter.sorted();
  for (std::size_t i = 0; i < size; ++i) {
    lua_rawgeti(L, 3, order[i]);
    lua_rawseti(L, 1, static_cast<lua_Integer>(i + 1));
  }
  return 0;
}

}  // namespace remit::lua

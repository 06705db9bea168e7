// What all views of one record type have in common, and the table that finds a field by the address of its interned name.
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/schema.hpp"
#include "lua/records.hpp"
#include "lua/state.hpp"

namespace remit::lua {

inline constexpr std::uint16_t no_root = 0xffff;

/// The items of one list field.
struct ListShape {
  Records::Inner* owner = nullptr;
  const base::Field* field = nullptr;
  const Shape* items = nullptr;     // of records; null: plain values
};

/// The fields of a record type, or of a group in it.
struct Shape {
  struct Slot {
    const char* key = nullptr;      // Lua's own copy of the name: equal names have equal addresses
    std::uint16_t field = 0;
    bool plain = false;             // neither group nor list, and without a stated default
  };
  Records::Inner* owner = nullptr;
  const base::RecordType* type = nullptr;
  int parent = -1;
  std::uint16_t root = no_root;     // as which its fields stand in the ledger; none: not at all
  std::string name;                 // "application", for messages
  std::vector<Slot> slots;          // open addressing, twice as many as fields, a power of two
  std::vector<const Shape*> groups; // by field index: the shape of the group there, or null
  std::vector<bool> has_default;    // by field index: a group with a stated default somewhere in it
  std::vector<ListShape> lists;     // by field index

  static std::size_t place(const char* key, std::size_t mask) {
    const auto bits = reinterpret_cast<std::uintptr_t>(key);
    return ((bits >> 4) ^ (bits >> 11)) & mask;
  }
  /// The place of the field, or null. `key` must be a string of the state.
  const Slot* find(const char* key) const {
    const std::size_t mask = slots.size() - 1;
    for (std::size_t at = place(key, mask); slots[at].key != nullptr; at = (at + 1) & mask)
      if (slots[at].key == key) return &slots[at];
    return nullptr;
  }
};

struct Records::Inner {
  Sandbox* sandbox = nullptr;
  std::vector<policy::Read>* reads = nullptr;
  std::deque<Shape> shapes;
  std::map<std::pair<const base::RecordType*, int>, Shape*> known;   // shapes of items and groups
  std::map<const base::RecordType*, std::uint16_t> root_of;          // the root that items of a type are reported as
  struct Root {
    const Shape* shape = nullptr;
    int view = 0;                   // registry reference of its view
  };
  std::vector<Root> roots;

  std::map<std::size_t, std::uint16_t> others;                       // the root that items of a list of `records` are reported as

  const Shape* shape(const base::RecordType& type, int parent, std::uint16_t root, std::string name);
  const Shape* shape_of_others(const base::RecordType& type, std::size_t list);
  void intern(Shape& shape);
};

}  // namespace remit::lua

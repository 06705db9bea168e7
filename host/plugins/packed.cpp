#include "plugins/packed.hpp"

#include <cstring>
#include <limits>

/// As it lies in the buffer; its cells follow.
struct remit_record {
  std::uint32_t list;    // 0: the subject itself
  std::uint32_t size;    // cells
};
struct remit_items {
  std::uint64_t size;    // cells
};

namespace remit::plugins {

using base::Kind;
using base::Value;

namespace {

constexpr std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

template <class Block>
Cell* cells_of(Block* block) {
  return reinterpret_cast<Cell*>(block + 1);
}
template <class Block>
const Cell* cells_of(const Block* block) {
  return reinterpret_cast<const Cell*>(block + 1);
}

std::int64_t distance(const Cell& cell, const void* to) {
  return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(to) - reinterpret_cast<std::uintptr_t>(&cell));
}
template <class T>
const T* target(const Cell& cell) {
  return reinterpret_cast<const T*>(reinterpret_cast<std::uintptr_t>(&cell) + static_cast<std::uintptr_t>(cell.payload));
}

remit_status read(const Cell& cell, remit_value& out) {
  out = {};
  out.kind = cell.kind;
  switch (cell.kind) {
    case REMIT_YES_NO: case REMIT_COUNT: case REMIT_MONEY: case REMIT_DATE: case REMIT_MOMENT:
      out.as.integer = cell.payload;
      return REMIT_OK;
    case REMIT_TEXT: out.as.text = {target<char>(cell), cell.size}; return REMIT_OK;
    case REMIT_RATIO: out.as.ratio = *target<remit_ratio>(cell); return REMIT_OK;
    case REMIT_LIST: out.as.list = {target<remit_items>(cell), cell.size}; return REMIT_OK;
    case REMIT_RECORD: out.as.record = target<remit_record>(cell); return REMIT_OK;
    case too_large: out.kind = REMIT_ABSENT; return REMIT_TOO_LARGE;
    default: out.kind = REMIT_ABSENT; return REMIT_OK;
  }
}

}  // namespace

Packer::Packer(bool copies) : copies_(copies), words_(512) {}

// Null when the buffer is full: the subject is then packed again in a larger one, for distances to what lies outside it would be
// wrong once it moved.
char* Packer::take(std::size_t size) {
  size = aligned(size);
  if (size > words_.size() * 8 - used_) return nullptr;
  char* at = reinterpret_cast<char*>(words_.data()) + used_;
  used_ += size;
  return at;
}

std::size_t Packer::add(const Reads& reads, const policy::Facts& facts) {
  const std::size_t start = used_;
  while (!put_subject(reads, facts)) {
    used_ = start;
    words_.resize(words_.size() * 2);
  }
  return start;
}

bool Packer::put_subject(const Reads& reads, const policy::Facts& facts) {
  const auto& slots = reads.lists[0];
  char* block = take(sizeof(remit_record) + slots.size() * sizeof(Cell));
  if (block == nullptr) return false;
  auto* record = new (block) remit_record{0, static_cast<std::uint32_t>(slots.size())};
  Cell* cell = cells_of(record);
  for (const auto& slot : slots) {
    const Value* row = facts.records[slot.root];
    new (cell) Cell;
    if (row != nullptr && !put_value(*cell, row[slot.field], reads, slot.list)) return false;
    ++cell;
  }
  return true;
}

bool Packer::put_value(Cell& cell, const Value& value, const Reads& reads, std::uint16_t list) {
  switch (value.kind) {
    case Kind::absent: case Kind::record: return true;
    case Kind::yes_no: case Kind::count: case Kind::money: case Kind::date: case Kind::moment:
      cell.kind = static_cast<std::uint8_t>(value.kind);   // the first kinds are the same in both; held below
      cell.payload = value.integer;
      return true;
    case Kind::text: case Kind::word: {
      const char* text = value.text;
      if (copies_) {
        char* copy = take(value.size);
        if (copy == nullptr) return false;
        std::memcpy(copy, text, value.size);
        text = copy;
      }
      cell.kind = REMIT_TEXT;
      cell.size = value.size;
      cell.payload = distance(cell, text);
      return true;
    }
    case Kind::ratio: return put_ratio(cell, *value.ratio);
    case Kind::list: return put_list(cell, value, reads, list);
  }
  return true;
}
static_assert(static_cast<int>(Kind::yes_no) == REMIT_YES_NO && static_cast<int>(Kind::count) == REMIT_COUNT &&
              static_cast<int>(Kind::money) == REMIT_MONEY && static_cast<int>(Kind::date) == REMIT_DATE &&
              static_cast<int>(Kind::moment) == REMIT_MOMENT && static_cast<int>(Kind::text) == REMIT_TEXT);

bool Packer::put_ratio(Cell& cell, const base::Rational& ratio) {
  const base::int128 num = ratio.num(), den = ratio.den();
  if (num > std::numeric_limits<std::int64_t>::max() || num < std::numeric_limits<std::int64_t>::min() ||
      den > base::int128{std::numeric_limits<std::uint64_t>::max()}) {
    cell.kind = too_large;
    return true;
  }
  char* block = take(sizeof(remit_ratio));
  if (block == nullptr) return false;
  new (block) remit_ratio{static_cast<std::int64_t>(num), static_cast<std::uint64_t>(den)};
  cell.kind = REMIT_RATIO;
  cell.payload = distance(cell, block);
  return true;
}

bool Packer::put_list(Cell& cell, const Value& value, const Reads& reads, std::uint16_t list) {
  char* block = take(sizeof(remit_items) + value.size * sizeof(Cell));
  if (block == nullptr) return false;
  auto* items = new (block) remit_items{value.size};
  cell.kind = REMIT_LIST;
  cell.size = value.size;
  cell.payload = distance(cell, items);
  Cell* item = cells_of(items);
  for (const Value& one : value.list()) {
    new (item) Cell;
    if (one.kind != Kind::record) {
      if (!put_value(*item++, one, reads, 0)) return false;
      continue;
    }
    const auto& slots = reads.lists[list];
    char* inner = take(sizeof(remit_record) + (list == 0 ? 0 : slots.size() * sizeof(Cell)));
    if (inner == nullptr) return false;
    auto* record = new (inner) remit_record{list, list == 0 ? 0 : static_cast<std::uint32_t>(slots.size())};
    item->kind = REMIT_RECORD;
    item->payload = distance(*item, record);
    ++item;
    Cell* field = cells_of(record);
    for (std::size_t i = 0; i < record->size; ++i, ++field) {
      new (field) Cell;
      if (slots[i].field < one.size && !put_value(*field, one.items[slots[i].field], reads, slots[i].list)) return false;
    }
  }
  return true;
}

remit_status get(const remit_record* record, remit_field field, remit_value* out) noexcept {
  if (record->list != field >> 16 || (field & 0xffff) >= record->size) {
    *out = {};
    return REMIT_OK;
  }
  return read(cells_of(record)[field & 0xffff], *out);
}

remit_status at(const remit_items* items, std::uint64_t index, remit_value* out) noexcept {
  if (index >= items->size) {
    *out = {};
    return REMIT_NOT_THERE;
  }
  return read(cells_of(items)[index], *out);
}

}  // namespace remit::plugins

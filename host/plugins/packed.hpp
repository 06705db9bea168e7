// Records as plug-ins read them: only the declared fields, packed into one buffer in which every pointer is a distance from where it
// stands. Such a buffer can be sent to a worker and read there as it lies; nothing is decoded, and nothing is allocated for a value.
// In the host's own process the same buffer holds the distances to the texts where they stand, so that none is copied.
#pragma once
#include <remit/host.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.hpp"
#include "policy/facts.hpp"

namespace remit::plugins {

/// One value. A text, list or record lies `payload` bytes from the cell.
struct Cell {
  std::uint8_t kind = REMIT_ABSENT;      // remit_kind, or too_large
  std::uint8_t reserved[3] = {};
  std::uint32_t size = 0;                // bytes of a text, items of a list
  std::int64_t payload = 0;
};
static_assert(sizeof(Cell) == 16);
inline constexpr std::uint8_t too_large = 255;

/// The fields of an item's records, found in the pack. A remit_field is the number of a list (0: the subject itself) and, below it,
/// the place among its slots.
struct Reads {
  struct Slot {
    std::uint16_t root = 0, field = 0;
    std::uint16_t list = 0;              // of a list of records: its number; else 0
  };
  std::vector<std::vector<Slot>> lists{1};
  std::vector<std::pair<std::string, remit_field>> names;   // as the plug-in calls them

  static constexpr remit_field number(std::size_t list, std::size_t slot) { return static_cast<remit_field>(list << 16 | slot); }
};

class Packer {
 public:
  /// Without `copies` texts are pointed at, and the buffer holds one subject at a time.
  explicit Packer(bool copies);
  void clear() { used_ = 0; }
  /// Packs the declared fields of the records in view; returns where the record begins in `bytes`. Roots out of view are absent.
  std::size_t add(const Reads& reads, const policy::Facts& facts);
  std::string_view bytes() const { return {reinterpret_cast<const char*>(words_.data()), used_}; }

 private:
  char* take(std::size_t size);
  bool put_subject(const Reads& reads, const policy::Facts& facts);
  bool put_value(Cell& cell, const base::Value& value, const Reads& reads, std::uint16_t list);
  bool put_list(Cell& cell, const base::Value& value, const Reads& reads, std::uint16_t list);
  bool put_ratio(Cell& cell, const base::Rational& ratio);

  bool copies_;
  std::vector<std::uint64_t> words_;
  std::size_t used_ = 0;
};

/// The record that was packed at `at`.
inline const remit_record* record_at(const char* bytes, std::size_t at) { return reinterpret_cast<const remit_record*>(bytes + at); }

/// What remit_host offers to read them with.
remit_status get(const remit_record* record, remit_field field, remit_value* out) noexcept;
remit_status at(const remit_items* items, std::uint64_t index, remit_value* out) noexcept;

}  // namespace remit::plugins

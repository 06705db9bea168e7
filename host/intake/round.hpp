// A round as it was read and checked: every id known, every amount in pence, nothing left to doubt. Everything in it is
// sorted by id, so that no order in a file can decide; only lists inside one record keep the order they were given in.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.hpp"
#include "base/measure.hpp"
#include "base/schema.hpp"
#include "base/value.hpp"
#include "intake/fields.hpp"

namespace remit::intake {

/// Records of one type, sorted by id. A row points at type->fields.size() values.
struct Table {
  const base::RecordType* type = nullptr;
  std::vector<const base::Value*> rows;
  std::unordered_map<std::string_view, std::uint32_t> by_id;

  std::size_t size() const { return rows.size(); }
  const base::Value& at(std::size_t row, std::uint16_t field) const { return rows[row][field]; }
  /// Row of the record with this id, or -1.
  int find(std::string_view id) const {
    auto it = by_id.find(id);
    return it == by_id.end() ? -1 : static_cast<int>(it->second);
  }
};

/// The member that consensus marks stand under (`panel` in scores.csv).
inline constexpr std::uint16_t consensus_member = 0xffff;
inline constexpr std::uint16_t no_part = 0xffff;

/// One cell of a score sheet. The score is a count or a ratio, on its measure's scale.
struct Mark {
  std::uint32_t application;  // row in Round::applications
  std::uint16_t member;       // row in Round::members, or consensus_member
  std::uint16_t measure;      // index in the stream's Scoring::measures
  std::uint16_t part;         // index in Measure::parts, or no_part
  base::Value score;
  std::string_view justification;  // empty: none given
};

struct Round {
  base::Arena arena;                                  // owns every value below
  std::vector<std::shared_ptr<const std::string>> inputs;   // the bytes that texts point into
  const base::Value* header = nullptr;                // type round
  const base::Value* panel = nullptr;                 // type panel
  Table streams, organisations, members, applications;
  std::vector<Table> records;                         // the pack's own record types, in the order of own_tables
  Table declarations;                                 // no ids: sorted by member, organisation, nature, date; by_id is empty
  std::vector<base::Scoring> scoring;                 // for each stream
  std::vector<Mark> marks;                            // sorted by application, member, measure, part
  std::vector<std::uint32_t> marks_of;                // marks of application i: [marks_of[i], marks_of[i + 1])
  std::vector<std::uint32_t> stream_of, applicant_of; // rows, for each application
  std::string digest;                                 // of the canonical round

  std::string_view id() const { return header[round_field::id].str(); }
};

}  // namespace remit::intake

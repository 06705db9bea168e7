// The record types of round.json: the types of a round put together as the file holds them. The fields of `round` come
// first in a document, and those of `stream` first in its streams, so that a record of the longer type is one of the shorter.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/schema.hpp"

namespace remit::intake {

struct DocumentTypes {
  /// `schema` must hold the types of add_round_types, and stay alive.
  /// With `records_alone` a document needs neither streams nor a panel.
  explicit DocumentTypes(const base::Schema& schema, bool records_alone = false);
  DocumentTypes(const DocumentTypes&) = delete;

  base::RecordType document, stream, measure, part, score;
  const base::RecordType* schema_stream;                          // the shorter type, of which a stream's row is one too
  std::uint16_t panel, members;                                   // in a document: the group, and its list
  std::uint16_t streams, declarations, organisations, applications, scores;
  std::uint16_t measures, minimum_total, tie_break;               // in a stream
  struct Own {
    const base::RecordType* type;
    std::vector<std::uint16_t> lists;                             // in a document: its lists, by each name that they may have
  };
  std::vector<Own> own;                                           // as own_tables
  /// Keys of a document that other readers know: appeals.
  std::vector<std::string> passed_over;
};

namespace measure_field {
enum : std::uint16_t { id, title, weight, scale, minimum, parts };
}
namespace part_field {
enum : std::uint16_t { id, title };
}
namespace score_field {
enum : std::uint16_t { member, application, measure, part, score, justification };
}

}  // namespace remit::intake

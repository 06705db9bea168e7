// The record type of appeals.json: what is lodged, with the fresh panel, its marks and its declarations in place.
#pragma once
#include <cstdint>

#include "base/schema.hpp"

namespace remit::intake {

struct AppealTypes {
  /// `schema` must hold the types of add_round_types, and stay alive.
  explicit AppealTypes(const base::Schema& schema);
  AppealTypes(const AppealTypes&) = delete;

  base::RecordType appeal, score;
  const base::RecordType *lodged, *panel;          // of the schema: what rules read
  std::uint16_t fresh_panel = 0, members = 0;      // in an appeal: the group, whose fields follow it; the list in it
  std::uint16_t scores = 0, declarations = 0;

  /// The record of type lodged that rules read, from an appeal. `out` has room for the fields of `lodged`, all absent.
  void fill_lodged(const base::Value* from, base::Value* out) const;
};

namespace fresh_score_field {  // a mark of a fresh panel: the application is that of the appeal
enum : std::uint16_t { member, measure, part, score, justification };
}

}  // namespace remit::intake

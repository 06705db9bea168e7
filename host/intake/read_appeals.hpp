// appeals.json -> Appeals. An appeal names the application, the ground and who appeals; it brings the fresh panel that
// looked again, with its marks and declarations, or the reason why none was constituted.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/schema.hpp"
#include "intake/read_round.hpp"
#include "intake/round.hpp"

namespace remit::intake {

struct Appeal {
  const base::Value* lodged = nullptr;   // type lodged; its fresh_panel is the id of the fresh panel
  std::uint32_t application = 0;         // row in Round::applications
  std::uint32_t by = 0;                  // row in Round::organisations
  const base::Value* panel = nullptr;    // the fresh panel, type panel; null: none was constituted
  Table members, declarations;           // of the fresh panel, sorted as those of a round
  std::vector<Mark> marks;               // of the application alone, sorted; `member` is a row of `members` above
  std::string canonical;                 // the whole appeal, RFC 8785
};

/// The appeals against one round, by application, then day received, then text: no order in a file can decide.
struct Appeals {
  base::Arena arena;                                        // owns every value below
  std::vector<std::shared_ptr<const std::string>> inputs;   // the bytes that texts point into
  std::vector<Appeal> list;
};

/// Reads appeals.json of the round's folder, or `appeals` of its document, and checks them against `round`, which must
/// have been read from the same source with the same schema and stay alive. Whether there should have been a fresh panel,
/// or views, is not asked here: that is a finding. Throws Refused (exit 2) with every mistake, also when neither is there.
Appeals read_appeals(const Source& source, const base::Schema& schema, const Round& round);

/// Whether the folder or the document of a round, once it was read, brings appeals.
bool holds_appeals(const Source& source);

}  // namespace remit::intake

// The canonical form of a round: one document of the shape that round.json has, so that it can be read again. Its digest is
// the `input` of every record.
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "intake/round.hpp"
#include "intake/round_document.hpp"

namespace remit::intake {

/// In pieces. `types` are made of the schema that the round was read with.
void write_canonical_round(const Round& round, const DocumentTypes& types, const std::function<void(std::string_view)>& sink);
/// In one text.
std::string canonical_round(const Round& round, const base::Schema& schema);

}  // namespace remit::intake

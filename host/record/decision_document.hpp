// The `remit.decision/1` document: the round, its streams' money, its panel and findings, around the whole records.
#pragma once
#include <functional>
#include <string_view>

#include "record/constants.hpp"

namespace remit::record {

/// Writes the document, canonical (RFC 8785), in pieces; ends with a line end.
void write_document(const RoundConstants& constants, unsigned threads, const std::function<void(std::string_view)>& sink);

}  // namespace remit::record

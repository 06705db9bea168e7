// Decided records in another form: an exporter of a plug-in reads what was decided and gives back bytes.
#pragma once
#include <string>

#include "engine/decided.hpp"

namespace remit::engine {

/// What the exporter at `use` (an index in Pack::uses) wrote of the round: each application, by stream, then id. Throws
/// base::Refused (exit code 3) with its cause when it could not.
std::string export_round(const Decided& decided, std::size_t use);

}  // namespace remit::engine

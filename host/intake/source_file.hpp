// One file of a round, as bytes.
#pragma once
#include <string>

#include "intake/read_round.hpp"

namespace remit::intake {

/// The bytes of the file at `path` ("-": standard input), called `name` in messages. Throws base::Refused (exit 2) when it
/// cannot be read or is over the size limit.
Source::File read_source_file(const std::string& path, const std::string& name);

}  // namespace remit::intake

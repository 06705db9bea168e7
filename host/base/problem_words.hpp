// A problem in words for other places than a line of its own: `Problem::text` says the file, the message and the code.
#pragma once
#include <string>
#include <string_view>

#include "base/problem.hpp"

namespace remit::base {

/// "rules.lua:3:5: error: message [CODE]", as compilers write it and editors read it.
std::string weighted(const Problem& problem, std::string_view weight);
/// `Problem::text` without the code: for words that stand inside another message.
std::string uncoded(const Problem& problem);

}  // namespace remit::base

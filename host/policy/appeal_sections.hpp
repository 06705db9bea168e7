// Which sections of its source a pack hears appeals by.
#pragma once
#include <string_view>

#include "policy/pack.hpp"

namespace remit::policy {

/// Whether a clause is of the sections in which the pack's appeal rules stand: "minute 7 b" is where one cites "minute 7 a",
/// "4.5.9 (gap)" where one cites 4.5.9 s1. A pack without such a rule: always.
bool is_of_appeals(const Pack& pack, std::string_view clause);
/// Whether a silence is one about appeals. Of a pack without an appeal rule those that are called "appeal..."; if it has none, any.
bool is_of_appeals(const Pack& pack, const NoProvision& silence);

}  // namespace remit::policy

// How the second result of an appeal differs from the first, one thing after the other, in words that can be read aloud.
#pragma once
#include <cstdint>
#include <span>
#include <string>

#include "engine/appeal.hpp"

namespace remit::record {

/// Appends the changes of application `i` as members of a list:
/// {"first":"5/3","kind":"measure","measure":"need","message":"...","points":"14","second":"4"}
void write_changes(const engine::Decided& first, const engine::Decided& second, std::uint32_t i, std::span<const engine::Change> changes,
                   std::string& out);
/// Appends {"amount":"0.00","decision":"decline","elements":[...],"rank":null}, what is proposed for application `i`.
void write_standing(const engine::Decided& decided, std::uint32_t i, std::string& out);

}  // namespace remit::record

// How far the officer's instruments look. `docs/limits.md` states it.
#pragma once
#include <cstddef>

namespace remit::study::limits {

inline constexpr std::size_t contenders = 600;          // applications of a stream that could be ranked: their pairs are looked at one by one
inline constexpr std::size_t decisions = 4000;          // made in one search for where the funded set changes
inline constexpr std::size_t tries = 600;               // values of one parameter
inline constexpr std::size_t changes_bytes = 64u << 20; // a list of the changes that are meant

}  // namespace remit::study::limits

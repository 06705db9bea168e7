// The hard limits of what is read. `docs/limits.md` states them, tests stand at their edges.
#pragma once
#include <cstddef>
#include <cstdint>

namespace remit::intake::limits {

inline constexpr std::size_t file_bytes = std::size_t{4} << 30;        // any file, and standard input
inline constexpr std::size_t document_bytes = std::size_t{512} << 20;  // one JSON document
inline constexpr std::size_t line_bytes = 16u << 20;                   // one line of NDJSON
inline constexpr std::size_t text_bytes = 1u << 20;                    // one text
inline constexpr std::size_t id_bytes = 200;
inline constexpr std::size_t depth = 64;                               // lists and objects within each other
inline constexpr std::size_t list_items = 10'000;                      // of a list inside a record
inline constexpr std::size_t columns = 10'000;                         // of a CSV file
inline constexpr std::size_t records = 20'000'000;                     // of one table, marks included
inline constexpr std::size_t members = 10'000;                         // of a panel
inline constexpr std::size_t digits = 18;                              // of a number
inline constexpr std::int64_t count = 9'007'199'254'740'991;           // the largest whole number, either sign: 2^53 - 1
inline constexpr std::size_t problems = 1000;                          // mistakes that are listed

}  // namespace remit::intake::limits

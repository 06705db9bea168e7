// The hard limits of workbooks. `docs/limits.md` states them, tests stand at their edges.
#pragma once
#include <cstddef>

namespace remit::import::limits {

inline constexpr std::size_t workbook_bytes = 64u << 20;    // the file itself
inline constexpr std::size_t part_bytes = 128u << 20;       // one part of it, unpacked
inline constexpr std::size_t unpacked_bytes = 256u << 20;   // all parts that are read, unpacked
inline constexpr std::size_t parts = 10'000;
inline constexpr std::size_t elements = 10'000'000;         // of the XML of one part
inline constexpr std::size_t sheets = 500;
inline constexpr std::size_t cells = 5'000'000;             // of a workbook, the gaps between them included
inline constexpr std::size_t rows = 1'048'576;
inline constexpr std::size_t columns = 16'384;

}  // namespace remit::import::limits

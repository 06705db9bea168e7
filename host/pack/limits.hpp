// The hard limits of packs that travel. `docs/limits.md` states them, tests stand at their edges.
#pragma once
#include <cstddef>

namespace remit::pack::limits {

inline constexpr std::size_t packed_bytes = 32u << 20;      // a packed pack, as it travels
inline constexpr std::size_t unpacked_bytes = 128u << 20;   // what it unpacks to, all files together
inline constexpr std::size_t packed_file_bytes = 16u << 20; // one file in it
inline constexpr std::size_t packed_files = 4096;           // how many files
inline constexpr std::size_t path_bytes = 100;              // the path of one
inline constexpr std::size_t path_folders = 8;              // folders inside one another
inline constexpr std::size_t key_bytes = 4096;              // a file that holds a key or a signature
inline constexpr std::size_t list_bytes = 16u << 20;        // a trust file, an index, the list of adoptions
inline constexpr std::size_t signatures = 16;               // beside one file
inline constexpr long fetch_seconds = 120;                  // a file of a web server, unless REMIT_FETCH_SECONDS says otherwise
inline constexpr long connect_seconds = 10;                 // until the server answers
inline constexpr long slow_seconds = 20;                    // below 200 bytes a second
inline constexpr long redirects = 5;                        // from one place to the next

}  // namespace remit::pack::limits

// An invented round of any size for `remit bench`, of the shape of Northern Ireland's: streams with a specification, a panel
// with declarations, organisations, applications with elements and partners, and a sheet of each member for each. The same
// bytes every time.
#pragma once
#include <cstdint>
#include <filesystem>

namespace remit::cli {

/// Writes round.json, applications.ndjson, organisations.csv and scores.csv into `folder`, which must stand. Returns their bytes.
std::uint64_t write_bench_round(const std::filesystem::path& folder, std::uint32_t applications);

}  // namespace remit::cli

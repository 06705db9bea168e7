// The cases of a pack as the commands put them to it: with plug-ins and reports, which `study` does not know.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "lua/load.hpp"
#include "study/test.hpp"

namespace remit::cli {

/// `pack` is an id or a folder, `plugins` are the folders of --plugins. Throws base::Refused: exit 3 for the pack, 2 for its cases.
std::unique_ptr<study::Bench> bench_of(const std::string& pack, const lua::LoadOptions& options, const std::vector<std::string>& plugins);

}  // namespace remit::cli

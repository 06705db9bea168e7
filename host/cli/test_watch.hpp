// `remit test --watch`: the cases again at each save, those that the save touches first.
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "study/test.hpp"

namespace remit::cli {

/// Never returns but by what it throws; an interrupt ends the program. `make` reads the pack anew; `filter` as for Bench::matching.
[[noreturn]] void watch_tests(const std::filesystem::path& folder, const std::string& filter, unsigned threads, bool colour, const std::function<std::unique_ptr<study::Bench>()>& make);

}  // namespace remit::cli

// `remit check --watch`: a pack checked again at each save, in lines that editors can jump from.
#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace remit::cli {

/// Never returns but by what it throws; an interrupt ends the program. `check` gives what is found: a mistake that stops it is thrown as
/// base::Refused and told like any other. Each round begins with a line `checking PACK` and ends with a line that says how long it took;
/// between them each finding begins its line with its place, `file:line:column: `.
[[noreturn]] void watch_check(const std::filesystem::path& folder, const std::function<std::string()>& check);

}  // namespace remit::cli

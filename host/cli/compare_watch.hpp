// `remit compare --watch`: the effect of a change at each save.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/comparing.hpp"

namespace remit::cli {

/// Never returns but by what it throws; an interrupt ends the program. `show` gives the words for a comparison; they are printed, or
/// written to `out`.
[[noreturn]] void watch_comparison(const std::shared_ptr<const policy::Pack>& before, const std::string& after, const std::vector<std::string>& rounds, const Comparing& how,
                                   const std::function<std::string(study::Comparison&)>& show, const std::string& out);

}  // namespace remit::cli

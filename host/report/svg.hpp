// The ranked list of a stream as a picture: a bar for each total, and the line below which no money goes. The words beside
// the bars say all that their fill says; past some fifty applications the bars stand side by side without words, and the
// table that follows it says them.
#pragma once
#include <string>

#include "report/standing.hpp"

namespace remit::report {

/// Appends an <svg> element for HTML whose style knows its classes; `name` makes its ids unique on the page. Nothing when
/// no application is ranked.
void write_ranking_svg(const Standing& standing, const std::string& name, std::string& out);

}  // namespace remit::report

// The style of the HTML report: system fonts, light and dark, a phone's width, and paper.
#pragma once
#include <string_view>

namespace remit::report {

extern const std::string_view html_style;

}  // namespace remit::report

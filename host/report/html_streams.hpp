// A stream on the page: its money, its ranked list with the funding line, its marks, and what is not ranked.
#pragma once
#include <string>

#include "record/record.hpp"
#include "report/standing.hpp"

namespace remit::report {

/// From here on lists are folded up, and each record says in short what it met.
inline constexpr std::size_t many_applications = 60;

/// `number` from 1, of its place on the page.
void write_html_stream(const record::DecisionDocument& document, const Standing& standing, std::size_t number, std::string& out);

}  // namespace remit::report

// PDF, where Debian's Chromium (or another browser of its family) is on the machine: it prints the HTML of a page.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace remit::cli {

/// The browser that prints into the folder `out`. Throws base::Refused (exit code 2) when `out` is empty or there is no browser.
std::filesystem::path printer_for(const std::string& out);
/// Prints each FILE.html to FILE.pdf beside it, several at a time. Throws base::Refused (exit code 2) naming the first that could
/// not be printed. Not the same bytes each time: a PDF says when it was made.
void print_all(const std::filesystem::path& printer, const std::vector<std::filesystem::path>& pages);

}  // namespace remit::cli

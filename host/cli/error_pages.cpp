#include "cli/error_pages.hpp"

#include <algorithm>

namespace remit::cli {

namespace {

// "[the verbs](../policy-language.md#verbs)": a terminal shows the words.
std::string without_links(std::string_view line) {
  std::string out(line);
  for (auto at = out.find("]("); at != out.npos; at = out.find("](", at)) {
    const auto opens = out.rfind('[', at), closes = out.find(')', at);
    if (opens == out.npos || closes == out.npos) break;
    out.erase(at, closes + 1 - at);
    out.erase(opens, 1);
  }
  return out;
}

// "```lua wrong" begins an example, "```" ends it.
void append_line(std::string_view line, bool& example, ErrorPage& page) {
  if (line.starts_with("```")) {
    example = !example;
    if (example) page.text += line.ends_with("right") ? "\nright:\n" : "\nwrong:\n";
    return;
  }
  if (example) {
    page.text += line.empty() ? "\n" : "    " + std::string(line) + "\n";
    return;
  }
  if (line.empty() && (page.text.empty() || page.text.ends_with("\n\n"))) return;
  page.text += without_links(line) + "\n";
}

std::string first_sentence(const std::string& text) {
  std::string words = text.substr(0, text.find("\n\n"));
  for (char& c : words)
    if (c == '\n') c = ' ';
  const auto stop = words.find(". ");
  words.erase(stop == words.npos ? words.find_last_not_of(". ") + 1 : stop);
  return words;
}

}  // namespace

std::vector<ErrorPage> error_pages() {
  std::vector<ErrorPage> pages;
  for (std::string_view text : error_texts()) {
    std::string about;
    bool example = false, in_page = false;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const std::string_view line = text.substr(at, end - at);
      at = end + 1;
      if (!example && line.starts_with("## ")) {
        pages.push_back({std::string(line.substr(3)), about, {}, {}});
        in_page = true;
      } else if (!example && line.starts_with("# ")) {
        about = line.substr(2);
      } else if (in_page) {
        append_line(line, example, pages.back());
      }
    }
  }
  for (auto& page : pages) {
    while (page.text.ends_with("\n\n")) page.text.pop_back();
    page.first = first_sentence(page.text);
  }
  return pages;
}

}  // namespace remit::cli

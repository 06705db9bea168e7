// The pages of docs/errors: for each code that a message may carry, what it means, a wrong example and a right one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace remit::cli {

/// The files of docs/errors, by name: "# what they are about", and "## CODE" for each page. In the program itself.
const std::vector<std::string_view>& error_texts();

struct ErrorPage {
  std::string code, about;   // about: of its file, "Sentences"
  std::string first;         // its first sentence
  std::string text;          // for a terminal: what it means, `wrong:` and `right:` with their lines indented
};
/// All pages, as they stand in the files.
std::vector<ErrorPage> error_pages();

}  // namespace remit::cli

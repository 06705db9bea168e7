// A filled text as a page: one tree of headings, paragraphs and lists, from which the HTML, the text and the document for
// offices are written, so that all three say the same.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace remit::letters {

struct Run {
  std::string text;
  bool strong = false, stressed = false;
  bool new_line = false;            // a line ends here; no text
};
struct Block {
  enum class Kind { heading, paragraph, item, numbered, new_page };
  Kind kind = Kind::paragraph;
  int level = 0;                    // of a heading 1 to 6; of an item 1 and deeper; of a paragraph inside an item likewise
  std::vector<Run> runs;
};
struct Page {
  std::string title;                // its first heading
  std::vector<Block> blocks;
};

/// Reads Markdown: headings, paragraphs, lists, bold, italics, and `---` for a new page. Throws base::Refused (exit code 3), naming
/// `what`, when there is anything else in it (HTML, pictures, code), for offices could not edit that.
Page read_page(const std::string& markdown, const std::string& what);

/// The page as text in lines, for terminals and for measuring how it reads.
std::string text_of(const Page& page);

}  // namespace remit::letters

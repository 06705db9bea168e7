// The only file that knows the Markdown library.
#include "letters/page.hpp"

#include <cmark.h>

#include "base/problem.hpp"

namespace remit::letters {

namespace {

class Walk {
 public:
  explicit Walk(const std::string& what) : what_(what) {}

  Page read(cmark_node* root) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iter(cmark_iter_new(root), cmark_iter_free);
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
      cmark_node* node = cmark_iter_get_node(iter.get());
      if (event == CMARK_EVENT_ENTER) enter(node);
      else leave(node);
    }
    return std::move(page_);
  }

 private:
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void begin(Block::Kind kind, int level) { page_.blocks.push_back({kind, level, {}}); }
  void run(std::string_view text) {
    if (page_.blocks.empty()) begin(Block::Kind::paragraph, 0);
    page_.blocks.back().runs.push_back({std::string(text), strong_ > 0, stressed_ > 0, false});
  }

  const std::string& what_;
  Page page_;
  int lists_ = 0, strong_ = 0, stressed_ = 0;
  bool item_begins_ = false, numbered_ = false;
};

void Walk::enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING: return begin(Block::Kind::heading, cmark_node_get_heading_level(node));
    case CMARK_NODE_PARAGRAPH:
      begin(!item_begins_ ? Block::Kind::paragraph : numbered_ ? Block::Kind::numbered : Block::Kind::item, lists_);
      item_begins_ = false;
      return;
    case CMARK_NODE_LIST: ++lists_; return;
    case CMARK_NODE_ITEM:
      item_begins_ = true;
      numbered_ = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
      return;
    case CMARK_NODE_THEMATIC_BREAK: return begin(Block::Kind::new_page, 0);
    case CMARK_NODE_STRONG: ++strong_; return;
    case CMARK_NODE_EMPH: ++stressed_; return;
    case CMARK_NODE_TEXT: return run(cmark_node_get_literal(node));
    case CMARK_NODE_SOFTBREAK: return run(" ");
    case CMARK_NODE_LINEBREAK:
      run({});
      page_.blocks.back().runs.back().new_line = true;
      return;
    case CMARK_NODE_DOCUMENT: return;
    default: break;
  }
  const char* literal = cmark_node_get_literal(node);
  base::refuse({"TEMPLATE", what_, 0, 0, {}, std::string("a letter holds headings, paragraphs, lists, bold and italics; this is something else (") +
                cmark_node_get_type_string(node) + ")" + (literal ? ": " + std::string(literal).substr(0, 60) : ""), {}, {}}, 3);
}

void Walk::leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LIST: --lists_; return;
    case CMARK_NODE_STRONG: --strong_; return;
    case CMARK_NODE_EMPH: --stressed_; return;
    default: return;
  }
}

std::string words_of(const Block& block) {
  std::string out;
  for (const Run& run : block.runs) out += run.new_line ? "\n" : run.text;
  return out;
}

}  // namespace

Page read_page(const std::string& markdown, const std::string& what) {
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> root(
      cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_VALIDATE_UTF8), cmark_node_free);
  Page page = Walk(what).read(root.get());
  for (const Block& block : page.blocks)
    if (block.kind == Block::Kind::heading && page.title.empty()) page.title = words_of(block);
  return page;
}

std::string text_of(const Page& page) {
  std::string out;
  for (const Block& block : page.blocks) {
    const bool item = block.kind == Block::Kind::item || block.kind == Block::Kind::numbered;
    if (!out.empty() && !item) out += '\n';
    if (block.kind == Block::Kind::new_page) out += "----------\n";
    if (item) out += std::string(static_cast<std::size_t>(block.level - 1) * 2, ' ') + "- ";
    out += words_of(block);
    if (block.kind != Block::Kind::new_page) out += '\n';
  }
  return out;
}

}  // namespace remit::letters

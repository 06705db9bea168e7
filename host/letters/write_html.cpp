#include "letters/write.hpp"

#include "report/markup.hpp"

namespace remit::letters {

using report::Markup;

namespace {

constexpr std::string_view style = R"css(
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 42rem; padding: 1.5rem 1.25rem 3rem; color: #0b0c0c; background: #fff;
  font: 1.06rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 1.6rem 0 1rem; }
h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; } h3 { font-size: 1.03rem; margin: 1.2rem 0 .3rem; }
p, ul, ol { margin: .5rem 0 .9rem; } ul, ol { padding-left: 1.5rem; } li { margin: .2rem 0; } li > p { margin: .2rem 0; }
.draft { border: 3px solid #0b0c0c; padding: .5rem .8rem; font-weight: 600; margin: 0 0 1.5rem; }
footer { margin-top: 2.5rem; padding-top: .6rem; border-top: 1px solid #505a5f; font-size: .88rem; color: #383f43; }
code { font: .86em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
hr { border: 0; border-top: 2px solid #b1b4b6; margin: 2.5rem 0; }
@page { size: A4; margin: 20mm 22mm; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } h1, h2, h3 { break-after: avoid; } li, .draft { break-inside: avoid; }
  p { orphans: 3; widows: 3; } :is(body, main) > p:last-of-type, footer { break-before: avoid; } hr { break-after: page; border: 0; margin: 0; } }
)css";

class Html {
 public:
  explicit Html(std::string& out) : m_(out) {}

  void write(const Page& page) {
    for (const Block& block : page.blocks) write(block);
    to_level(0);
  }

 private:
  void write(const Block& block);
  void to_level(int level);
  void item(const Block& block);
  void runs(const Block& block);

  Markup m_;
  std::vector<std::string_view> lists_;   // the lists that are open, each with an item that is open
};

void Html::runs(const Block& block) {
  for (const Run& run : block.runs) {
    if (run.new_line) {
      m_.raw("<br>\n");
      continue;
    }
    if (run.strong) m_.raw("<strong>");
    if (run.stressed) m_.raw("<em>");
    m_.text(run.text);
    if (run.stressed) m_.raw("</em>");
    if (run.strong) m_.raw("</strong>");
  }
}

void Html::to_level(int level) {
  while (static_cast<int>(lists_.size()) > level) {
    m_.raw("</li></").raw(lists_.back()).raw(">\n");
    lists_.pop_back();
  }
}

void Html::item(const Block& block) {
  to_level(block.level);
  if (static_cast<int>(lists_.size()) == block.level) m_.raw("</li>\n<li>");
  while (static_cast<int>(lists_.size()) < block.level) {
    lists_.push_back(block.kind == Block::Kind::numbered ? "ol" : "ul");
    m_.raw("<").raw(lists_.back()).raw(">\n<li>");
  }
  runs(block);
}

void Html::write(const Block& block) {
  if (block.kind == Block::Kind::item || block.kind == Block::Kind::numbered) return item(block);
  to_level(block.kind == Block::Kind::paragraph ? block.level : 0);
  if (block.kind == Block::Kind::new_page) {
    m_.raw("<hr>\n");
    return;
  }
  const std::string name = block.kind == Block::Kind::heading ? "h" + std::to_string(block.level) : "p";
  m_.raw("<").raw(name).raw(">");
  runs(block);
  m_.raw("</").raw(name).raw(">\n");
}

}  // namespace

std::string html_of(const Page& page, const Frame& frame) {
  std::string out;
  Markup m(out);
  m.raw("<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>");
  m.text(page.title.empty() ? frame.about : page.title).raw("</title>\n<style>").raw(style).raw("</style>\n</head>\n<body>\n<main>\n");
  m.element("p", frame.notice, "draft").raw("\n");
  Html(out).write(page);
  m.raw("</main>\n<footer>").text(frame.about);
  if (!frame.digest.empty()) m.raw("<br>Record: <code>").text(frame.digest).raw("</code>");
  m.raw("</footer>\n</body>\n</html>\n");
  return out;
}

}  // namespace remit::letters

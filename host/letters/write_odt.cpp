#include "letters/container.hpp"
#include "letters/write.hpp"
#include "report/markup.hpp"

namespace remit::letters {

using report::Markup;

namespace {

constexpr std::string_view kind = "application/vnd.oasis.opendocument.text";
constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view spaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " office:version=\"1.2\"";

constexpr std::string_view styles = R"xml(<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>
<style:text-properties fo:font-family="'Liberation Sans', Arial, sans-serif" fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties fo:margin-top="0cm" fo:margin-bottom="0.25cm" fo:line-height="120%"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.5cm" fo:margin-bottom="0.15cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.35cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="11pt" fo:font-weight="bold"/></style:style>
<style:style style:name="List_20_item" style:display-name="List item" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.08cm"/></style:style>
<style:style style:name="Draft" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:border="0.06cm solid #000000" fo:padding="0.2cm" fo:margin-bottom="0.6cm"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Footer" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0cm"/><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Emphasis" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
)xml";

/// Signs of a list and how far its levels stand in.
std::string list_style(std::string_view name, bool numbered) {
  std::string out = "<text:list-style style:name=\"" + std::string(name) + "\">";
  for (int level = 1; level <= 4; ++level) {
    const std::string at = std::to_string(level);
    const std::string left = std::to_string(level * 6 / 10) + "." + std::to_string(level * 6 % 10) + "cm";
    out += numbered ? "<text:list-level-style-number text:level=\"" + at + "\" style:num-format=\"1\" style:num-suffix=\".\">"
                    : "<text:list-level-style-bullet text:level=\"" + at + "\" text:bullet-char=\"\xe2\x80\xa2\">";
    out += "<style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment"
           " text:label-followed-by=\"listtab\" fo:text-indent=\"-0.6cm\" fo:margin-left=\"" + left + "\"/></style:list-level-properties>";
    out += numbered ? "</text:list-level-style-number>" : "</text:list-level-style-bullet>";
  }
  return out + "</text:list-style>\n";
}

class Odt {
 public:
  explicit Odt(std::string& out) : m_(out) {}

  void write(const Page& page) {
    for (const Block& block : page.blocks) write(block);
    to_level(0);
  }

 private:
  void write(const Block& block);
  void item(const Block& block);
  void paragraph(const Block& block);
  void runs(const Block& block);
  void words(std::string_view text);
  void to_level(int level) {
    for (; lists_ > level; --lists_) m_.raw("</text:list-item></text:list>\n");
  }

  Markup m_;
  int lists_ = 0;
  bool new_page_ = false;
};

/// Two spaces are one to XML: the second is written as a sign of its own.
void Odt::words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t two = std::min(text.find("  ", at), text.size());
    m_.text(text.substr(at, two - at));
    at = two;
    if (at == text.size()) break;
    m_.raw(" ");
    for (++at; at < text.size() && text[at] == ' '; ++at) m_.raw("<text:s/>");
  }
}

void Odt::runs(const Block& block) {
  for (const Run& run : block.runs) {
    if (run.new_line) {
      m_.raw("<text:line-break/>");
      continue;
    }
    if (run.strong || run.stressed) m_.raw("<text:span").attribute("text:style-name", run.strong ? "Strong" : "Emphasis").raw(">");
    words(run.text);
    if (run.strong || run.stressed) m_.raw("</text:span>");
  }
}

void Odt::paragraph(const Block& block) {
  m_.raw("<text:p").attribute("text:style-name", new_page_ ? "New_20_page" : block.level > 0 ? "List_20_item" : "Standard").raw(">");
  new_page_ = false;
  runs(block);
  m_.raw("</text:p>\n");
}

void Odt::item(const Block& block) {
  to_level(block.level);
  if (lists_ == block.level) m_.raw("</text:list-item>\n<text:list-item>");
  for (; lists_ < block.level; ++lists_) {
    m_.raw("<text:list");
    if (lists_ == 0) m_.attribute("text:style-name", block.kind == Block::Kind::numbered ? "Numbers" : "Bullets");
    m_.raw("><text:list-item>");
  }
  paragraph(block);
}

void Odt::write(const Block& block) {
  if (block.kind == Block::Kind::item || block.kind == Block::Kind::numbered) return item(block);
  to_level(block.kind == Block::Kind::paragraph ? block.level : 0);
  if (block.kind == Block::Kind::paragraph) return paragraph(block);
  if (block.kind == Block::Kind::new_page) {
    new_page_ = true;
    return;
  }
  const std::string level = std::to_string(block.level);
  m_.raw("<text:h").attribute("text:style-name", (new_page_ ? "New_20_page_20_" : "Heading_20_") + level).attribute("text:outline-level", level).raw(">");
  new_page_ = false;
  runs(block);
  m_.raw("</text:h>\n");
}

std::string styles_of(const Frame& frame) {
  std::string out(head);
  Markup m(out);
  m.raw("<office:document-styles").raw(spaces).raw(">").raw(styles);
  m.raw("<style:style style:name=\"New_20_page\" style:family=\"paragraph\" style:parent-style-name=\"Standard\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>\n");
  for (const char* level : {"1", "2", "3"})
    m.raw("<style:style style:name=\"New_20_page_20_").raw(level).raw("\" style:family=\"paragraph\" style:parent-style-name=\"Heading_20_").raw(level)
        .raw("\"><style:paragraph-properties fo:break-before=\"page\"/></style:style>\n");
  m.raw(list_style("Bullets", false)).raw(list_style("Numbers", true)).raw("</office:styles>\n");
  m.raw("<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"21cm\" fo:page-height=\"29.7cm\""
        " fo:margin-top=\"2cm\" fo:margin-bottom=\"1.6cm\" fo:margin-left=\"2.2cm\" fo:margin-right=\"2.2cm\"/><style:footer-style>"
        "<style:header-footer-properties fo:min-height=\"1cm\" fo:margin-top=\"0.4cm\"/></style:footer-style></style:page-layout></office:automatic-styles>\n");
  m.raw("<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer><text:p text:style-name=\"Footer\">");
  m.text(frame.about).raw(", page <text:page-number>1</text:page-number></text:p>");
  if (!frame.digest.empty()) m.raw("<text:p text:style-name=\"Footer\">Record: ").text(frame.digest).raw("</text:p>");
  m.raw("</style:footer></style:master-page></office:master-styles></office:document-styles>\n");
  return out;
}

std::string content_of(const Page& page, const Frame& frame) {
  std::string out(head);
  Markup m(out);
  m.raw("<office:document-content").raw(spaces).raw("><office:body><office:text>\n");
  m.raw("<text:p text:style-name=\"Draft\">").text(frame.notice).raw("</text:p>\n");
  Odt(out).write(page);
  m.raw("</office:text></office:body></office:document-content>\n");
  return out;
}

std::string meta_of(const Page& page) {
  std::string out(head);
  Markup m(out);
  m.raw("<office:document-meta").raw(spaces).raw(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><office:meta><dc:title>").text(page.title);
  m.raw("</dc:title><dc:language>en-GB</dc:language></office:meta></office:document-meta>\n");
  return out;
}

}  // namespace

std::string odt_of(const Page& page, const Frame& frame) {
  std::string manifest(head);
  Markup m(manifest);
  m.raw("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">\n<manifest:file-entry"
        " manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"").raw(kind).raw("\"/>\n");
  for (const char* file : {"content.xml", "styles.xml", "meta.xml"})
    m.raw("<manifest:file-entry manifest:full-path=\"").raw(file).raw("\" manifest:media-type=\"text/xml\"/>\n");
  m.raw("</manifest:manifest>\n");
  return container_of({{"mimetype", std::string(kind)}, {"content.xml", content_of(page, frame)}, {"styles.xml", styles_of(frame)},
                       {"meta.xml", meta_of(page)}, {"META-INF/manifest.xml", manifest}});
}

}  // namespace remit::letters

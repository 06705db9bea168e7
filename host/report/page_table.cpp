#include "report/page_table.hpp"

namespace remit::report {

PageTable::PageTable(std::string& out, std::string_view what, std::initializer_list<Heading> headings) : m_(out), headings_(headings) {
  m_.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", what).raw("><table class=\"stack\"><thead><tr>");
  for (const Heading& h : headings_) m_.raw(h.number ? "<th class=\"number\">" : "<th>").text(h.words).raw("</th>");
  m_.raw("</tr></thead><tbody>\n");
}

PageTable::~PageTable() {
  close();
  m_.raw("</tbody></table></div>\n");
}

void PageTable::close() {
  if (in_cell_) m_.raw("</td>");
  if (in_row_) m_.raw("</tr>\n");
  in_cell_ = in_row_ = false;
}

void PageTable::row(std::string_view css_class) {
  close();
  m_.raw("<tr");
  if (!css_class.empty()) m_.attribute("class", css_class);
  m_.raw(">");
  in_row_ = true;
  next_ = 0;
}

Markup& PageTable::cell() {
  if (in_cell_) m_.raw("</td>");
  const Heading& heading = headings_[next_++];
  m_.raw(heading.number ? "<td class=\"number\"" : "<td");
  if (next_ > 1) m_.attribute("data-label", heading.words);   // the first needs no heading to be known by
  m_.raw(">");
  in_cell_ = true;
  return m_;
}

}  // namespace remit::report

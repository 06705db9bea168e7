#include "report/figure.hpp"

#include <cctype>
#include <cmath>

#include "report/csv.hpp"

namespace remit::report {

namespace {

/// A table as an address that holds it: the page needs nothing else, and the browser saves it as a file.
std::string data_address(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows) {
  std::string csv;
  const auto add = [&](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) csv += ',';
      append_csv_cell(cells[i], csv);
    }
    csv += "\r\n";
  };
  add(headings);
  for (const auto& row : rows) add(row);
  std::string out = "data:text/csv;charset=utf-8,";
  constexpr char digits[] = "0123456789ABCDEF";
  for (const char c : csv) {
    const auto b = static_cast<unsigned char>(c);
    if (b < 0x80 && (std::isalnum(b) || c == '.' || c == '-' || c == '_')) out += c;
    else ((out += '%') += digits[b >> 4]) += digits[b & 15];
  }
  return out;
}

void write_table(const Figure& f, Markup& m) {
  m.raw("<details><summary>").text("The same as a table").raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\"");
  m.attribute("aria-label", "Table: " + f.title).raw("><table><thead><tr>");
  for (const auto& heading : f.headings) m.element("th", heading);
  m.raw("</tr></thead><tbody>\n");
  for (const auto& row : f.rows) {
    m.raw("<tr>");
    for (const auto& cell : row) m.cell(cell);
    m.raw("</tr>\n");
  }
  m.raw("</tbody></table></div></details>\n");
}

}  // namespace

std::string coordinate(double value) {
  const auto tenths = std::lround(value * 10);
  std::string text = (tenths < 0 ? "-" : "") + std::to_string(std::abs(tenths) / 10);
  if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths % 10));
  return text;
}

Drawing& Drawing::at(std::string_view name, double value) {
  m_.attribute(name, coordinate(value));
  return *this;
}

Drawing& Drawing::bar(double x, double y, double width, double height, std::string_view css_class) {
  return thin_bar(x, y, std::max(width, 1.0), height, css_class);
}

Drawing& Drawing::thin_bar(double x, double y, double width, double height, std::string_view css_class) {
  m_.raw("<rect").attribute("class", css_class);
  at("x", x).at("y", y).at("width", std::max(width, 0.4)).at("height", height);
  m_.raw("></rect>");
  return *this;
}

Drawing& Drawing::shape(std::string_view path, std::string_view css_class) {
  m_.raw("<path").attribute("class", css_class).attribute("d", path).raw("></path>");
  return *this;
}

Drawing& Drawing::line(double x1, double y1, double x2, double y2, std::string_view css_class) {
  m_.raw("<line").attribute("class", css_class);
  at("x1", x1).at("y1", y1).at("x2", x2).at("y2", y2);
  m_.raw("/>");
  return *this;
}

Drawing& Drawing::diamond(double x, double y, double size, std::string_view css_class) {
  return shape("M" + coordinate(x) + " " + coordinate(y - size) + "L" + coordinate(x + size) + " " + coordinate(y) + "L" + coordinate(x) + " " +
                   coordinate(y + size) + "L" + coordinate(x - size) + " " + coordinate(y) + "Z",
               css_class);
}

Drawing& Drawing::text(double x, double y, std::string_view words, std::string_view css_class) {
  m_.raw("<text");
  at("x", x).at("y", y);
  if (!css_class.empty()) m_.attribute("class", css_class);
  m_.raw(">").text(words).raw("</text>");
  return *this;
}

void write_figure(const Figure& f, std::string& out) {
  Markup m(out);
  m.raw("<figure").attribute("id", f.name).raw(">\n<figcaption><h3>").text(f.headline).raw("</h3>\n<p class=\"soft\">").text(f.title).raw("</p></figcaption>\n");
  m.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", "Picture: " + f.title).raw("><svg class=\"figure\" role=\"img\"");
  m.attribute("viewBox", "0 0 " + coordinate(f.width) + " " + coordinate(f.height)).attribute("aria-labelledby", f.name + "-title " + f.name + "-words").raw(">");
  m.raw("<title").attribute("id", f.name + "-title").raw(">").text(f.title).raw("</title>");
  m.raw("<desc").attribute("id", f.name + "-words").raw(">").text(f.description).raw("</desc>").raw(f.svg).raw("</svg></div>\n");
  m.element("p", f.description).raw("\n");
  if (f.table_at.empty()) write_table(f, m);
  else m.raw("<p><a").attribute("href", "#" + f.table_at).raw(">The same as a table</a></p>\n");
  write_download(f.name, f.title, f.headings, f.rows, out);
  m.raw("</figure>\n");
}

void write_download(const std::string& name, std::string_view title, const std::vector<std::string>& headings,
                    const std::vector<std::vector<std::string>>& rows, std::string& out) {
  Markup m(out);
  m.raw("<p class=\"download\"><a").attribute("download", name + ".csv").attribute("href", data_address(headings, rows));
  m.raw(">Download these figures as CSV<span class=\"hidden\">: ").text(title).raw("</span></a></p>\n");
}

}  // namespace remit::report

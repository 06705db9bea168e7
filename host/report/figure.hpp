// A picture of the report: a headline that says what it shows, its statistical title, the picture itself, and the same as words, as a
// table and as data to take away. Nothing is told by colour alone, and nobody needs to see it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "report/markup.hpp"

namespace remit::report {

struct Figure {
  std::string name;          // unique on the page: "budget-1"
  std::string headline;      // "£8,200 of £300,000 is left"
  std::string title;         // "Budget of Family support, by application, in pounds"
  std::string description;   // what one sees, in a sentence or two
  std::vector<std::string> headings;
  std::vector<std::vector<std::string>> rows;
  std::string svg;           // what stands inside the <svg>
  double width = 0, height = 0;
  std::string table_at = {}; // the id of a table on the page that says the same; empty: the figure brings its own
};

/// Appends the <figure>.
void write_figure(const Figure& figure, std::string& out);
/// Appends a link that saves `rows` as NAME.csv; `title` says of what.
void write_download(const std::string& name, std::string_view title, const std::vector<std::string>& headings,
                    const std::vector<std::vector<std::string>>& rows, std::string& out);

/// The shapes of a picture, in its own units; a pixel on a wide screen, less on a phone.
class Drawing {
 public:
  explicit Drawing(Figure& figure) : m_(figure.svg) {}
  Drawing& bar(double x, double y, double width, double height, std::string_view css_class);
  Drawing& line(double x1, double y1, double x2, double y2, std::string_view css_class);
  /// A bar that may be thinner than a pixel.
  Drawing& thin_bar(double x, double y, double width, double height, std::string_view css_class);
  /// Any outline, as the `d` of a path.
  Drawing& shape(std::string_view path, std::string_view css_class);
  Drawing& diamond(double x, double y, double size, std::string_view css_class);
  Drawing& text(double x, double y, std::string_view words, std::string_view css_class = {});

 private:
  Drawing& at(std::string_view name, double value);
  Markup m_;
};

/// One decimal, finer than a screen or printer shows: "12.5".
std::string coordinate(double value);

}  // namespace remit::report

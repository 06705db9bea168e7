// Writing HTML and SVG: everything that came from an input goes through `text` or `attribute`, and nothing else does.
#pragma once
#include <string>
#include <string_view>

namespace remit::report {

class Markup {
 public:
  explicit Markup(std::string& out) : out_(out) {}

  /// Markup of the program's own, as it is.
  Markup& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  /// Any text, escaped; control characters that HTML does not allow become U+FFFD.
  Markup& text(std::string_view text);
  /// `<name>text</name>`, or with a class.
  Markup& element(std::string_view name, std::string_view text, std::string_view css_class = {});
  /// `<td>text</td>`; numbers stand at the right.
  Markup& cell(std::string_view text) { return element("td", text); }
  Markup& number(std::string_view text) { return element("td", text, "number"); }
  /// ` name="value"`
  Markup& attribute(std::string_view name, std::string_view value);
  /// `<a href="#application-ID">ID</a>`
  Markup& link_to(std::string_view application);

 private:
  std::string& out_;
};

/// "application-A1": letters, digits, dots, hyphens and underscores as they are, every other byte as ":" and two digits.
std::string anchor(std::string_view application);

}  // namespace remit::report

#include "report/markup.hpp"

#include <cctype>

namespace remit::report {

Markup& Markup::text(std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out_ += "&amp;"; break;
      case '<': out_ += "&lt;"; break;
      case '>': out_ += "&gt;"; break;
      case '"': out_ += "&quot;"; break;
      case '\'': out_ += "&#39;"; break;
      case '\n':
      case '\t': out_ += c; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) out_ += "\xef\xbf\xbd";
        else out_ += c;
    }
  }
  return *this;
}

Markup& Markup::element(std::string_view name, std::string_view content, std::string_view css_class) {
  raw("<").raw(name);
  if (!css_class.empty()) attribute("class", css_class);
  return raw(">").text(content).raw("</").raw(name).raw(">");
}

Markup& Markup::attribute(std::string_view name, std::string_view value) {
  return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
}

Markup& Markup::link_to(std::string_view application) {
  raw("<a").attribute("href", "#" + anchor(application));
  return raw(">").text(application).raw("</a>");
}

std::string anchor(std::string_view application) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out = "application-";
  for (const char c : application) {
    const auto b = static_cast<unsigned char>(c);
    if (std::isalnum(b) || c == '.' || c == '-' || c == '_') {
      out += c;
    } else {
      out += ':';
      out += digits[b >> 4];
      out += digits[b & 15];
    }
  }
  return out;
}

}  // namespace remit::report

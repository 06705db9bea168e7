#include "import/markup.hpp"

#include <algorithm>
#include <charconv>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/limits.hpp"

namespace remit::import {

void parse_markup(pugi::xml_document& document, std::string& bytes, const std::string& file, const std::string& part) {
  const auto refuse = [&](const char* code, const std::string& message) {
    base::refuse({code, file, 0, 0, {}, message + " (`" + base::printable(part, 60) + "`)", {}, {}});
  };
  if (static_cast<std::size_t>(std::ranges::count(bytes, '<')) > limits::elements)
    refuse("TOO_LARGE", "a part of the workbook has more than " + std::to_string(limits::elements) + " elements");
  const auto done = document.load_buffer_inplace(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata_single);
  if (!done) refuse("BROKEN_WORKBOOK", "the file is damaged: a part of it is not as a workbook has it; open it in your spreadsheet program and save it again");
}

std::string_view local_name(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == whole.npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling())
    if (is_named(child, name)) return child;
  return {};
}

std::string_view attribute_of(const pugi::xml_node& node, std::string_view name) {
  for (pugi::xml_attribute a = node.first_attribute(); a; a = a.next_attribute())
    if (local_name(a.name()) == name) return a.value();
  return {};
}

std::size_t number_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise) {
  const std::string_view value = attribute_of(node, name);
  std::size_t n = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), n);
  return fault == std::errc() && end == value.data() + value.size() && n < (std::size_t{1} << 40) ? n : otherwise;
}

bool is_on(std::string_view value) { return value == "1" || value == "true" || value == "on"; }

}  // namespace remit::import

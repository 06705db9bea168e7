// The XML of a workbook's parts (sole user of pugixml). Names are compared without their prefixes, which every program that
// writes workbooks chooses for itself.
#pragma once
#include <pugixml.hpp>

#include <string>
#include <string_view>

namespace remit::import {

/// Parses `bytes`, which it may change and which must stay alive. Throws base::Refused (exit 2), naming file and part, when it
/// is no XML or has more elements than the limit.
void parse_markup(pugi::xml_document& document, std::string& bytes, const std::string& file, const std::string& part);

/// "row" for "x:row".
std::string_view local_name(const char* name);
inline bool is_named(const pugi::xml_node& node, std::string_view name) { return local_name(node.name()) == name; }
/// The first child of this name; an empty node when there is none.
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view name);
/// The attribute of this name, whatever its prefix; empty when there is none.
std::string_view attribute_of(const pugi::xml_node& node, std::string_view name);
/// A whole number that an attribute holds; `otherwise` when it holds none or too large a one.
std::size_t number_of(const pugi::xml_node& node, std::string_view name, std::size_t otherwise);
/// "1", "true" or "on".
bool is_on(std::string_view value);

}  // namespace remit::import

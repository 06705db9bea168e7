#include "rules/template.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::rules {

namespace {

std::string unknown_name(std::string_view name, const std::vector<std::string>& known, const std::string& of) {
  std::string near = base::nearest(name, known);
  std::string said = of.empty() ? "nothing is called `" + std::string(name) + "`" : "`" + of + "` has no field `" + std::string(name) + "`";
  return near.empty() ? said : said + "; the nearest is `" + near + "`";
}

// The field by which people know a record.
std::string telling_field(const base::RecordType& type) {
  for (const char* name : {"name", "title", "organisation"})
    if (type.find(name) >= 0) return name;
  return type.fields.empty() ? std::string("...") : type.fields[0].path;
}

}  // namespace

std::string Template::read(std::string_view text, const Roots& roots, Template& out) {
  out.parts_.clear();
  while (!text.empty()) {
    auto open = text.find('{');
    if (open != 0) out.parts_.push_back({std::string(text.substr(0, open)), Part::Kind::text, 0, 0});
    if (open == std::string_view::npos) break;
    auto close = text.find('}', open);
    if (close == std::string_view::npos) return "a `{` has no `}` after it";
    std::string_view name = base::trim(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
    if (name.empty()) return "there is no name between `{` and `}`";
    if (name == "missing") {
      out.parts_.push_back({{}, Part::Kind::missing, 0, 0});
      continue;
    }
    auto dot = name.find('.');
    std::vector<std::string> known;
    for (const auto& r : roots)
      if (r.type) known.push_back(r.name);
    auto at = std::ranges::find(roots, name.substr(0, dot), &policy::Pack::RootName::name);
    if (at == roots.end() || !at->type) return unknown_name(name.substr(0, dot), known, {});
    if (dot == std::string_view::npos) return "write the field too: `{" + std::string(name) + "." + telling_field(*at->type) + "}`";
    int field = at->type->find(name.substr(dot + 1));
    if (field < 0) return unknown_name(name.substr(dot + 1), at->type->names_in(-1, true), at->name);
    out.parts_.push_back({{}, Part::Kind::field, static_cast<std::uint16_t>(at - roots.begin()), static_cast<std::uint16_t>(field)});
  }
  return {};
}

std::vector<std::uint16_t> Template::roots() const {
  std::vector<std::uint16_t> found;
  for (const auto& part : parts_)
    if (part.kind == Part::Kind::field && std::ranges::find(found, part.root) == found.end()) found.push_back(part.root);
  return found;
}

std::vector<std::uint16_t> Template::fields_of(std::uint16_t root) const {
  std::vector<std::uint16_t> found;
  for (const auto& part : parts_)
    if (part.kind == Part::Kind::field && part.root == root) found.push_back(part.field);
  return found;
}

std::optional<std::string> Template::fill(const Roots& roots, const policy::Facts& facts, const Obstacles& obstacles) const {
  std::string filled;
  for (const auto& part : parts_) {
    if (part.kind == Part::Kind::text) {
      filled += part.text;
      continue;
    }
    if (part.kind == Part::Kind::missing) {
      if (obstacles.missing.empty()) return std::nullopt;
      filled += base::join_and(obstacles.missing);
      continue;
    }
    const auto* field = field_of(roots, part.root, part.field);
    const base::Type type = field->type == base::Type::list ? field->item : field->type;
    std::vector<std::string> named;
    for (const auto& culprit : obstacles.culprits) {
      if (culprit.root != part.root || !culprit.item.record) continue;
      std::string one = spoken_value(culprit.item.record[part.field], type, facts);
      if (!one.empty() && std::ranges::find(named, one) == named.end()) named.push_back(std::move(one));
    }
    if (named.empty() && facts.records[part.root]) {
      std::string one = spoken_value(facts.records[part.root][part.field], type, facts);
      if (!one.empty()) named.push_back(std::move(one));
    }
    if (named.empty() && !facts.records[part.root]) return std::nullopt;
    filled += named.empty() ? "(not given)" : base::join_and(named);
  }
  return filled;
}

}  // namespace remit::rules

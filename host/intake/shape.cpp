#include "intake/shape.hpp"

#include <string>

#include "base/text.hpp"
#include "intake/answer.hpp"

namespace remit::intake {

using base::Type;

std::uint16_t Shape::find(std::size_t group, std::string_view name) const {
  for (const std::uint16_t f : groups[group].fields)
    if (field(f).name == name) return f;
  return none;
}

Shape& Shapes::of(const base::RecordType& type) {
  auto& shape = shapes_[&type];
  if (shape != nullptr) return *shape;
  shape = std::make_unique<Shape>();
  Shape& made = *shape;
  made.type = &type;
  made.groups.emplace_back();
  made.group_of.assign(type.fields.size(), Shape::none);
  made.items.assign(type.fields.size(), nullptr);
  made.next.assign(type.fields.size(), Shape::none);
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const base::Field& field = type.fields[i];
    made.entries.push_back({field.name, field.type, field.is_id});
    if (field.derived) continue;
    const auto index = static_cast<std::uint16_t>(i);
    Shape::Group& group = made.groups[field.parent < 0 ? 0 : made.group_of[static_cast<std::size_t>(field.parent)]];
    group.fields.push_back(index);
    if (field.required) group.required.push_back(index);
    if (field.fallback.answered()) group.fallbacks.push_back(index);
    if (field.type == Type::record) {
      made.group_of[i] = static_cast<std::uint16_t>(made.groups.size());
      made.groups.emplace_back();
    }
    if (field.type == Type::list && field.item_type != nullptr) made.items[i] = &of(*field.item_type);
  }
  for (std::size_t i = type.fields.size(); i-- > 0;)
    if (made.group_of[i] != Shape::none) made.group_fields.push_back(static_cast<std::uint16_t>(i));
  for (std::size_t g = 0; g < made.groups.size(); ++g) {
    const Shape::Group& group = made.groups[g];
    made.plain = made.plain && group.fallbacks.empty() && (g == 0 || group.required.empty());
    for (const std::uint16_t f : group.required) made.plain = made.plain && made.group_of[f] == Shape::none;
  }
  return made;
}

std::string missing_message(const Shape& shape, const base::Field& field, bool empty) {
  if (empty) return "it is empty; expected " + expectation(field, field.type);
  if (field.parent >= 0)
    return "it is missing: whoever gives `" + shape.field(static_cast<std::size_t>(field.parent)).path +
           "` must give it too";
  return "it is missing: every " + base::spoken(shape.type->name) + " needs it";
}

std::string unknown_message(const Shape& shape, std::size_t group, std::string_view name) {
  std::vector<std::string> names;
  for (const std::uint16_t f : shape.groups[group].fields) names.push_back(shape.field(f).name);
  std::string of = with_article(shape.type->name);
  for (std::size_t f = 0; f < shape.size() && group > 0; ++f)
    if (shape.group_of[f] == group) of = '`' + shape.field(f).path + "` of " + of;
  std::string out = ticked(name) + " is not a field of " + of;
  const std::string near = suggestion(name, names);
  if (!near.empty()) return out + near;
  constexpr std::size_t few = 8;
  if (names.size() <= few) return out + "; it has " + base::join_and(names);
  return out + "; remove it, or declare it in the pack";
}

}   // namespace remit::intake

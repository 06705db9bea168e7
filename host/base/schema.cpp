#include "base/schema.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

namespace remit::base {

int RecordType::find(std::string_view path) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].path == path) return static_cast<int>(i);
  return -1;
}

int RecordType::find_in(int parent, std::string_view field) const {
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].parent == parent && fields[i].name == field) return static_cast<int>(i);
  return -1;
}

std::vector<std::string> RecordType::names_in(int parent, bool with_derived) const {
  std::vector<std::string> names;
  for (const Field& field : fields)
    if (field.parent == parent && (with_derived || !field.derived)) names.push_back(field.name);
  return names;
}

int RecordType::add(Field field) {
  if (field.path.empty()) field.path = field.name;
  const std::size_t dot = field.path.rfind('.');
  field.name = dot == std::string::npos ? field.path : field.path.substr(dot + 1);
  field.parent = -1;
  if (dot != std::string::npos) {
    field.parent = find(std::string_view(field.path).substr(0, dot));
    if (field.parent < 0 || fields[static_cast<std::size_t>(field.parent)].type != Type::record)
      throw std::invalid_argument("`" + field.path + "` stands in no group of " + name);
  }
  if (field.name.empty() || find(field.path) >= 0)
    throw std::invalid_argument("`" + field.path + "` is a field of " + name + " already");
  if (field.type == Type::organisation || (field.type == Type::text && field.path == "id")) field.is_id = true;
  if (fields.size() >= std::numeric_limits<std::uint16_t>::max())
    throw std::invalid_argument(name + " has too many fields");
  fields.push_back(std::move(field));
  return static_cast<int>(fields.size()) - 1;
}

RecordType& Schema::make(std::string name) {
  if (RecordType* standing = find(name)) return *standing;
  types_.push_back(std::make_unique<RecordType>());
  types_.back()->name = std::move(name);
  return *types_.back();
}

RecordType* Schema::find(std::string_view name) { return const_cast<RecordType*>(std::as_const(*this).find(name)); }

const RecordType* Schema::find(std::string_view name) const {
  for (const auto& type : types_)
    if (type->name == name) return type.get();
  return nullptr;
}

std::vector<std::string> Schema::names() const {
  std::vector<std::string> names;
  for (const auto& type : types_) names.push_back(type->name);
  return names;
}

}  // namespace remit::base

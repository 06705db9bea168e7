#include "intake/appeal_types.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace remit::intake {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

const RecordType& type_of(const base::Schema& schema, const char* name) {
  const RecordType* type = schema.find(name);
  if (type == nullptr) throw std::invalid_argument(std::string("the schema has no `") + name + '`');
  return *type;
}

std::uint16_t add(RecordType& type, std::string path, Type of, bool required = false, const RecordType* items = nullptr) {
  Field field;
  field.path = std::move(path);
  field.type = of;
  field.required = required;
  field.is_id = required && of == Type::text;
  if (items != nullptr) field.item = Type::record;
  field.item_type = items;
  return static_cast<std::uint16_t>(type.add(std::move(field)));
}

}  // namespace

AppealTypes::AppealTypes(const base::Schema& schema) : lodged(&type_of(schema, "lodged")), panel(&type_of(schema, "panel")) {
  score.name = "score";
  add(score, "member", Type::text, true);
  add(score, "measure", Type::text, true);
  add(score, "part", Type::text);
  add(score, "score", Type::number, true);
  add(score, "justification", Type::text);

  appeal.name = "appeal";
  for (Field field : lodged->fields) {
    if (field.path != "fresh_panel") {
      appeal.add(std::move(field));
      continue;
    }
    fresh_panel = add(appeal, field.path, Type::record);
    for (Field of_panel : panel->fields) {
      of_panel.path = "fresh_panel." + of_panel.path;
      appeal.add(std::move(of_panel));
    }
    members = add(appeal, "fresh_panel.members", Type::list, true, &type_of(schema, "member"));
  }
  scores = add(appeal, "scores", Type::list, false, &score);
  declarations = add(appeal, "declarations", Type::list, false, &type_of(schema, "declaration"));
}

void AppealTypes::fill_lodged(const base::Value* from, base::Value* out) const {
  for (std::size_t f = 0; f < lodged->fields.size(); ++f) {
    const std::string& path = lodged->fields[f].path;
    const int at = appeal.find(path == "fresh_panel" ? "fresh_panel.id" : path);
    if (at >= 0) out[f] = from[at];
  }
}

}  // namespace remit::intake

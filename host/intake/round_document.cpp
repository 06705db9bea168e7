#include "intake/round_document.hpp"

#include <stdexcept>
#include <utility>

#include "intake/read_round.hpp"

namespace remit::intake {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

Field field(std::string path, Type type, bool required = false, bool is_id = false) {
  Field f;
  f.path = std::move(path);
  f.type = type;
  f.required = required;
  f.is_id = is_id;
  return f;
}
Field id(std::string path) { return field(std::move(path), Type::text, true, true); }
Field list_of(const RecordType& item, std::string path, bool required = false) {
  Field f = field(std::move(path), Type::list, required);
  f.item = Type::record;
  f.item_type = &item;
  return f;
}
Field list_of(Type item, std::string path, bool required = false) {
  Field f = field(std::move(path), Type::list, required);
  f.item = item;
  return f;
}

const RecordType& type_of(const base::Schema& schema, std::string_view name) {
  const RecordType* type = schema.find(name);
  if (type == nullptr) throw std::invalid_argument("the schema has no `" + std::string(name) + "`");
  return *type;
}

std::uint16_t add(RecordType& type, Field f) { return static_cast<std::uint16_t>(type.add(std::move(f))); }

/// Adds the fields of `from`, under `prefix`.
void add_all(RecordType& type, const RecordType& from, const std::string& prefix = {}) {
  for (Field f : from.fields) {
    f.path = prefix + f.path;
    type.add(std::move(f));
  }
}

}  // namespace

DocumentTypes::DocumentTypes(const base::Schema& schema, bool records_alone) {
  part.name = "part";
  add(part, id("id"));
  add(part, field("title", Type::text, true));

  measure.name = "measure";
  add(measure, id("id"));
  add(measure, field("title", Type::text, true));
  add(measure, field("weight", Type::number, true));
  add(measure, list_of(Type::number, "scale", true));
  add(measure, field("minimum", Type::number));
  add(measure, list_of(part, "parts"));

  score.name = "score";
  add(score, id("member"));
  add(score, id("application"));
  add(score, id("measure"));
  add(score, field("part", Type::text));
  add(score, field("score", Type::number, true));
  add(score, field("justification", Type::text));

  stream.name = "stream";
  schema_stream = &type_of(schema, "stream");
  add_all(stream, *schema_stream);
  measures = add(stream, list_of(measure, "measures"));
  minimum_total = add(stream, field("minimum_total", Type::number));
  tie_break = add(stream, list_of(Type::text, "tie_break"));

  document.name = "round";
  add_all(document, type_of(schema, "round"));
  streams = add(document, list_of(stream, "streams", !records_alone));
  panel = add(document, field("panel", Type::record, !records_alone));
  add_all(document, type_of(schema, "panel"), "panel.");
  members = add(document, list_of(type_of(schema, "member"), "panel.members", true));
  declarations = add(document, list_of(type_of(schema, "declaration"), "declarations"));
  organisations = add(document, list_of(type_of(schema, "organisation"), "organisations"));
  applications = add(document, list_of(type_of(schema, "application"), "applications"));
  scores = add(document, list_of(score, "scores"));

  passed_over = {"appeals"};
  for (const RecordType* type : own_tables(schema)) {
    own.push_back({type, {}});
    for (const std::string& stem : type->stems) own.back().lists.push_back(add(document, list_of(*type, stem)));
  }
}

}  // namespace remit::intake

// The record types of a round. Each table below is in the order of the enums of fields.hpp.
#include "base/schema.hpp"
#include "intake/fields.hpp"

namespace remit::intake {

namespace {

using base::Field;
using base::RecordType;
using base::Schema;
using base::Type;
using base::Value;

using Words = std::vector<std::string>;

Field optional(std::string path, Type type, std::string label) {
  Field field;
  field.path = std::move(path);
  field.type = type;
  field.label = std::move(label);
  return field;
}
Field required(std::string path, Type type, std::string label) {
  Field field = optional(std::move(path), type, std::move(label));
  field.required = true;
  return field;
}
/// The id of the record itself or of another one in the round. Ids of organisations have a type of their own.
Field id(std::string path, std::string label) {
  Field field = required(std::move(path), Type::text, std::move(label));
  field.is_id = true;
  return field;
}
Field list_of(Type item, std::string path, std::string label) {
  Field field = optional(std::move(path), Type::list, std::move(label));
  field.item = item;
  return field;
}
Field list_of(const RecordType& item, std::string path, std::string label) {
  Field field = list_of(Type::record, std::move(path), std::move(label));
  field.item_type = &item;
  return field;
}
Field with(Field field, Words words) {
  field.words = std::move(words);
  return field;
}
Field or_else(Field field, Value fallback) {
  field.fallback = fallback;
  return field;
}
Field derived(Field field) {
  field.derived = true;
  return field;
}

void fill(RecordType& type, std::vector<Field> fields) {
  for (Field& field : fields) type.add(std::move(field));
}

void add_round(Schema& schema) {
  fill(schema.make("round"), {
      id("id", "id of the round"),
      id("partnership", "partnership"),
      required("title", Type::text, "title of the round"),
      required("as_of", Type::date, "date of the round"),
      with(required("currency", Type::one_of, "currency"), {"GBP"}),
      optional("pack", Type::record, "pack that decides"),
      id("pack.id", "id of the pack"),
      id("pack.version", "version of the pack"),
      optional("pack.digest", Type::text, "digest of the pack"),
  });
}

void add_stream(Schema& schema) {
  RecordType& stream = schema.make("stream");
  RecordType& source = schema.make("source");
  fill(source, {
      required("agency", Type::text, "agency that contributes"),
      required("amount", Type::money, "contribution"),
      optional("restriction", Type::text, "restriction on the contribution"),
  });
  fill(stream, {
      id("id", "id of the stream"),
      required("title", Type::text, "title of the stream"),
      required("budget", Type::money, "budget of the stream"),
      required("opens", Type::moment, "opening date"),
      required("closes", Type::moment, "closing date"),
      optional("minimum_award", Type::money, "smallest award"),
      optional("maximum_award", Type::money, "largest award"),
      optional("requires_cooperation", Type::yes_no, "whether the stream requires cooperation"),
      list_of(Type::text, "priorities", "priorities of the stream"),
      list_of(Type::text, "outcomes", "outcomes of the stream"),
      optional("specification", Type::record, "specification"),
      optional("specification.description", Type::text, "description in the specification"),
      list_of(Type::text, "specification.objectives", "objectives of the specification"),
      list_of(Type::text, "specification.indicators", "indicators of the specification"),
      list_of(Type::text, "specification.regional_criteria", "regional criteria of the specification"),
      list_of(Type::text, "specification.principles", "principles of the specification"),
      or_else(with(optional("scoring", Type::one_of, "way of scoring"), {"independent", "consensus"}),
              Value::of_word("independent", scoring_word::independent)),
      or_else(optional("fund_past_gap", Type::yes_no, "whether funding goes on past a gap"), Value::yes(true)),
      list_of(source, "sources", "sources of the budget"),
  });
}

void add_panel(Schema& schema) {
  fill(schema.make("organisation"), {
      required("id", Type::organisation, "id of the organisation"),
      required("name", Type::text, "name of the organisation"),
      list_of(Type::text, "aliases", "other names of the organisation"),
      with(required("type", Type::one_of, "type of organisation"), {"voluntary", "community", "statutory", "private", "in_house"}),
      optional("parent", Type::organisation, "parent organisation"),
  });
  fill(schema.make("panel"), {
      id("id", "id of the panel"),
      or_else(optional("quorum", Type::count, "quorum of the panel"), Value::of(base::Kind::count, 1)),
      optional("supersedes", Type::text, "panel that it supersedes"),
  });
  RecordType& member = schema.make("member");
  RecordType& tie = schema.make("tie");
  fill(tie, {
      optional("organisation", Type::organisation, "organisation of the tie"),
      optional("nature", Type::text, "nature of the tie"),
  });
  fill(member, {
      id("id", "id of the member"),
      optional("name", Type::text, "name of the member"),
      required("agency", Type::text, "agency of the member"),
      optional("organisation", Type::organisation, "organisation of the member"),
      with(list_of(Type::one_of, "functions", "functions of the member"), {"commissioner", "provider"}),
      optional("chair", Type::yes_no, "whether the member chairs"),
      derived(list_of(tie, "ties", "ties of the member with the application at hand")),
  });
  fill(schema.make("declaration"), {
      id("member", "member who declares"),
      required("organisation", Type::organisation, "organisation of the declared interest"),
      with(required("nature", Type::one_of, "nature of the interest"), {"financial", "personal", "professional"}),
      required("declared_on", Type::date, "date of the declaration"),
      optional("note", Type::text, "note to the declaration"),
  });
}

void add_application(Schema& schema) {
  RecordType& application = schema.make("application");
  RecordType& element = schema.make("element");
  RecordType& partner = schema.make("partner");
  RecordType& clarification = schema.make("clarification");
  fill(element, {
      id("id", "id of the element"),
      required("title", Type::text, "title of the element"),
      required("cost", Type::money, "cost of the element"),
      list_of(Type::text, "objectives", "objectives of the element"),
      optional("fit", Type::count, "fit of the element"),
      list_of(Type::text, "needs", "elements that the element needs"),
  });
  fill(partner, {
      required("organisation", Type::organisation, "partner organisation"),
      or_else(optional("required", Type::yes_no, "whether the partner is required"), Value::yes(true)),
      optional("evidence", Type::record, "evidence of the partner's agreement"),
      required("evidence.document", Type::text, "document that shows the partner's agreement"),
      required("evidence.secured_on", Type::date, "date of the partner's agreement"),
  });
  fill(clarification, {
      id("element", "element to be clarified"),
      required("question", Type::text, "question to be clarified"),
  });
  fill(application, {
      id("id", "id of the application"),
      id("stream", "stream of the application"),
      required("applicant", Type::organisation, "applicant"),
      required("title", Type::text, "title of the application"),
      required("submitted_at", Type::moment, "date of submission"),
      or_else(with(optional("status", Type::one_of, "status of the application"), {"submitted", "withdrawn"}),
              Value::of_word("submitted", status_word::submitted)),
      required("amount_requested", Type::money, "amount requested"),
      list_of(element, "elements", "elements of the proposal"),
      optional("use_of_funding", Type::text, "use of the funding"),
      list_of(Type::text, "objectives", "objectives of the application"),
      list_of(Type::text, "outcomes", "outcomes of the application"),
      list_of(Type::text, "indicators", "indicators of the application"),
      list_of(partner, "partners", "partners"),
      optional("complements", Type::text, "how the proposal complements other services"),
      optional("fits_provision", Type::text, "how the proposal fits what is provided"),
      optional("added_value", Type::text, "added value"),
      optional("different_from_core", Type::text, "how the proposal differs from core business"),
      optional("participation", Type::text, "participation of children, young people and families"),
      list_of(clarification, "clarifications", "clarifications asked for"),
      derived(optional("share_of_budget", Type::number, "share of the stream's budget")),
  });
}

void add_lodged(Schema& schema) {
  fill(schema.make("lodged"), {
      id("application", "application appealed about"),
      required("ground", Type::text, "ground of the appeal"),
      required("by", Type::organisation, "organisation that appeals"),
      required("received", Type::moment, "date on which the appeal was received"),
      optional("views", Type::text, "views of the applicant"),
      optional("fresh_panel", Type::text, "fresh panel"),
      optional("no_fresh_panel", Type::text, "why there is no fresh panel"),
  });
}

void add_records(Schema& schema) {
  const RecordType& member = *schema.find("member");
  const RecordType& organisation = *schema.find("organisation");
  fill(schema.make("records"), {
      derived(list_of(member, "members", "members of the panel")),
      derived(list_of(organisation, "organisations", "organisations of the round")),
  });
}

}  // namespace

void add_round_types(base::Schema& schema) {
  add_round(schema);
  add_stream(schema);
  add_panel(schema);
  add_application(schema);
  add_lodged(schema);
  add_records(schema);
}

}  // namespace remit::intake

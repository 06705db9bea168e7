// Fields that hold the id of another record: each must be the id of one that the round holds.
#include <map>

#include "base/text.hpp"
#include "intake/round_reading.hpp"

namespace remit::intake {

using base::Field;
using base::RecordType;
using base::Type;
using base::Value;

std::vector<const RecordType*> own_tables(const base::Schema& schema) {
  std::vector<const RecordType*> types;
  if (const RecordType* records = schema.find("records"))
    for (std::size_t f = records_field::first_own; f < records->fields.size(); ++f) types.push_back(records->fields[f].item_type);
  return types;
}

namespace {

class References {
 public:
  explicit References(Reading& reading) : reading_(reading) {
    const Round& round = *reading.round;
    targets_ = {{"member", {&round.members, &reading.members}},
                {"organisation", {&round.organisations, &reading.organisations}},
                {"stream", {&round.streams, &reading.streams}},
                {"application", {&round.applications, &reading.applications}}};
    for (std::size_t t = 0; t < reading.records.size(); ++t)
      targets_[reading.types.own[t].type->name] = {&round.records[t], &reading.records[t]};
  }

  void check(const Sheet& sheet, const RecordType& type) {
    if (!refers(type)) return;
    sheet_ = &sheet;
    for (const Row& row : sheet.rows) {
      row_ = &row;
      check(row.values, type, {});
    }
  }

 private:
  struct Target {
    const Table* table;
    const Sheet* sheet;
  };

  /// Whether anything in records of this type holds the id of another.
  bool refers(const RecordType& type) {
    const auto [at, fresh] = refers_.try_emplace(&type, false);   // of a type inside itself: no, until it is known
    if (!fresh) return at->second;
    bool any = false;
    for (const Field& field : type.fields) any = !field.refers.empty() || (field.item_type != nullptr && !field.derived && refers(*field.item_type)) || any;
    return refers_[&type] = any;
  }

  void check(const Value* record, const RecordType& type, const std::string& before) {
    for (std::size_t f = 0; f < type.fields.size(); ++f) {
      const Field& field = type.fields[f];
      if (field.derived || !record[f].answered()) continue;
      if (field.type != Type::list) {
        if (!field.refers.empty()) known(record[f], field, before + field.path);
        continue;
      }
      const bool records = field.item_type != nullptr && refers(*field.item_type);
      if (!records && field.refers.empty()) continue;
      std::size_t number = 0;
      for (const Value& item : record[f].list()) {
        const std::string path = before + field.path + '[' + std::to_string(++number) + ']';
        if (records) check(item.items, *field.item_type, path + '.');
        else known(item, field, path);
      }
    }
  }

  void known(const Value& id, const Field& field, const std::string& path) {
    const auto target = targets_.find(field.refers);
    if (target == targets_.end() || target->second.table->find(id.str()) >= 0 || !target->second.sheet->whole) return;
    reading_.mistake(*sheet_, *row_, "UNKNOWN_ID", path,
                     unknown_id_message(reading_, base::spoken(field.refers), id.str(), *target->second.table));
  }

  Reading& reading_;
  std::map<std::string, Target, std::less<>> targets_;
  std::map<const RecordType*, bool> refers_;
  const Sheet* sheet_ = nullptr;
  const Row* row_ = nullptr;
};

}  // namespace

void check_references(Reading& reading, const base::Schema& schema) {
  References references(reading);
  for (std::size_t t = 0; t < reading.records.size(); ++t) references.check(reading.records[t], *reading.types.own[t].type);
  references.check(reading.streams, *schema.find("stream"));
  references.check(reading.members, *schema.find("member"));
  references.check(reading.organisations, *schema.find("organisation"));
  references.check(reading.declarations, *schema.find("declaration"));
  references.check(reading.applications, *schema.find("application"));
}

}  // namespace remit::intake

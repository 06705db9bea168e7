#include "intake/canonical.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/rational.hpp"
#include "intake/json.hpp"
#include "intake/read_round.hpp"

namespace remit::intake {

using base::Kind;
using base::Type;

// The bytes of UTF-8 sort by code point. UTF-16 differs in one thing: what lies beyond U+FFFF (lead bytes from 0xf0) is
// written with surrogates, which stand before U+E000..U+FFFF (lead bytes 0xee and 0xef).
bool utf16_less(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (in_a == a.end() || in_b == b.end()) return in_a == a.end() && in_b != b.end();
  const auto x = static_cast<unsigned char>(*in_a), y = static_cast<unsigned char>(*in_b);
  if (x >= 0xf0 && (y == 0xee || y == 0xef)) return true;
  if (y >= 0xf0 && (x == 0xee || x == 0xef)) return false;
  return x < y;
}

CanonicalWriter::CanonicalWriter(const base::RecordType& type) : top_(&plan_of(type)) {}

const CanonicalWriter::Plan& CanonicalWriter::plan_of(const base::RecordType& type) {
  auto& plan = plans_[&type];
  if (plan != nullptr) return *plan;
  plan = std::make_unique<Plan>();
  Plan& made = *plan;
  made.type = &type;
  made.groups.resize(type.fields.size() + 1);
  for (std::size_t i = 0; i < type.fields.size(); ++i) {
    const base::Field& field = type.fields[i];
    if (field.derived) continue;
    std::string key;
    write_json_text(field.name, key);
    made.groups[static_cast<std::size_t>(field.parent + 1)].push_back({static_cast<std::uint16_t>(i), key + ':'});
    if (field.item_type != nullptr) plan_of(*field.item_type);
  }
  for (auto& group : made.groups)
    std::sort(group.begin(), group.end(), [&](const auto& a, const auto& b) {
      return utf16_less(type.fields[a.field].name, type.fields[b.field].name);
    });
  return made;
}

void CanonicalWriter::write(const base::Value* record, std::string& out) const { write_group(*top_, 0, record, out); }

void CanonicalWriter::write_group(const Plan& plan, std::size_t group, const base::Value* record, std::string& out) const {
  char before = '{';
  for (const auto& member : plan.groups[group]) {
    if (!record[member.field].answered()) continue;
    out += before;
    out += member.key;
    before = ',';
    write_field(plan, member.field, record, out);
  }
  out += before == '{' ? "{}" : "}";
}

void CanonicalWriter::write_field(const Plan& plan, std::size_t index, const base::Value* record, std::string& out) const {
  const base::Field& field = plan.type->fields[index];
  if (field.type == Type::record)
    write_group(plan, index + 1, record, out);
  else if (field.type == Type::list)
    write_value(record[index], field.item, field.item_type, out);
  else
    write_value(record[index], field.type, nullptr, out);
}

void CanonicalWriter::write_value(const base::Value& value, Type type, const base::RecordType* item, std::string& out) const {
  switch (value.kind) {
    case Kind::absent: out += "null"; break;
    case Kind::yes_no: out += value.is_yes() ? "true" : "false"; break;
    case Kind::count:
      if (type == Type::number)
        out += '"' + std::to_string(value.integer) + '"';
      else
        out += std::to_string(value.integer);
      break;
    case Kind::money: out += '"' + base::money_text(value.integer) + '"'; break;
    case Kind::date:
    case Kind::moment: out += '"' + base::moment_text(value) + '"'; break;
    case Kind::text:
    case Kind::word: write_json_text(value.str(), out); break;
    case Kind::ratio: out += '"' + value.ratio->exact() + '"'; break;
    case Kind::list: {
      char before = '[';
      for (const base::Value& each : value.list()) {
        out += before;
        write_value(each, type, item, out);
        before = ',';
      }
      out += ']';
      break;
    }
    case Kind::record:
      if (item != nullptr) write_group(*plans_.at(item), 0, value.items, out);
      break;
  }
}

void write_canonical(const base::Value* record, const base::RecordType& type, std::string& out) {
  CanonicalWriter(type).write(record, out);
}

}  // namespace remit::intake

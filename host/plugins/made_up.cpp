#include "plugins/made_up.hpp"

#include <algorithm>
#include <limits>

#include "base/date.hpp"
#include "intake/fields.hpp"

namespace remit::plugins {

using base::Field;
using base::Kind;
using base::RecordType;
using base::Type;
using base::Value;

namespace {

constexpr std::pair<const char*, const char*> roots[policy::root::first_free] = {
    {"round", "round"}, {"stream", "stream"}, {"application", "application"}, {"applicant", "organisation"}, {"panel", "panel"}, {"member", "member"},
    {"tie", "tie"}, {"declaration", "declaration"}, {"partner", "partner"}, {"element", "element"}, {"clarification", "clarification"},
    {"other", "application"}, {"parameters", nullptr}, {"eligibility", "eligibility"}, {"scores", "scores"}, {"proposal", "proposal"},
    {"lodged", "lodged"}, {"facts", "facts"}, {"records", nullptr}};
static_assert(std::ranges::all_of(roots, [](const auto& root) { return root.first != nullptr; }), "each of policy::root");

void add(RecordType& type, const std::string& path, Type kind) {
  if (type.find(path) >= 0) return;
  Field field;
  field.path = path;
  field.type = kind;
  type.add(field);
}

// A field of the pack's own: groups where the path has dots, a list of records where the item reads the path above it too.
void add_read(policy::Pack& pack, RecordType& type, const std::string& above, const std::string& rest, const ItemManifest& item) {
  for (std::size_t dot = rest.find('.'); dot != rest.npos; dot = rest.find('.', dot + 1)) {
    const std::string head = rest.substr(0, dot);
    int at = type.find(head);
    const bool list = std::ranges::find(item.reads, above + "." + head) != item.reads.end();
    if (at < 0) {
      Field field;
      field.path = head;
      field.type = list ? Type::list : Type::record;
      field.item = Type::record;
      if (list) field.item_type = &pack.schema.make(above + "." + head);
      at = type.add(field);
    }
    const Field& field = type.fields[static_cast<std::size_t>(at)];
    if (field.item_type != nullptr) return add_read(pack, *pack.schema.find(field.item_type->name), above + "." + head, rest.substr(dot + 1), item);
    if (field.type != Type::record) return;
  }
  const bool of_items = std::ranges::any_of(item.reads, [&](const auto& path) { return path.starts_with(above + "." + rest + "."); });
  if (!of_items) return add(type, rest, Type::answer);
  if (type.find(rest) >= 0) return;
  Field field;
  field.path = rest;
  field.type = Type::list;
  field.item = Type::record;
  field.item_type = &pack.schema.make(above + "." + rest);
  type.add(field);
}

}  // namespace

std::unique_ptr<policy::Pack> pack_for(const ItemManifest& item) {
  auto pack = std::make_unique<policy::Pack>();
  pack->id = "made-up";
  intake::add_round_types(pack->schema);
  for (const char* type : {"eligibility", "scores", "proposal", "facts"}) pack->schema.make(type);
  for (const auto& [name, type] : roots) pack->roots.push_back({name, type == nullptr ? nullptr : pack->schema.find(type)});
  for (const auto& path : item.reads) {
    const std::string root = path.substr(0, path.find('.'));
    auto at = std::ranges::find(pack->roots, root, &policy::Pack::RootName::name);
    if (at == pack->roots.end() && item.capability == policy::Capability::conflict_rule && pack->roots.size() < policy::most_roots)
      at = pack->roots.insert(pack->roots.end(), {root, &pack->schema.make(root)});
    if (at != pack->roots.end() && at->type != nullptr) add_read(*pack, *pack->schema.find(at->type->name), root, path.substr(root.size() + 1), item);
  }
  return pack;
}

/// A small generator, so that what is made up hangs on nothing but its number.
struct MadeUp::Chance {
  std::uint64_t state;
  std::uint64_t next() {
    state += 0x9e3779b97f4a7c15;
    std::uint64_t x = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
  }
  std::size_t below(std::size_t most) { return static_cast<std::size_t>(next() % most); }
};

MadeUp::MadeUp(const policy::Pack& pack, const ItemManifest& item, std::size_t size, bool backwards)
    : pack_(pack), size_(size), backwards_(backwards), rows_(pack.roots.size()), read_(pack.roots.size()) {
  for (std::size_t i = 0; i < size; ++i) ids_.push_back("made-up-" + std::to_string(i + 1));
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (pack.roots[r].type == nullptr) continue;
    rows_[r].resize(pack.roots[r].type->fields.size());
    for (const auto& field : pack.roots[r].type->fields) {
      const std::string path = pack.roots[r].name + "." + field.path;
      read_[r].push_back(std::ranges::any_of(item.reads, [&](const auto& read) { return read == path || read.starts_with(path + "."); }));
    }
  }
}

Value MadeUp::value(const Field& field, Type type, Chance& chance, int depth) {
  static constexpr std::int64_t numbers[] = {0, 1, -1, 2, 100, 9'007'199'254'740'991, -9'007'199'254'740'991, std::numeric_limits<std::int64_t>::max(), std::numeric_limits<std::int64_t>::min()};
  static constexpr const char* texts[] = {"a", "A plain title", "GB-CHC-1", "0", "-", "\xc3\x89ire \xe2\x82\xac 12", "%s%n", "\"';--", "a\nb\tc", "2012-03-31", "\xf0\x9f\x8c\x8d"};
  static constexpr Type any[] = {Type::text, Type::yes_no, Type::count, Type::number, Type::money, Type::date, Type::moment, Type::text};
  const std::int64_t number = chance.below(2) == 0 ? numbers[chance.below(std::size(numbers))] : static_cast<std::int64_t>(chance.below(100'000));
  switch (type) {
    case Type::yes_no: return Value::yes(chance.below(2) == 0);
    case Type::count: return Value::of(Kind::count, number);
    case Type::money: return Value::of(Kind::money, number);
    case Type::number: {
      if (chance.below(2) == 0) return Value::of(Kind::count, number);
      Value made;
      made.kind = Kind::ratio;
      made.ratio = std::construct_at(arena_.make<base::Rational>(1), base::Rational(base::int128{number} * 2 + 1, 2));
      return made;
    }
    case Type::date: return Value::of(Kind::date, (static_cast<std::int64_t>(chance.below(3'000'000)) - 130'000) * base::seconds_a_day);
    case Type::moment: return Value::of(Kind::moment, (static_cast<std::int64_t>(chance.below(3'000'000)) - 130'000) * base::seconds_a_day + 61'201);
    case Type::one_of: return field.words.empty() ? Value::of_text("word") : Value::of_text(field.words[chance.below(field.words.size())]);
    case Type::answer: return value(field, any[chance.below(std::size(any))], chance, depth);
    case Type::record: return {};
    case Type::list: {
      const std::size_t many = depth == 0 && chance.below(40) == 0 ? 1000 : chance.below(5);
      Value* items = arena_.make<Value>(many);
      std::uninitialized_default_construct_n(items, many);
      for (std::size_t i = 0; i < many; ++i) {
        if (field.item_type == nullptr) {
          items[i] = value(field, field.item, chance, depth);
        } else if (depth < 2) {
          Value* row = arena_.make<Value>(field.item_type->fields.size());
          std::uninitialized_default_construct_n(row, field.item_type->fields.size());
          fill(*field.item_type, row, chance, depth + (many > 10 ? 2 : 1));
          items[i] = Value::of_items(Kind::record, {row, field.item_type->fields.size()});
        }
      }
      return many > 0 && items[0].answered() ? Value::of_items(Kind::list, {items, many}) : Value{};
    }
    case Type::text: case Type::organisation: break;
  }
  if (depth > 0 || chance.below(30) != 0) return Value::of_text(texts[chance.below(std::size(texts))]);
  const std::size_t size = std::size_t{1} << chance.below(17);   // long ones, of letters that are not of one byte
  char* letters = arena_.make<char>(size * 2);
  for (std::size_t i = 0; i < size; ++i) {
    letters[2 * i] = '\xc3';
    letters[2 * i + 1] = '\xa9';
  }
  return Value::of_text({letters, size * 2});
}

void MadeUp::fill(const RecordType& type, Value* row, Chance& chance, int depth) {
  for (std::size_t f = 0; f < type.fields.size(); ++f) row[f] = chance.below(5) == 0 ? Value{} : value(type.fields[f], type.fields[f].type, chance, depth);
}

void MadeUp::make(std::size_t subject) {
  arena_.clear();
  Chance chance{subject * 1'000'003};
  for (std::size_t r = 0; r < rows_.size(); ++r) {
    if (pack_.roots[r].type == nullptr) continue;
    std::ranges::fill(rows_[r], Value{});
    const auto& fields = pack_.roots[r].type->fields;
    for (std::size_t f = 0; subject > 0 && f < fields.size(); ++f)
      if (read_[r][f] && chance.below(5) != 0) rows_[r][f] = value(fields[f], fields[f].type, chance, 0);
    facts_.records[r] = rows_[r].data();
  }
}

const policy::Facts& MadeUp::turn_to(std::size_t i) {
  make(place(i));
  return facts_;
}
policy::Subjects::Key MadeUp::key(std::size_t i) const { return {ids_[place(i)], {}}; }
const policy::Facts& MadeUp::whole() {
  make(size_ + 1);
  return facts_;
}

}  // namespace remit::plugins

// A record is a copy of a blank one with what was chosen put in. With `is_there`, records are as a reader would let them through: what a
// round must hold is there, a record that is named by id is the one in view, and the lists of all records hold those in view.
#include "policy/probe_case.hpp"

#include <algorithm>

#include "base/date.hpp"
#include "base/emptiness.hpp"

namespace remit::policy {

using base::Field;
using base::Kind;
using base::RecordType;
using base::Type;
using base::Value;

namespace {

constexpr int deepest_list = 3;
constexpr std::size_t other_applications = 2;

// What every record of a round has, as far as the field alone shows.
bool must_be_there(const Field& field) {
  if (field.fallback.answered()) return true;
  const bool worked_out = field.derived && (field.type == Type::count || field.type == Type::yes_no);
  return field.parent < 0 && (worked_out || (field.required && !base::may_be_empty(field)));
}

bool own_id(const Field& field) { return field.is_id && field.refers.empty() && field.parent < 0; }

}  // namespace

std::uint64_t probe_mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t z = a * 0x9e3779b97f4a7c15 + b + 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

ProbeCase::ProbeCase(const Pack& pack, Required required) : pack_(pack), required_(required) {}

void ProbeCase::of(std::uint16_t root) {
  of_ = root;
  reach_ = reach(pack_, root);
  if (required_ != Required::is_there) return;
  learn(root, 0, false);
  for (const Link& link : reach_.links) learn(link.from, link.field);
}

void ProbeCase::at(std::int64_t date) {
  date_ = date;
  parameters_ = pack_.parameters_on(date);
}

const ProbeCase::Variable* ProbeCase::variable(const RecordType* type, std::size_t field) const {
  for (const auto& v : variables_)
    if (v.type == type && v.field == field) return &v;
  return nullptr;
}

bool ProbeCase::learn(std::uint16_t root, std::uint16_t field, bool told) {
  if (root == root::parameters || root >= pack_.roots.size()) return false;
  const RecordType* type = pack_.roots[root].type;
  if (!type || field >= type->fields.size()) return false;
  if (type->fields[field].type == Type::record) {   // a group is answered when something in it is
    if (field + 1U >= type->fields.size() || type->fields[field + 1U].parent != field) return false;
    return learn(root, static_cast<std::uint16_t>(field + 1), told);
  }
  for (auto& v : variables_)
    if (v.type == type && v.field == field) {
      v.told |= told;
      return false;
    }
  const bool always = required_ == Required::is_there && must_be_there(type->fields[field]);
  Variable found{root, type, field, made_.of(type->fields[field]), always, always ? 1U : 0U, told};
  if (found.values.empty()) return false;
  variables_.push_back(std::move(found));
  return true;
}

bool ProbeCase::learn(const std::vector<Read>& reads) {
  bool any = false;
  for (const auto& read : reads) any |= learn(read.root, read.field);
  return any;
}

bool ProbeCase::may_be_item(const Variable& v) const {
  if (v.type == pack_.roots[root::application].type && !pack_.application_keys.empty()) return true;
  return std::ranges::any_of(variables_, [&](const Variable& list) { return list.type->fields[list.field].item_type == v.type; });
}

// Which value a field has: with a seed the items of a list each have their own. `item`: 0 outside lists.
std::size_t ProbeCase::chosen(const Variable& v, std::uint64_t item) const {
  const auto place = static_cast<std::size_t>(&v - variables_.data());
  if (item != 0 && !each.empty())
    if (const auto own = each.find({place, item}); own != each.end()) return own->second == 0 && v.always ? 1 : own->second;
  if (seed == 0 || item == 0 || v.chosen == 0) return v.chosen;
  const std::size_t which = probe_mix(probe_mix(seed, item), place) % (v.values.size() + 1);
  return which == 0 && v.always ? 1 : which;
}

const ProbeCase::Blank& ProbeCase::blank(const RecordType& type) {
  for (const auto& [known, made] : blanks_)
    if (known == &type) return made;
  Blank made;
  for (std::size_t f = 0; f < type.fields.size(); ++f) {
    const Field& field = type.fields[f];
    Value v = field.fallback;
    if (required_ == Required::is_there && !v.answered()) {
      const bool in_group = field.required && field.parent >= 0 && !base::may_be_empty(field);
      if (must_be_there(field))
        if (const auto values = made_.of(field); !values.empty()) v = values.front();
      if (in_group) made.needed.push_back(static_cast<std::uint16_t>(f));
    }
    made.fields.push_back(v);
  }
  fill_groups(type, made.fields.data());
  blanks_.emplace_back(&type, std::move(made));
  return blanks_.back().second;
}

// A group stands when anything in it does.
void ProbeCase::fill_groups(const RecordType& type, Value* fields) {
  for (std::size_t f = type.fields.size(); f-- > 0;)
    if (const int group = type.fields[f].parent; group >= 0 && fields[f].answered()) fields[group].kind = Kind::record;
}

// `said`, when it is not null, gathers what is answered, in words.
std::span<Value> ProbeCase::record(const RecordType& type, std::uint64_t item, int depth, std::string* said, const std::string& called) {
  const Blank& nothing = blank(type);
  Value* fields = arena_.make<Value>(type.fields.size());
  std::ranges::copy(nothing.fields, fields);
  std::vector<const Variable*> mine;
  for (const auto& v : variables_)
    if (v.type == &type) mine.push_back(&v);
  std::ranges::sort(mine, {}, &Variable::field);
  for (const Variable* v : mine) {
    const Field& field = type.fields[v->field];
    const std::size_t which = chosen(*v, item);
    if (which == 0) {
      fields[v->field] = field.fallback;
      continue;
    }
    Value value = v->values[which - 1];
    std::string words = probe_words(value);
    if (field.type == Type::list && field.item == Type::record) {
      words.clear();
      value = depth > deepest_list || !field.item_type ? Value() : list(*field.item_type, value.size, item, depth, said ? &words : nullptr);
    }
    fields[v->field] = value;
    if (said && v->told) *said += (said->empty() ? "" : ", ") + called + field.path + " is " + words;
  }
  fill_groups(type, fields);
  for (const std::uint16_t f : nothing.needed)
    if (const int group = type.fields[f].parent; fields[group].answered() && !fields[f].answered()) fields[f] = made_.of(type.fields[f]).front();
  return {fields, type.fields.size()};
}

Value ProbeCase::list(const RecordType& type, std::size_t size, std::uint64_t outer, int depth, std::string* said) {
  Value* items = arena_.make<Value>(size);
  if (said) *said = "a list of " + std::to_string(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::string one;
    const auto fields = record(type, outer * 64 + i + 1, depth + 1, said ? &one : nullptr, "");
    if (const std::size_t id = i + (in_view(type) ? 1 : 0); required_ == Required::is_there && id > 0 && own_id(type.fields[0])) fields[0] = Value::of_text(arena_.copy(ProbeValues::text(id)));
    items[i] = Value::of_items(Kind::record, fields);
    if (said) *said += (i == 0 ? " (" : "; ") + (one.empty() ? "nothing answered" : one);
  }
  if (said) *said += ")";
  return Value::of_items(Kind::list, {items, size});
}

// The lists of all records of such a type begin with the one in view, which has the first id.
bool ProbeCase::in_view(const RecordType& type) const {
  return of_ && (pack_.roots[*of_].type == &type || std::ranges::any_of(reach_.roots, [&](std::uint16_t r) { return pack_.roots[r].type == &type; }));
}

// Whether a case is told by this root: a rule read it there, and it is no item, as elements are of an application: those are told with
// their list.
bool ProbeCase::is_told(std::size_t r) const {
  const RecordType* type = pack_.roots[r].type;
  const RecordType* lists = pack_.roots[root::records].type;
  return std::ranges::any_of(variables_, [&](const Variable& v) { return v.root == r; }) && std::ranges::none_of(pack_.roots, [&](const auto& other) {
    return other.type && other.type != lists && std::ranges::any_of(other.type->fields, [&](const Field& f) { return f.type == Type::list && f.item_type == type; });
  });
}

// A record that another names is the one in view, and has that id; one that nobody names is nobody.
void ProbeCase::link(Facts& facts) {
  for (const Link& link : reach_.links) {
    const RecordType* type = pack_.roots[link.root].type;
    const Value* from = facts.records[link.from];
    if (!type || !from) continue;
    Value* fields = arena_.make<Value>(type->fields.size());
    if (from[link.field].answered()) {
      std::copy_n(facts.records[link.root], type->fields.size(), fields);
      fields[0] = from[link.field];
    }
    facts.records[link.root] = fields;
  }
}

// The lists of all records begin with those in view.
void ProbeCase::gather(Facts& facts) {
  const RecordType* lists = pack_.roots[root::records].type;
  std::vector<std::uint16_t> seen = reach_.roots;
  seen.push_back(*of_);
  Value* fields = arena_.make<Value>(lists->fields.size());
  std::copy_n(facts.records[root::records], lists->fields.size(), fields);
  for (std::size_t f = 0; f < lists->fields.size(); ++f)
    for (const std::uint16_t r : seen) {
      const RecordType* type = pack_.roots[r].type;
      if (!type || type != lists->fields[f].item_type || !facts.records[r] || !facts.records[r][0].answered()) continue;
      const auto more = fields[f].list();
      Value* items = arena_.make<Value>(more.size() + 1);
      items[0] = Value::of_items(Kind::record, {facts.records[r], type->fields.size()});
      std::ranges::copy(more, items + 1);
      fields[f] = Value::of_items(Kind::list, {items, more.size() + 1});
      break;
    }
  facts.records[root::records] = fields;
}

void ProbeCase::add_applications(Facts& facts) {
  const RecordType* type = pack_.roots[root::application].type;
  if (pack_.application_keys.empty() || !type || !facts.records[root::application]) return;
  static constexpr std::uint32_t order[other_applications + 1] = {0, 1, 2};
  rows_.assign(1, facts.records[root::application]);
  const int id = type->find(pack_.application_key);
  for (std::size_t i = 1; i <= other_applications; ++i) {
    const auto row = record(*type, i, 1, nullptr, "");
    if (id >= 0) row[static_cast<std::size_t>(id)] = Value::of_text(arena_.copy("other-" + std::to_string(i)));
    rows_.push_back(row.data());
  }
  applications_ = std::make_unique<Applications>(rows_, order, pack_.application_keys);
  facts.applications = applications_.get();
}

Facts ProbeCase::build(std::string* said) {
  arena_.clear();
  Facts made;
  for (std::size_t r = 0; r < pack_.roots.size(); ++r) {
    const RecordType* type = pack_.roots[r].type;
    if (!type || r == root::parameters) continue;
    const bool varied = std::ranges::any_of(variables_, [&](const Variable& v) { return v.type == type; });
    made.records[r] = varied ? record(*type, 0, 0, said && is_told(r) ? said : nullptr, pack_.roots[r].name + ".").data() : blank(*type).fields.data();
  }
  made.records[root::parameters] = parameters_.data();
  if (required_ != Required::is_there) return made;
  if (of_) link(made);
  if (of_ && pack_.roots[root::records].type) gather(made);
  add_applications(made);
  return made;
}

Facts ProbeCase::facts() { return build(nullptr); }

std::string ProbeCase::words(std::int64_t latest) {
  std::string said;
  build(&said);
  said += said.empty() ? "nothing is answered" : ", and nothing else is answered";
  if (date_ != latest && date_ > 0) said += ", with the parameters of " + base::moment_for_people(Value::of(Kind::date, date_));
  return said;
}

std::string ProbeCase::key() const {
  std::string key;
  for (const auto& v : variables_)
    if (v.chosen) key += pack_.roots[v.root].name + "." + std::to_string(v.field) + "=" + std::to_string(v.chosen) + ";";
  return key;
}

}  // namespace remit::policy

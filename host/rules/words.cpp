#include "rules/words.hpp"

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "policy/applications.hpp"

namespace remit::rules {

using base::Kind;
using base::Type;

std::string spoken_value(const base::Value& v, Type type, const policy::Facts& facts) {
  switch (v.kind) {
    case Kind::absent: return {};
    case Kind::yes_no: return v.integer ? "yes" : "no";
    case Kind::count: return std::to_string(v.integer);
    case Kind::money: return base::money_for_people(v.integer);
    case Kind::date:
    case Kind::moment: return base::moment_for_people(v);
    case Kind::ratio: return v.ratio->exact();
    case Kind::word: return base::spoken(v.str());
    case Kind::text:
      if (!facts.names) return std::string(v.str());
      return std::string(type == Type::organisation ? facts.names->organisation(v.str()) : facts.names->outcome(v.str()));
    case Kind::list: {
      std::vector<std::string> parts;
      for (const auto& item : v.list()) parts.push_back(spoken_value(item, type, facts));
      return base::join_and(parts);
    }
    case Kind::record: return "answered";
  }
  return {};
}

const base::Field* field_of(const Roots& roots, std::uint16_t root, std::uint16_t field) {
  if (root >= roots.size() || !roots[root].type || field >= roots[root].type->fields.size()) return nullptr;
  return &roots[root].type->fields[field];
}

std::string field_name(const Roots& roots, std::uint16_t root, std::uint16_t field, std::uint32_t item,
                       const policy::Facts& facts) {
  const base::Field* f = field_of(roots, root, field);
  std::string name;
  const int list = root < roots.size() ? roots[root].others : -1;
  const base::Value* records = list < 0 ? nullptr : facts.records[policy::root::records];
  if (records != nullptr && item > 0 && item <= records[list].size) {   // "bodies[board].parent"
    name = roots[policy::root::records].type->fields[static_cast<std::size_t>(list)].path + "[" + std::string(records[list].items[item - 1].items[0].str()) + "]";
  } else if (root == policy::root::other && item > 0 && facts.applications) {
    name = "applications[" + std::string(facts.applications->row(item - 1)[0].str()) + "]";
  } else {
    name = root < roots.size() ? roots[root].name : std::string();
    if (item > 0) name += "[" + std::to_string(item) + "]";
  }
  if (f) name += "." + f->path;
  return name;
}

}  // namespace remit::rules

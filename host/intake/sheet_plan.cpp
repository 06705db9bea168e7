#include "intake/sheet_plan.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace remit::intake {

using base::Field;
using base::RecordType;
using base::Type;

namespace {

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

/// "Specification: regional criteria" for "specification.regional_criteria".
std::string heading_of(std::string_view path) {
  std::string out;
  for (const char c : base::spoken(path))
    if (c == '.') out += ": ";
    else out += c;
  return capital(std::move(out));
}

/// What a workbook takes as the name of a sheet: 31 characters, none of []:*?/\.
std::string sheet_name(std::string name) {
  std::erase_if(name, [](char c) { return std::string_view("[]:*?/\\'").contains(c); });
  return name.substr(0, 31);
}

bool is_record_list(const Field& field) { return field.type == Type::list && field.item == Type::record; }

class Plans {
 public:
  explicit Plans(std::vector<SheetPlan>& out) : out_(out) {}

  void round(const DocumentTypes& types) {
    SheetPlan plan = begin("round", "Round", types.document);
    plan.upright = true;
    for (std::size_t f = 0; f < types.members; ++f) {
      const Field& field = types.document.fields[f];
      if (f < types.streams || f > types.panel) column(plan, field.path, field);
    }
    out_.push_back(std::move(plan));
  }

  int table(const std::string& table, const std::string& name, const RecordType& type) {
    SheetPlan plan = begin(table, name, type);
    return finish(std::move(plan));
  }

 private:
  SheetPlan begin(const std::string& table, const std::string& name, const RecordType& type) const {
    SheetPlan plan;
    plan.table = table;
    plan.name = sheet_name(name);
    plan.type = &type;
    return plan;
  }

  static void column(SheetPlan& plan, const std::string& path, const Field& field) {
    if (field.derived || field.type == Type::record || is_record_list(field)) return;
    plan.columns.push_back({path, heading_of(path), &field});
  }

  int finish(SheetPlan plan) {
    for (const Field& field : plan.type->fields) column(plan, field.path, field);
    const int self = static_cast<int>(out_.size());
    const RecordType& type = *plan.type;
    out_.push_back(std::move(plan));
    for (const Field& field : type.fields)
      if (!field.derived && is_record_list(field)) items(self, field);
    return self;
  }

  void items(int parent, const Field& list) {
    const SheetPlan& of = out_[static_cast<std::size_t>(parent)];
    std::string name = heading_of(list.path);
    const auto taken = [&](const std::string& n) { return std::ranges::any_of(out_, [&](const SheetPlan& p) { return p.name == sheet_name(n); }); };
    if (taken(name)) name = heading_of(of.type->name) + ' ' + base::spoken(list.name);
    for (int n = 2; taken(name); ++n) name = heading_of(list.path).substr(0, 27) + ' ' + std::to_string(n);
    SheetPlan plan = begin(of.table + '.' + list.path, name, *list.item_type);
    plan.parent = parent;
    plan.list = list.path;
    for (std::size_t k = 0; k < of.keys; ++k) plan.columns.push_back(of.columns[k]);
    std::string key = of.type->name;
    if (list.item_type->find(key) >= 0) key = "of_" + key;
    plan.columns.push_back({key, heading_of(key), &of.type->fields[0]});
    plan.keys = plan.columns.size();
    finish(std::move(plan));
  }

  std::vector<SheetPlan>& out_;
};

}  // namespace

int SheetPlan::find(std::string_view path) const {
  const auto at = std::ranges::find(columns, path, &Column::path);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

std::vector<SheetPlan> sheet_plans(const DocumentTypes& types) {
  std::vector<SheetPlan> out;
  Plans plans(out);
  const auto type_of = [&](std::uint16_t field) -> const RecordType& { return *types.document.fields[field].item_type; };
  plans.round(types);
  plans.table("streams", "Streams", types.stream);
  plans.table("members", "Panel", type_of(types.members));
  plans.table("declarations", "Declarations", type_of(types.declarations));
  plans.table("organisations", "Organisations", type_of(types.organisations));
  plans.table("applications", "Applications", type_of(types.applications));
  plans.table("scores", "Scores", types.score);
  for (const auto& own : types.own) {
    std::string name = heading_of(own.type->plural);
    if (std::ranges::any_of(out, [&](const SheetPlan& p) { return p.name == sheet_name(name); })) name += " (records)";
    plans.table(own.type->plural, name, *own.type);
  }
  return out;
}

AppealSheets::AppealSheets(const base::Schema& schema) : types(schema) {
  with_number.name = "appeal";
  Field number;
  number.path = "number";
  number.type = Type::text;
  number.required = number.is_id = true;
  number.label = "number of the appeal on these sheets";
  with_number.add(std::move(number));
  for (Field field : types.appeal.fields) with_number.add(std::move(field));
}

void AppealSheets::add_to(std::vector<SheetPlan>& plans) const { Plans(plans).table("appeals", "Appeals", with_number); }

Json AppealSheets::numbered(Json appeals) {
  std::size_t n = 0;
  for (Json& appeal : appeals.items) {
    Json number;
    number.kind = Json::Kind::text;
    number.text = std::to_string(++n);
    appeal.members.insert(appeal.members.begin(), {"number", std::move(number)});
  }
  return appeals;
}

Json AppealSheets::plain(Json appeals) {
  for (Json& appeal : appeals.items) std::erase_if(appeal.members, [](const auto& member) { return member.first == "number"; });
  return appeals;
}

const SheetPlan* find_plan(const std::vector<SheetPlan>& plans, std::string_view table) {
  const auto at = std::ranges::find(plans, table, &SheetPlan::table);
  return at == plans.end() ? nullptr : &*at;
}

}  // namespace remit::intake

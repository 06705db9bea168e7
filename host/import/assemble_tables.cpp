#include "import/assembly.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "import/british.hpp"

namespace remit::import {

using base::Type;

void put(Json& record, std::string_view path, Json value) {
  record.kind = Json::Kind::object;
  const std::size_t dot = path.find('.');
  const std::string key(path.substr(0, dot));
  auto at = std::ranges::find(record.members, key, &std::pair<std::string, Json>::first);
  if (at == record.members.end()) at = record.members.insert(record.members.end(), {key, Json()});
  if (dot == path.npos) at->second = std::move(value);
  else put(at->second, path.substr(dot + 1), std::move(value));
}

Json* list_at(Json& record, std::string_view path) {
  record.kind = Json::Kind::object;
  const std::size_t dot = path.find('.');
  const std::string key(path.substr(0, dot));
  auto at = std::ranges::find(record.members, key, &std::pair<std::string, Json>::first);
  if (at == record.members.end()) at = record.members.insert(record.members.end(), {key, Json()});
  if (dot != path.npos) return list_at(at->second, path.substr(dot + 1));
  at->second.kind = Json::Kind::list;
  return &at->second;
}

void Assembly::put_round() {
  const intake::SheetPlan& round = plan("round");
  std::map<std::string, Json> values;
  for (TableRow& row : rows_["round"]) {
    for (auto& [path, value] : row.values) values[path] = std::move(value);
    for (const auto& [path, cell] : row.origin.cells) {
      Origin& origin = out_.origins[path];
      origin = row.origin;
      origin.cells = {{"", cell}};
    }
  }
  const bool pinned = values.contains("pack.id") || values.contains("pack.version");
  for (const auto& column : round.columns) {
    if (values.contains(column.path)) continue;
    const bool only = column.field->type == Type::one_of && column.field->words.size() == 1;   // there is but one currency
    const bool required = column.field->required && (column.field->parent < 0 || (column.path == "panel.id" && !records_alone_) || (pinned && column.path.starts_with("pack.")));
    Json value = only ? json_text(column.field->words[0]) : fact("round", *column.field, column.path, required);
    if (!value.is_null()) values[column.path] = std::move(value);
  }
  for (const auto& column : round.columns)
    if (const auto at = values.find(column.path); at != values.end()) put(out_.round, column.path, resolved(round, column, at->second));
}

std::string Assembly::stream_of(const std::string& said) const {
  if (said.empty() && streams_.ids().size() == 1) return *streams_.ids().begin();
  return streams_.id_of(said);
}

Json Assembly::resolved(const intake::SheetPlan& plan, const intake::SheetPlan::Column& column, const Json& value) const {
  if (value.kind == Json::Kind::list) {
    Json out = value;
    for (Json& item : out.items)
      if (column.field->item == Type::organisation) item = json_text(organisations_.id_of(item.str()));
    return out;
  }
  const bool own_id = plan.table == "organisations" && column.path == "id";
  if (column.field->type == Type::organisation && !own_id) return json_text(organisations_.id_of(value.str()));
  if (plan.table == "applications" && column.path == "stream") return json_text(stream_of(value.str()));
  if (plan.table == "declarations" && column.path == "member") return json_text(members_.id_of(value.str()));
  return value;
}

std::string Assembly::key_of(const intake::SheetPlan& plan, const TableRow& row, std::size_t key) const {
  std::string said = row.text(plan.columns[key].path);
  if (plan.table.starts_with("streams.") && key == 0) return stream_of(said);
  if (plan.table.starts_with("streams.measures.") && key == 1) {
    const auto at = measures_.find(stream_of(row.text(plan.columns[0].path)));
    return at == measures_.end() ? said : at->second.id_of(said);
  }
  return plan.table.starts_with("applications.") && key == 0 ? applications_.id_of(said) : said;
}

void Assembly::put_table(const intake::SheetPlan& plan) {
  auto& rows = rows_[plan.table];
  std::map<std::string, std::size_t> count;
  for (const TableRow& row : rows) {
    Json record;
    record.kind = Json::Kind::object;
    for (std::size_t c = plan.keys; c < plan.columns.size(); ++c)
      if (const auto at = row.values.find(plan.columns[c].path); at != row.values.end()) put(record, plan.columns[c].path, resolved(plan, plan.columns[c], at->second));
    if (plan.table == "applications" && row.text("stream").empty() && streams_.ids().size() == 1) put(record, "stream", json_text(*streams_.ids().begin()));
    std::string full, path = plan.table;
    Json* list = nullptr;
    if (plan.parent < 0) {
      if (plan.table == "members") list = list_at(out_.round, "panel.members");
      else list = list_at(out_.round, plan.table);
    } else {
      std::string around;
      for (std::size_t k = 0; k < plan.keys; ++k) around += (k > 0 ? "\n" : "") + key_of(plan, row, k);
      const intake::SheetPlan& parent = plans_[static_cast<std::size_t>(plan.parent)];
      const auto at = places_[parent.table].find(around);
      if (at == places_[parent.table].end()) {
        tell_no_parent(plan, parent, row);
        continue;
      }
      list = list_at(*record_at(at->second), plan.list);
      path = at->second + '.' + plan.list;
      full = around + '\n';
    }
    list->items.push_back(std::move(record));
    const std::string place = path + '[' + std::to_string(list->items.size()) + ']';
    out_.origins[place] = row.origin;
    full += row.text(plan.type->fields[0].path);
    places_[plan.table].emplace(full, place);
  }
}

void Assembly::tell_no_parent(const intake::SheetPlan& plan, const intake::SheetPlan& parent, const TableRow& row) {
  const std::string& path = plan.columns[plan.keys - 1].path;
  std::vector<std::string> ids;
  for (const auto& [full, place] : places_[parent.table]) ids.push_back(full.substr(full.rfind('\n') + 1));
  const std::string said = row.text(path), near = ids.size() > 5000 ? std::string() : base::nearest(said, ids);
  reading_.problem(row.origin, path, path, said.empty() ? "it is empty; every row names " + std::string("what it belongs to")
                                                        : "there is no " + base::spoken(parent.type->name) + " `" + base::printable(said, 60) + '`' + (near.empty() ? "" : "; the nearest is `" + near + '`'));
}

Json* Assembly::record_at(const std::string& place) {
  Json* at = &out_.round;
  std::string_view rest = place;
  if (rest.starts_with("members[")) at = list_holder("panel");
  while (!rest.empty()) {
    const std::size_t bracket = rest.find('['), end = rest.find(']');
    Json* list = list_at(*at, rest.substr(0, bracket));
    const std::size_t number = static_cast<std::size_t>(std::stoull(std::string(rest.substr(bracket + 1, end - bracket - 1))));
    at = &list->items[number - 1];
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return at;
}

Json* Assembly::list_holder(const std::string& key) {
  for (auto& [name, value] : out_.round.members)
    if (name == key) return &value;
  return &out_.round;
}

}  // namespace remit::import

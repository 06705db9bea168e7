#include "import/assembly.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "import/british.hpp"

namespace remit::import {

namespace {

std::string cell_of(const TableRow& row, const std::string& path) {
  const auto at = row.origin.cells.find(path);
  return at == row.origin.cells.end() ? std::string() : at->second;
}

}  // namespace

void Assembly::add_facts_of_mapping() {
  for (const auto& [table, noun] : {std::pair("streams", "stream "), std::pair("members", "member ")}) {
    if (!rows_[table].empty()) continue;
    std::set<std::string> named;
    for (const Mapping::Entry& e : reading_.mapping.entries())
      if (e.about == "fact" && e.of.starts_with(noun)) named.insert(e.of.substr(std::string_view(noun).size()));
    for (const std::string& name : named) begin_row(table, name);
  }
}

void Assembly::begin_row(const std::string& table, const std::string& name) {
  const std::string title = table == "streams" ? "title" : "name";
  for (const TableRow& row : rows_[table])
    if (folded(row.text("id")) == folded(name) || folded(row.text(title)) == folded(name)) return;
  TableRow row;
  row.values["id"] = json_text(slug(name));
  row.values[title] = json_text(name);
  row.origin = {"the mapping file", table, 0, {}};
  rows_[table].push_back(std::move(row));
}

void Assembly::list_names() {
  for (const auto& [table, directory, title] : {std::tuple("streams", &streams_, "title"), std::tuple("members", &members_, "name"), std::tuple("applications", &applications_, "title")})
    for (TableRow& row : rows_[table]) {
      if (row.text("id").empty() && !row.text(title).empty() && std::string_view(table) != "applications") row.values["id"] = json_text(slug(row.text(title)));
      directory->add(row.text("id"), row.text(title));
    }
  for (TableRow& row : rows_["organisations"]) name_organisation(row);
  for (TableRow& row : rows_["streams.measures"]) {
    if (row.text("id").empty() && !row.text("title").empty()) row.values["id"] = json_text(slug(row.text("title")));
    measures_[stream_of(row.text("stream"))].add(row.text("id"), row.text("title"));
  }
  for (const Named& measure : names_.measures)
    for (const Words& words : measure.names) any_measure_.add(measure.id, flat(words));
}

void Assembly::name_organisation(TableRow& row) {
  if (row.text("id").empty() && !row.text("name").empty()) row.values["id"] = json_text("local:" + slug(row.text("name")));
  if (const std::string id = listed_id(row.text("id"), "GB-CHC-"); !id.empty()) row.values["id"] = json_text(id);
  organisations_.add(row.text("id"), row.text("name"));
  if (const auto aliases = row.values.find("aliases"); aliases != row.values.end())
    for (const Json& alias : aliases->second.items) organisations_.add(row.text("id"), alias.str());
}

void Assembly::add_organisations() {
  const bool listed = !rows_["organisations"].empty();
  for (TableRow& row : rows_["applications"]) {
    const std::string said = row.text("applicant");
    if (said.empty() || listed || organisations_.id_of(said) != said || organisations_.knows(said)) {
      if (!said.empty() && !listed) check_same(row, organisations_.id_of(said));
      continue;
    }
    TableRow made;
    std::string id = listed_id(row.text("applicant.charity_number"), "GB-CHC-");
    if (id.empty()) id = listed_id(row.text("applicant.company_number"), "GB-COH-");
    if (id.empty()) id = "local:" + slug(said);
    made.values["id"] = json_text(id);
    made.values["name"] = json_text(said);
    made.origin = row.origin;
    made.origin.cells = {{"name", cell_of(row, "applicant")}, {"type", cell_of(row, "applicant.type")}};
    const intake::SheetPlan& organisations = plan("organisations");
    for (const char* path : {"type", "aliases", "parent"}) {
      const base::Field& field = *organisations.columns[static_cast<std::size_t>(organisations.find(path))].field;
      const std::string text = row.text(std::string("applicant.") + path);
      Origin origin = row.origin;
      origin.cells[path] = cell_of(row, std::string("applicant.") + path);
      Json value = reading_.answer(text.empty() ? Cell() : Cell{Cell::Kind::text, false, text}, field, origin, path, path);
      if (value.is_null() && field.required && text.empty()) value = fact("organisation " + said, field, path, true);
      if (!value.is_null()) made.values[path] = std::move(value);
    }
    organisations_.add(id, said);
    rows_["organisations"].push_back(std::move(made));
  }
  if (!listed && !rows_["organisations"].empty())
    reading_.notes.push_back((rows_["organisations"].size() == 1 ? std::string("1 organisation was") : std::to_string(rows_["organisations"].size()) + " organisations were") +
                             " taken from the sheet of applications; those without a number of a register are called local:NAME");
}

void Assembly::check_same(const TableRow& row, const std::string& id) {
  const std::string number = listed_id(row.text("applicant.charity_number"), "GB-CHC-");
  if (!number.empty() && number != id)
    reading_.problem(row.origin, "applicant.charity_number", "charity number", "`" + row.text("applicant") + "` has the id `" + id + "` in another row, and `" + number + "` here; give them names of their own, or the same number");
}

void Assembly::add_streams() {
  const intake::SheetPlan& streams = plan("streams");
  std::set<std::string> said;
  for (const TableRow& row : rows_["applications"])
    if (const std::string name = row.text("stream"); !name.empty() && rows_["streams"].empty()) said.insert(name);
  if (rows_["streams"].empty() && said.empty() && !rows_["applications"].empty()) {
    const base::Field& title = *streams.columns[static_cast<std::size_t>(streams.find("title"))].field;
    if (const Json name = fact("round", title, "stream", true); !name.is_null()) said.insert(name.str());
  }
  for (const std::string& name : said) begin_row("streams", name);
  complete("streams", "stream ", "title");
  for (const TableRow& row : rows_["streams"]) streams_.add(row.text("id"), row.text("title"));
}

void Assembly::add_members() {
  if (rows_["members"].empty())
    for (const LooseMark& mark : marks_)
      if (!mark.member.empty() && mark.member != "panel") begin_row("members", mark.member);
  complete("members", "member ", "name");
  for (const TableRow& row : rows_["members"]) members_.add(row.text("id"), row.text("name"));
}

void Assembly::complete(const std::string& table, const std::string& noun, const std::string& title) {
  for (TableRow& row : rows_[table])
    for (const auto& column : plan(table).columns) {
      if (!column.field->required || column.field->parent >= 0 || row.values.contains(column.path)) continue;
      const std::string name = row.text(title).empty() ? row.text("id") : row.text(title);
      if (Json value = fact(noun + name, *column.field, column.path, true); !value.is_null()) row.values[column.path] = std::move(value);
    }
}

}  // namespace remit::import

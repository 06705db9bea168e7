#include "import/assemble.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/text.hpp"
#include "import/british.hpp"
#include "import/table_rows.hpp"

namespace remit::import {

using base::Type;
using intake::Json;

namespace {

/// "kettle-club" for "Kettle Club!": ids for what has none.
std::string slug(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if ((small >= 'a' && small <= 'z') || (small >= '0' && small <= '9')) out += small;
    else if (!out.empty() && out.back() != '-' && c != '\'') out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out.empty() ? "unnamed" : out;
}

std::string folded(std::string_view s) {
  std::string out;
  for (const char c : base::trim(s)) {
    if ((c == ' ' || c == '\n') && out.ends_with(' ')) continue;
    out += c == '\n' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

/// Records of one kind by what people call them.
class Directory {
 public:
  void add(const std::string& id, const std::string& name) {
    if (id.empty()) return;
    ids_.insert(id);
    for (const std::string& called : {folded(id), folded(name)})
      if (!called.empty()) {
        const auto [at, fresh] = by_name_.emplace(called, id);
        if (!fresh && at->second != id) at->second.clear();   // two are called so: neither is meant
      }
  }
  bool knows(const std::string& id) const { return ids_.contains(id); }
  bool empty() const { return ids_.empty(); }
  const std::set<std::string>& ids() const { return ids_; }
  /// The id of what is called so; the text itself when nothing is.
  std::string id_of(const std::string& said) const {
    if (said.empty() || ids_.contains(said)) return said;
    const auto at = by_name_.find(folded(said));
    return at == by_name_.end() || at->second.empty() ? said : at->second;
  }

 private:
  std::set<std::string> ids_;
  std::map<std::string, std::string> by_name_;
};

/// Puts a value at "specification.objectives".
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

class Assembly {
 public:
  Assembly(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names, bool records_alone)
      : plans_(plans), reading_{mapping}, names_(names), records_alone_(records_alone) {}

  Assembled make(const std::vector<FoundTable>& tables) {
    out_.round.kind = Json::Kind::object;
    for (const FoundTable& table : tables) {
      if (table.plan->table == "scores") std::ranges::move(marks_of(table, reading_), std::back_inserter(marks_));
      else std::ranges::move(rows_of(table, reading_), std::back_inserter(rows_[table.plan->table]));
    }
    add_facts_of_mapping();
    list_names();
    add_organisations();
    add_streams();
    add_members();
    put_round();
    for (const intake::SheetPlan& plan : plans_)
      if (!plan.upright && plan.table != "scores") put_table(plan);
    put_scores();
    tell_words();
    out_.problems = std::move(reading_.problems);
    std::ranges::move(reading_.questions, std::back_inserter(out_.questions));
    out_.notes = std::move(reading_.notes);
    return std::move(out_);
  }

 private:
  const intake::SheetPlan& plan(std::string_view table) const { return *find_plan(plans_, table); }

  void ask(const std::string& of, const std::string& what, const base::Field& field) {
    const auto same = [&](const Question& q) { return q.about == "fact" && q.of == of && q.what == what; };
    if (std::ranges::none_of(out_.questions, same)) out_.questions.push_back({"fact", of, what, {}, field.label.empty() ? base::spoken(what) : field.label, {}, field});
  }
  /// A fact that the mapping gives, read as the field's type; asked for when it does not.
  Json fact(const std::string& of, const base::Field& field, const std::string& path, bool required) {
    const auto said = reading_.mapping.find("fact", of, path);
    if (!said) {
      if (required) ask(of, path, field);
      return {};
    }
    if (*said == "-") return {};
    const Cell cell{Cell::Kind::text, false, *said};
    const Answer got = field.type == Type::list ? read_list(field, cell) : read_answer(field, field.type, cell);
    if (!got.wrong.empty()) reading_.problems.push_back({"BAD_MAP", "the mapping file", 0, 0, of + ", " + path, got.wrong, {}, {}});
    return got.value;
  }

  /// Streams and members that no sheet lists, and the mapping does: they are rows of their own.
  void add_facts_of_mapping() {
    for (const auto& [table, noun] : {std::pair("streams", "stream "), std::pair("members", "member ")}) {
      if (!rows_[table].empty()) continue;
      std::set<std::string> named;
      for (const Mapping::Entry& e : reading_.mapping.entries())
        if (e.about == "fact" && e.of.starts_with(noun)) named.insert(e.of.substr(std::string_view(noun).size()));
      for (const std::string& name : named) begin_row(table, name);
    }
  }
  /// A row for something that is only named so far; nothing when there is one of this id or name.
  void begin_row(const std::string& table, const std::string& name) {
    const std::string title = table == "streams" ? "title" : "name";
    for (const TableRow& row : rows_[table])
      if (folded(row.text("id")) == folded(name) || folded(row.text(title)) == folded(name)) return;
    TableRow row;
    row.values["id"] = json_text(slug(name));
    row.values[title] = json_text(name);
    row.origin = {"the mapping file", table, 0, {}};
    rows_[table].push_back(std::move(row));
  }

  void list_names() {
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

  void name_organisation(TableRow& row) {
    if (row.text("id").empty() && !row.text("name").empty()) row.values["id"] = json_text("local:" + slug(row.text("name")));
    if (const std::string id = listed_id(row.text("id"), "GB-CHC-"); !id.empty()) row.values["id"] = json_text(id);
    organisations_.add(row.text("id"), row.text("name"));
    if (const auto aliases = row.values.find("aliases"); aliases != row.values.end())
      for (const Json& alias : aliases->second.items) organisations_.add(row.text("id"), alias.str());
  }

  /// "GB-CHC-1234567" for the number of a register; empty for what is none.
  static std::string listed_id(std::string number, const std::string& list) {
    std::erase(number, ' ');
    for (char& c : number)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (number.starts_with("SC") && list == "GB-CHC-") return "GB-SC-" + number;
    if (number.starts_with("NIC") && list == "GB-CHC-") return "GB-NIC-" + number.substr(3);
    const bool digits = number.size() >= 6 && number.size() <= 8 && number.find_first_not_of("0123456789") == number.npos;
    return digits ? list + number : std::string();
  }

  /// Officers keep the applicants beside their applications: without a sheet of organisations they are taken from there.
  void add_organisations() {
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
  static std::string cell_of(const TableRow& row, const std::string& path) {
    const auto at = row.origin.cells.find(path);
    return at == row.origin.cells.end() ? std::string() : at->second;
  }
  /// One applicant with two numbers is two applicants, or a slip; who it is decides who may apply twice.
  void check_same(const TableRow& row, const std::string& id) {
    const std::string number = listed_id(row.text("applicant.charity_number"), "GB-CHC-");
    if (!number.empty() && number != id)
      reading_.problem(row.origin, "applicant.charity_number", "charity number", "`" + row.text("applicant") + "` has the id `" + id + "` in another row, and `" + number + "` here; give them names of their own, or the same number");
  }

  void add_streams() {
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

  void add_members() {
    if (rows_["members"].empty())
      for (const LooseMark& mark : marks_)
        if (!mark.member.empty() && mark.member != "panel") begin_row("members", mark.member);
    complete("members", "member ", "name");
    for (const TableRow& row : rows_["members"]) members_.add(row.text("id"), row.text("name"));
  }

  /// Asks for what every record of a table must have and a row lacks, where the rows are few.
  void complete(const std::string& table, const std::string& noun, const std::string& title) {
    for (TableRow& row : rows_[table])
      for (const auto& column : plan(table).columns) {
        if (!column.field->required || column.field->parent >= 0 || row.values.contains(column.path)) continue;
        const std::string name = row.text(title).empty() ? row.text("id") : row.text(title);
        if (Json value = fact(noun + name, *column.field, column.path, true); !value.is_null()) row.values[column.path] = std::move(value);
      }
  }

  void put_round() {
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

  std::string stream_of(const std::string& said) const {
    if (said.empty() && streams_.ids().size() == 1) return *streams_.ids().begin();
    return streams_.id_of(said);
  }

  /// Names in place of ids become ids.
  Json resolved(const intake::SheetPlan& plan, const intake::SheetPlan::Column& column, const Json& value) const {
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

  std::string key_of(const intake::SheetPlan& plan, const TableRow& row, std::size_t key) const {
    std::string said = row.text(plan.columns[key].path);
    if (plan.table.starts_with("streams.") && key == 0) return stream_of(said);
    if (plan.table.starts_with("streams.measures.") && key == 1) {
      const auto at = measures_.find(stream_of(row.text(plan.columns[0].path)));
      return at == measures_.end() ? said : at->second.id_of(said);
    }
    return plan.table.starts_with("applications.") && key == 0 ? applications_.id_of(said) : said;
  }

  void put_table(const intake::SheetPlan& plan) {
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

  void tell_no_parent(const intake::SheetPlan& plan, const intake::SheetPlan& parent, const TableRow& row) {
    const std::string& path = plan.columns[plan.keys - 1].path;
    std::vector<std::string> ids;
    for (const auto& [full, place] : places_[parent.table]) ids.push_back(full.substr(full.rfind('\n') + 1));
    const std::string said = row.text(path), near = ids.size() > 5000 ? std::string() : base::nearest(said, ids);
    reading_.problem(row.origin, path, path, said.empty() ? "it is empty; every row names " + std::string("what it belongs to")
                                                          : "there is no " + base::spoken(parent.type->name) + " `" + base::printable(said, 60) + '`' + (near.empty() ? "" : "; the nearest is `" + near + '`'));
  }

  /// The record at "applications[3].elements[2]".
  Json* record_at(const std::string& place) {
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
  Json* list_holder(const std::string& key) {
    for (auto& [name, value] : out_.round.members)
      if (name == key) return &value;
    return &out_.round;
  }

  void put_scores() {
    Json* scores = nullptr;
    std::map<std::array<std::string, 4>, std::size_t> at;
    std::vector<Origin> origins;
    std::map<std::string, std::string> stream_of_application;
    for (const TableRow& row : rows_["applications"]) stream_of_application[row.text("id")] = stream_of(row.text("stream"));
    for (LooseMark& mark : marks_) {
      if (!complete_mark(mark, stream_of_application)) continue;
      if (scores == nullptr) scores = list_at(out_.round, "scores");
      const auto [found, fresh] = at.emplace(std::array{mark.member, mark.application, mark.measure, mark.part}, scores->items.size());
      if (fresh) {
        Json one;
        put(one, "member", json_text(mark.member));
        put(one, "application", json_text(mark.application));
        put(one, "measure", json_text(mark.measure));
        if (!mark.part.empty()) put(one, "part", json_text(mark.part));
        scores->items.push_back(std::move(one));
        origins.push_back(mark.origin);
      }
      Json& one = scores->items[found->second];
      origins[found->second].cells.insert(mark.origin.cells.begin(), mark.origin.cells.end());
      if (!mark.score.is_null()) {
        if (one.has("score")) reading_.problem(mark.origin, "score", "score", "this is the second mark of " + mark.member + " for " + mark.measure + " of " + mark.application + "; the first stands in " +
                                                                      origins[found->second].sheet + ", " + origins[found->second].cells["score"]);
        else put(one, "score", std::move(mark.score));
      }
      if (!mark.justification.empty() && !one.has("justification")) put(one, "justification", json_text(mark.justification));
    }
    if (scores == nullptr) return;
    drop_reasons_alone(*scores, origins);
    std::size_t line = 1;
    for (std::size_t i = 0; i < scores->items.size(); ++i) {
      out_.origins["scores[" + std::to_string(line) + "]"] = std::move(origins[i]);
      line += 1 + static_cast<std::size_t>(std::ranges::count(scores->items[i]["justification"].str(), '\n'));
    }
  }

  /// Words without a mark are no mark; they are named and left out.
  void drop_reasons_alone(Json& scores, std::vector<Origin>& origins) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < scores.items.size(); ++i) {
      if (!scores.items[i].has("score")) {
        const auto cell = origins[i].cells.find("justification");
        reading_.notes.push_back(origins[i].file + ", sheet `" + origins[i].sheet + "`" + (cell == origins[i].cells.end() ? "" : ", cell " + cell->second) + ": a justification without a mark is passed over");
        continue;
      }
      if (kept != i) scores.items[kept] = std::move(scores.items[i]), origins[kept] = std::move(origins[i]);
      ++kept;
    }
    scores.items.resize(kept);
    origins.resize(kept);
  }

  bool complete_mark(LooseMark& mark, const std::map<std::string, std::string>& streams) {
    for (const auto& [value, path] : {std::pair(&mark.application, "application"), std::pair(&mark.member, "member"), std::pair(&mark.measure, "measure")})
      if (value->empty()) {
        reading_.problem(mark.origin, mark.origin.cells.contains(path) ? path : "score", path, std::string("the mark does not say of which ") + path + " it is");
        return false;
      }
    mark.member = mark.member == "panel" ? mark.member : members_.id_of(mark.member);
    mark.application = applications_.id_of(mark.application);
    const auto stream = streams.find(mark.application);
    const auto own = stream == streams.end() ? measures_.end() : measures_.find(stream->second);
    mark.measure = own != measures_.end() ? own->second.id_of(mark.measure) : any_measure_.id_of(mark.measure);
    if (own == measures_.end()) mark.measure = any_measure_.id_of(flat(words_of(mark.measure))) == flat(words_of(mark.measure)) ? mark.measure : any_measure_.id_of(flat(words_of(mark.measure)));
    return true;
  }

  /// The same word in many cells is one question.
  void tell_words() {
    std::vector<Question> once;
    for (Question& q : reading_.questions)
      if (std::ranges::none_of(once, [&](const Question& o) { return o.about == q.about && o.of == q.of && o.what == q.what; })) once.push_back(std::move(q));
    reading_.questions = std::move(once);
  }

  const std::vector<intake::SheetPlan>& plans_;
  CellReading reading_;
  const KnownNames& names_;
  const bool records_alone_;
  std::map<std::string, std::vector<TableRow>> rows_;      // by table
  std::vector<LooseMark> marks_;
  Directory streams_, members_, organisations_, applications_, any_measure_;
  std::map<std::string, Directory> measures_;              // by stream
  std::map<std::string, std::map<std::string, std::string>> places_;   // by table: the keys of a record -> its place
  Assembled out_;
};

}  // namespace

Assembled assemble(const std::vector<FoundTable>& tables, const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names, bool records_alone) {
  return Assembly(plans, mapping, names, records_alone).make(tables);
}

}  // namespace remit::import

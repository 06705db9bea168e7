#include "study/from_record.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "intake/read_round.hpp"
#include "study/changed_round.hpp"

namespace remit::study {

using intake::Json;
using Kind = Json::Kind;

namespace {

Json object() {
  Json out;
  out.kind = Kind::object;
  return out;
}
Json list() {
  Json out;
  out.kind = Kind::list;
  return out;
}

Json* member(Json& of, std::string_view key) {
  for (auto& [name, value] : of.members)
    if (name == key) return &value;
  return nullptr;
}
void set(Json& of, std::string key, Json value) {
  if (Json* there = member(of, key)) *there = std::move(value);
  else of.members.emplace_back(std::move(key), std::move(value));
}

Json written(const base::Value* record, const base::RecordType& type) {
  std::string bytes;
  intake::write_canonical(record, type, bytes);
  return intake::read_json(bytes, "this round");
}

// Ids of people and organisations, and what each is called from here on.
class Aliases {
 public:
  std::string add(const std::string& id, const std::string& called) {
    const auto [at, fresh] = of_.try_emplace(id, called);
    return at->second;
  }
  /// The alias of an id; the id itself where it has none.
  std::string of(const std::string& id) const {
    const auto at = of_.find(id);
    return at == of_.end() ? id : at->second;
  }
  /// Every text that is one of the ids becomes its alias, wherever it stands.
  void apply(Json& value) const {
    if (value.kind == Kind::text)
      if (const auto at = of_.find(value.text); at != of_.end()) value.text = at->second;
    for (Json& item : value.items) apply(item);
    for (auto& [key, inner] : value.members) apply(inner);
  }

 private:
  std::map<std::string, std::string> of_;
};

// The free text of a record, in the places where its type has some: what is compared or named by id stays.
void blank(Json& record, const base::RecordType& type) {
  for (const base::Field& field : type.fields) {
    Json* at = &record;
    for (std::string_view rest = field.path; at && !rest.empty();) {
      const std::string_view step = rest.substr(0, rest.find('.'));
      at = member(*at, step);
      rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    }
    if (!at) continue;
    const bool names_something = field.is_id || !field.refers.empty() || field.name == "agency" || field.name == "nature";
    if (field.type == base::Type::text && !names_something && at->kind == Kind::text) at->text = "as written";
    if (field.type == base::Type::list && field.item_type)
      for (Json& item : at->items) blank(item, *field.item_type);
  }
}

void blank_list(Json& document, const char* key, const base::Schema& schema, const char* type) {
  const base::RecordType* of = schema.find(type);
  if (Json* held = member(document, key); held && of)
    for (Json& item : held->items) blank(item, *of);
}

void collect_texts(const Json& value, std::set<std::string>& out) {
  if (value.kind == Kind::text) out.insert(value.text);
  for (const Json& item : value.items) collect_texts(item, out);
  for (const auto& [key, inner] : value.members) collect_texts(inner, out);
}

class Maker {
 public:
  Maker(const Json& record, const Json& document, const intake::Round& round, const policy::Pack& pack) : record_(record), document_(document), round_(round), pack_(pack) {}

  FromRecord make() {
    const std::string& digest = record_["digest"].str();
    const auto colon = digest.rfind(':');
    FromRecord made;
    made.name = "from_" + digest.substr(colon == digest.npos ? 0 : colon + 1, 8);
    made.base = base_of(made.name);
    made.cases = list();
    made.cases.items.push_back(case_of(made.name));
    aliases_.apply(made.base);
    aliases_.apply(made.cases);
    return made;
  }

 private:
  Json base_of(const std::string& name) {
    const int row = round_.applications.find(record_["application"].str());
    if (row < 0)
      base::refuse({"UNKNOWN_ID", {}, 0, 0, {}, "the round has no application `" + base::printable(record_["application"].str(), 60) + "`: is it the round that the record was decided from?", {}, {}});
    Json base = object();
    set(base, "id", text_value(name));
    for (const char* key : {"partnership", "as_of", "currency"}) set(base, key, document_[key]);
    set(base, "as_of", record_["as_of"]);
    set(base, "title", text_value("From a record, with personal fields replaced"));
    Json streams = list();
    for (const Json& stream : document_["streams"].items)
      if (stream["id"].str() == record_["stream"].str()) streams.items.push_back(stream);
    set(base, "streams", std::move(streams));
    set(base, "panel", panel());
    Json declarations = document_["declarations"];
    declarations.kind = Kind::list;
    set(base, "declarations", std::move(declarations));
    blank_list(base, "declarations", pack_.schema, "declaration");
    set(base, "applications", applications(static_cast<std::uint32_t>(row)));
    add_marks(round_.stream_of[static_cast<std::size_t>(row)], base);
    set(base, "organisations", organisations(base));
    return base;
  }

  Json panel() {
    Json panel = document_["panel"];
    if (const base::RecordType* type = pack_.schema.find("panel")) blank(panel, *type);
    if (Json* members = member(panel, "members")) {
      const base::RecordType* type = pack_.schema.find("member");
      for (std::size_t i = 0; i < members->items.size(); ++i) {
        Json& one = members->items[i];
        if (type) blank(one, *type);
        set(one, "name", text_value("Member " + std::to_string(i + 1)));
        aliases_.add(one["id"].str(), "member-" + std::to_string(i + 1));
      }
    }
    return panel;
  }

  // Those that are named, and their parents.
  Json organisations(const Json& base) {
    std::set<std::string> named;
    for (const char* part : {"panel", "declarations", "applications"}) collect_texts(base[part], named);
    for (bool more = true; more;) {
      more = false;
      for (const base::Value* row : round_.organisations.rows)
        if (named.contains(std::string(row[intake::organisation_field::id].str())) && row[intake::organisation_field::parent].answered())
          more |= named.insert(std::string(row[intake::organisation_field::parent].str())).second;
    }
    Json all = list();
    for (std::size_t row = 0; row < round_.organisations.size(); ++row) {
      if (!named.contains(std::string(round_.organisations.at(row, intake::organisation_field::id).str()))) continue;
      const std::size_t i = all.items.size();
      Json one = written(round_.organisations.rows[row], *round_.organisations.type);
      blank(one, *round_.organisations.type);
      std::erase_if(one.members, [](const auto& m) { return m.first == "aliases"; });
      set(one, "name", text_value("Organisation " + std::to_string(i + 1)));
      aliases_.add(one["id"].str(), "local:organisation-" + std::to_string(i + 1));
      all.items.push_back(std::move(one));
    }
    return all;
  }

  // The application, which is A1, and the others of the stream: rank and money depend on them.
  Json applications(std::uint32_t row) {
    std::vector<std::uint32_t> rows{row};
    for (std::uint32_t i = 0; i < round_.applications.size(); ++i)
      if (i != row && round_.stream_of[i] == round_.stream_of[row]) rows.push_back(i);
    Json all = list();
    for (const std::uint32_t i : rows) {
      Json one = written(round_.applications.rows[i], *round_.applications.type);
      blank(one, *round_.applications.type);
      const std::string called = aliases_.add(one["id"].str(), "A" + std::to_string(all.items.size() + 1));
      set(one, "title", text_value("Application " + called));
      all.items.push_back(std::move(one));
    }
    return all;
  }

  // The marks as sheets, {member: {application: {measure: mark}}}. What was written beside a mark is free text: only that there was none is kept.
  void add_marks(std::uint32_t stream, Json& base) {
    Json sheets = object(), unjustified = list();
    for (const intake::Mark& mark : round_.marks) {
      if (round_.stream_of[mark.application] != stream) continue;
      const std::string member = mark.member == intake::consensus_member ? "panel" : aliases_.of(id_of(round_.members, mark.member));
      const std::string application = aliases_.of(id_of(round_.applications, mark.application));
      const base::Measure& measure = round_.scoring[stream].measures[mark.measure];
      const std::string called = mark.part == intake::no_part ? measure.id : measure.id + "." + measure.parts[mark.part].id;
      Json score;
      score.kind = Kind::number;
      score.text = mark.score.kind == base::Kind::ratio ? mark.score.ratio->rounded(6) : std::to_string(mark.score.integer);
      set(place(place(sheets, member), application), called, std::move(score));
      if (!mark.justification.empty()) continue;
      Json one = list();
      for (const std::string& word : {member, application, called}) one.items.push_back(text_value(word));
      unjustified.items.push_back(std::move(one));
    }
    if (!sheets.members.empty()) set(base, "sheets", std::move(sheets));
    if (!unjustified.items.empty()) set(base, "unjustified", std::move(unjustified));
  }
  static std::string id_of(const intake::Table& table, std::size_t row) { return std::string(table.at(row, 0).str()); }
  static Json& place(Json& of, const std::string& key) {
    if (!member(of, key)) of.members.emplace_back(key, object());
    return *member(of, key);
  }

  // Rank, marks and money, as far as the record has them.
  void expect_award(const std::string& application, Json& expect) const {
    const auto say = [&](const char* key, const Json& value) {
      Json one = object();
      one.members.emplace_back(application, value);
      set(expect, key, std::move(one));
    };
    const Json& proposal = record_["proposal"];
    if (record_["scores"].has("exact")) say("totals", record_["scores"]["exact"]);
    if (record_.has("rank")) say("ranks", record_["rank"]);
    for (const auto& [key, of] : {std::pair{"decisions", "decision"}, {"amounts", "amount"}})
      if (proposal.has(of)) say(key, proposal[of]);
    Json elements = proposal["elements"];
    std::ranges::sort(elements.items, {}, [](const Json& id) { return id.str(); });
    if (!elements.items.empty()) say("elements", elements);
  }

  Json case_of(const std::string& name) {
    const Json& id = record_["application"];
    Json findings = list(), conflicts = list();
    for (const Json& f : record_["eligibility"]["findings"].items) findings.items.push_back(about(id, f, {"rule", "outcome", "clause"}));
    for (const Json& c : record_["conflicts"].items)
      conflicts.items.push_back(about(id, c, {"rule", "member", "action", "scope"}));
    Json expect = object();
    if (record_["eligibility"].has("outcome")) {
      Json outcome = object();
      outcome.members.emplace_back(aliases_.of(id.str()), record_["eligibility"]["outcome"]);
      set(expect, "eligibility", std::move(outcome));
    }
    expect_award(aliases_.of(id.str()), expect);
    if (!findings.items.empty()) set(expect, "findings", std::move(findings));
    if (!conflicts.items.empty()) set(expect, "conflicts", std::move(conflicts));
    Json made = object();
    set(made, "name", text_value("as the record " + name.substr(5) + " says"));
    set(made, "rows", list());
    set(made, "command", text_value("decide"));
    set(made, "base", text_value(name + "_base.json"));
    set(made, "expect", std::move(expect));
    return made;
  }
  static Json about(const Json& application, const Json& said, const std::vector<std::string>& keys) {
    Json one = object();
    set(one, "type", text_value("application"));
    set(one, "id", application);
    for (const std::string& key : keys)
      if (said.has(key)) set(one, key, said[key]);
    return one;
  }

  const Json &record_, &document_;
  const intake::Round& round_;
  const policy::Pack& pack_;
  Aliases aliases_;
};

}  // namespace

FromRecord case_from(const Json& record, const Json& document, const intake::Round& round, const policy::Pack& pack) { return Maker(record, document, round, pack).make(); }

}  // namespace remit::study

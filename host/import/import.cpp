#include "import/import.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "import/found_table.hpp"
#include "import/table_rows.hpp"
#include "intake/fields.hpp"
#include "intake/read_appeals.hpp"
#include "intake/read_round.hpp"
#include "intake/round_document.hpp"
#include "intake/sheet_plan.hpp"

namespace remit::import {

namespace {

/// The people and measures that score sheets may be about: those of other sheets, of the mapping and of the pack.
KnownNames names_in(const std::vector<FoundTable>& tables, const base::Scoring& pack, const Mapping& mapping) {
  std::vector<std::pair<std::string, std::string>> members, measures;
  CellReading unheard{mapping};   // mistakes are told when the tables are read for good
  for (const FoundTable& table : tables) {
    if (table.plan->table != "members" && table.plan->table != "streams.measures") continue;
    for (const TableRow& row : rows_of(table, unheard)) {
      const bool member = table.plan->table == "members";
      const std::string name = row.text(member ? "name" : "title");
      const std::string id = row.text("id").empty() ? name : row.text("id");
      if (!id.empty()) (member ? members : measures).emplace_back(id, name);
    }
  }
  for (const Mapping::Entry& e : mapping.entries())
    if (e.about == "fact" && e.of.starts_with("member ")) members.emplace_back(e.of.substr(7), e.of.substr(7));
  if (measures.empty())
    for (const base::Measure& m : pack.measures)
      if (m.use < 0) measures.emplace_back(m.id, m.title);
  return {distinct_names(members, true), distinct_names(measures, false)};
}

/// Sheets of appeals are looked for where one says so: without it the panel of a round might be taken for a fresh one.
bool has_appeals(const std::vector<Workbook>& books) {
  return std::ranges::any_of(books, [](const Workbook& book) { return std::ranges::any_of(book.sheets, [](const Grid& grid) { return words_of(grid.name) == Words{"appeals"}; }); });
}

/// Whether anything stands below the headings of a table.
bool holds_rows(const FoundTable& table) {
  for (std::size_t r = table.bottom + 1; r < table.area.last_row(*table.grid); ++r)
    if (std::ranges::any_of(table.grid->rows[r], [](const Cell& c) { return !c.empty(); })) return true;
  return false;
}

/// Whether the tables hold records of the pack's own types, and nothing that a panel decides; there may be a panel all the same.
bool holds_records_alone(const std::vector<FoundTable>& tables, const std::vector<std::string>& own) {
  const auto root = [](const FoundTable& t) { return t.plan->table.substr(0, t.plan->table.find('.')); };
  const auto of_panel = [&](const FoundTable& t) {
    const std::string table = root(t);
    return holds_rows(t) && (table == "applications" || table == "streams" || table == "scores" || table == "declarations");
  };
  return std::ranges::none_of(tables, of_panel) && std::ranges::any_of(tables, [&](const FoundTable& t) { return holds_rows(t) && std::ranges::find(own, root(t)) != own.end(); });
}

[[noreturn]] void refuse_all(const std::vector<Workbook>& books) {
  std::vector<std::string> sheets;
  for (const Workbook& book : books)
    for (const Grid& grid : book.sheets) sheets.push_back('`' + base::printable(grid.name, 40) + '`');
  base::refuse({"NO_TABLE", books.empty() ? std::string() : books.front().file, 0, 0, {}, "no sheet holds a table of a round, such as applications with headings like reference, organisation and amount requested; looked at " +
                base::join_and(sheets), {}, {}});
}

std::size_t count(const intake::Json& list) { return list.items.size(); }

}  // namespace

std::string named_pack(const std::vector<Workbook>& books, const Mapping& mapping) {
  for (const char* path : {"pack.id", "partnership"})
    if (const auto said = mapping.find("fact", "round", path); said && *said != "-") return *said;
  for (const std::string_view wanted : {"id pack", "partnership"})
    for (const Workbook& book : books)
      for (const Grid& grid : book.sheets)
        for (std::size_t r = 0; r < std::min<std::size_t>(grid.rows.size(), 60); ++r)
          if (flat(words_of(grid.at(r, 0).text)) == wanted && grid.at(r, 1).kind == Cell::Kind::text) return grid.at(r, 1).text;
  return {};
}

Imported import_round(const std::vector<Workbook>& books, const base::Schema& schema, const base::Scoring& pack_scoring, const Mapping& mapping) {
  const intake::DocumentTypes types(schema);
  const intake::AppealSheets appeals(schema);
  std::vector<intake::SheetPlan> plans = intake::sheet_plans(types);
  if (has_appeals(books)) appeals.add_to(plans);

  // Twice: score sheets name people and measures that other sheets introduce.
  const KnownNames names = names_in(find_tables(books, plans, mapping, {}).tables, pack_scoring, mapping);
  Found found = find_tables(books, plans, mapping, names);
  if (found.tables.empty() && found.questions.empty()) refuse_all(books);
  std::vector<std::string> own;
  for (const auto* type : intake::own_tables(schema)) own.push_back(type->plural);
  Imported out;
  out.records_alone = holds_records_alone(found.tables, own);
  Assembled assembled = assemble(found.tables, plans, mapping, names, out.records_alone);
  for (auto& [key, value] : assembled.round.members)
    if (key == "appeals") value = intake::AppealSheets::plain(std::move(value));

  out.questions = std::move(found.questions);
  std::ranges::move(assembled.questions, std::back_inserter(out.questions));
  out.problems = std::move(assembled.problems);
  out.notes = std::move(found.notes);
  std::ranges::move(assembled.notes, std::back_inserter(out.notes));
  out.applications = count(assembled.round["applications"]);
  out.scores = count(assembled.round["scores"]);
  out.streams = count(assembled.round["streams"]);
  out.members = count(assembled.round["panel"]["members"]);
  out.appeals = count(assembled.round["appeals"]);
  for (const std::string& table : own) out.records += count(assembled.round[table]);
  out.id = assembled.round["id"].str();
  if (!out.questions.empty() || !out.problems.empty()) return out;

  // The round as a whole is checked as decide will read it; what it lacks is told of the cells.
  own.emplace_back("appeals");
  std::vector<RoundFile> files = files_of(assembled.round, own);
  try {
    const intake::Source source = source_of(files, "the workbook");
    const auto round = intake::read_round(source, schema, pack_scoring, {}, out.records_alone);
    if (source.appeals) intake::read_appeals(source, schema, *round);
    out.files = std::move(files);
  } catch (const base::Refused& refused) {
    for (const base::Problem& p : refused.problems) out.problems.push_back(told_of_cells(p, assembled.origins));
  }
  return out;
}

}  // namespace remit::import

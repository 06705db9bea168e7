#include "import/table_rows.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "import/british.hpp"
#include "import/heading_words.hpp"

namespace remit::import {

using base::Type;
using intake::Json;

namespace {

std::string place_of(const FoundTable& table) { return table.book->file + ", sheet `" + table.grid->name + "`"; }

/// "5, 8-10": rows as a person counts them.
std::string ranges(const std::set<std::size_t>& all) {
  std::string out;
  for (auto at = all.begin(); at != all.end();) {
    const std::size_t from = *at;
    std::size_t to = from;
    while (++at != all.end() && *at == to + 1) ++to;
    out += (out.empty() ? "" : ", ") + std::to_string(from + 1) + (to > from ? "-" + std::to_string(to + 1) : "");
    if (out.size() > 100) return out + ", ...";
  }
  return out;
}

void tell_hidden(const FoundTable& table, CellReading& reading) {
  const Grid& grid = *table.grid;
  std::set<std::size_t> rows;
  for (const std::size_t r : grid.hidden_rows)
    if (r > table.bottom && r < table.area.last_row(grid) && std::ranges::any_of(grid.rows[r], [](const Cell& c) { return !c.empty(); })) rows.insert(r);
  if (!rows.empty()) reading.notes.push_back(place_of(table) + ": hidden rows were read like the others: " + ranges(rows));
  std::string columns;
  for (const FoundColumn& c : table.columns)
    if (!table.plan->upright && grid.hidden_columns.contains(c.at)) columns += (columns.empty() ? "" : ", ") + column_name(c.at) + " (" + base::printable(c.heading, 40) + ")";
  if (!columns.empty()) reading.notes.push_back(place_of(table) + ": hidden columns were read like the others: " + columns);
}

/// Why a row is no record; empty when it is one.
std::string passed_over(const FoundTable& table, std::size_t row) {
  const Grid& grid = *table.grid;
  std::size_t held = 0, figures = 0, same = 0, known = 0;
  const Cell* first = nullptr;
  for (std::size_t c = table.area.left; c < table.area.last_column(grid, row); ++c) {
    const Cell& cell = grid.rows[row][c];
    if (cell.empty()) continue;
    ++held;
    if (first == nullptr) first = &cell;
    else figures += cell.kind == Cell::Kind::number || cell.kind == Cell::Kind::error || cell.formula;
    same += cell.text == grid.at(table.bottom, c).text;
    known += std::ranges::any_of(table.columns, [&](const FoundColumn& f) { return f.at == c; });
  }
  if (held == 0) return "nothing";
  if (same == held && held > 1) return "the headings again";
  if (begins_totals(first->text) && figures + 1 == held) return "totals";
  if (known == 0) return "nothing under a heading that is read";
  if (held == 1 && table.columns.size() > 3 && first->kind == Cell::Kind::text && first->text.size() > 40) return "a note: " + base::printable(first->text, 60);
  return {};
}

template <class Take>
void each_row(const FoundTable& table, CellReading& reading, Take&& take) {
  std::map<std::string, std::set<std::size_t>> why;
  for (std::size_t r = table.bottom + 1; r < table.area.last_row(*table.grid); ++r) {
    std::string reason = passed_over(table, r);
    if (reason.empty()) take(r);
    else if (reason != "nothing") why[reason].insert(r);
  }
  for (const auto& [reason, rows] : why) reading.notes.push_back(place_of(table) + ": passed over as " + reason + ": row " + ranges(rows));
  tell_hidden(table, reading);
}

/// What names another record may stand in a cell merged over several rows.
const Cell& cell_of(const FoundTable& table, std::size_t row, const FoundColumn& column, bool names_another) {
  return names_another ? table.grid->shown(row, column.at) : table.grid->at(row, column.at);
}

const base::Field* field_of(const FoundTable& table, const std::string& path) {
  const int at = table.plan->find(path);
  return at < 0 ? nullptr : table.plan->columns[static_cast<std::size_t>(at)].field;
}

Origin origin_of(const FoundTable& table, std::size_t row) { return {table.book->file, table.grid->name, row, {}}; }

TableRow upright_row(const FoundTable& table, CellReading& reading) {
  TableRow out{&table, {}, origin_of(table, 0)};
  for (const FoundColumn& c : table.columns) {
    out.origin.cells[c.path] = cell_name(c.at, 1);
    const base::Field* field = field_of(table, c.path);
    if (field == nullptr) continue;
    Json value = reading.answer(table.grid->at(c.at, 1), *field, out.origin, c.path, c.heading);
    if (!value.is_null()) out.values[c.path] = std::move(value);
  }
  return out;
}

}  // namespace

void CellReading::problem(const Origin& origin, const std::string& path, const std::string& heading, std::string message) {
  const auto cell = origin.cells.find(path);
  problems.push_back({"BAD_CELL", origin.file + ", sheet `" + origin.sheet + "`" + (cell != origin.cells.end() ? ", cell " + cell->second : ", row " + std::to_string(origin.row + 1)), 0, 0,
                      base::printable(heading, 60), std::move(message), {}, {}});
}

Json CellReading::answer(const Cell& cell, const base::Field& field, const Origin& origin, const std::string& path, const std::string& heading) {
  if (cell.empty()) return {};
  const bool words = field.type == Type::one_of || (field.type == Type::list && field.item == Type::one_of);
  const bool mark = path == "score" && cell.kind == Cell::Kind::text && cell.text.find_first_of("0123456789") == cell.text.npos;
  Cell meant = cell;
  if (words || mark)
    if (const auto said = mapping.find("word", path, cell.text)) {
      if (*said == "-") return {};
      meant = {Cell::Kind::text, false, *said};
    }
  Answer got = field.type == Type::list ? read_list(field, meant) : read_answer(field, field.type, meant);
  if (got.wrong.empty()) return got.value;
  if ((words || mark) && cell.kind != Cell::Kind::error) {
    questions.push_back({"word", path, cell.text, {}, origin.file + ", sheet `" + origin.sheet + "`, " + (origin.cells.contains(path) ? origin.cells.at(path) : std::string("row ") + std::to_string(origin.row + 1)) +
                                                          ": what does it mean? " + (mark ? "a mark" : base::join_and(field.words, " or ")) + ", or - for nothing",
                         field.words, {}});
    return {};
  }
  problem(origin, path, heading, std::move(got.wrong));
  return {};
}

std::vector<TableRow> rows_of(const FoundTable& table, CellReading& reading) {
  std::vector<TableRow> out;
  if (table.plan->upright) {
    out.push_back(upright_row(table, reading));
    return out;
  }
  each_row(table, reading, [&](std::size_t r) {
    TableRow row{&table, {}, origin_of(table, r)};
    for (const FoundColumn& c : table.columns) row.origin.cells[c.path] = cell_name(r, c.at);
    for (const FoundColumn& c : table.columns) {
      const int at = table.plan->find(c.path);
      const bool key = at >= 0 && static_cast<std::size_t>(at) < table.plan->keys;
      const Cell& cell = cell_of(table, r, c, key);
      if (cell.empty()) continue;
      const base::Field* field = field_of(table, c.path);
      Json value;
      if (cell.kind == Cell::Kind::error) reading.problem(row.origin, c.path, c.heading, "the cell shows `" + cell.text + "`; open the workbook in your spreadsheet program, mend it and save it again");
      else value = field == nullptr ? json_text(cell.text) : reading.answer(cell, *field, row.origin, c.path, c.heading);
      if (!value.is_null()) row.values[c.path] = std::move(value);
    }
    if (!row.values.empty()) out.push_back(std::move(row));
  });
  return out;
}

std::vector<LooseMark> marks_of(const FoundTable& table, CellReading& reading) {
  std::vector<LooseMark> out;
  const base::Field& score = *field_of(table, "score");
  const bool wide = std::ranges::any_of(table.columns, &FoundColumn::is_mark);
  each_row(table, reading, [&](std::size_t r) {
    Origin origin = origin_of(table, r);
    const auto text = [&](const char* path) {
      const FoundColumn* c = table.find(path);
      if (c == nullptr) return std::string();
      origin.cells[path] = cell_name(r, c->at);
      return cell_of(table, r, *c, std::string_view(path) != "justification").text;
    };
    LooseMark row{text("member"), text("application"), text("measure"), text("part"), {}, {}, origin};
    if (row.member.empty()) row.member = table.member;
    if (row.measure.empty()) row.measure = table.measure;
    if (!wide) {
      row.justification = text("justification");
      const FoundColumn* c = table.find("score");
      if (c == nullptr) return;
      origin.cells["score"] = cell_name(r, c->at);
      row.origin = origin;
      row.score = reading.answer(table.grid->at(r, c->at), score, origin, "score", c->heading);
      if (!row.score.is_null() || !row.justification.empty()) out.push_back(std::move(row));
      return;
    }
    for (const FoundColumn& c : table.columns) {
      if (!c.is_mark || table.grid->at(r, c.at).empty()) continue;
      LooseMark one = row;
      if (!c.mark.member.empty()) one.member = c.mark.member;
      if (!c.mark.measure.empty()) one.measure = c.mark.measure;
      one.origin.cells[c.mark.justification ? "justification" : "score"] = cell_name(r, c.at);
      if (c.mark.justification) one.justification = table.grid->at(r, c.at).text;
      else one.score = reading.answer(table.grid->at(r, c.at), score, one.origin, "score", c.heading);
      if (!one.score.is_null() || !one.justification.empty()) out.push_back(std::move(one));
    }
  });
  return out;
}

}  // namespace remit::import

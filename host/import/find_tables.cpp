// What the best reading of a sheet says surely is taken over as its columns; for the rest there are questions.
#include <algorithm>
#include <optional>
#include <set>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/british.hpp"
#include "import/readings.hpp"

namespace remit::import {

using base::Type;

namespace {

class Finder {
 public:
  Finder(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names) : plans_(plans), mapping_(mapping), names_(names), readings_(plans, mapping, names) {}

  /// Throws base::Refused (exit 2) when the mapping names a table or a field that there is none of.
  void check_mapping() const {
    std::vector<std::string> tables;
    for (const auto& plan : plans_) tables.push_back(plan.table);
    const auto none = [](const Mapping::Entry& e, const std::string& said, const std::string& of, const std::vector<std::string>& names) {
      const std::string near = base::nearest(said, names);
      base::refuse({"BAD_MAP", "the mapping file", 0, 0, e.about + " `" + base::printable(e.what, 60) + "`",
                    "`" + base::printable(said, 60) + "` is no " + of + (near.empty() ? "" : "; the nearest is `" + near + '`'), {}, {}});
    };
    for (const Mapping::Entry& e : mapping_.entries()) {
      if (e.about == "sheet" && e.means != "-" && std::ranges::find(tables, e.means) == tables.end()) none(e, e.means, "table of a round", tables);
      if (e.about != "heading") continue;
      const auto table = std::ranges::find(tables, e.of);
      if (table == tables.end()) none(e, e.of, "table of a round", tables);
      std::vector<std::string> paths;
      for (const Wanted& w : readings_.wanted(plans_[static_cast<std::size_t>(table - tables.begin())])) paths.push_back(w.path);
      if (e.means != "-" && std::ranges::find(paths, e.means) == paths.end()) none(e, e.means, "field of " + e.of, paths);
    }
  }

  void look(const Workbook& book, const Grid& grid) {
    const std::string place = book.file + ", sheet `" + grid.name + "`";
    if (grid.rows.empty()) return;
    if (is_for_people(grid)) return;
    if (grid.hidden) out_.notes.push_back(place + ": the sheet is hidden; it was read like the others");
    const auto said = mapping_.find("sheet", "", grid.name);
    if (said && *said == "-") return out_.notes.push_back(place + ": passed over, as the mapping file says");
    if (const intake::SheetPlan* plan = upright(grid, said)) return take_upright(book, grid, *plan);
    for (const Area& band : readings_.bands_of(grid)) look_down(book, grid, band, said, place);
  }

  Found finish() { return std::move(out_); }

 private:
  /// The tables of an area, one below the other.
  void look_down(const Workbook& book, const Grid& grid, Area area, const std::optional<std::string>& said, const std::string& place) {
    Reading best = readings_.best_reading(grid, area, said, first_rows, grid.name);
    if (best.plan == nullptr) return out_.notes.push_back(place + ": passed over; it holds no table that a round needs");
    if (!said && !Readings::is_certain(best)) {
      std::vector<std::string> tables;
      for (const auto& plan : plans_) tables.push_back(plan.table);
      out_.questions.push_back({"sheet", "", grid.name, best.plan->table, place + ": is this the table of " + best.plan->table + "? else name it, or write - to pass the sheet over", std::move(tables), {}});
      return;
    }
    for (bool more = true; more;) {
      Reading next;
      const std::size_t below = readings_.next_table(grid, area, best, next);
      Area own = area;
      more = below != nowhere;
      if (more) own.bottom = below;
      take(book, grid, std::move(best), own, place);
      area.top = below;
      best = std::move(next);
    }
  }

  /// What Remit itself wrote for people is not what a round is made of.
  static bool is_for_people(const Grid& grid) { return grid.at(0, 0).text.contains(intake::passed_over_sheet); }

  const intake::SheetPlan* upright(const Grid& grid, const std::optional<std::string>& said) const {
    for (std::size_t p = 0; p < plans_.size(); ++p) {
      if (!plans_[p].upright || (said && *said != plans_[p].table)) continue;
      int known = 0;
      for (std::size_t r = 0; r < std::min<std::size_t>(grid.rows.size(), 60); ++r)
        for (const Wanted& w : readings_.wanted(plans_[p])) known += likeness(words_of(grid.at(r, 0).text), w) == sure;
      if (said || known >= 3 || (known >= 1 && names_table(grid.name, plans_[p]))) return &plans_[p];
    }
    return nullptr;
  }

  void take_upright(const Workbook& book, const Grid& grid, const intake::SheetPlan& plan) {
    FoundTable table{&book, &grid, &plan, 0, 0, {}, {}, {}, {}};
    const auto& wanted = readings_.wanted(plan);
    for (std::size_t r = 0; r < grid.rows.size(); ++r) {
      const std::string label = grid.at(r, 0).text;
      if (label.empty() || grid.at(r, 1).empty()) continue;
      const auto said = mapping_.find("heading", plan.table, label);
      std::string path = said.value_or("");
      for (const Wanted& w : wanted)
        if (path.empty() && likeness(words_of(label), w) == sure) path = w.path;
      if (path.empty() || path == "-") {
        out_.notes.push_back(book.file + ", sheet `" + grid.name + "`, " + cell_name(r, 0) + ": `" + base::printable(label, 60) + "` is passed over");
        continue;
      }
      table.columns.push_back({r, label, path, false, {}});   // `at` is the row: the table lies on its side
    }
    out_.tables.push_back(std::move(table));
  }

  void take(const Workbook& book, const Grid& grid, Reading reading, const Area& area, const std::string& place) {
    FoundTable table{&book, &grid, reading.plan, reading.top, reading.bottom, area, {}, {}, {}};
    const auto& wanted = readings_.wanted(*reading.plan);
    std::set<std::string> taken;
    for (const Match& m : reading.matches)
      if (m.likeness >= sure) taken.insert(wanted[m.wanted].path);
    if (reading.plan->table == "scores") name_sheet(grid, reading, table);
    for (std::size_t c = area.left; c < reading.headings.size(); ++c) {
      const std::string& heading = reading.headings[c];
      if (heading.empty()) {
        tell_headless(grid, area, reading.bottom, c, place);
        continue;
      }
      const auto mark = std::ranges::find(reading.marks, c, &std::pair<std::size_t, MarkColumn>::first);
      if (mark != reading.marks.end()) {
        table.columns.push_back({c, heading, {}, true, mark->second});
        continue;
      }
      if (reading.plan->table == "scores" && !reading.marks.empty() && likeness(reading.words[c], reason_of(wanted)) == sure) {
        table.columns.push_back({c, heading, "justification", false, {}});   // one each: take_reasons says whose
        continue;
      }
      const auto match = std::ranges::find(reading.matches, c, &Match::column);
      const Wanted* w = match == reading.matches.end() ? nullptr : &wanted[match->wanted];
      take_column(grid, table, c, heading, w, w == nullptr ? 0 : match->likeness, taken, place);
    }
    take_reasons(table);
    out_.tables.push_back(std::move(table));
  }

  static const Wanted& reason_of(const std::vector<Wanted>& wanted) { return *std::ranges::find(wanted, "justification", &Wanted::path); }

  /// "Need | Comments | Delivery | Comments": where each column of marks has one of words at its right, they are its reasons.
  static void take_reasons(FoundTable& table) {
    std::vector<std::pair<FoundColumn*, const FoundColumn*>> pairs;
    std::size_t marks = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      marks += table.columns[i].is_mark && !table.columns[i].mark.justification;
      if (i > 0 && table.columns[i].path == "justification" && table.columns[i - 1].is_mark) pairs.emplace_back(&table.columns[i], &table.columns[i - 1]);
    }
    if (marks == 0) return;
    if (pairs.size() < marks) return std::erase_if(table.columns, [](const FoundColumn& c) { return c.path == "justification"; }), void();
    for (const auto& [words, mark] : pairs) {
      words->is_mark = true;
      words->mark = mark->mark;
      words->mark.justification = true;
      words->path.clear();
    }
  }

  void take_column(const Grid& grid, FoundTable& table, std::size_t c, const std::string& heading, const Wanted* w, int like, const std::set<std::string>& taken,
                   const std::string& place) {
    const std::string where = place + ", column " + column_name(c);
    const auto said = mapping_.find("heading", table.plan->table, heading);
    if (said && *said == "-") return out_.notes.push_back(where + ": `" + base::printable(heading, 60) + "` is passed over, as the mapping file says");
    if (said && w == nullptr)
      base::refuse({"BAD_MAP", {}, 0, 0, heading, "the mapping file says that it is `" + *said + "`, which another column of " + table.plan->table + " is already (" + where + ")", {}, {}});
    const int fit = w == nullptr || w->field == nullptr ? -1 : fit_of(grid, table.area, c, table.bottom + 1, *w->field);
    if (w != nullptr && (like > sure || (like == sure && (fit < 0 || fit >= 50)))) {
      table.columns.push_back({c, heading, w->path, false, {}});
      return;
    }
    if (w != nullptr && like < sure && fit >= 0 && fit < 50) w = nullptr;     // near by name, but not by what it holds
    if (w == nullptr && !is_worked_out(words_of(heading))) w = by_spelling(grid, table, c, heading, taken);
    if (w == nullptr && !is_worked_out(words_of(heading))) w = by_content(grid, table, c, taken);
    if (w == nullptr) return out_.notes.push_back(where + ": `" + base::printable(heading, 60) + "` is passed over; no field of " + table.plan->table + " is near it");
    std::vector<std::string> free;   // of the fields, those that no other column is
    for (const Wanted& one : readings_.wanted(*table.plan))
      if (!taken.contains(one.path)) free.push_back(one.path);
    out_.questions.push_back({"heading", table.plan->table, heading, w->path, where + ": what is this? a field of " + table.plan->table + ", or - to pass it over", std::move(free), {}});
  }

  const Wanted* by_spelling(const Grid& grid, const FoundTable& table, std::size_t c, const std::string& heading, const std::set<std::string>& taken) const {
    const Words words = words_of(heading);
    for (const Wanted& w : readings_.wanted(*table.plan))
      if (!taken.contains(w.path) && is_misspelt(words, w) && (w.field == nullptr || fit_of(grid, table.area, c, table.bottom + 1, *w.field) >= 50)) return &w;
    return nullptr;
  }

  /// The one required field that is still missing and that all cells of a column fit.
  const Wanted* by_content(const Grid& grid, const FoundTable& table, std::size_t c, const std::set<std::string>& taken) const {
    const Wanted* only = nullptr;
    for (const Wanted& w : readings_.wanted(*table.plan)) {
      if (!w.required || w.field == nullptr || taken.contains(w.path) || w.field->type == Type::text || w.field->type == Type::organisation) continue;
      if (fit_of(grid, table.area, c, table.bottom + 1, *w.field) < 90) continue;
      if (only != nullptr) return nullptr;
      only = &w;
    }
    return only;
  }

  void tell_headless(const Grid& grid, const Area& area, std::size_t bottom, std::size_t c, const std::string& place) {
    for (std::size_t r = bottom + 1; r < area.last_row(grid); ++r)
      if (!grid.at(r, c).empty()) return out_.notes.push_back(place + ", column " + column_name(c) + ": it has no heading and is passed over");
  }

  /// "Scores - Ann Lee": the marks of a sheet that is called after a member, or after a measure.
  void name_sheet(const Grid& grid, const Reading& reading, FoundTable& table) const {
    MarkColumn mark;
    Words words = words_of(grid.name);
    for (std::size_t r = table.area.top; r < reading.top; ++r)   // and what stands above its headings: "Assessor: Ann Lee"
      for (const Cell& cell : grid.rows[r])
        if (MarkColumn above; read_mark_heading(words_of(cell.text), names_, above)) {
          if (table.member.empty()) table.member = above.member;
          if (table.measure.empty()) table.measure = above.measure;
        }
    if (!read_mark_heading(words, names_, mark)) return;
    if (!mark.member.empty()) table.member = mark.member;
    if (!mark.measure.empty()) table.measure = mark.measure;
  }

  const std::vector<intake::SheetPlan>& plans_;
  const Mapping& mapping_;
  const KnownNames& names_;
  Readings readings_;
  Found out_;
};

}  // namespace

int fit_of(const Grid& grid, const Area& area, std::size_t column, std::size_t first, const base::Field& field) {
  std::size_t held = 0, fits = 0;
  for (std::size_t r = first; r < area.last_row(grid) && held < 200; ++r) {
    const Cell& cell = grid.at(r, column);
    if (cell.empty() || begins_totals(grid.at(r, area.left).text)) continue;
    ++held;
    const Answer answer = field.type == Type::list ? read_list(field, cell) : read_answer(field, field.type, cell);
    fits += answer.wrong.empty();
  }
  return held == 0 ? -1 : static_cast<int>(100 * fits / held);
}

const FoundColumn* FoundTable::find(std::string_view path) const {
  const auto at = std::ranges::find(columns, path, &FoundColumn::path);
  return at == columns.end() ? nullptr : &*at;
}

Found find_tables(const std::vector<Workbook>& books, const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names) {
  Finder finder(plans, mapping, names);
  finder.check_mapping();
  for (const Workbook& book : books)
    for (const Grid& grid : book.sheets) finder.look(book, grid);
  return finder.finish();
}

}  // namespace remit::import

// A sheet's table is found by trying: each of its first rows, alone or with the one or two above, as the headings of each
// table, and the best reading is taken. What it says surely is taken over; for the rest there are questions. Where a sheet holds
// several tables, below or beside each other with room between them, each is surely one by itself.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/problem.hpp"
#include "base/text.hpp"
#include "import/british.hpp"
#include "import/found_table.hpp"

namespace remit::import {

using base::Type;

namespace {

constexpr std::size_t first_rows = 30, most_columns = 400, most_height = 3, longest = 200;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1), most_bands = 6, most_gaps = 200;
constexpr int sure = 100;

struct Match {
  std::size_t column, wanted;
  int likeness;
};

/// A reading of some rows as the headings of a table.
struct Reading {
  const intake::SheetPlan* plan = nullptr;
  std::size_t top = 0, bottom = 0;
  std::vector<std::string> headings;       // by column of the grid
  std::vector<Words> words;                // of each
  std::vector<Match> matches;              // at most one for each column and each wanted
  std::vector<std::pair<std::size_t, MarkColumn>> marks;
  int points = 0;
  bool named = false;                      // the sheet's name says so too
};

class Finder {
 public:
  Finder(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names) : plans_(plans), mapping_(mapping), names_(names) {
    for (const auto& plan : plans) {
      wanted_.push_back(wanted_of(plan));
      auto& words = by_word_.emplace_back();
      for (std::size_t w = 0; w < wanted_.back().size(); ++w)
        for (const Words& name : wanted_.back()[w].names)
          for (const std::string& word : name)
            if (auto& list = words[word]; list.empty() || list.back() != w) list.push_back(w);
    }
  }

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
      for (const Wanted& w : wanted_[static_cast<std::size_t>(table - tables.begin())]) paths.push_back(w.path);
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
    for (const Area& band : bands_of(grid)) look_down(book, grid, band, said, place);
  }

  Found finish() { return std::move(out_); }

 private:
  /// The tables of an area, one below the other.
  void look_down(const Workbook& book, const Grid& grid, Area area, const std::optional<std::string>& said, const std::string& place) {
    Reading best = best_reading(grid, area, said, first_rows, grid.name);
    if (best.plan == nullptr) return out_.notes.push_back(place + ": passed over; it holds no table that a round needs");
    if (!said && !is_certain(best)) {
      std::vector<std::string> tables;
      for (const auto& plan : plans_) tables.push_back(plan.table);
      out_.questions.push_back({"sheet", "", grid.name, best.plan->table, place + ": is this the table of " + best.plan->table + "? else name it, or write - to pass the sheet over", std::move(tables), {}});
      return;
    }
    for (bool more = true; more;) {
      Reading next;
      const std::size_t below = next_table(grid, area, best, next);
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

  static bool is_empty_row(const Grid& grid, const Area& area, std::size_t row) {
    for (std::size_t c = area.left; c < area.last_column(grid, row); ++c)
      if (!grid.at(row, c).empty()) return false;
    return true;
  }
  /// What stands alone in a row: the title of the table below it. Empty when more stands there.
  static std::string title_in(const Grid& grid, const Area& area, std::size_t row) {
    std::string only;
    for (std::size_t c = area.left; c < area.last_column(grid, row); ++c)
      if (const Cell& cell = grid.at(row, c); !cell.empty()) {
        if (!only.empty()) return {};
        only = cell.text;
      }
    return only;
  }
  bool is_table_of_its_own(const Reading& reading) const {
    if (reading.plan == nullptr || !is_certain(reading)) return false;
    const auto& wanted = wanted_[static_cast<std::size_t>(reading.plan - plans_.data())];
    for (std::size_t k = 0; k < reading.plan->keys; ++k)   // a list of another record says of which: else it is that record's own columns
      if (std::ranges::none_of(reading.matches, [&](const Match& m) { return wanted[m.wanted].path == reading.plan->columns[k].path; })) return false;
    return true;
  }

  /// Tables that stand side by side, with an empty column between them. One area, unless each by itself is a table, and no two the same.
  std::vector<Area> bands_of(const Grid& grid) const {
    std::vector<bool> used(std::min(grid.width(), most_columns), false);
    for (const auto& row : grid.rows)
      for (std::size_t c = 0; c < std::min(row.size(), used.size()); ++c) used[c] = used[c] || !row[c].empty();
    std::vector<Area> bands;
    for (std::size_t c = 0; c < used.size(); ++c) {
      if (used[c] && (c == 0 || !used[c - 1])) bands.push_back({0, c, nowhere, c});
      if (used[c]) bands.back().right = c + 1;
    }
    if (bands.size() < 2 || bands.size() > most_bands) return {{}};
    std::set<std::string> tables;
    for (const Area& band : bands) {
      const Reading reading = best_reading(grid, band, {}, first_rows, {});
      if (!is_table_of_its_own(reading) || !tables.insert(reading.plan->table).second) return {{}};
    }
    return bands;
  }

  /// The row at which another table begins below `above`, after an empty row; `nowhere`: there is none.
  std::size_t next_table(const Grid& grid, const Area& area, const Reading& above, Reading& next) const {
    std::size_t gaps = 0;
    for (std::size_t r = above.bottom + 2; r < area.last_row(grid) && gaps < most_gaps; ++r) {
      if (!is_empty_row(grid, area, r - 1) || is_empty_row(grid, area, r)) continue;
      ++gaps;
      Area rest = area;
      rest.top = r;
      Reading reading = best_reading(grid, rest, {}, most_height, title_in(grid, rest, r));
      if (!is_table_of_its_own(reading) || (reading.plan == above.plan && reading.words == above.words)) continue;
      next = std::move(reading);
      return r;
    }
    return nowhere;
  }
  const intake::SheetPlan* upright(const Grid& grid, const std::optional<std::string>& said) const {
    for (std::size_t p = 0; p < plans_.size(); ++p) {
      if (!plans_[p].upright || (said && *said != plans_[p].table)) continue;
      int known = 0;
      for (std::size_t r = 0; r < std::min<std::size_t>(grid.rows.size(), 60); ++r)
        for (const Wanted& w : wanted_[p]) known += likeness(words_of(grid.at(r, 0).text), w) == sure;
      if (said || known >= 3 || (known >= 1 && names_table(grid.name, plans_[p]))) return &plans_[p];
    }
    return nullptr;
  }

  void take_upright(const Workbook& book, const Grid& grid, const intake::SheetPlan& plan) {
    FoundTable table{&book, &grid, &plan, 0, 0, {}, {}, {}, {}};
    const auto& wanted = wanted_[static_cast<std::size_t>(&plan - plans_.data())];
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

  static std::string heading_of(const Grid& grid, std::size_t top, std::size_t bottom, std::size_t column) {
    std::string out, last;
    for (std::size_t r = top; r <= bottom; ++r) {
      const std::string& text = r < bottom ? grid.shown(r, column).text : grid.at(r, column).empty() && top < bottom ? grid.shown(r, column).text : grid.at(r, column).text;
      if (text.empty() || text == last) continue;
      out += (out.empty() ? "" : " / ") + text;
      last = text;
    }
    return out;
  }

  /// The best reading of one of the first `most` rows of an area that hold anything; `name`: of the sheet, or of the table.
  Reading best_reading(const Grid& grid, const Area& area, const std::optional<std::string>& said, std::size_t most, const std::string& name) const {
    Reading best;
    std::size_t looked = 0;
    for (std::size_t bottom = area.top; bottom < area.last_row(grid) && looked < most; ++bottom) {
      if (grid.rows[bottom].empty()) continue;
      ++looked;
      for (std::size_t height = 1; height <= most_height && height <= bottom - area.top + 1; ++height) {
        const std::size_t top = bottom + 1 - height;
        if (grid.rows[top].empty()) break;
        Reading reading = begin(grid, area, top, bottom);
        if (reading.headings.empty()) continue;
        for (std::size_t p = 0; p < plans_.size(); ++p) {
          if (plans_[p].upright || (said && *said != plans_[p].table)) continue;
          Reading one = reading;
          judge(p, name, one);
          if (one.points > best.points || (best.plan == nullptr && said)) best = std::move(one);
        }
      }
    }
    return best;
  }

  static Reading begin(const Grid& grid, const Area& area, std::size_t top, std::size_t bottom) {
    Reading out;
    out.top = top;
    out.bottom = bottom;
    std::size_t texts = 0, others = 0, width = std::min(std::max(grid.rows[top].size(), grid.rows[bottom].size()), most_columns);
    for (const Merged& m : grid.merged)
      if (m.top <= bottom && m.bottom >= top) width = std::min(std::max(width, m.right + 1), most_columns);
    width = std::min(width, area.right);
    out.headings.resize(std::min(area.left, width));
    out.words.resize(out.headings.size());
    for (std::size_t c = area.left; c < width; ++c) {
      for (std::size_t r = top; r <= bottom; ++r) {
        const Cell& cell = grid.at(r, c);
        if (!cell.empty()) ++(cell.kind == Cell::Kind::text ? texts : others);
      }
      out.headings.push_back(heading_of(grid, top, bottom, c));
      out.words.push_back(words_of(std::string_view(out.headings.back()).substr(0, longest)));
    }
    if (texts < 2 || others > texts) out.headings.clear();
    return out;
  }

  void judge(std::size_t p, const std::string& name, Reading& reading) const {
    const intake::SheetPlan& plan = plans_[p];
    const auto& wanted = wanted_[p];
    reading.plan = &plan;
    std::vector<Match> all;
    std::size_t filled = 0;
    const bool wide = plan.table == "scores" && !is_long(wanted, reading);
    for (std::size_t c = 0; c < reading.headings.size(); ++c) {
      const std::string& heading = reading.headings[c];
      if (heading.empty()) continue;
      ++filled;
      const Words& words = reading.words[c];
      if (const auto said = mapping_.find("heading", plan.table, heading)) {
        const auto at = std::ranges::find(wanted, *said, &Wanted::path);
        if (at != wanted.end()) all.push_back({c, static_cast<std::size_t>(at - wanted.begin()), sure + 1});
        continue;
      }
      if (wide && mark_of(heading, reading, c)) continue;
      for (const std::size_t w : sharing(p, words))
        if (int like = likeness(words, wanted[w]); like > 0 && (like == sure || !is_worked_out(words))) all.push_back({c, w, like});
    }
    std::ranges::stable_sort(all, [](const Match& a, const Match& b) { return a.likeness > b.likeness; });
    std::set<std::size_t> columns, fields;
    for (const Match& m : all) {
      if (columns.contains(m.column) || fields.contains(m.wanted)) continue;
      columns.insert(m.column);
      fields.insert(m.wanted);
      reading.matches.push_back(m);
      reading.points += m.likeness >= sure ? 100 : m.likeness / 3;
    }
    settle_marks(reading);
    reading.named = names_table(name, plan);
    if (reading.named && reading.points > 0) reading.points += 120;
    std::size_t required = 0, met = 0;
    for (std::size_t w = 0; w < wanted.size(); ++w) required += wanted[w].required, met += wanted[w].required && fields.contains(w);
    reading.points += required == 0 ? 0 : static_cast<int>(100 * met / required);
    reading.points -= static_cast<int>(20 * (filled - std::min(filled, columns.size() + reading.marks.size()))) + static_cast<int>(5 * (reading.bottom - reading.top));
  }

  /// The fields that have a word of the heading in one of their names, in order.
  std::set<std::size_t> sharing(std::size_t p, const Words& words) const {
    std::set<std::size_t> out;
    for (const std::string& word : words)
      if (const auto at = by_word_[p].find(word); at != by_word_[p].end()) out.insert(at->second.begin(), at->second.end());
    return out;
  }

  /// A measure and a score on each row: then a heading is no measure, though one may be called so.
  static bool is_long(const std::vector<Wanted>& wanted, const Reading& reading) {
    return std::ranges::all_of(std::array{"measure", "score"}, [&](const char* path) {
      const auto at = std::ranges::find(wanted, path, &Wanted::path);
      return std::ranges::any_of(reading.words, [&](const Words& words) { return likeness(words, *at) == sure; });
    });
  }

  bool mark_of(std::string heading, Reading& reading, std::size_t column) const {
    std::ranges::replace(heading, '(', ' ');   // "Need (Ann Lee)": here what stands in brackets tells columns apart
    const Words words = words_of(std::string_view(heading).substr(0, longest));
    MarkColumn mark;
    if (!read_mark_heading(words, names_, mark)) return false;
    if (mark.measure.empty() && (words == Words{"member"} || words == Words{"name"})) return false;
    reading.marks.emplace_back(column, mark);
    return true;
  }

  /// Marks count when the sheet is wide: each names a measure, or a member where the sheet says the measure.
  static void settle_marks(Reading& reading) {
    if (reading.marks.empty()) return;
    for (const auto& [column, mark] : reading.marks) reading.points += mark.measure.empty() || mark.member.empty() ? 70 : 100;
  }

  static bool is_certain(const Reading& reading) {
    int exact = 0;
    for (const Match& m : reading.matches) exact += m.likeness >= sure;
    return reading.named ? exact + static_cast<int>(reading.marks.size()) >= 1 && reading.points >= 150 : exact + static_cast<int>(std::min<std::size_t>(reading.marks.size(), 2)) >= 3;
  }

  void take(const Workbook& book, const Grid& grid, Reading reading, const Area& area, const std::string& place) {
    FoundTable table{&book, &grid, reading.plan, reading.top, reading.bottom, area, {}, {}, {}};
    const auto& wanted = wanted_[static_cast<std::size_t>(reading.plan - plans_.data())];
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
    for (const Wanted& one : wanted_[static_cast<std::size_t>(table.plan - plans_.data())])
      if (!taken.contains(one.path)) free.push_back(one.path);
    out_.questions.push_back({"heading", table.plan->table, heading, w->path, where + ": what is this? a field of " + table.plan->table + ", or - to pass it over", std::move(free), {}});
  }

  const Wanted* by_spelling(const Grid& grid, const FoundTable& table, std::size_t c, const std::string& heading, const std::set<std::string>& taken) const {
    const Words words = words_of(heading);
    for (const Wanted& w : wanted_[static_cast<std::size_t>(table.plan - plans_.data())])
      if (!taken.contains(w.path) && is_misspelt(words, w) && (w.field == nullptr || fit_of(grid, table.area, c, table.bottom + 1, *w.field) >= 50)) return &w;
    return nullptr;
  }

  /// The one required field that is still missing and that all cells of a column fit.
  const Wanted* by_content(const Grid& grid, const FoundTable& table, std::size_t c, const std::set<std::string>& taken) const {
    const Wanted* only = nullptr;
    for (const Wanted& w : wanted_[static_cast<std::size_t>(table.plan - plans_.data())]) {
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
  std::vector<std::vector<Wanted>> wanted_;                                        // by plan
  std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> by_word_;  // by plan: which fields a word may mean
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

#include "import/readings.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace remit::import {

namespace {

constexpr std::size_t most_columns = 400, most_height = 3, most_bands = 6, most_gaps = 200;

bool is_empty_row(const Grid& grid, const Area& area, std::size_t row) {
  for (std::size_t c = area.left; c < area.last_column(grid, row); ++c)
    if (!grid.at(row, c).empty()) return false;
  return true;
}

/// What stands alone in a row: the title of the table below it. Empty when more stands there.
std::string title_in(const Grid& grid, const Area& area, std::size_t row) {
  std::string only;
  for (std::size_t c = area.left; c < area.last_column(grid, row); ++c)
    if (const Cell& cell = grid.at(row, c); !cell.empty()) {
      if (!only.empty()) return {};
      only = cell.text;
    }
  return only;
}

std::string heading_of(const Grid& grid, std::size_t top, std::size_t bottom, std::size_t column) {
  std::string out, last;
  for (std::size_t r = top; r <= bottom; ++r) {
    const std::string& text = r < bottom ? grid.shown(r, column).text : grid.at(r, column).empty() && top < bottom ? grid.shown(r, column).text : grid.at(r, column).text;
    if (text.empty() || text == last) continue;
    out += (out.empty() ? "" : " / ") + text;
    last = text;
  }
  return out;
}

Reading begin(const Grid& grid, const Area& area, std::size_t top, std::size_t bottom) {
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

/// A measure and a score on each row: then a heading is no measure, though one may be called so.
bool is_long(const std::vector<Wanted>& wanted, const Reading& reading) {
  return std::ranges::all_of(std::array{"measure", "score"}, [&](const char* path) {
    const auto at = std::ranges::find(wanted, path, &Wanted::path);
    return std::ranges::any_of(reading.words, [&](const Words& words) { return likeness(words, *at) == sure; });
  });
}

/// Marks count when the sheet is wide: each names a measure, or a member where the sheet says the measure.
void settle_marks(Reading& reading) {
  if (reading.marks.empty()) return;
  for (const auto& [column, mark] : reading.marks) reading.points += mark.measure.empty() || mark.member.empty() ? 70 : 100;
}

}  // namespace

Readings::Readings(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names) : plans_(plans), mapping_(mapping), names_(names) {
  for (const auto& plan : plans) {
    wanted_.push_back(wanted_of(plan));
    auto& words = by_word_.emplace_back();
    for (std::size_t w = 0; w < wanted_.back().size(); ++w)
      for (const Words& name : wanted_.back()[w].names)
        for (const std::string& word : name)
          if (auto& list = words[word]; list.empty() || list.back() != w) list.push_back(w);
  }
}

bool Readings::is_table_of_its_own(const Reading& reading) const {
  if (reading.plan == nullptr || !is_certain(reading)) return false;
  const auto& wanted = wanted_[static_cast<std::size_t>(reading.plan - plans_.data())];
  for (std::size_t k = 0; k < reading.plan->keys; ++k)   // a list of another record says of which: else it is that record's own columns
    if (std::ranges::none_of(reading.matches, [&](const Match& m) { return wanted[m.wanted].path == reading.plan->columns[k].path; })) return false;
  return true;
}

std::vector<Area> Readings::bands_of(const Grid& grid) const {
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

std::size_t Readings::next_table(const Grid& grid, const Area& area, const Reading& above, Reading& next) const {
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

Reading Readings::best_reading(const Grid& grid, const Area& area, const std::optional<std::string>& said, std::size_t most, const std::string& name) const {
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

void Readings::judge(std::size_t p, const std::string& name, Reading& reading) const {
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
  if (reading.named && reading.points > 0) reading.points += words_of(name) == words_of(plan.name) ? 200 : 120;   // its very name counts for more than another word for it
  std::size_t required = 0, met = 0;
  for (std::size_t w = 0; w < wanted.size(); ++w) required += wanted[w].required, met += wanted[w].required && fields.contains(w);
  reading.points += required == 0 ? 0 : static_cast<int>(100 * met / required);
  reading.points -= static_cast<int>(20 * (filled - std::min(filled, columns.size() + reading.marks.size()))) + static_cast<int>(5 * (reading.bottom - reading.top));
}

std::set<std::size_t> Readings::sharing(std::size_t p, const Words& words) const {
  std::set<std::size_t> out;
  for (const std::string& word : words)
    if (const auto at = by_word_[p].find(word); at != by_word_[p].end()) out.insert(at->second.begin(), at->second.end());
  return out;
}

bool Readings::mark_of(std::string heading, Reading& reading, std::size_t column) const {
  std::ranges::replace(heading, '(', ' ');   // "Need (Ann Lee)": here what stands in brackets tells columns apart
  const Words words = words_of(std::string_view(heading).substr(0, longest));
  MarkColumn mark;
  if (!read_mark_heading(words, names_, mark)) return false;
  if (mark.measure.empty() && (words == Words{"member"} || words == Words{"name"})) return false;
  reading.marks.emplace_back(column, mark);
  return true;
}

bool Readings::is_certain(const Reading& reading) {
  int exact = 0;
  for (const Match& m : reading.matches) exact += m.likeness >= sure;
  return reading.named ? exact + static_cast<int>(reading.marks.size()) >= 1 && reading.points >= 150 : exact + static_cast<int>(std::min<std::size_t>(reading.marks.size(), 2)) >= 3;
}

}  // namespace remit::import

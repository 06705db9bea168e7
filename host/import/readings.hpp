// Which table some rows of a sheet may be the headings of: each of the first rows, alone or with the one or two above, is read as the
// headings of each table, and the best reading counts. Where a sheet holds several tables, below or beside each other with room
// between them, each is surely one by itself.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "import/found_table.hpp"

namespace remit::import {

inline constexpr int sure = 100;             // the likeness of words that are the same
inline constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
inline constexpr std::size_t first_rows = 30, longest = 200;   // rows in which headings are looked for; letters of a heading that are looked at

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

class Readings {
 public:
  Readings(const std::vector<intake::SheetPlan>& plans, const Mapping& mapping, const KnownNames& names);

  const std::vector<Wanted>& wanted(const intake::SheetPlan& plan) const { return wanted_[static_cast<std::size_t>(&plan - plans_.data())]; }
  /// Tables that stand side by side, with an empty column between them. One area, unless each by itself is a table, and no two the same.
  std::vector<Area> bands_of(const Grid& grid) const;
  /// The best reading of one of the first `most` rows of an area that hold anything; `name`: of the sheet, or of the table.
  Reading best_reading(const Grid& grid, const Area& area, const std::optional<std::string>& said, std::size_t most, const std::string& name) const;
  /// The row at which another table begins below `above`, after an empty row; `nowhere`: there is none.
  std::size_t next_table(const Grid& grid, const Area& area, const Reading& above, Reading& next) const;
  /// Whether a reading needs no question.
  static bool is_certain(const Reading& reading);

 private:
  bool is_table_of_its_own(const Reading& reading) const;
  void judge(std::size_t p, const std::string& name, Reading& reading) const;
  /// The fields that have a word of the heading in one of their names, in order.
  std::set<std::size_t> sharing(std::size_t p, const Words& words) const;
  bool mark_of(std::string heading, Reading& reading, std::size_t column) const;

  const std::vector<intake::SheetPlan>& plans_;
  const Mapping& mapping_;
  const KnownNames& names_;
  std::vector<std::vector<Wanted>> wanted_;                                        // by plan
  std::vector<std::unordered_map<std::string, std::vector<std::size_t>>> by_word_;  // by plan: which fields a word may mean
};

}  // namespace remit::import

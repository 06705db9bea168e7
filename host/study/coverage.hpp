// What the cases of a pack reach: each condition of its sentences met, evaluated but never met, or never reached; each line of its
// functions run or not; each period of its parameters read, in force without being read, or never in force.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "study/sentences.hpp"
#include "study/test.hpp"

namespace remit::study {

enum class Reached : std::uint8_t { met, only_false, never };   // a parameter's period: read, in force only, never in force
std::string_view word(Reached);      // "met", "evaluated false", "never reached"

struct CoveredCondition {
  std::string file, words, rule, clause;
  int line = 0, column = 0;
  std::uint64_t no = 0, yes = 0, unknown = 0;
  Reached state() const { return yes > 0 ? Reached::met : no + unknown > 0 ? Reached::only_false : Reached::never; }
};
struct CoveredLine {                 // a statement of a function
  std::string file, rule, clause;
  int line = 0;
  std::uint64_t runs = 0;
};
struct CoveredPeriod {
  std::string parameter, clause, from, file;   // from: "2012-04-01"; empty when it holds always
  int line = 0;
  Reached state = Reached::never;
};
/// How much of something is reached.
struct Count {
  std::size_t met = 0, only_false = 0, never = 0;
  std::size_t all() const { return met + only_false + never; }
  void add(Reached state) { ++(state == Reached::met ? met : state == Reached::only_false ? only_false : never); }
};
struct Coverage {
  std::vector<CoveredCondition> conditions;   // by file, line and column
  std::vector<CoveredLine> lines;
  std::vector<CoveredPeriod> periods;
  std::vector<std::pair<std::string, std::string>> files;   // name and text of the pack's own layer
  Count sentences, functions;
  /// Whole percent of conditions met and lines of functions run, rounded down; 100 when there are none.
  std::size_t percent() const;
  std::map<std::string, Count> by_rule() const;
  std::map<std::string, Count> by_clause() const;
};

/// The options that a bench needs so that `cover` sees the lines of functions.
lua::LoadOptions to_cover(lua::LoadOptions options);
/// Runs `cases` on `bench`, one after the other, and counts; the results go to `results`. Only what the pack's own layer says is counted;
/// what a case changes in the text of the pack is asked of another pack, and not counted.
Coverage cover(Bench& bench, const std::vector<std::size_t>& cases, std::vector<Result>& results);

}  // namespace remit::study

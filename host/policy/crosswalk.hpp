// Which ids of one set of outcomes or levels say the same as which ids of another: what does not map is a gap, and is shown.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.hpp"
#include "policy/pack.hpp"

namespace remit::policy {

/// The ids of one set: outcomes, levels that a definition lists, or the codes of a classification.
struct IdSet {
  enum class Kind { outcomes, levels, codes };
  struct Id {
    std::string id, title, clause;       // title: empty of a level or code
  };
  std::string name;                      // "outcomes", "trust", "continuum", "level-of-need"
  Kind kind = Kind::outcomes;
  std::vector<Id> ids;                   // in the order of the pack
  std::size_t unnamed = 0;               // places that the source counts and does not name
  /// The id that is called so, or whose title is, whatever the case of letters; null when none is.
  const Id* find(std::string_view word) const;
};
/// The sets of a pack, by name: `outcomes` holds the outcomes that name no set; a definition that lists `levels` is one by its id, or
/// by the `set` that it names; one that names a set and lists `labels` adds outcomes to it.
std::vector<IdSet> id_sets(const Pack& pack);

/// One end of a crosswalk.
struct CrosswalkEnd {
  std::string pack, set;
};
struct Crosswalk {
  struct Pair {
    std::string from, to, clause, reading;   // to: empty for a gap that is stated
  };
  std::string id, title, clause, reading, text, layer, file;
  int line = 0;
  CrosswalkEnd from, to;
  std::vector<Pair> pairs;
};
/// The crosswalk as standing data of its pack, which is where it is kept.
Entry entry_of(const Crosswalk& crosswalk, std::vector<std::string> rows);
/// The crosswalks that the pack itself writes, those of its layers left out; file: the place of the pack, without a line.
std::vector<Crosswalk> crosswalks_of(const Pack& pack);

/// What is wrong with the crosswalk as far as its ends are sets of `pack`: sets, ids and pairs that are not there, with the nearest.
base::Problems crosswalk_mistakes(const Crosswalk& crosswalk, const Pack& pack);
/// Whether the pack, or one that it extends, is called so.
bool is_called(const Pack& pack, std::string_view id);

/// A crosswalk seen from one end: what maps, and what is left over at both ends.
struct Meeting {
  struct Gap {
    std::string id, reading;             // reading: what the crosswalk says of it; empty: it does not speak of it
  };
  std::vector<Crosswalk::Pair> mapped;   // by ids
  std::vector<Gap> only_from, only_to;
  std::size_t unnamed_from = 0, unnamed_to = 0;
};
/// `crosswalk` without mistakes, between these two sets of its ends.
Meeting meet(const Crosswalk& crosswalk, const IdSet& from, const IdSet& to);

}  // namespace remit::policy

// Crosswalks as `remit pack crosswalk` shows them: each with both of its sets, what maps, and the gaps.
#pragma once
#include <string>
#include <vector>

#include "policy/crosswalk.hpp"

namespace remit::cli {

struct SetOf {
  std::string pack;
  policy::IdSet set;
  std::string name() const { return pack + "/" + set.name; }
};
struct CrosswalkSeen {
  policy::Crosswalk crosswalk;
  SetOf from, to;
  policy::Meeting met;
  std::size_t gaps_from() const { return met.only_from.size() + met.unnamed_from; }
  std::size_t gaps_to() const { return met.only_to.size() + met.unnamed_to; }
};
struct CrosswalksSeen {
  std::vector<std::string> asked;        // ids of packs, one or two; none: all that are found
  std::vector<CrosswalkSeen> all;
  std::vector<SetOf> left;               // sets of outcomes and levels that none of `all` names
};

std::string crosswalks_as_text(const CrosswalksSeen& seen);
/// "format":"remit.crosswalks/1".
std::string crosswalks_as_json(const CrosswalksSeen& seen);

}  // namespace remit::cli

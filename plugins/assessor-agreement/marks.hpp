// The marks of a round, as they are compared: in each stream, for each measure, the marks that each application was given.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "statistics.hpp"

namespace agreement {

struct Mark {
  std::string member;
  Exact score;
};

/// One application on one measure.
struct Unit {
  std::string application;
  std::vector<Mark> marks;   // of counted sheets, in order of members
};

/// By measure, each with its units in order of applications. The sums of whole sheets stand under `sums`.
using Measures = std::map<std::string, std::vector<Unit>>;
inline const std::string sums;   // no measure has an empty id

struct Stream {
  Measures measures;
};

/// A mark, or a whole sheet, that lies too far from the others.
struct Outlier {
  std::string application, measure;     // measure empty: the sum of the sheet
  std::vector<std::string> members;     // one; or both, where only two have marked
  Exact distance;                       // from the median of the others
};

/// Who lies further than `most` from the median of the others, by application, then measure.
std::vector<Outlier> outliers(const std::string& measure, const std::vector<Unit>& units, const Exact& most);

/// How a member marks beside the others: the mean of (mark - mean of the others' marks for the same), over all measures.
struct Leaning {
  std::string member;
  Exact mean;                    // above 0: softer than the others
  std::size_t marks = 0, applications = 0;
};

/// By member. Only where somebody else has marked the same too; members with no such mark are not in it.
std::vector<Leaning> leanings(const Stream& stream);

}  // namespace agreement

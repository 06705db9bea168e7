// The rules, told once: what is the same in every record (how a rule is read, what follows from it and why) stands in one table. The
// records of a large round, and all records on paper, then say only what was found.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

class RulesTold {
 public:
  /// Every rule of the findings of the records; of two records that say different things of one, the first counts.
  explicit RulesTold(const record::DecisionDocument& document);
  /// Whether the table says all of `finding` that is not about its application.
  bool tells(const record::Finding& finding) const;
  /// `alone`: whether the records leave out what it tells.
  void write(bool alone, std::string& out) const;

 private:
  std::map<std::string_view, const record::Finding*> rules_;
  std::vector<const record::Finding*> order_;   // as they are asked
};

}  // namespace remit::report

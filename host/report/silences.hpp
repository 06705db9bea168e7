// Of all that a framework is silent about, what touches the one thing that was asked about. Records and whole reports hold every silence.
#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

/// What the rules that were asked of one thing stand on.
struct Asked {
  std::vector<std::string_view> clauses;
  std::set<std::string_view> facts;    // "parameters.meeting_gap"
  bool application = false;            // it is an application, and not a record of another type

  /// Takes in a finding or a class: anything with `clause` and `read`.
  template <class Finding>
  void add(const Finding& found) {
    clauses.push_back(found.clause);
    for (const auto& fact : found.read) facts.insert(fact.field);
  }
  /// Takes in what was asked of something else.
  void add(const Asked& other) {
    clauses.insert(clauses.end(), other.clauses.begin(), other.clauses.end());
    facts.insert(other.facts.begin(), other.facts.end());
  }
};

/// The silences that touch it: of a section that its rules cite, a parameter that they read, and, for an application, what the
/// source as a whole does not say and what it does not say of appeals.
std::vector<const record::Silence*> silences_about(const std::vector<record::Silence>& all, const Asked& asked);
/// "and 3 silences about other things: `remit pack show wirral` lists all"; empty when there are none.
std::string other_silences(std::size_t all, std::size_t told, std::string_view pack);

}  // namespace remit::report

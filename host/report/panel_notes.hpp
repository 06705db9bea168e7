// What stands beside the ranked lists: who did not take part and why, and findings that are about many applications.
// Each is said once, however many records repeat it.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace remit::report {

/// One member's way out of a stream, an application or the panel: every conflict that leads to it, and the sheets of that
/// member that are set aside because of it.
struct Recusal {
  struct Cause {
    const record::Conflict* conflict;
    std::string_view arises_in;
  };
  std::string_view member, scope, stream;
  std::vector<Cause> causes;                 // by application, then rule
  std::vector<std::string_view> set_aside;   // applications whose sheets by this member do not count
};
/// In order of member, then stream, then application.
std::vector<Recusal> recusals(const record::DecisionDocument& document);
/// "Ann Lee (m4) is out of the whole stream family-support".
std::string recusal_words(const record::DecisionDocument& document, const Recusal& recusal);

/// A tie on which no rule acts.
struct OpenTie {
  const record::Tie* tie = nullptr;
  std::string_view application;
};
std::vector<OpenTie> open_ties(const record::DecisionDocument& document);

/// A criterion that warns, and the applications in which it did.
struct Warning {
  const record::Finding* finding = nullptr;   // one of them
  std::vector<std::string_view> applications;
};
/// In the order in which the rules first warn.
std::vector<Warning> warnings(const record::DecisionDocument& document);

/// Findings beside the applications that are not simply met, those of one rule and outcome together.
struct Shortcoming {
  std::vector<const record::Finding*> findings;   // never empty
};
std::vector<Shortcoming> shortcomings(const record::DecisionDocument& document);

/// "A1, A2, A3 and 12 others": at most `most` ids.
std::string some_of(const std::vector<std::string_view>& ids, std::size_t most);
/// What a finding beside the applications is about, in words: "stream family-support".
std::string subject_words(const record::DecisionDocument& document, const record::Finding& finding);

}  // namespace remit::report

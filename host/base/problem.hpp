// What is wrong with an input or a pack, for the person who has to mend it.
#pragma once
#include <string>
#include <vector>

namespace remit::base {

/// One mistake: where it stands, what was found, what was expected and what to do.
struct Problem {
  std::string code;       // stable word in capitals, "UNKNOWN_FIELD"; `remit error CODE` explains it
  std::string file;       // as the user named it; empty when there is none
  int line = 0;           // from 1; 0 when there is none
  int column = 0;         // from 1; 0 when there is none
  std::string field;      // "partners[2].organisation", in the user's own headings; empty when there is none
  std::string message;    // lower case, no full stop: "`stauts` is not a field of an application; the nearest is `status`"
  std::string source;     // the offending line of a script, for the caret; empty when there is none
  std::string rule;       // the rule it stands in; empty when there is none

  /// "applications.csv:3: amount_requested: ..." and, where there is a source line, that line with a caret below.
  std::string text() const;
};

using Problems = std::vector<Problem>;

/// Thrown where reading or loading cannot go on; carries every mistake found. `exit_code` as in the command line's
/// contract: 2 unreadable input, 3 pack refused, 4 trust.
struct Refused {
  Problems problems;
  int exit_code = 2;
};

/// The same, for one mistake.
[[noreturn]] void refuse(Problem problem, int exit_code = 2);

}  // namespace remit::base

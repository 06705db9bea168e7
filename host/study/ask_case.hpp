// A case put to a pack: its round is made, read, and assessed, decided or appealed as the command of that name would, in this process.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "intake/json.hpp"
#include "intake/round.hpp"
#include "policy/pack.hpp"
#include "study/cases.hpp"

namespace remit::study {

/// What a case may need and this room does not reach.
struct Outside {
  /// Who answers for the plug-ins of a pack that uses some; the folder of the round, or empty.
  std::function<std::unique_ptr<policy::Plugins>(const policy::Pack&, const std::string& round)> plugins;
  /// The report of a `remit.decision/1` document in a form: "text", "html", "csv".
  std::function<std::string(const std::string& document, const std::string& form)> report;
};

struct Answer {
  int exit = 0;                      // as the command would end
  std::string said;                  // the document, or what was wrong
  intake::Json document;             // null when there is none
};

/// The document of `c` in JSON as the command gives it; of `assess`, only the records of the types that its expectations name, where
/// they name all that they look at. A round that is refused, and a case that cannot be made, give the exit
/// code and the words. `suite` holds its base.
Answer ask_case(const Case& c, const Suite& suite, const policy::Pack& pack, const Outside& outside);

}  // namespace remit::study

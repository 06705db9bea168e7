#include "lua/chooser.hpp"

namespace remit::lua {

policy::Choice FunctionChooser::choose(const policy::Facts& facts, policy::Work& work) const {
  policy::Choice made;
  std::optional<Answer> answer = function_.ask(facts, work);
  if (!answer) return made;
  if (answer->kind == Answer::Kind::text) {
    made.decision = std::move(answer->text);
    return made;
  }
  const Answer* decision = answer->find("decision");
  if (!decision || decision->kind != Answer::Kind::text) {
    work.cause = "a decision function answers `{ decision = \"...\", reasons = { ... } }`";
    return made;
  }
  if (const Answer* total = answer->find("total")) {
    if (total->kind != Answer::Kind::number || total->text == "not-a-number") {
      work.cause = "the `total` that a decision function answers is a number";
      return made;
    }
    made.total = total->number;
  }
  if (const Answer* reasons = answer->find("reasons"))
    for (const auto& reason : reasons->items) made.reasons.push_back(reason.text);
  made.decision = decision->text;
  return made;
}

}  // namespace remit::lua

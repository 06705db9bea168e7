#include "policy/answers.hpp"

namespace remit::policy {

const Answer* answer_of(const Answers& answers, std::size_t use, std::uint32_t subject, std::uint32_t member) {
  if (use >= answers.size() || !answers[use]) return nullptr;
  const Replies& replies = *answers[use];
  if (subject == whole_subject) return replies.whole.empty() ? nullptr : &replies.whole.front();
  if (subject >= replies.first.size() || replies.first[subject] == Replies::nobody || member >= replies.each) return nullptr;
  return &replies.answers[replies.first[subject] + member];
}

std::string words_of(const Answer& answer) {
  std::string words;
  if (!answer.said) return words;
  if (answer.outcome == Outcome::error) return answer.said->cause;
  for (const std::string& reason : answer.said->reasons) words += (words.empty() ? "" : "; ") + reason;
  return words;
}

Answer fault(std::string cause) {
  Answer answer;
  answer.said = std::make_unique<Answer::Said>();
  answer.said->cause = std::move(cause);
  return answer;
}

namespace {
const Answer* in_view(const Facts& facts, std::size_t use) {
  return facts.answers == nullptr ? nullptr : answer_of(*facts.answers, use, facts.subject, facts.member);
}
}  // namespace

Outcome PluginTest::ask(const Facts& facts, Work& work) const {
  work.reads.clear();
  work.cause.clear();
  const Answer* answer = in_view(facts, use_);
  if (answer == nullptr) {
    work.cause = name_ + " was not asked about this";
    return Outcome::error;
  }
  if (answer->outcome == Outcome::error) {
    work.cause = words_of(*answer);
    if (work.cause.empty()) work.cause = name_ + " gave no answer";
  }
  return answer->outcome;
}

Explanation PluginTest::explain(const Facts& facts, Work&, Outcome) const {
  const Answer* answer = in_view(facts, use_);
  return {answer == nullptr ? std::string() : words_of(*answer), {}};
}

}  // namespace remit::policy
